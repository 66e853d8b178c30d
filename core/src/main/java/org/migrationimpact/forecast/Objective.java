package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.Optional;

/**
 * The log likelihood as a function of what is estimated: the standard deviation of the irregular and of each source, whose signs do not
 * matter, and for a cycle its damping and frequency, each as the logit of its place in its range. A standard deviation of exactly 0 is a
 * point like any other.
 */
final class Objective {

    private static final double SMALL = 1e-5;

    private final StateSpace space;
    private final double[] y;
    private final Optional<Cycle> cycle;
    private final int deviations;

    Objective(StateSpace space, double[] y, Optional<Cycle> cycle) {
        this.space = space;
        this.y = y;
        this.cycle = cycle;
        deviations = 1 + space.sources().size();
    }

    /** How many of the parameters are standard deviations; they come first. */
    int deviations() {
        return deviations;
    }

    /** What the k-th source moves. */
    String source(int k) {
        return space.sources().get(k).name();
    }

    /** How many parameters there are. */
    int count() {
        return deviations + (cycle.isPresent() ? 2 : 0);
    }

    double[] noise(double[] x) {
        double[] noise = new double[deviations];
        Arrays.setAll(noise, i -> x[i] * x[i]);
        return noise;
    }

    double damping(double[] x) {
        return cycle.isPresent() ? share(x[deviations]) : 0;
    }

    /** The length of the cycle in periods. */
    double length(double[] x) {
        return cycle.map(c -> 2 * Math.PI / frequency(c, x)).orElse(Double.NaN);
    }

    private double frequency(Cycle c, double[] x) {
        double low = 2 * Math.PI / c.longest();
        double high = 2 * Math.PI / c.shortest();
        return low + (high - low) * share(x[deviations + 1]);
    }

    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    StateSpace space(double[] x) {
        return cycle.map(c -> space.withCycle(damping(x), frequency(c, x))).orElse(space);
    }

    Filter filter(double[] x, Filter.Keep keep) {
        return Filter.run(space(x), y, noise(x), keep);
    }

    /** The log likelihood, minus infinity where there is none. */
    double value(double[] x) {
        return value(filter(x, Filter.Keep.LIKELIHOOD));
    }

    /** The log likelihood of this pass, minus infinity where there is none. */
    static double value(Filter filter) {
        double value = filter.logLikelihood();
        return Double.isFinite(value) ? value : Double.NEGATIVE_INFINITY;
    }

    /** The derivative with respect to each variance, exact; that of a cycle by differences. */
    double[] score(double[] x) {
        return Score.of(filter(x, Filter.Keep.GAINS));
    }

    /** The derivative with respect to each parameter. */
    double[] gradient(double[] x) {
        return gradient(x, filter(x, Filter.Keep.GAINS));
    }

    /** The same from a pass at these parameters that kept its gains. */
    double[] gradient(double[] x, Filter filter) {
        double[] score = Score.of(filter);
        double[] gradient = new double[count()];
        for (int i = 0; i < count(); i++) {
            boolean ofCycle = cycle.isPresent() && i >= deviations - 1;
            gradient[i] = ofCycle ? difference(x, i) : 2 * x[i] * score[i];
        }
        return gradient;
    }

    private double difference(double[] x, int i) {
        double step = SMALL * Math.max(1e-3, Math.abs(x[i]));
        double[] up = x.clone();
        double[] down = x.clone();
        up[i] += step;
        down[i] -= step;
        return (value(up) - value(down)) / (2 * step);
    }

    /** The logarithm of the density, up to a constant, of these parameters where none is more likely beforehand. */
    double flatPrior(double[] x) {
        double sum = 0;
        for (int i = deviations; i < count(); i++) {
            double share = share(x[i]);
            sum += Math.log(share) + Math.log1p(-share);
        }
        return sum;
    }

    /** For another thread. */
    Objective copy() {
        return new Objective(space.copy(), y, cycle);
    }
}
