package org.migrationimpact.covariance;

/**
 * Nothing: an estimate whose error the design does not tell. No number is excluded, so its interval has no ends; it and the p-value are
 * absent wherever the estimate is printed.
 */
public record PointOnly() implements Uncertainty {

    private static final long serialVersionUID = 1L;

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
        return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Interval.requireLevel(level));
    }
}
