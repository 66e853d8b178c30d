package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/**
 * What was observed, what the design says would have been without the measure, and the difference, period by period, in the unit of the
 * series.
 *
 * <p>On a log scale the counterfactual is exp of the prediction (the median of what would have been), and the difference is taken after
 * the logarithm is undone.
 *
 * @param series the name of the series
 * @param unit its unit
 * @param scale the scale on which the counterfactual was predicted
 * @param degreesOfFreedom of its band
 * @param firstTreated the first treated period
 * @param points in order of time, before and after
 * @param sums what the design says of the treated periods together, with errors that know of the correlation between them: {@code
 *     effect.mean}, on the scale of the design, and {@code effect.total}, in the unit of the series; empty where it says nothing
 * @param effects where the errors are not those of a band about the counterfactual: the effect of single periods on the scale of the
 *     design, each under the name of its period; empty nearly always
 */
public record EffectPath(
        String series,
        String unit,
        Scale scale,
        double degreesOfFreedom,
        Period firstTreated,
        List<Point> points,
        List<Coefficient> sums,
        List<Coefficient> effects)
        implements Serializable {

    /**
     * One period.
     *
     * @param period when
     * @param observed in the unit of the series; {@code NaN} where missing
     * @param fitted what the design says with the measure, on the scale of the design
     * @param predicted what it says without the measure, on the scale of the design
     * @param standardError of a new observation about {@code predicted}: residual and coefficients, on the scale of the design
     */
    public record Point(Period period, double observed, double fitted, double predicted, double standardError)
            implements Serializable {}

    public EffectPath {
        points = List.copyOf(points);
        sums = List.copyOf(sums);
        effects = List.copyOf(effects);
    }

    /** A path whose errors are those of a band about the counterfactual. */
    public EffectPath(
            String series,
            String unit,
            Scale scale,
            double degreesOfFreedom,
            Period firstTreated,
            List<Point> points,
            List<Coefficient> sums) {
        this(series, unit, scale, degreesOfFreedom, firstTreated, points, sums, List.of());
    }

    /** A path of which the design says nothing in sum. */
    public EffectPath(
            String series, String unit, Scale scale, double degreesOfFreedom, Period firstTreated, List<Point> points) {
        this(series, unit, scale, degreesOfFreedom, firstTreated, points, List.of());
    }

    /** The points from the first treated period on. */
    public List<Point> treated() {
        return points.stream().filter(p -> !p.period().isBefore(firstTreated)).toList();
    }

    /** What would have been without the measure, in the unit of the series. */
    public double counterfactual(Point point) {
        return scale.undo(point.predicted());
    }

    /** What the design says with the measure, in the unit of the series. */
    public double fitted(Point point) {
        return scale.undo(point.fitted());
    }

    /** Observed less counterfactual, in the unit of the series; {@code NaN} where nothing was observed. */
    public double effect(Point point) {
        return point.observed() - counterfactual(point);
    }

    /** Whether the design tells where the counterfactual of this period lies. */
    public boolean hasBand(Point point) {
        return own(point).isPresent()
                ? Double.isFinite(effectInterval(point, 0.5).width())
                : Double.isFinite(point.standardError()) && degreesOfFreedom > 0;
    }

    /**
     * Where a single observation without the measure would lie with this confidence; without ends where the design cannot tell at this
     * level.
     */
    public Interval counterfactualBand(Point point, double level) {
        if (own(point).isPresent()) {
            Interval effect = effectInterval(point, level);
            return new Interval(point.observed() - effect.high(), point.observed() - effect.low(), level);
        }
        double half = new StudentT(point.standardError(), degreesOfFreedom).quantile(level) * point.standardError();
        return new Interval(scale.undo(point.predicted() - half), scale.undo(point.predicted() + half), level);
    }

    /** The band about the effect: observed less the ends of the counterfactual's, or the interval that the design has for this period. */
    public Interval effectInterval(Point point, double level) {
        Optional<Coefficient> own = own(point);
        if (own.isPresent()) {
            Interval change = own.get().interval(level);
            return new Interval(undone(point, change.low()), undone(point, change.high()), level);
        }
        Interval band = counterfactualBand(point, level);
        return new Interval(point.observed() - band.high(), point.observed() - band.low(), level);
    }

    private Optional<Coefficient> own(Point point) {
        return effects.isEmpty()
                ? Optional.empty()
                : effects.stream()
                        .filter(effect -> effect.term().equals(point.period().toString()))
                        .findFirst();
    }

    /** A change on the scale of the design as a change in the unit of the series. */
    private double undone(Point point, double change) {
        return scale == Scale.LOG ? point.observed() - scale.undo(scale.apply(point.observed()) - change) : change;
    }

    /** One line: series, unit, span, and how many periods lie on each side. */
    @Override
    public String toString() {
        String span = points.isEmpty()
                ? "no periods"
                : points.get(0).period() + " to "
                        + points.get(points.size() - 1).period();
        return "path of " + series + " [" + unit + "], " + span + ", "
                + (points.size() - treated().size()) + " before " + firstTreated + " and "
                + treated().size() + " from it on";
    }
}
