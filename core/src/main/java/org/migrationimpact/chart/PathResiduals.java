package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;

/** What is left of the observed values of a result when its fitted values are taken away, in standard deviations; NaN where nothing was observed. */
final class PathResiduals {

    private static final int LEAST = 4;
    private static final int MOST_LAGS = 24;

    private final List<Period> periods;
    private final double[] values;
    private final String kind;

    private PathResiduals(List<Period> periods, double[] values, String kind) {
        this.periods = List.copyOf(periods);
        this.values = values;
        this.kind = kind;
    }

    static PathResiduals of(Impact impact) {
        List<EffectPath.Point> points = impact.path().points();
        boolean counts = impact.convention("errors").contains("log link");
        double[] left = points.stream()
                .mapToDouble(point -> counts ? pearson(point) : difference(impact.path(), point))
                .toArray();
        double[] past = impact.terms().stream()
                .filter(term -> term.term().matches("ar\\.\\d+"))
                .mapToDouble(term -> term.estimate())
                .toArray();
        List<Period> periods = points.stream().map(EffectPath.Point::period).toList();
        double[] values = past.length == 0 ? left : withoutPast(periods, left, past);
        String kind = counts
                ? "Pearson's, of counts"
                : past.length == 0 ? "observed less fitted" : "what is left after the autoregression";
        return standardised(impact, periods, values, kind);
    }

    private static PathResiduals standardised(Impact impact, List<Period> periods, double[] values, String kind) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        double squares = Arrays.stream(known).map(e -> e * e).sum();
        if (known.length < LEAST || squares == 0) {
            throw new DataException(
                    "E-CHART-006",
                    impact.subject() + " has " + known.length + " residuals" + (squares == 0 ? ", all 0" : "")
                            + "; a chart of residuals needs " + LEAST + " that are not all 0");
        }
        double deviation = Math.sqrt(squares / known.length);
        return new PathResiduals(
                periods,
                Arrays.stream(values)
                        .map(e -> Double.isFinite(e) ? e / deviation : Double.NaN)
                        .toArray(),
                kind);
    }

    private static double difference(EffectPath path, EffectPath.Point point) {
        return path.scale().apply(point.observed()) - point.fitted();
    }

    private static double pearson(EffectPath.Point point) {
        double mean = Math.exp(point.fitted());
        return (point.observed() - mean) / Math.sqrt(mean);
    }

    private static double[] withoutPast(List<Period> periods, double[] left, double[] past) {
        double[] values = new double[left.length];
        for (int t = 0; t < values.length; t++) {
            values[t] = left[t];
            for (int j = 1; j <= past.length; j++) {
                boolean there = t >= j && periods.get(t - j).until(periods.get(t)) == j;
                values[t] -= past[j - 1] * (there ? left[t - j] : Double.NaN);
            }
        }
        return values;
    }

    List<Period> periods() {
        return periods;
    }

    double value(int i) {
        return values[i];
    }

    String kind() {
        return kind;
    }

    int count() {
        return sorted().length;
    }

    double[] sorted() {
        return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }

    /** At lags 1 to at most 24, over pairs of periods that far apart. */
    double[] autocorrelations() {
        double mean = Arrays.stream(sorted()).average().orElse(0);
        double square =
                Arrays.stream(sorted()).map(e -> (e - mean) * (e - mean)).sum();
        int most = Math.max(1, Math.min(MOST_LAGS, count() / 3));
        return IntStream.rangeClosed(1, most)
                .mapToDouble(lag -> product(mean, lag) / square)
                .toArray();
    }

    private double product(double mean, int lag) {
        List<Double> products = new ArrayList<>();
        for (int t = 0; t < values.length; t++) {
            for (int s = Math.max(0, t - lag); s < t; s++) {
                if (periods.get(s).until(periods.get(t)) == lag
                        && Double.isFinite(values[s])
                        && Double.isFinite(values[t])) {
                    products.add((values[t] - mean) * (values[s] - mean));
                }
            }
        }
        return products.stream().mapToDouble(value -> value).sum();
    }
}
