package org.migrationimpact.did;

import java.util.Arrays;
import java.util.Optional;

/**
 * A logit of being treated, by maximum likelihood with Newton's steps, halved while the likelihood falls.
 *
 * @param score the fitted probability by row, at most 1 − 1e-6
 * @param covariance the inverse of the information
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
record Propensity(double[] score, double[][] covariance) {

    /** From here on there is no overlap: the treated have nobody like them among the controls. */
    static final double NO_OVERLAP = 0.999;

    /** Controls with a score from here on get no weight: one of them would count for 199 others. */
    static final double TRIMMED = 0.995;

    private static final int MAX_STEPS = 50;
    private static final double TOLERANCE = 1e-11;
    private static final double LARGE = 0.5; // a step of which Newton is not to be trusted

    /** The fit; empty where the likelihood has no maximum, or the columns are collinear. */
    static Optional<Propensity> fit(double[][] x, double[] treated, double[] weight) {
        double[] b = new double[x.length];
        double share = Spd.dot(treated, weight) / Arrays.stream(weight).sum();
        b[0] = Math.log(share / (1 - share));
        double[] score = scores(x, b);
        for (int step = 0; step < MAX_STEPS; step++) {
            Optional<double[][]> inverse = Spd.inverse(information(x, score, weight));
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            double[] move = Spd.times(inverse.get(), gradient(x, score, treated, weight));
            b = small(move, b, LARGE) ? moved(b, move, 1) : careful(x, treated, weight, b, move);
            score = scores(x, b);
            if (small(move, b, TOLERANCE)) {
                return Spd.inverse(information(x, score, weight)).map(new Fitted(score)::propensity);
            }
        }
        return Optional.empty();
    }

    /** A long step, halved until the likelihood does not fall. */
    private static double[] careful(double[][] x, double[] treated, double[] weight, double[] b, double[] move) {
        double likelihood = likelihood(scores(x, b), treated, weight);
        double length = 1;
        while (length > 1e-6
                && likelihood(scores(x, moved(b, move, length)), treated, weight)
                        < likelihood - 1e-9 * Math.abs(likelihood)) {
            length /= 2;
        }
        return moved(b, move, length);
    }

    private record Fitted(double[] score) {
        Propensity propensity(double[][] covariance) {
            return new Propensity(score, covariance);
        }
    }

    double largest() {
        double largest = 0;
        for (double one : score) {
            largest = Math.max(largest, one);
        }
        return largest;
    }

    private static boolean small(double[] move, double[] b, double share) {
        for (int j = 0; j < b.length; j++) {
            if (Math.abs(move[j]) > share * (1 + Math.abs(b[j]))) {
                return false;
            }
        }
        return true;
    }

    private static double[] moved(double[] b, double[] move, double length) {
        double[] next = b.clone();
        for (int j = 0; j < b.length; j++) {
            next[j] += length * move[j];
        }
        return next;
    }

    private static double[] scores(double[][] x, double[] b) {
        double[] score = Spd.fitted(x, b);
        for (int i = 0; i < score.length; i++) {
            score[i] = Math.min(1 / (1 + Math.exp(-score[i])), 1 - 1e-6);
        }
        return score;
    }

    private static double likelihood(double[] score, double[] treated, double[] weight) {
        double sum = 0;
        for (int i = 0; i < score.length; i++) {
            sum += weight[i] * Math.log(treated[i] == 1 ? score[i] : 1 - score[i]);
        }
        return sum;
    }

    private static double[][] information(double[][] x, double[] score, double[] weight) {
        double[] w = new double[score.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = weight[i] * score[i] * (1 - score[i]);
        }
        return Spd.gram(x, w);
    }

    private static double[] gradient(double[][] x, double[] score, double[] treated, double[] weight) {
        double[] v = new double[score.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = weight[i] * (treated[i] - score[i]);
        }
        return Spd.transposeTimes(x, v);
    }
}
