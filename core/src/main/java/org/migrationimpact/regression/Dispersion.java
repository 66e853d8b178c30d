package org.migrationimpact.regression;

import org.apache.commons.math3.special.Gamma;
import org.migrationimpact.data.EstimationException;

/** How much more counts vary than Poisson counts: likelihood, deviance and θ of the negative binomial (θ infinite is Poisson). */
final class Dispersion {

    private static final int MAX_ITERATIONS = 200;

    private Dispersion() {}

    /** 2 Σ [y ln(y/μ) − (y + θ) ln((y + θ)/(μ + θ))], for Poisson 2 Σ [y ln(y/μ) − (y − μ)]. */
    static double deviance(double[] counts, double[] means, double theta) {
        double sum = 0;
        for (int t = 0; t < counts.length; t++) {
            double y = counts[t];
            double mu = means[t];
            double logs = y == 0 ? 0 : y * Math.log(y / mu);
            sum += logs - (Double.isInfinite(theta) ? y - mu : (y + theta) * Math.log((y + theta) / (mu + theta)));
        }
        return 2 * sum;
    }

    static double logLikelihood(double[] counts, double[] means, double theta) {
        double sum = 0;
        for (int t = 0; t < counts.length; t++) {
            double y = counts[t];
            double mu = means[t];
            sum += -Gamma.logGamma(y + 1);
            sum += Double.isInfinite(theta)
                    ? y * Math.log(mu) - mu
                    : Gamma.logGamma(theta + y)
                            - Gamma.logGamma(theta)
                            + theta * Math.log(theta)
                            + y * Math.log(mu)
                            - (theta + y) * Math.log(theta + mu);
        }
        return sum;
    }

    /** θ where the derivative of the likelihood by ln θ is 0, by bisection and Newton's method; infinite where there is none. */
    static double theta(double[] counts, double[] means) {
        double low = Math.log(1e-6);
        double high = Math.log(1e9);
        if (!(score(counts, means, Math.exp(high)) < 0)) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double middle = (low + high) / 2;
            if (score(counts, means, Math.exp(middle)) > 0) {
                low = middle;
            } else {
                high = middle;
            }
            if (high - low < 1e-14) {
                return Math.exp((low + high) / 2);
            }
        }
        throw new EstimationException(
                "E-COUNT-006", "theta of the negative binomial was not found; take errors: poisson");
    }

    private static double score(double[] counts, double[] means, double theta) {
        double sum = 0;
        for (int t = 0; t < counts.length; t++) {
            double y = counts[t];
            double mu = means[t];
            sum += digammaDifference(y, theta) - Math.log1p(mu / theta) + (mu - y) / (mu + theta);
        }
        return sum;
    }

    /** ψ(θ + y) − ψ(θ), summed exactly for small whole numbers, where the difference of two digammas would lose digits. */
    private static double digammaDifference(double y, double theta) {
        if (y > 1000 || y != Math.rint(y)) {
            return Gamma.digamma(theta + y) - Gamma.digamma(theta);
        }
        double sum = 0;
        for (int i = 0; i < y; i++) {
            sum += 1 / (theta + i);
        }
        return sum;
    }
}
