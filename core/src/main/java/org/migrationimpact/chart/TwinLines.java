package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.model.Scale;
import org.migrationimpact.synthetic.Refit;
import org.migrationimpact.synthetic.SyntheticControlFit;

/** What the charts of a twin have in common: its periods, and its lines in the unit of the series. */
record TwinLines(SyntheticControlFit fit) {

    TimeAxis time() {
        return new TimeAxis(fit.series().start(), fit.series().end());
    }

    Period start() {
        return fit.twin().firstTreated();
    }

    Optional<Pane.Mark> treatedFrom() {
        double at = TimeAxis.start(start());
        return Optional.of(new Pane.Mark("", Ink.IN_FORCE, at, at));
    }

    Pane pane(List<Pane.Trace> traces) {
        return new Pane("", time(), List.of(), traces, List.of(), treatedFrom(), Optional.empty());
    }

    Pane.Trace observed() {
        return new Pane.Trace("Observed", Ink.OBSERVED, SeriesChart.dots(fit.series()));
    }

    /** The twin in the unit of the series. */
    Pane.Trace twin(String name, Ink ink) {
        EffectPath path = fit.impact().path();
        return new Pane.Trace(
                name,
                ink,
                path.points().stream()
                        .map(point -> new Pane.Dot(TimeAxis.middle(point.period()), path.counterfactual(point)))
                        .toList());
    }

    /** Another twin of the treated in the unit of the series: that of the result, less the difference of gaps. */
    Pane.Trace twin(Refit other, Ink ink) {
        EffectPath path = fit.impact().path();
        double factor = factor(path);
        double[] gaps = other.gaps();
        List<Pane.Dot> dots = new ArrayList<>();
        for (int t = 0; t < gaps.length; t++) {
            EffectPath.Point point = path.points().get(t);
            double predicted = path.scale().apply(point.observed()) - factor * gaps[t];
            dots.add(new Pane.Dot(TimeAxis.middle(point.period()), path.scale().undo(predicted)));
        }
        return new Pane.Trace("", ink, dots);
    }

    /** What a gap of one is in the path: more than one only where gaps are in per cent of a mean. */
    private double factor(EffectPath path) {
        double[] gaps = fit.twin().gaps();
        int largest = 0;
        for (int t = 0; t < gaps.length; t++) {
            largest = Math.abs(gaps[t]) > Math.abs(gaps[largest]) ? t : largest;
        }
        boolean scaled = fit.scale() == Scale.PERCENT && gaps[largest] != 0;
        return scaled ? path.effect(path.points().get(largest)) / gaps[largest] : 1;
    }

    /** The gaps of a twin, on the scale of the design. */
    Pane.Trace gaps(String name, Refit refit, Ink ink) {
        double[] gaps = refit.gaps();
        List<Pane.Dot> dots = new ArrayList<>();
        for (int t = 0; t < gaps.length; t++) {
            dots.add(new Pane.Dot(TimeAxis.middle(refit.first().plus(t)), gaps[t]));
        }
        return new Pane.Trace(name, ink, dots);
    }

    /** {@code Mean gap from 1989 on: -19.5 packs}. */
    String headline() {
        return "Mean gap from " + start() + " on: " + Numerals.plain(fit.effect()) + " " + fit.unit();
    }

    String pValue() {
        double p = fit.rank().pValue(fit.effect());
        return fit.placebos().isEmpty()
                ? "no placebo"
                : String.format(
                        Locale.ROOT,
                        "p = %.3f among %d placebos, which can be no smaller than %.3f",
                        p,
                        fit.placebos().size(),
                        fit.rank().resolution());
    }

    static double extreme(List<Refit> refits, DoubleBinaryOperator choice) {
        return refits.stream().mapToDouble(Refit::effect).reduce(choice).orElse(Double.NaN);
    }
}
