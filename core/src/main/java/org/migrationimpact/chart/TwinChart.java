package org.migrationimpact.chart;

import java.util.List;
import java.util.Objects;
import org.migrationimpact.synthetic.SyntheticControlFit;

/** The treated unit and its twin, before and after, in the unit of the series. Before, the two should be hard to tell apart. */
public final class TwinChart extends Chart {

    private final TwinLines lines;

    private TwinChart(SyntheticControlFit fit) {
        this.lines = new TwinLines(Objects.requireNonNull(fit));
    }

    /** The treated unit and the twin of this fit. */
    public static TwinChart of(SyntheticControlFit fit) {
        return new TwinChart(fit);
    }

    @Override
    Figure figure() {
        SyntheticControlFit fit = lines.fit();
        String name = fit.series().name();
        String words = lines.headline() + "; before, the two differ by "
                + Numerals.plain(fit.twin().rmspeBefore()) + " (root mean square); " + lines.pValue() + ".";
        return new Figure(
                name + " and its twin",
                words,
                fit.series().unit(),
                List.of("The twin is the weighted mean of " + donors(fit)
                        + ". A gap is not yet an effect of the measure:" + " see the placebos."),
                "Line chart of " + name + " and its synthetic twin, "
                        + fit.series().start() + " to " + fit.series().end() + ". " + words,
                List.of(lines.pane(List.of(lines.twin("Twin", Ink.EXPECTED), lines.observed()))));
    }

    private static String donors(SyntheticControlFit fit) {
        long weighted = fit.weights().stream().filter(w -> w.weight() > 0).count();
        return weighted + " of " + fit.weights().size() + " donors";
    }
}
