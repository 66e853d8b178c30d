package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Conformal;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.PointOnly;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.covariance.Uncertainty;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Aggregate;
import org.migrationimpact.impact.Breakdown;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Weight;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/** Effects on treated units by period and their means, brought into the shape of every result. */
final class EffectReport {

    private final AdoptionPanel data;
    private final double[][] predicted;
    private final EffectMeans layout;
    private final double[] means;
    private final IntFunction<Uncertainty> uncertainty;

    /** With normal errors, one a place of the layout. */
    EffectReport(AdoptionPanel data, double[][] predicted, double[] errors) {
        this(
                data,
                predicted,
                place -> Double.isNaN(errors[place])
                        ? new PointOnly()
                        : new StudentT(errors[place], Double.POSITIVE_INFINITY));
    }

    EffectReport(AdoptionPanel data, double[][] predicted, IntFunction<Uncertainty> uncertainty) {
        this.data = data;
        this.predicted = predicted;
        this.layout = new EffectMeans(data);
        this.means = layout.of(data, predicted);
        requireObserved();
        this.uncertainty = uncertainty;
    }

    private void requireObserved() {
        if (Double.isNaN(means[0])) {
            throw new DataException(
                    "E-ADOPT-010",
                    "nothing is observed of " + subject() + " from " + start()
                            + " on; an effect needs an outcome under treatment");
        }
    }

    /** The result as every design gives it. */
    Impact impact(String design, List<Convention> conventions, ReplicatedErrors how, List<Weight> weights) {
        return new Impact(
                design,
                subject(),
                effect(),
                terms(),
                path(),
                data.audit(),
                conventions,
                how.rank().stream().toList(),
                List.of(),
                breakdown(weights));
    }

    Coefficient coefficient(String name, int place) {
        return new Coefficient(name, means[place], uncertainty.apply(place));
    }

    /** Who is treated, in words. */
    String subject() {
        int[] treated = data.treated();
        return treated.length == 1 ? data.units().get(treated[0]) : treated.length + " treated units";
    }

    Effect effect() {
        return new Effect(
                "mean effect on " + subject() + ", " + start() + " to " + data.period(data.periods() - 1),
                data.scale().unit(data.measured()),
                data.scale(),
                coefficient("mean", 0));
    }

    private Period start() {
        return data.period(data.cohorts()[0]);
    }

    /** The mean, and in per cent of what was predicted where all that is positive in sum. */
    List<Coefficient> terms() {
        List<Coefficient> terms = new ArrayList<>(List.of(coefficient("mean", 0)));
        double base = meanPredicted();
        if (data.scale() == Scale.LEVEL && base > 0 && !(base < 3 * error(0))) {
            terms.add(new Coefficient("relative", 100 * means[0] / base, scaled(uncertainty.apply(0), 100 / base)));
        }
        return terms;
    }

    private double error(int place) {
        return uncertainty.apply(place).standardError();
    }

    private static Uncertainty scaled(Uncertainty whole, double factor) {
        if (whole instanceof Conformal conformal) {
            List<Interval> scaled = conformal.intervals().stream()
                    .map(one -> new Interval(factor * one.low(), factor * one.high(), one.level()))
                    .toList();
            return new Conformal(conformal.zero(), conformal.resolution(), scaled);
        }
        return whole instanceof StudentT normal
                ? new StudentT(factor * normal.standardError(), normal.degreesOfFreedom())
                : new PointOnly();
    }

    private double meanPredicted() {
        return Arrays.stream(data.treated())
                .boxed()
                .flatMap(i -> IntStream.range(data.starts()[i], data.periods())
                        .filter(t -> !Double.isNaN(data.values()[i][t]))
                        .mapToObj(t -> predicted[i][t]))
                .mapToDouble(x -> x)
                .average()
                .orElse(Double.NaN);
    }

    /** The mean of the treated and of what was predicted for them, by period. */
    EffectPath path() {
        List<EffectPath.Point> points =
                IntStream.range(0, data.periods()).mapToObj(this::point).toList();
        return new EffectPath(
                subject(),
                data.measured(),
                data.scale(),
                Double.POSITIVE_INFINITY,
                start(),
                points,
                List.of(coefficient("effect.mean", 0)),
                own());
    }

    /** The effect of each treated period, where its error is none of a band about the counterfactual. */
    private List<Coefficient> own() {
        return uncertainty.apply(0) instanceof Conformal
                ? IntStream.range(data.cohorts()[0], data.periods())
                        .mapToObj(t -> coefficient(data.period(t).toString(), layout.period(t)))
                        .toList()
                : List.of();
    }

    private EffectPath.Point point(int t) {
        boolean before = t < data.cohorts()[0];
        int[] rows = Arrays.stream(data.treated())
                .filter(i -> before || data.starts()[i] <= t)
                .filter(i -> !Double.isNaN(data.values()[i][t]))
                .toArray();
        double observed = Arrays.stream(rows)
                .mapToDouble(i -> data.values()[i][t])
                .average()
                .orElse(Double.NaN);
        double expected = rows.length == 0 ? meanOfPredicted(t, before) : observed - means[layout.period(t)];
        return new EffectPath.Point(
                data.period(t),
                data.scale().undo(observed),
                before ? expected : Double.NaN,
                expected,
                error(layout.period(t)));
    }

    private double meanOfPredicted(int t, boolean before) {
        return Arrays.stream(data.treated())
                .filter(i -> before || data.starts()[i] <= t)
                .mapToDouble(i -> predicted[i][t])
                .average()
                .orElse(Double.NaN);
    }

    Breakdown breakdown(List<Weight> weights) {
        return data.treated().length == 1
                ? Breakdown.ofWeights(weights)
                : new Breakdown(weights, groupTime(), aggregates());
    }

    private List<GroupTime> groupTime() {
        List<GroupTime> cells = new ArrayList<>();
        int[] cohorts = data.cohorts();
        for (int c = 0; c < cohorts.length; c++) {
            for (int t = cohorts[c]; t < data.periods(); t++) {
                if (!Double.isNaN(means[layout.groupTime(c, t)])) {
                    cells.add(new GroupTime(
                            data.period(cohorts[c]).toString(),
                            data.period(t).toString(),
                            coefficient("effect", layout.groupTime(c, t))));
                }
            }
        }
        return cells;
    }

    private List<Aggregate> aggregates() {
        int[] cohorts = data.cohorts();
        int first = cohorts[0];
        return List.of(
                Aggregate.of(coefficient("simple", 0)),
                aggregate("dynamic", Aggregate.By.EVENT, 0, data.periods() - first, e -> "" + e, layout::event),
                aggregate(
                        "group",
                        Aggregate.By.COHORT,
                        0,
                        cohorts.length,
                        c -> data.period(cohorts[c]).toString(),
                        layout::cohort),
                aggregate(
                        "calendar",
                        Aggregate.By.PERIOD,
                        first,
                        data.periods(),
                        t -> data.period(t).toString(),
                        layout::period));
    }

    private Aggregate aggregate(
            String name, Aggregate.By by, int from, int to, IntFunction<String> label, IntUnaryOperator place) {
        return new Aggregate(
                name,
                by,
                IntStream.range(from, to)
                        .filter(k -> !Double.isNaN(means[place.applyAsInt(k)]))
                        .mapToObj(k -> new Aggregate.Row(label.apply(k), coefficient("effect", place.applyAsInt(k))))
                        .toList());
    }
}
