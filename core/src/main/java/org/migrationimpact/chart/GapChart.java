package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.migrationimpact.synthetic.Refit;
import org.migrationimpact.synthetic.SyntheticControlFit;

/**
 * Is the gap of the treated unit unusual among gaps of units that nothing happened to? The gap of the treated, and behind it the fan of
 * placebos: every donor in its place. Placebos whose gap before is more than five times that of the treated are left out, and counted.
 */
public final class GapChart extends Chart {

    private static final double WORST_FIT = 5;

    private final TwinLines lines;

    private GapChart(SyntheticControlFit fit) {
        this.lines = new TwinLines(Objects.requireNonNull(fit));
    }

    /** The gaps of this fit and of its placebos. */
    public static GapChart of(SyntheticControlFit fit) {
        return new GapChart(fit);
    }

    @Override
    Figure figure() {
        SyntheticControlFit fit = lines.fit();
        String name = fit.series().name();
        double worst = WORST_FIT * fit.twin().rmspeBefore();
        List<Refit> shown = fit.placebos().stream()
                .filter(placebo -> placebo.rmspeBefore() <= worst)
                .toList();
        List<Pane.Trace> traces = new ArrayList<>();
        for (Refit placebo : shown) {
            traces.add(lines.gaps(traces.isEmpty() ? "Placebos" : "", placebo, Ink.PLACEBO));
        }
        traces.add(lines.gaps(name, fit.twin(), Ink.TREATED));
        int left = fit.placebos().size() - shown.size();
        String words = lines.headline() + "; " + lines.pValue() + ".";
        return new Figure(
                name + ": gap from its twin, and gaps of placebos",
                words,
                "gap, " + fit.unit(),
                List.of(
                        left == 0
                                ? "Each thin line is a donor in the place of the treated."
                                : "Each thin line is a donor in the place of the treated. " + left + " of "
                                        + fit.placebos().size()
                                        + " placebos, whose gap before is more than 5 times that of the treated, are not drawn."),
                "Line chart of the gap between " + name + " and its twin, with those of " + shown.size()
                        + " placebos behind. " + words,
                List.of(lines.pane(traces)));
    }
}
