package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Impact;

/**
 * What does the design leave unexplained, and does it look like chance?
 *
 * <p>Three plots of the residuals, observed less fitted on the scale of the design, in their own standard deviations: over time; their
 * autocorrelations with the bounds ±1.96/√n, within which nineteen of twenty lie where there is none; and in order of size against what a
 * normal distribution would give, where the points of one lie on the line. Where the design has autoregressive errors, the residuals are
 * what is left after the past has been taken out; residuals of counts are Pearson's. Periods in a donut, which the fit did not see, are
 * shown too.
 */
public final class ResidualChart extends Chart {

    private static final double BOUND = 1.959963984540054;

    private final Impact impact;

    private ResidualChart(Impact impact) {
        this.impact = Objects.requireNonNull(impact);
    }

    /** The residuals of a result that has fitted values. */
    public static ResidualChart of(Impact impact) {
        return new ResidualChart(impact);
    }

    @Override
    Figure figure() {
        PathResiduals residuals = PathResiduals.of(impact);
        double bound = BOUND / Math.sqrt(Math.max(1, residuals.count()));
        double[] correlations = residuals.autocorrelations();
        long outside =
                Arrays.stream(correlations).filter(r -> Math.abs(r) > bound).count();
        String words = String.format(
                Locale.ROOT,
                "%d of %d autocorrelations lie outside ±%.2f; with no autocorrelation about one in twenty would.",
                outside,
                correlations.length,
                bound);
        return new Figure(
                "Residuals of " + impact.subject(),
                words,
                "standard deviations; autocorrelations",
                List.of("Residuals are " + residuals.kind() + ". Design: " + impact.design() + "."),
                "Three plots of the residuals of " + impact.subject()
                        + ": over time, their autocorrelations, and against the" + " normal distribution. " + words,
                List.of(overTime(residuals), autocorrelations(correlations, bound), againstNormal(residuals.sorted())));
    }

    private Pane overTime(PathResiduals residuals) {
        List<Pane.Dot> dots = new ArrayList<>();
        for (int i = 0; i < residuals.periods().size(); i++) {
            dots.add(new Pane.Dot(TimeAxis.middle(residuals.periods().get(i)), residuals.value(i)));
        }
        TimeAxis time = new TimeAxis(
                residuals.periods().get(0),
                residuals.periods().get(residuals.periods().size() - 1));
        double start = TimeAxis.start(impact.path().firstTreated());
        return pane(
                "Over time; shaded: treated",
                time,
                List.of(),
                List.of(new Pane.Trace("", Ink.FITTED, dots)),
                Optional.of(new Pane.Mark("", Ink.IN_FORCE, start, start)));
    }

    private static Pane autocorrelations(double[] correlations, double bound) {
        List<Pane.Band> bars = new ArrayList<>();
        for (int lag = 1; lag <= correlations.length; lag++) {
            double r = correlations[lag - 1];
            double low = Math.min(0, r);
            double high = Math.max(0, r);
            bars.add(new Pane.Band(
                    Ink.FITTED, List.of(new Pane.Edge(lag - 0.3, low, high), new Pane.Edge(lag + 0.3, low, high))));
        }
        double end = correlations.length + 0.5;
        return new Pane(
                "Autocorrelation by lag",
                new TimeAxis(Period.ordinal(1), Period.ordinal(correlations.length)),
                bars,
                List.of(stems(correlations), level(bound, end), level(-bound, end)),
                List.of(),
                Optional.empty(),
                Optional.of(new ValueRange(-1, 1)));
    }

    private static Pane.Trace stems(double[] correlations) {
        List<Pane.Dot> dots = new ArrayList<>();
        for (int lag = 1; lag <= correlations.length; lag++) {
            dots.add(new Pane.Dot(lag, 0));
            dots.add(new Pane.Dot(lag, correlations[lag - 1]));
            dots.add(new Pane.Dot(lag, Double.NaN));
        }
        return new Pane.Trace("", Ink.FITTED, dots);
    }

    private static Pane.Trace level(double value, double end) {
        return new Pane.Trace("", Ink.EXPECTED, List.of(new Pane.Dot(0.5, value), new Pane.Dot(end, value)));
    }

    private static Pane againstNormal(double[] sorted) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        int n = sorted.length;
        List<Pane.Dot> dots = IntStream.range(0, n)
                .mapToObj(i -> new Pane.Dot(normal.inverseCumulativeProbability((i + 0.5) / n), sorted[i]))
                .toList();
        return pane(
                "In order of size, against a normal distribution",
                new TimeAxis(Period.ordinal(-3), Period.ordinal(3)),
                List.of(),
                List.of(
                        new Pane.Trace("", Ink.FITTED, dots),
                        new Pane.Trace("", Ink.EXPECTED, List.of(new Pane.Dot(-3, -3), new Pane.Dot(3, 3)))),
                Optional.empty());
    }

    private static Pane pane(
            String heading,
            TimeAxis axis,
            List<Pane.Band> bands,
            List<Pane.Trace> traces,
            Optional<Pane.Mark> treatedFrom) {
        return new Pane(heading, axis, bands, traces, List.of(), treatedFrom, Optional.empty());
    }
}
