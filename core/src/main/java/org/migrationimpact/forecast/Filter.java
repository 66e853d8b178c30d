package org.migrationimpact.forecast;

import java.util.Arrays;

/**
 * The Kalman filter of one series, started exactly diffuse, and collapsed to its steady state once the gain no longer moves and nothing
 * is missing any more.
 *
 * <p>While anything is unknown the variance is {@code P* + κ P∞} with κ → ∞; an observation that the unknown part reaches takes one from
 * the rank of P∞ and gives {@code −½ log F∞} to the log likelihood, every other one {@code −½ (log 2π + log F + v²/F)}. Source: Koopman
 * (1997), doi:10.1080/01621459.1997.10474067; Durbin and Koopman (2012), chapter 5.
 */
final class Filter {

    /** What is kept of a pass. */
    enum Keep {
        /** The likelihood and the last state. */
        LIKELIHOOD,
        /** Gains too, as the score needs them. */
        GAINS,
        /** Every state with its variance, as smoothing needs them. */
        STATES
    }

    /** What an observation was to the filter. */
    enum Kind {
        MISSING,
        DIFFUSE,
        USUAL
    }

    private static final double NOTHING = 1e-9;
    private static final double STILL = 1e-13;

    final StateSpace space;
    final double[] y;
    final int size;
    final Kind[] kinds;
    final double[] innovations;
    final double[] variances;
    final double[] diffuseVariances;
    final double[][] gains;
    final double[][] diffuseGains;
    final double[][] states;
    final double[][] usual;
    final double[][] unknown;

    private final double[] noise;
    private final Keep keep;
    private final int lastMissing;

    double[] a;
    double[] p;
    private double[] q;
    private int rank;
    private double largest = 1;
    private final Deviance deviance = new Deviance();
    private int stillFor;
    private int steadyFrom = -1;

    /** One pass over y, {@code NaN} where missing; noise is the irregular's variance, then each source's. */
    private Filter(StateSpace space, double[] y, double[] noise, Keep keep) {
        int n = y.length;
        this.space = space;
        this.y = y;
        this.noise = noise;
        this.keep = keep;
        size = space.size();
        kinds = new Kind[n];
        innovations = new double[n];
        variances = new double[n];
        diffuseVariances = new double[keep == Keep.LIKELIHOOD ? 0 : n];
        gains = new double[n][];
        diffuseGains = new double[keep == Keep.STATES ? n : 0][];
        states = new double[keep == Keep.STATES ? n : 0][];
        usual = new double[keep == Keep.STATES ? n : 0][];
        unknown = new double[keep == Keep.STATES ? n : 0][];
        int last = n - 1;
        while (last >= 0 && !Double.isNaN(y[last])) {
            last--;
        }
        lastMissing = last;
        a = new double[size];
        p = new double[size * size];
        q = new double[size * size];
    }

    static Filter run(StateSpace space, double[] y, double[] noise, Keep keep) {
        Filter filter = new Filter(space, y, noise, keep);
        filter.begin();
        for (int t = 0; t < y.length; t++) {
            filter.step(t);
        }
        filter.turnBack();
        return filter;
    }

    private void begin() {
        rank = space.diffuse();
        for (int i = 0; i < rank; i++) {
            q[i * size + i] = 1;
        }
        if (size > rank) {
            double variance = noise[noise.length - 1] / (1 - space.damping() * space.damping());
            for (int i = rank; i < size; i++) {
                p[i * size + i] = variance;
            }
        }
    }

    private void step(int t) {
        if (keep == Keep.STATES) {
            states[t] = a.clone();
            usual[t] = p.clone();
            unknown[t] = rank > 0 ? q.clone() : new double[0];
        }
        if (Double.isNaN(y[t])) {
            kinds[t] = Kind.MISSING;
        } else if (steadyFrom >= 0) {
            still(t);
        } else {
            observe(t);
        }
        move(t);
    }

    private void observe(int t) {
        int[] places = space.places(t);
        double[] weights = space.weights(t);
        double v = y[t] - Sparse.dot(places, weights, a);
        double[] m = Sparse.times(p, size, places, weights);
        double f = Sparse.dot(places, weights, m) + noise[0];
        innovations[t] = v;
        variances[t] = f;
        if (rank > 0 && observeUnknown(t, v, m, f)) {
            return;
        }
        kinds[t] = Kind.USUAL;
        deviance.add(v, f);
        for (int i = 0; i < size; i++) {
            double gain = m[i] / f;
            a[i] += gain * v;
            int row = i * size;
            for (int j = 0; j < size; j++) {
                p[row + j] -= gain * m[j];
            }
        }
        for (int i = 0; i < size; i++) {
            m[i] /= f;
        }
        gains[t] = m;
        settle(t);
    }

