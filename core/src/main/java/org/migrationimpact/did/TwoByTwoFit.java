package org.migrationimpact.did;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.regression.Coefficient;

/** What {@link TwoByTwo} found: four means and the difference of their differences. */
public final class TwoByTwoFit implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final Period start;
    private final List<Mean> means;
    private final AdoptionFit fit;

    TwoByTwoFit(
            AdoptionPanel panel, Period start, List<Mean> means, AdoptionFindings findings, AdoptionAccount account) {
        this.panel = panel;
        this.start = start;
        this.means = List.copyOf(means);
        this.fit = new AdoptionFit(findings, account);
    }

    /**
     * The mean of one group on one side.
     *
     * @param mean with the error of a mean of independent rows; without one where there is one row
     * @param rows how many
     */
    public record Mean(Coefficient mean, int rows) implements Serializable {}

    /** Four means: control before and after, treated before and after. */
    public List<Mean> means() {
        return means;
    }

    /** The effect. */
    public Coefficient effect() {
        return fit.headline();
    }

    /** The difference of the differences of the four means: the effect, where no covariate is held equal and all rows count. */
    public double differenceOfMeans() {
        return mean(3) - mean(2) - (mean(1) - mean(0));
    }

    /** Its error where all rows are independent, with a variance for each cell. */
    public double errorOfIndependentRows() {
        return Math.sqrt(means.stream()
                .mapToDouble(one -> Math.pow(one.mean().standardError(), 2))
                .sum());
    }

    private double mean(int cell) {
        return means.get(cell).mean().estimate();
    }

    /** The same as the one result that every design of this library ends in; the four means are among its terms. */
    public Impact impact() {
        Impact plain = fit.impact();
        List<Coefficient> terms = new ArrayList<>(plain.terms());
        means.forEach(one -> terms.add(one.mean()));
        return new Impact(
                plain.design(),
                plain.subject(),
                plain.effect(),
                terms,
                plain.path(),
                plain.sample(),
                plain.conventions(),
                plain.diagnostics(),
                plain.warnings(),
                plain.breakdown());
    }

    /** The result in words and numbers. */
    @Override
    public String toString() {
        return panel.name() + " before and after " + start + "\n" + impact().summary();
    }
}
