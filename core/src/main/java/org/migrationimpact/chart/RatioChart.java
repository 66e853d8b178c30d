package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.migrationimpact.synthetic.Refit;
import org.migrationimpact.synthetic.SyntheticControlFit;

/**
 * Where does the treated unit stand among its placebos? The root mean squared gap after over that before, of the treated and of every donor in
 * its place, the largest first. The p-value is the share of those that are as large.
 */
public final class RatioChart extends Chart {

    private final SyntheticControlFit fit;

    private RatioChart(SyntheticControlFit fit) {
        this.fit = Objects.requireNonNull(fit);
    }

    /** The ratios of this fit and of its placebos. */
    public static RatioChart of(SyntheticControlFit fit) {
        return new RatioChart(fit);
    }

    @Override
    Figure figure() {
        List<Refit> finite = new ArrayList<>(fit.placebos());
        finite.add(fit.twin());
        int all = finite.size();
        finite.removeIf(refit -> Double.isInfinite(refit.ratio()));
        finite.sort(Comparator.comparingDouble(Refit::ratio).reversed());
        String name = fit.series().name();
        String words = name + ": " + Numerals.plain(fit.twin().ratio()) + ", rank "
                + (fit.rank().beyond() + 1) + " of " + all + "; " + new TwinLines(fit).pValue() + ".";
        List<String> notes = new ArrayList<>(
                List.of("Root mean squared gap from " + fit.twin().firstTreated() + " on, over that before."));
        if (finite.size() < all) {
            notes.add((all - finite.size())
                    + " fit perfectly before, so that their ratio has no end, and are not drawn.");
        }
        return new Figure(
                name + " among its placebos",
                words,
                "gap after over gap before",
                notes,
                "Bar chart of the ratio of gaps after and before of " + all + " units. " + words,
                new Bars(finite.stream().map(this::bar).toList()));
    }

    private Bars.Bar bar(Refit refit) {
        boolean treated = refit.equals(fit.twin());
        return new Bars.Bar(
                refit.name(), refit.ratio(), Numerals.plain(refit.ratio()), treated ? Ink.TREATED : Ink.PLACEBO);
    }
}
