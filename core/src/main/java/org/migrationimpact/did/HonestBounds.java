package org.migrationimpact.did;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;

/**
 * How far an effect stands when treated and controls would not quite have gone the same way without the measure: the interval for the
 * effect when the difference in trends is restricted, but not to nothing.
 *
 * <p>{@link #relativeMagnitudes}: from one period to the next, the difference changes after treatment at most so many times as much as it
 * did at most before. {@link #smoothness}: it is a straight line, but for bends (second differences) of at most so much. The effect asked
 * about is the first one after the reference unless {@link #at}, {@link #mean} or {@link #weighted} say otherwise; confidence is 95 %.
 *
 * <p>Estimates must have a universal base: with a varying one those before treatment are steps from period to period and no restriction of
 * trends can be read from them. Event times must follow each other without a gap, the reference included.
 *
 * <p>Source: Rambachan and Roth (2023), doi:10.1093/restud/rdad018.
 */
public final class HonestBounds implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DRAWS = 10_000;

    private final EventStudyEstimates study;
    private final double[] target;
    private final double level;
    private final int draws;
    private final long seed;
    private final double reach;

    private HonestBounds(EventStudyEstimates study, double[] target, double level, int draws, long seed, double reach) {
        this.study = study;
        this.target = target;
        this.level = level;
        this.draws = draws;
        this.seed = seed;
        this.reach = reach;
    }

    /**
     * Of these estimates, about the first effect after the reference.
     *
     * @throws InputException E-HONEST-001 where the base is varying
     * @throws DataException E-HONEST-002 where there is no estimate before or none after the reference, or a gap between event times
     */
    public static HonestBounds of(EventStudyEstimates study) {
        if (study.base() == BasePeriod.VARYING) {
            throw new InputException(
                    "E-HONEST-001",
                    "the estimates before treatment have a varying base: each is the change from the period before, and no"
                            + " bound on trends can be read from them; take a universal base");
        }
        int[] events = study.events();
        for (int i = 0; i < events.length; i++) {
            int expected = study.reference() - study.before() + i + (i < study.before() ? 0 : 1);
            if (events[i] != expected || study.before() == 0 || study.after() == 0) {
                throw new DataException(
                        "E-HONEST-002",
                        "the " + study
                                + " cannot be bounded: there must be estimates before and after the reference, at"
                                + " event times that follow each other without a gap");
            }
        }
        double[] first = new double[study.after()];
        if (first.length > 0) {
            first[0] = 1;
        }
        return new HonestBounds(study, first, 0.95, DRAWS, 1, Double.POSITIVE_INFINITY);
    }

    /** About the effect at this event time. */
    public HonestBounds at(int event) {
        double[] weights = new double[study.after()];
        int place = event - study.reference() - 1;
        if (place < 0 || place >= weights.length) {
            throw new IllegalArgumentException("effects are estimated at event times " + (study.reference() + 1)
                    + " to " + (study.reference() + weights.length) + ", got " + event);
        }
        weights[place] = 1;
        return weighted(weights);
    }

    /** About the mean of all effects after the reference. */
    public HonestBounds mean() {
        double[] weights = new double[study.after()];
        Arrays.fill(weights, 1.0 / weights.length);
        return weighted(weights);
    }

    /** About a weighted sum of the effects after the reference, one weight each. */
    public HonestBounds weighted(double... weights) {
        boolean none = Arrays.stream(weights).allMatch(weight -> weight == 0);
        if (weights.length != study.after() || none || !Arrays.stream(weights).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("there must be " + study.after()
                    + " finite weights, not all of them 0, got " + Arrays.toString(weights));
        }
        return new HonestBounds(study, weights.clone(), level, draws, seed, reach);
    }

    /** With this confidence, between 0 and 1. */
    public HonestBounds confidence(double other) {
        return new HonestBounds(study, target, Interval.requireLevel(other), draws, seed, reach);
    }

    /** With so many draws, 999 to 1,000,000, of the least favourable critical value, from this seed; 10,000 from seed 1 by default. */
    public HonestBounds draws(int count, long from) {
        if (count < 999 || count > 1_000_000) {
            throw new IllegalArgumentException("draws must be 999 to 1000000, got " + count);
        }
        return new HonestBounds(study, target, level, count, from, reach);
    }

    /**
     * With a search that ends so many standard errors from 0, as some software has it: an interval that goes on beyond ends there. There
     * is no such end by default.
     */
    public HonestBounds searchedWithin(double standardErrors) {
        if (!(standardErrors > 0)) {
            throw new IllegalArgumentException("a search goes at least a little from 0, got " + standardErrors);
        }
        return new HonestBounds(study, target, level, draws, seed, standardErrors);
    }

    /** The interval where trends are the same: the usual one, of the normal distribution. */
    public Interval original() {
        return new StudentT(error(), Double.POSITIVE_INFINITY).interval(estimate(), level);
    }

    /**
     * The interval where the difference in trends has bends of at most this much, in units of the outcome a period and period.
     *
     * @param bend 0 for a straight line
     */
    public HonestInterval smoothness(double bend) {
        Interval interval = new Flci(study.estimates(), study.covariance(), target).interval(requireBound(bend), level);
        return new HonestInterval("smoothness", bend, "fixed length", interval);
    }

    /** The same by the conditional test with the least favourable hybrid: longer where bends are large, shorter where nothing is known. */
    public HonestInterval smoothnessByTest(double bend) {
        TrendRestriction set = TrendRestriction.smoothness(study.before(), study.after(), requireBound(bend));
        return byTest("smoothness", bend, List.of(set));
    }

    /**
     * The interval where the difference in trends changes, from one period to the next after treatment, at most so many times as much as
     * it did at most before.
     *
     * @param bound 1 for as much
     */
    public HonestInterval relativeMagnitudes(double bound) {
        List<TrendRestriction> sets =
                TrendRestriction.relativeMagnitudes(study.before(), study.after(), requireBound(bound));
        return byTest("relative magnitudes", bound, sets);
    }

    private HonestInterval byTest(String restriction, double bound, List<TrendRestriction> sets) {
        double[][] errors = MomentTest.draws(study.covariance(), draws, seed);
        double step = error() * 40 / 999;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (TrendRestriction set : sets) {
            MomentTest test = new MomentTest(set, study.estimates(), study.covariance(), target, 1 - level, errors);
            AcceptedRange range = AcceptedRange.of(test, estimate(), step);
            low = Math.min(low, range.low());
            high = Math.max(high, range.high());
        }
        if (low > high) {
            throw new DataException(
                    "E-HONEST-004",
                    "no effect at all is compatible with " + restriction + " of " + bound + " of the " + study
                            + ": the estimates before treatment speak against it; allow more");
        }
        double end = reach * error();
        Interval interval = new Interval(Math.max(low, -end), Math.min(high, end), level);
        return new HonestInterval(
                restriction,
                bound,
                String.format(
                        Locale.ROOT, "conditional test, least favourable hybrid, %d draws from seed %d", draws, seed),
                interval);
    }

    private static double requireBound(double bound) {
        if (!(bound >= 0) || Double.isInfinite(bound)) {
            throw new IllegalArgumentException("a bound is finite and 0 or more, got " + bound);
        }
        return bound;
    }

    private double estimate() {
        double[] all = study.estimates();
        double sum = 0;
        for (int j = 0; j < target.length; j++) {
            sum += target[j] * all[study.before() + j];
        }
        return sum;
    }

    private double error() {
        double[][] covariance = study.covariance();
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            for (int j = 0; j < target.length; j++) {
                sum += target[i] * target[j] * covariance[study.before() + i][study.before() + j];
            }
        }
        return Math.sqrt(sum);
    }
}
