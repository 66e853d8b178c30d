package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.ForecastDetail;

/**
 * How much has the difference from what was expected come to since the measure began?
 *
 * <p>In the unit of the series, from zero on: from the first treated period on the sum of the effects up to each period, with a band in
 * which the sum would lie with 95 % confidence, or the one asked for. Periods without an observation add nothing and are no point of the
 * line.
 */
public final class CumulativeChart extends Chart {

    private static final double LEVEL = 0.95;

    private final EffectPath path;
    private final double confidence;

    private CumulativeChart(EffectPath path, double confidence) {
        this.path = Objects.requireNonNull(path);
        this.confidence = Interval.requireLevel(confidence);
    }

    /** The cumulative effect of a structural forecast. */
    public static CumulativeChart of(ForecastDetail detail) {
        return new CumulativeChart(detail.cumulative(), LEVEL);
    }

    /** With a band of this confidence, between 0 and 1. */
    public CumulativeChart withConfidence(double level) {
        return new CumulativeChart(path, level);
    }

    @Override
    Figure figure() {
        List<EffectPath.Point> points = path.treated();
        EffectPath.Point last = points.get(points.size() - 1);
        Interval band = path.effectInterval(last, confidence);
        String sum = "Up to " + last.period() + ": " + Numerals.plain(path.effect(last)) + " " + path.unit() + " ("
                + ImpactWords.percent(confidence) + " interval " + Numerals.plain(band.low()) + " to "
                + Numerals.plain(band.high()) + ")";
        return new Figure(
                path.series() + ": observed less expected, summed from " + path.firstTreated() + " on",
                sum,
                path.unit(),
                notes(points),
                "Line chart of the cumulative effect on " + path.series() + " in " + path.unit() + ". " + sum + ".",
                List.of(pane(points)));
    }

    private Pane pane(List<EffectPath.Point> points) {
        TimeAxis time =
                new TimeAxis(path.firstTreated(), points.get(points.size() - 1).period());
        List<Pane.Dot> dots = new ArrayList<>();
        List<Pane.Edge> edges = new ArrayList<>();
        for (EffectPath.Point point : points) {
            double x = TimeAxis.middle(point.period());
            Interval band = path.effectInterval(point, confidence);
            dots.add(new Pane.Dot(x, path.effect(point)));
            edges.add(new Pane.Edge(x, band.low(), band.high()));
        }
        return new Pane(
                "",
                time,
                List.of(new Pane.Band(Ink.FITTED, edges)),
                List.of(new Pane.Trace(
                        "Cumulative effect, with " + ImpactWords.percent(confidence) + " band", Ink.FITTED, dots)),
                List.of(),
                Optional.empty(),
                Optional.of(ValueRange.of(edges.stream().flatMapToDouble(e -> DoubleStream.of(e.low(), e.high())))));
    }

    private List<String> notes(List<EffectPath.Point> points) {
        Period last = points.get(points.size() - 1).period();
        long without = path.firstTreated().until(last) + 1 - points.size();
        List<String> notes = new ArrayList<>();
        if (without > 0) {
            notes.add((without == 1 ? "1 period" : without + " periods")
                    + " without an observation left out of the sum.");
        }
        notes.add("A change is not yet an effect of the measure: see the checks.");
        return notes;
    }
}
