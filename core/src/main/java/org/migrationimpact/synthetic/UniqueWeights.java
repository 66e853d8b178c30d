package org.migrationimpact.synthetic;

import java.util.Arrays;

/**
 * The weights of the minimum, made unique: a small ridge keeps them from the size that the data do not ask for; then, round by round, it is
 * only felt as a distance from the weights of the round before, until the objective without it is at its minimum.
 */
final class UniqueWeights {

    /** The ridge, as a share of the mean squared distance of a donor from the target. */
    static final double SMALLEST_NORM = 1e-8;

    /** Enough for directions in which the data hardly speak. */
    static final int MOST_ROUNDS = 60;

    private static final double STILL = 1e-15;
    private static final double ROUNDING = 1e-10;

    private final ActiveSet search;

    /** The matrix has the ridge on its diagonal already; a ridge of 0 says that its own penalty does. At most so many rounds. */
    UniqueWeights(Distances matrix, double scale, double ridge, double[] start, int rounds) {
        search = new ActiveSet(matrix, scale, start);
        search.solve(new double[matrix.size()]);
        double moved = 1;
        double last = Double.POSITIVE_INFINITY;
        for (int round = 0; round < rounds && ridge > 0 && isMoving(moved, last); round++) {
            double[] before = search.weights();
            search.solve(Arrays.stream(before).map(w -> ridge * w).toArray());
            last = moved;
            moved = distance(before, search.weights());
        }
    }

    /** Until it stands still, or only rounding moves. */
    private static boolean isMoving(double moved, double last) {
        return moved > STILL && (moved < last || moved > ROUNDING);
    }

    double[] weights() {
        return search.weights();
    }

    int steps() {
        return search.steps();
    }

    private static double distance(double[] a, double[] b) {
        double most = 0;
        for (int k = 0; k < a.length; k++) {
            most = Math.max(most, Math.abs(a[k] - b[k]));
        }
        return most;
    }
}
