package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Covariate;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Term;
import org.migrationimpact.regression.Coefficient;
import org.migrationimpact.regression.Fit;

/** What a fitted segmented regression says of every period with the measure and without it. */
final class SegmentPath {

    private final Scale scale;
    private final Period start;
    private final List<Period> periods;
    private final Design rows;
    private final int[] changed;
    private final Fit fit;
    private final ToDoubleFunction<Period> offset;
    private final List<String> columns;

    /** The periods of {@code inside} in which every term has a value; {@code changes} are the terms that would not be there. */
    SegmentPath(Series inside, SegmentOptions options, Period start, List<Term> terms, List<Term> changes, Fit fit) {
        this.scale = options.effectScale();
        this.start = start;
        this.fit = fit;
        offset = period ->
                options.exposure().map(series -> Math.log(series.at(period))).orElse(0.0);
        periods = IntStream.range(0, inside.size())
                .mapToObj(inside::period)
                .filter(period ->
                        terms.stream().noneMatch(t -> t instanceof Covariate && Double.isNaN(t.at(period)[0])))
                .filter(period -> Double.isFinite(offset.applyAsDouble(period)))
                .toList();
        rows = Design.of(periods, terms);
        columns = fit.design().names();
        changed = changes.stream()
                .mapToInt(change -> columns.indexOf(change.names().get(0)))
                .toArray();
    }

    /** The row of a period in the columns of the fit, which may have more: those of other series. */
    private double[] with(int i) {
        double[] row = new double[columns.size()];
        for (int j = 0; j < rows.columns(); j++) {
            row[columns.indexOf(rows.names().get(j))] = rows.get(i, j);
        }
        return row;
    }

    private double[] without(int i) {
        double[] row = with(i);
        for (int column : changed) {
            row[column] = 0;
        }
        return row;
    }

    EffectPath path(Series series, Band band, List<Period> used) {
        List<EffectPath.Point> points = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            double more = offset.applyAsDouble(period);
            Band.Predicted predicted = band.at(period, without(i), more);
            points.add(new EffectPath.Point(
                    period,
                    series.at(period),
                    fit.predict(with(i)) + more,
                    predicted.value(),
                    predicted.standardError()));
        }
        return new EffectPath(
                series.name(), series.unit(), scale, fit.bandDegreesOfFreedom(), start, points, sums(used));
    }

    /**
     * The mean effect of the changes over the treated periods that have a value, on the scale of the design, and their total effect in the
     * unit of the series.
     */
    private List<Coefficient> sums(List<Period> used) {
        int k = columns.size();
        double[] mean = new double[k];
        double[] gradient = new double[k];
        double total = 0;
        int n = 0;
        for (int i = 0; i < periods.size(); i++) {
            if (periods.get(i).isBefore(start) || !used.contains(periods.get(i))) {
                continue;
            }
            n++;
            double[] with = with(i);
            double[] without = without(i);
            double more = offset.applyAsDouble(periods.get(i));
            double expected = scale.undo(fit.predict(without) + more);
            double fitted = scale.undo(fit.predict(with) + more);
            total += fitted - expected;
            for (int j = 0; j < k; j++) {
                mean[j] += with[j] - without[j];
                gradient[j] += scale == Scale.LOG ? fitted * with[j] - expected * without[j] : with[j] - without[j];
            }
        }
        for (int j = 0; j < k; j++) {
            mean[j] /= n;
        }
        return List.of(fit.combination("effect.mean", mean), fit.function("effect.total", total, gradient));
    }
}
