package org.migrationimpact.chart;

import java.util.List;
import java.util.Objects;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.regression.Coefficient;

/**
 * What did the design estimate, and how surely?
 *
 * <p>One row a term of a result, with its interval of 95 % confidence, or the one asked for. Terms may be of different units: only those
 * of one scale are worth comparing, and {@link #of(Impact, List)} takes those that are named.
 */
public final class CoefficientChart extends Chart {

    private static final double LEVEL = 0.95;

    private final Impact impact;
    private final List<Coefficient> terms;
    private final double confidence;

    private CoefficientChart(Impact impact, List<Coefficient> terms, double confidence) {
        this.impact = Objects.requireNonNull(impact);
        this.terms = List.copyOf(terms);
        this.confidence = Interval.requireLevel(confidence);
    }

    /** All terms of the result. */
    public static CoefficientChart of(Impact impact) {
        return new CoefficientChart(impact, impact.terms(), LEVEL);
    }

    /**
     * These terms of the result, in this order.
     *
     * @throws IllegalArgumentException where one is not there, or none is named
     */
    public static CoefficientChart of(Impact impact, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a coefficient plot needs a term");
        }
        return new CoefficientChart(impact, names.stream().map(impact::term).toList(), LEVEL);
    }

    /** With intervals of this confidence, between 0 and 1. */
    public CoefficientChart withConfidence(double level) {
        return new CoefficientChart(impact, terms, level);
    }

    @Override
    Figure figure() {
        List<RowPlot.Row> rows = terms.stream().map(this::row).toList();
        long apart = rows.stream()
                .filter(row -> row.hasInterval() && (row.low() > 0 || row.high() < 0))
                .count();
        long known = rows.stream().filter(RowPlot.Row::hasInterval).count();
        String words = apart + " of " + known + " " + ImpactWords.percent(confidence) + " intervals exclude 0.";
        return new Figure(
                "Estimates of " + impact.design() + " for " + impact.subject(),
                words,
                impact.effect().unit() + ", a covariate's by its own unit",
                List.of("Points with " + ImpactWords.percent(confidence) + " intervals; a point alone has no error."),
                "Estimates with intervals. " + words + " "
                        + String.join(
                                "; ",
                                rows.stream().map(CoefficientChart::number).toList()) + ".",
                new RowPlot(rows));
    }

    private RowPlot.Row row(Coefficient term) {
        if (Double.isNaN(term.standardError())) {
            return new RowPlot.Row(term.term(), term.estimate(), Double.NaN, Double.NaN);
        }
        Interval interval = term.interval(confidence);
        return new RowPlot.Row(term.term(), term.estimate(), interval.low(), interval.high());
    }

    private static String number(RowPlot.Row row) {
        return row.label() + " " + Numerals.plain(row.estimate())
                + (row.hasInterval()
                        ? " (" + Numerals.plain(row.low()) + " to " + Numerals.plain(row.high()) + ")"
                        : "");
    }
}