    /** The step of an observation that what is unknown reaches; false where it does not. */
    private boolean observeUnknown(int t, double v, double[] m, double f) {
        int[] places = space.places(t);
        double[] weights = space.weights(t);
        double[] u = Sparse.times(q, size, places, weights);
        double reach = Sparse.dot(places, weights, u);
        if (reach <= NOTHING * largest) {
            return false;
        }
        kinds[t] = Kind.DIFFUSE;
        deviance.addDiffuse(reach);
        for (int i = 0; i < size; i++) {
            double gain = u[i] / reach;
            double other = (m[i] - gain * f) / reach;
            a[i] += gain * v;
            for (int j = 0; j < size; j++) {
                p[i * size + j] -= gain * m[j] + other * u[j];
                q[i * size + j] -= gain * u[j];
            }
        }
        if (keep != Keep.LIKELIHOOD) {
            keepUnknown(t, u, m, f, reach);
        }
        rank--;
        return true;
    }

    private void keepUnknown(int t, double[] u, double[] m, double f, double reach) {
        diffuseVariances[t] = reach;
        gains[t] = new double[size];
        double[] second = new double[size];
        for (int i = 0; i < size; i++) {
            gains[t][i] = u[i] / reach;
            second[i] = (m[i] - gains[t][i] * f) / reach;
        }
        if (keep == Keep.STATES) {
            diffuseGains[t] = second;
        }
    }

    private void move(int t) {
        Transition step = space.transition(t);
        step.apply(a);
        if (steadyFrom >= 0 && t >= steadyFrom) {
            return;
        }
        step.conjugate(p);
        for (int k = 0; k < space.sources().size(); k++) {
            int[][] driven = space.sources().get(k).places();
            for (int state : driven[(t + 1) % driven.length]) {
                p[state * size + state] += noise[k + 1];
            }
        }
        if (rank > 0) {
            step.conjugate(q);
            for (int i = 0; i < size; i++) {
                largest = Math.max(largest, q[i * size + i]);
            }
        }
    }

    /** Whether the gain has stopped moving; then it is kept, turned with the ring of seasons. */
    private void settle(int t) {
        if (keep == Keep.STATES || !space.hasConstantWeights() || t <= lastMissing || t == 0 || gains[t - 1] == null) {
            return;
        }
        stillFor = kinds[t - 1] == Kind.USUAL && isStill(t) ? stillFor + 1 : 0;
        if (stillFor > Math.max(1, space.ring())) {
            steadyFrom = t + 1;
        }
    }

    private boolean isStill(int t) {
        if (Math.abs(variances[t] - variances[t - 1]) > STILL * variances[t]) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (Math.abs(gains[t][space.moved(i, 1)] - gains[t - 1][i]) > STILL) {
                return false;
            }
        }
        return true;
    }

    private void still(int t) {
        double f = variances[t - 1];
        double v = y[t] - Sparse.dot(space.places(t), space.weights(t), a);
        double[] before = gains[t - 1];
        double[] gain = new double[size];
        for (int i = 0; i < size; i++) {
            int place = space.moved(i, 1);
            gain[place] = before[i];
            a[place] += before[i] * v;
        }
        kinds[t] = Kind.USUAL;
        gains[t] = gain;
        innovations[t] = v;
        variances[t] = f;
        deviance.add(v, f);
    }

    /** In the steady state the variance stood still while the ring turned; here it is turned to where the ring is. */
    private void turnBack() {
        if (steadyFrom < 0) {
            return;
        }
        int turns = y.length - steadyFrom;
        double[] turned = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                turned[space.moved(i, turns) * size + space.moved(j, turns)] = p[i * size + j];
            }
        }
        p = turned;
    }

    /** How many dimensions of the start the data have not reached. */
    int rank() {
        return rank;
    }

    /** From which period on the gain stood still; −1 where it never did. */
    int steadyFrom() {
        return steadyFrom;
    }

    /** What the observations add up to: the likelihood. */
    Deviance deviance() {
        return deviance;
    }

    /** The log likelihood; minus infinity or NaN where the variances cannot be. */
    double logLikelihood() {
        return deviance.logLikelihood();
    }

    /** Standardised innovations, NaN where there is none. */
    double[] standardised() {
        double[] e = new double[y.length];
        Arrays.setAll(e, t -> kinds[t] == Kind.USUAL ? innovations[t] / Math.sqrt(variances[t]) : Double.NaN);
        return e;
    }
}
