package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.StructuralFit;
import org.migrationimpact.impact.ForecastDetail;

/**
 * Of what is the series made, and how do the parts run on without the measure?
 *
 * <p>One small plot a component: level, slope, season, cycle, regression, as far as the model has them, on the scale of the design, with a
 * band of 95 %, or the confidence asked for, given the variances. Each plot has its own scale, and that of the level does not begin at
 * zero. Shaded is what is forecast from the periods before.
 */
public final class ComponentsChart extends Chart {

    private static final double LEVEL = 0.95;

    private final ForecastDetail detail;
    private final double confidence;

    private ComponentsChart(ForecastDetail detail, double confidence) {
        this.detail = Objects.requireNonNull(detail);
        this.confidence = Interval.requireLevel(confidence);
    }

    /** The components of a structural forecast. */
    public static ComponentsChart of(ForecastDetail forecast) {
        return new ComponentsChart(forecast, LEVEL);
    }

    /** With bands of this confidence, between 0 and 1. */
    public ComponentsChart withConfidence(double level) {
        return new ComponentsChart(detail, level);
    }

    @Override
    Figure figure() {
        Series first = detail.components().get(0).mean();
        String names = detail.components().stream()
                .map(component -> component.mean().name())
                .collect(Collectors.joining(", "));
        return new Figure(
                detail.impact().path().series() + ": " + names,
                "With " + ImpactWords.percent(confidence) + " bands given the variances. Shaded: forecast from "
                        + firstTreated() + " on.",
                first.unit(),
                List.of("Each plot has its own scale; that of the level does not begin at zero."),
                "Line charts of " + names + " of " + detail.impact().path().series() + " in " + first.unit() + ", "
                        + first.start() + " to " + first.end() + ". " + ends() + ".",
                detail.components().stream().map(this::pane).toList());
    }

    private Period firstTreated() {
        return detail.impact().path().firstTreated();
    }

    private String ends() {
        return detail.components().stream()
                .map(StructuralFit.Smooth::mean)
                .map(mean -> mean.name() + " from " + Numerals.plain(mean.value(0)) + " to "
                        + Numerals.plain(mean.value(mean.size() - 1)))
                .collect(Collectors.joining("; "));
    }

    private Pane pane(StructuralFit.Smooth component) {
        Series mean = component.mean();
        double times = new StudentT(1, Double.POSITIVE_INFINITY).quantile(confidence);
        List<Pane.Edge> edges = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < mean.size(); t++) {
            double half = times * component.standardError().value(t);
            if (!Double.isNaN(mean.value(t))) {
                edges.add(new Pane.Edge(TimeAxis.middle(mean.period(t)), mean.value(t) - half, mean.value(t) + half));
                low = Math.min(low, mean.value(t) - half);
                high = Math.max(high, mean.value(t) + half);
            }
        }
        double from = TimeAxis.start(firstTreated());
        boolean fromZero = !mean.name().equals("level") && !mean.name().equals("regression");
        return new Pane(
                mean.name(),
                new TimeAxis(mean.start(), mean.end()),
                List.of(new Pane.Band(Ink.FITTED, edges)),
                List.of(new Pane.Trace("", Ink.FITTED, SeriesChart.dots(mean))),
                List.of(),
                Optional.of(new Pane.Mark("", Ink.IN_FORCE, from, from)),
                Optional.of(
                        fromZero ? new ValueRange(Math.min(0, low), Math.max(0, high)) : new ValueRange(low, high)));
    }
}
