package org.migrationimpact.forecast;

/**
 * What comes after the last period of a filter, as if all of it were missing: the mean of each observation and the covariance of all of
 * them, {@code Cov(y_s, y_t) = Z_t T_{t−1} … T_s P_s Z_s'} for s before t. A period whose columns have no value has {@code NaN}.
 */
final class Horizon {

    final double[] mean;
    final double[][] covariance;

    private Horizon(int periods) {
        mean = new double[periods];
        covariance = new double[periods][periods];
    }

    static Horizon after(Filter filter, double[] noise, int periods) {
        Horizon horizon = new Horizon(periods);
        StateSpace space = filter.space;
        double[] a = filter.a.clone();
        double[] p = filter.p.clone();
        double[][] ahead = new double[periods][];
        for (int h = 0; h < periods; h++) {
            int t = filter.y.length + h;
            int[] places = space.places(t);
            double[] weights = space.weights(t);
            horizon.mean[h] = Sparse.dot(places, weights, a);
            ahead[h] = Sparse.times(p, filter.size, places, weights);
            for (int before = 0; before <= h; before++) {
                double both = Sparse.dot(places, weights, ahead[before]) + (before == h ? noise[0] : 0);
                horizon.covariance[before][h] = both;
                horizon.covariance[h][before] = both;
            }
            Transition step = space.transition(t);
            for (int before = 0; before <= h; before++) {
                step.apply(ahead[before]);
            }
            step.apply(a);
            step.conjugate(p);
            addNoise(space, t, p, noise);
        }
        return horizon;
    }

    private static void addNoise(StateSpace space, int t, double[] p, double[] noise) {
        for (int k = 0; k < space.sources().size(); k++) {
            int[][] driven = space.sources().get(k).places();
            for (int state : driven[(t + 1) % driven.length]) {
                p[state * space.size() + state] += noise[k + 1];
            }
        }
    }

    /** Whether every column has a value in this period of the horizon. */
    boolean isKnown(int h) {
        return Double.isFinite(mean[h]);
    }
}
