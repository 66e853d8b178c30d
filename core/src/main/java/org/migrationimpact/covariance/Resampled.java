package org.migrationimpact.covariance;

import java.util.Arrays;

/**
 * A standard error with studentised bootstrap draws: {@code t* = (estimate* − estimate) / error*}. The interval is the percentile-t one,
 * {@code estimate − q(1−α/2) · error} to {@code estimate − q(α/2) · error}; the p-value {@code (1 + #{|t*| ≥ |t|}) / (1 + B)}, which can be
 * no smaller than 1/(1+B).
 *
 * <p>Source: Hall (1988), doi:10.1214/aos/1176350933; Davison and Hinkley (1997), doi:10.1017/CBO9780511802843.
 */
public final class Resampled implements Uncertainty {

    private static final long serialVersionUID = 1L;

    private final double standardError;
    private final double[] draws;

    /** The standard error of the estimate, and B studentised draws in any order. */
    public Resampled(double standardError, double[] draws) {
        if (!(standardError > 0) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException("a standard error is finite and above 0, got " + standardError);
        }
        if (draws.length < 19) {
            throw new IllegalArgumentException("at least 19 draws, got " + draws.length);
        }
        if (Arrays.stream(draws).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("draws must be numbers, got NaN among them");
        }
        this.standardError = standardError;
        this.draws = draws.clone();
        Arrays.sort(this.draws);
    }

    @Override
    public double standardError() {
        return standardError;
    }

    @Override
    public double degreesOfFreedom() {
        return Double.NaN;
    }

    @Override
    public double statistic(double estimate) {
        return estimate / standardError;
    }

    @Override
    public double pValue(double estimate) {
        double t = Math.abs(statistic(estimate));
        long beyond = Arrays.stream(draws).filter(draw -> Math.abs(draw) >= t).count();
        return (1.0 + beyond) / (1.0 + draws.length);
    }

    /** The number of draws, B. */
    public int count() {
        return draws.length;
    }

    /** The Monte Carlo error of that p-value: √(p(1−p)/B). */
    public double monteCarloError(double estimate) {
        double p = pValue(estimate);
        return Math.sqrt(p * (1 - p) / draws.length);
    }

    @Override
    public Interval interval(double estimate, double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        return new Interval(
                estimate - quantile(1 - tail) * standardError, estimate - quantile(tail) * standardError, level);
    }

    private double quantile(double probability) {
        double place = probability * (draws.length + 1) - 1;
        int below = (int) Math.max(0, Math.min(draws.length - 1, Math.floor(place)));
        int above = Math.min(draws.length - 1, below + 1);
        double share = Math.max(0, Math.min(1, place - below));
        return draws[below] + share * (draws[above] - draws[below]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Resampled that
                && standardError == that.standardError
                && Arrays.equals(draws, that.draws);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(standardError) + Arrays.hashCode(draws);
    }
}
