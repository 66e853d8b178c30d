package org.migrationimpact.did;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * A joint test that several estimates are 0: {@code b' V⁻¹ b}, chi-squared with as many degrees of freedom.
 *
 * @param statistic the quadratic form
 * @param degreesOfFreedom how many estimates
 */
record Wald(double statistic, int degreesOfFreedom) implements Serializable {

    /** The test; empty where the covariance is singular, or there is nothing to test. */
    static Optional<Wald> of(double[] estimates, double[][] covariance) {
        int q = estimates.length;
        double[] scale = new double[q];
        double[][] correlation = new double[q][q];
        double[] z = new double[q];
        for (int i = 0; i < q; i++) {
            scale[i] = Math.sqrt(covariance[i][i]);
            z[i] = estimates[i] / scale[i];
        }
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                correlation[i][j] = covariance[i][j] / (scale[i] * scale[j]);
            }
        }
        if (q == 0 || Arrays.stream(scale).anyMatch(s -> !(s > 0))) {
            return Optional.empty();
        }
        return Spd.inverse(correlation).map(inverse -> new Wald(Spd.dot(z, Spd.times(inverse, z)), q));
    }

    /** From the upper tail. */
    double pValue() {
        return upperTail(degreesOfFreedom, statistic);
    }

    static double upperTail(int degreesOfFreedom, double statistic) {
        return statistic <= 0 ? 1 : Gamma.regularizedGammaQ(degreesOfFreedom / 2.0, statistic / 2);
    }

    /** The value that a central chi-squared variable exceeds with this chance. */
    static double critical(int degreesOfFreedom, double chance) {
        return new ChiSquaredDistribution(null, degreesOfFreedom).inverseCumulativeProbability(1 - chance);
    }

    /** The chance that a noncentral chi-squared variable exceeds a value: a Poisson mixture of central ones. */
    static double noncentralUpperTail(int degreesOfFreedom, double noncentrality, double value) {
        double half = noncentrality / 2;
        int centre = (int) half;
        double sum = 0;
        for (int j = centre; ; j++) {
            double weight = poisson(j, half);
            sum += weight * upperTail(degreesOfFreedom + 2 * j, value);
            if (weight < 1e-17) {
                break;
            }
        }
        for (int j = centre - 1; j >= 0; j--) {
            double weight = poisson(j, half);
            sum += weight * upperTail(degreesOfFreedom + 2 * j, value);
            if (weight < 1e-17) {
                break;
            }
        }
        return Math.min(1, sum);
    }

    private static double poisson(int j, double mean) {
        return mean == 0 ? (j == 0 ? 1 : 0) : Math.exp(j * Math.log(mean) - mean - Gamma.logGamma(j + 1.0));
    }
}
