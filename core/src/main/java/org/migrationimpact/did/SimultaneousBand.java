package org.migrationimpact.did;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.migrationimpact.covariance.StudentT;

/**
 * The multiple of their errors within which several estimates lie together: the quantile of the largest |t| of a multivariate t with their
 * correlations, from {@value #DRAWS} draws of seed {@value #SEED}; never less than that of one alone.
 *
 * <p>Source: Montiel Olea and Plagborg-Møller (2019), doi:10.1002/jae.2656.
 */
final class SimultaneousBand {

    static final int DRAWS = 10_000;
    static final long SEED = 1;
    private static final double SINGULAR = 1e-10;

    private SimultaneousBand() {}

    static double multiple(double[][] covariance, double df, double level) {
        double[][] root = root(covariance);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        double[] largest = new double[DRAWS];
        double[] z = new double[root.length];
        for (int b = 0; b < DRAWS; b++) {
            Arrays.setAll(z, j -> random.nextGaussian());
            largest[b] = largest(root, z) / studentised(df, random);
        }
        Arrays.sort(largest);
        double quantile = largest[(int) Math.ceil(level * DRAWS) - 1];
        return Math.max(quantile, new StudentT(1, df).quantile(level));
    }

    private static double largest(double[][] root, double[] z) {
        double largest = 0;
        for (int i = 0; i < root.length; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += root[i][j] * z[j];
            }
            largest = Math.max(largest, Math.abs(sum));
        }
        return largest;
    }

    /** √(chi-squared/df), by the cube-root normal approximation of Wilson and Hilferty; 1 where df is infinite. */
    private static double studentised(double df, RandomGenerator random) {
        if (Double.isInfinite(df)) {
            return 1;
        }
        double a = 2 / (9 * df);
        double cube = 1 - a + random.nextGaussian() * Math.sqrt(a);
        return Math.sqrt(Math.max(1e-6, cube * cube * cube));
    }

    /** L with L L' the correlations; a column of 0 where an estimate follows from those before. */
    private static double[][] root(double[][] covariance) {
        int k = covariance.length;
        double[][] l = new double[k][k];
        for (int j = 0; j < k; j++) {
            for (int i = j; i < k; i++) {
                double sum = covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
                for (int m = 0; m < j; m++) {
                    sum -= l[i][m] * l[j][m];
                }
                if (i == j) {
                    l[j][j] = sum > SINGULAR ? Math.sqrt(sum) : 0;
                } else {
                    l[i][j] = l[j][j] == 0 ? 0 : sum / l[j][j];
                }
            }
        }
        return l;
    }
}
