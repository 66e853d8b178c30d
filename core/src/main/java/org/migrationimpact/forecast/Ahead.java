package org.migrationimpact.forecast;

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
        double[] drawn = Cholesky.of(filter.matrix(p)).forth(gaussian(filter.size, random));
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] += a[i];
        }
        double sum = 0;
        for (int h = 0; h < counted.length; h++) {
            int t = filter.y.length + h;
            int[] places = space.places(t);
            double[] weights = space.weights(t);
            double[] reach = filter.times(p, places, weights);
            ahead.mean[h] = Filter.dot(places, weights, a);
            ahead.variance[h] = Filter.dot(places, weights, reach) + noise[0];
            ahead.path[h] = Filter.dot(places, weights, drawn) + Math.sqrt(noise[0]) * random.nextGaussian();
            if (counted[h]) {
                sum += ahead.variance[h] + 2 * Filter.dot(places, weights, together);
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
            filter.disturb(t, p, noise, drawn, random);
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
}
