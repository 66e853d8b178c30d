package org.migrationimpact.covariance;

import java.util.Objects;

/**
 * An interval that was found at one level, without a standard error or p-value. At any other level nothing is known, and the interval has no
 * ends.
 *
 * @param found the interval, with its level
 */
public record IntervalOnly(Interval found) implements Uncertainty {

    private static final long serialVersionUID = 1L;

    public IntervalOnly {
        Objects.requireNonNull(found);
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
        return Double.NaN;
    }

    @Override
    public Interval interval(double estimate, double level) {
        return Math.abs(Interval.requireLevel(level) - found.level()) < 1e-12
                ? found
                : new PointOnly().interval(estimate, level);
    }
}
