package org.migrationimpact.forecast;

import java.util.random.RandomGenerator;
import org.migrationimpact.forecast.Filter.Kind;

/**
 * Draws of what a reading shows, given the series. The gains and variances of the one filter serve every draw: a draw takes one pass
 * forth over its innovations and one back, at a few operations a state.
 */
final class SimulationSmoother {

    private final Filter filter;
    private final double[] noise;
    private final Reading reading;
    private final double[][] usual;
    private final double[][] unknown;

    SimulationSmoother(Filter filter, double[] noise, Reading reading) {
        this.filter = filter;
        this.noise = noise;
        this.reading = reading;
        int n = filter.y.length;
        usual = new double[n][];
        unknown = new double[n][];
        for (int t = 0; t < n; t++) {
            int[] places = reading.places().apply(t);
            double[] weights = reading.weights().apply(t);
            usual[t] = Sparse.times(filter.usual[t], filter.size, places, weights);
            unknown[t] = filter.unknown[t].length == 0
                    ? new double[0]
                    : Sparse.times(filter.unknown[t], filter.size, places, weights);
        }
    }

    /** The mean of the reading given these values in place of the series, missing where the series is. */
    double[] mean(double[] values) {
        int n = values.length;
        StateSpace space = filter.space.copy();
        double[] innovations = new double[n];
        double[] mean = new double[n];
        double[] a = new double[filter.size];
        for (int t = 0; t < n; t++) {
            mean[t] = Sparse.dot(reading.places().apply(t), reading.weights().apply(t), a);
            if (filter.kinds[t] != Kind.MISSING) {
                innovations[t] = values[t] - Sparse.dot(space.places(t), space.weights(t), a);
                for (int i = 0; i < a.length; i++) {
                    a[i] += filter.gains[t][i] * innovations[t];
                }
            }
            space.transition(t).apply(a);
        }
        back(space, innovations, mean);
        return mean;
    }

    private void back(StateSpace space, double[] innovations, double[] mean) {
        double[] r = new double[filter.size];
        double[] s = new double[filter.size];
        for (int t = mean.length - 1; t >= 0; t--) {
            if (t < mean.length - 1) {
                space.transition(t).applyTransposed(r);
                space.transition(t).applyTransposed(s);
            }
            if (filter.kinds[t] != Kind.MISSING) {
                observe(space, t, innovations[t], r, s);
            }
            mean[t] += dot(usual[t], r);
            if (unknown[t].length > 0) {
                mean[t] += dot(unknown[t], s);
            }
        }
    }

    private void observe(StateSpace space, int t, double v, double[] r, double[] s) {
        double u = -dot(filter.gains[t], r);
        double w = 0;
        if (filter.kinds[t] == Kind.USUAL) {
            u += v / filter.variances[t];
        } else {
            w = v / filter.diffuseVariances[t] - dot(filter.gains[t], s) - dot(filter.diffuseGains[t], r);
        }
        int[] places = space.places(t);
        double[] weights = space.weights(t);
        for (int k = 0; k < places.length; k++) {
            r[places[k]] += weights[k] * u;
            s[places[k]] += weights[k] * w;
        }
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** One draw of the reading in every period. */
    double[] draw(RandomGenerator random) {
        int n = filter.y.length;
        StateSpace space = filter.space.copy();
        double[] a = start(space, random);
        double[] simulated = new double[n];
        double[] rest = new double[n];
        for (int t = 0; t < n; t++) {
            simulated[t] =
                    Sparse.dot(reading.places().apply(t), reading.weights().apply(t), a);
            double error = Math.sqrt(noise[0]) * random.nextGaussian();
            if (filter.kinds[t] != Kind.MISSING) {
                rest[t] = filter.y[t] - Sparse.dot(space.places(t), space.weights(t), a) - error;
            }
            space.transition(t).apply(a);
            disturb(space, t, a, random);
        }
        double[] drawn = mean(rest);
        for (int t = 0; t < n; t++) {
            drawn[t] += simulated[t];
        }
        return drawn;
    }

    /** What is diffuse starts at 0, which its draws do not depend on; the cycle starts where it may be. */
    private double[] start(StateSpace space, RandomGenerator random) {
        double[] a = new double[filter.size];
        double variance = noise[noise.length - 1] / (1 - space.damping() * space.damping());
        for (int i = space.diffuse(); i < a.length; i++) {
            a[i] = Math.sqrt(variance) * random.nextGaussian();
        }
        return a;
    }

    private void disturb(StateSpace space, int t, double[] a, RandomGenerator random) {
        for (int k = 0; k < space.sources().size(); k++) {
            int[][] driven = space.sources().get(k).places();
            for (int state : driven[(t + 1) % driven.length]) {
                a[state] += Math.sqrt(noise[k + 1]) * random.nextGaussian();
            }
        }
    }
}
