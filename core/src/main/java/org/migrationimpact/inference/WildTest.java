package org.migrationimpact.inference;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.WildDraws;
import org.migrationimpact.data.Warning;

/**
 * What the wild cluster bootstrap says about one coefficient.
 *
 * @param coefficient its name
 * @param estimate the estimate
 * @param hypothesis the value that was tested
 * @param draws the draws, from which p-values of other values and intervals of any level can be taken
 * @param smallest the smallest p-value that these draws can give
 * @param explanation what was drawn, and how the statistic is made
 * @param warnings few or uneven clusters, a smallest p-value too large to be of use
 */
public record WildTest(
        String coefficient,
        double estimate,
        double hypothesis,
        WildDraws draws,
        double smallest,
        Explanation explanation,
        List<Warning> warnings)
        implements Serializable {

    public WildTest {
        warnings = List.copyOf(warnings);
    }

    /** (estimate − hypothesis) / standard error, the error being that of CR1. */
    public double statistic() {
        return draws.statistic(estimate - hypothesis);
    }

    /** The two-sided p-value. */
    public double pValue() {
        return draws.pValue(estimate - hypothesis);
    }

    /** The Monte Carlo error of the p-value; 0 where all choices were gone through. */
    public double monteCarloError() {
        return draws.monteCarloError(estimate - hypothesis);
    }

    /** Every value that is not rejected at 1 − level. */
    public Interval interval(double level) {
        return draws.interval(estimate, level);
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "%s = %.6g, tested against %.6g: t = %.4g, p = %.4g (Monte Carlo error %.2g, smallest p attainable %.2g, %d draws)",
                        coefficient,
                        estimate,
                        hypothesis,
                        statistic(),
                        pValue(),
                        monteCarloError(),
                        smallest,
                        draws.count())
                + "\n" + explanation;
    }
}
