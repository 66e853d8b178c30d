package org.migrationimpact.forecast;

import org.migrationimpact.forecast.Filter.Kind;

/**
 * The derivative of the exact diffuse log likelihood with respect to each variance, from one pass backwards over a filter that kept its
 * gains: {@code ½ Σ (r² − N)} over the states that a source drives, {@code ½ Σ (u² − D)} for the irregular.
 *
 * <p>Source: Koopman and Shephard (1992), doi:10.1093/biomet/79.4.823; Durbin and Koopman (2012), 7.3.3.
 */
final class Score {

    private Score() {}

    /** One derivative for the irregular's variance, then one for each source's. */
    static double[] of(Filter filter) {
        StateSpace space = filter.space;
        int m = filter.size;
        double[] r = new double[m];
        double[] n = new double[m * m];
        double[] score = new double[1 + space.sources().size()];
        for (int t = filter.y.length - 1; t >= 0; t--) {
            if (t < filter.y.length - 1) {
                driven(space, t, r, n, score);
                space.transition(t).applyTransposed(r);
                space.transition(t).conjugateTransposed(n);
            }
            if (filter.kinds[t] != Kind.MISSING) {
                observed(filter, t, r, n, score);
            }
        }
        return score;
    }

    private static void driven(StateSpace space, int t, double[] r, double[] n, double[] score) {
        for (int k = 0; k < space.sources().size(); k++) {
            int[][] driven = space.sources().get(k).places();
            for (int state : driven[(t + 1) % driven.length]) {
                score[k + 1] += 0.5 * (r[state] * r[state] - n[state * r.length + state]);
            }
        }
    }

    private static void observed(Filter filter, int t, double[] r, double[] n, double[] score) {
        int m = r.length;
        double[] gain = filter.gains[t];
        int[] places = filter.space.places(t);
        double[] weights = filter.space.weights(t);
        double u = 0;
        double d = 0;
        double[] w = new double[m];
        for (int i = 0; i < m; i++) {
            double sum = 0;
            for (int j = 0; j < m; j++) {
                sum += n[i * m + j] * gain[j];
            }
            w[i] = sum;
            u -= gain[i] * r[i];
            d += gain[i] * sum;
        }
        if (filter.kinds[t] == Kind.USUAL) {
            u += filter.innovations[t] / filter.variances[t];
            d += 1 / filter.variances[t];
        }
        score[0] += 0.5 * (u * u - d);
        for (int k = 0; k < places.length; k++) {
            r[places[k]] += weights[k] * u;
            for (int i = 0; i < m; i++) {
                double less = weights[k] * w[i];
                n[places[k] * m + i] -= less;
                n[i * m + places[k]] -= less;
            }
        }
        for (int k = 0; k < places.length; k++) {
            for (int l = 0; l < places.length; l++) {
                n[places[k] * m + places[l]] += weights[k] * weights[l] * d;
            }
        }
    }
}
