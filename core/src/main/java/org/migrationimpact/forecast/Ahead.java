package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What comes after the last period of a filter at one draw of the parameters: mean and variance of each period, variance of the sum of the
 * counted periods up to each, and one path drawn from their joint distribution. The sum needs one vector carried along, not a matrix.
 */
final class Ahead {

    final double[] mean;
    final double[] variance;
    final double[] sumVariance;
    final double[] path;

    private Ahead(int periods) {
        mean = new double[periods];
        variance = new double[periods];
        sumVariance = new double[periods];
        path = new double[periods];
    }

    static Ahead of(Filter filter, double[] noise, boolean[] counted, RandomGenerator random) {
        Ahead ahead = new Ahead(counted.length);
        StateSpace space = filter.space;
        double[] a = filter.a.clone();
        double[] p = filter.p.clone();
        double[] together = new double[filter.size];
        double[] drawn = Cholesky.of(matrix(p, filter.size)).forth(gaussian(filter.size, random));
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] += a[i];
        }
        double sum = 0;
        for (int h = 0; h < counted.length; h++) {
            int t = filter.y.length + h;
            int[] places = space.places(t);
            double[] weights = space.weights(t);
            double[] reach = Sparse.times(p, filter.size, places, weights);
            ahead.mean[h] = Sparse.dot(places, weights, a);
            ahead.variance[h] = Sparse.dot(places, weights, reach) + noise[0];
            ahead.path[h] = Sparse.dot(places, weights, drawn) + Math.sqrt(noise[0]) * random.nextGaussian();
            if (counted[h]) {
                sum += ahead.variance[h] + 2 * Sparse.dot(places, weights, together);
                for (int i = 0; i < reach.length; i++) {
                    together[i] += reach[i];
                }
            }
            ahead.sumVariance[h] = sum;
            Transition step = space.transition(t);
            step.apply(a);
            step.apply(drawn);
            step.apply(together);
            step.conjugate(p);
            disturb(filter, t, p, noise, drawn, random);
        }
        return ahead;
    }

    private static double[] gaussian(int count, RandomGenerator random) {
        double[] z = new double[count];
        for (int i = 0; i < count; i++) {
            z[i] = random.nextGaussian();
        }
        return z;
    }

    /** A matrix of states, row by row in one array, as rows. */
    private static double[][] matrix(double[] flat, int size) {
        double[][] rows = new double[size][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * size, (i + 1) * size));
        return rows;
    }

    /** Adds the variances of the step from t on to P, and one draw of the disturbances to the states. */
    private static void disturb(
            Filter filter, int t, double[] variance, double[] noises, double[] drawn, RandomGenerator random) {
        for (int k = 0; k < filter.space.sources().size(); k++) {
            int[][] driven = filter.space.sources().get(k).places();
            for (int state : driven[(t + 1) % driven.length]) {
                variance[state * filter.size + state] += noises[k + 1];
                drawn[state] += Math.sqrt(noises[k + 1]) * random.nextGaussian();
            }
        }
    }
}
