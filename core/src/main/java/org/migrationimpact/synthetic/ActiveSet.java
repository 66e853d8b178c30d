package org.migrationimpact.synthetic;

import java.util.Arrays;
import org.migrationimpact.data.EstimationException;

/**
 * Minimises {@code w'Mw − 2q'w} over weights that are 0 or more and sum to one, M positive definite, exactly: on the face of the positive
 * weights the optimum is a linear system; a weight that would turn negative leaves the face, one that would lower the objective enters it,
 * until no weight does either.
 *
 * <p>Source: Wolfe (1976), doi:10.1007/BF01580381; Nocedal and Wright (2006), chapter 16, doi:10.1007/978-0-387-40065-5.
 */
final class ActiveSet {

    private static final double ENTERING = 1e-15;
    private static final int MOST_ENTRIES = 10; // more often is rounding

    private final Distances matrix;
    private final double[] linear;
    private final double scale;
    private final CholeskyRows face;
    private final double[] weights;
    private int steps;

    /** Begins at these weights, of which at least one is positive; the linear part is 0. */
    ActiveSet(Distances matrix, double scale, double[] start) {
        this.matrix = matrix;
        this.scale = scale;
        this.linear = new double[matrix.size()];
        this.face = new CholeskyRows(matrix);
        this.weights = new double[matrix.size()];
        double sum = Arrays.stream(start).sum();
        for (int j = 0; j < start.length; j++) {
            if (start[j] > 0) {
                weights[j] = start[j] / sum;
                face.append(j);
            }
        }
    }

    double[] weights() {
        return weights.clone();
    }

    int steps() {
        return steps;
    }

    /** The optimum for this linear part, beginning where the last one ended. */
    void solve(double[] newLinear) {
        System.arraycopy(newLinear, 0, linear, 0, linear.length);
        int[] entries = new int[weights.length];
        settle();
        for (int next = entering(entries); next >= 0; next = entering(entries)) {
            countStep();
            face.append(next);
            entries[next]++;
            settle();
        }
    }

    private void countStep() {
        if (++steps > 100 * (weights.length + 10)) {
            throw new EstimationException(
                    "E-SIMPLEX-001",
                    "the weights of " + weights.length + " donors did not settle in " + (steps - 1)
                            + " steps; look for donors whose figures are of very different size");
        }
    }

    /** Goes to the optimum of the face; a weight that reaches 0 on the way leaves it. */
    private void settle() {
        double[] best = faceOptimum();
        while (true) {
            double step = 1;
            int leaving = -1;
            for (int k = 0; k < face.size(); k++) {
                double now = weights[face.index(k)];
                if (best[k] <= 0 && now / (now - best[k]) < step) {
                    step = now / (now - best[k]);
                    leaving = k;
                }
                if (best[k] <= 0 && now == 0) {
                    step = 0;
                    leaving = k;
                    break;
                }
            }
            for (int k = 0; k < face.size(); k++) {
                int j = face.index(k);
                weights[j] = Math.max(0, weights[j] + step * (best[k] - weights[j]));
            }
            if (leaving < 0) {
                return;
            }
            countStep();
            weights[face.index(leaving)] = 0;
            face.removePlace(leaving);
            best = faceOptimum();
        }
    }

    private double[] faceOptimum() {
        double[] ones = new double[face.size()];
        double[] right = new double[face.size()];
        for (int k = 0; k < ones.length; k++) {
            ones[k] = 1;
            right[k] = linear[face.index(k)];
        }
        double[] toOne = face.solve(ones);
        double[] own = face.solve(right);
        double level = (1 - Arrays.stream(own).sum()) / Arrays.stream(toOne).sum();
        for (int k = 0; k < own.length; k++) {
            own[k] += level * toOne[k];
        }
        return own;
    }

    /** The weight that lowers the objective most, or −1. */
    private int entering(int[] entries) {
        double[] slope = slopes();
        double level = 0;
        for (int j = 0; j < slope.length; j++) {
            level += weights[j] * slope[j];
        }
        int next = -1;
        double lowest = level - ENTERING * scale;
        for (int j = 0; j < slope.length; j++) {
            if (weights[j] == 0 && entries[j] < MOST_ENTRIES && slope[j] < lowest) {
                lowest = slope[j];
                next = j;
            }
        }
        return next;
    }

    private double[] slopes() {
        double[] slopes = new double[weights.length];
        for (int k = 0; k < face.size(); k++) {
            double weight = weights[face.index(k)];
            double[] row = matrix.row(face.index(k));
            for (int j = 0; j < slopes.length; j++) {
                slopes[j] += weight * row[j];
            }
        }
        for (int j = 0; j < slopes.length; j++) {
            slopes[j] -= linear[j];
        }
        return slopes;
    }
}
