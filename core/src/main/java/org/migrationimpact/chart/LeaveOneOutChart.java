package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.migrationimpact.synthetic.Refit;
import org.migrationimpact.synthetic.SyntheticControlFit;

/** Does the twin hang on one donor? The treated unit and its twin, and behind them the twins without each donor that has a weight. */
public final class LeaveOneOutChart extends Chart {

    private final TwinLines lines;

    private LeaveOneOutChart(SyntheticControlFit fit) {
        this.lines = new TwinLines(Objects.requireNonNull(fit));
    }

    /** The twins of this fit without each donor. */
    public static LeaveOneOutChart of(SyntheticControlFit fit) {
        return new LeaveOneOutChart(fit);
    }

    @Override
    Figure figure() {
        SyntheticControlFit fit = lines.fit();
        String name = fit.series().name();
        List<Refit> without = fit.leaveOneOut().stream()
                .filter(refit -> fit.twin().weight(refit.name()) > 0)
                .toList();
        List<Pane.Trace> traces = new ArrayList<>();
        for (Refit refit : without) {
            Pane.Trace line = lines.twin(refit, Ink.PLACEBO);
            traces.add(traces.isEmpty() ? new Pane.Trace("Twin without one donor", line.ink(), line.dots()) : line);
        }
        traces.add(lines.twin("Twin", Ink.EXPECTED));
        traces.add(lines.observed());
        String words = lines.headline() + range(without, fit.unit());
        return new Figure(
                name + ": twins without one donor",
                words,
                fit.series().unit(),
                List.of("A donor without a weight changes nothing when it is left out, and is not drawn."),
                "Line chart of " + name + ", its twin, and " + without.size() + " twins without one donor. " + words,
                List.of(lines.pane(traces)));
    }

    private static String range(List<Refit> without, String unit) {
        return without.isEmpty()
                ? "."
                : "; without one donor " + Numerals.plain(TwinLines.extreme(without, Math::min)) + " to "
                        + Numerals.plain(TwinLines.extreme(without, Math::max)) + " " + unit + ".";
    }
}
