package org.migrationimpact.covariance;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A standard error and Student's t: estimate / error has t with these degrees of freedom where the true value is 0. With infinite degrees
 * of freedom it is the normal distribution.
 */
public record StudentT(double standardError, double degreesOfFreedom) implements Uncertainty {

    public StudentT {
        if (!(standardError >= 0) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException("a standard error is finite and 0 or more, got " + standardError);
        }
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("degrees of freedom must be above 0, got " + degreesOfFreedom);
        }
    }

    @Override
    public double statistic(double estimate) {
        return standardError == 0 ? Double.NaN : estimate / standardError;
    }

    @Override
    public double pValue(double estimate) {
        if (standardError == 0) {
            return Double.NaN;
        }
        double tail = -Math.abs(estimate / standardError);
        return 2
                * (Double.isInfinite(degreesOfFreedom)
                        ? new NormalDistribution(null, 0, 1).cumulativeProbability(tail)
                        : new TDistribution(null, degreesOfFreedom).cumulativeProbability(tail));
    }

    @Override
    public Interval interval(double estimate, double level) {
        double half = quantile(level) * standardError;
        return new Interval(estimate - half, estimate + half, level);
    }

    /** The multiple of the standard error that an interval of this level reaches to each side. */
    public double quantile(double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        if (Double.isInfinite(degreesOfFreedom)) {
            return -new NormalDistribution(null, 0, 1).inverseCumulativeProbability(tail);
        }
        TDistribution t = new TDistribution(null, degreesOfFreedom);
        double quantile = t.inverseCumulativeProbability(tail); // to 1e-9, so two Newton steps
        for (int step = 0; step < 2; step++) {
            quantile -= (t.cumulativeProbability(quantile) - tail) / t.density(quantile);
        }
        return -quantile;
    }
}
