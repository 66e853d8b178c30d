package org.migrationimpact.covariance;

import java.util.Comparator;
import java.util.List;

/**
 * A test that is exact where the periods can be exchanged, inverted: an interval holds the effects that the test does not reject. It has as
 * many steps as there are arrangements of the periods, so that a level may be out of reach: then the interval has no ends.
 *
 * <p>Source: Chernozhukov, Wüthrich and Zhu (2021), doi:10.1080/01621459.2021.1920957.
 *
 * @param zero the p-value of no effect
 * @param resolution the smallest p-value there can be, one over the number of arrangements
 * @param intervals of the levels that were asked for; one of another level is answered by the next higher of them
 */
public record Conformal(double zero, double resolution, List<Interval> intervals) implements Uncertainty {

    private static final long serialVersionUID = 1L;

    public Conformal {
        if (!(zero > 0 && zero <= 1)) {
            throw new IllegalArgumentException("a p-value is above 0 and at most 1, got " + zero);
        }
        intervals = intervals.stream()
                .sorted(Comparator.comparingDouble(Interval::level))
                .toList();
    }

    @Override
    public double standardError() {
        return Double.NaN;
    }

    @Override
    public double degreesOfFreedom() {
        return Double.NaN;
    }

    @Override
    public double statistic(double estimate) {
        return Double.NaN;
    }

    @Override
    public double pValue(double estimate) {
        return zero;
    }

    @Override
    public Interval interval(double estimate, double level) {
        return of(intervals, level);
    }

    static Interval of(List<Interval> intervals, double level) {
        return intervals.stream()
                .filter(interval -> interval.level() >= Interval.requireLevel(level) - 1e-12)
                .findFirst()
                .map(interval -> new Interval(interval.low(), interval.high(), level))
                .orElse(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level));
    }
}
