package org.migrationimpact.synthetic;

import java.util.Arrays;

/** One target, its donors and a penalty among the units of a {@link Gram}, and the search for the weights. */
final class SimplexProblem {

    private static final double SMALLEST_NORM = 1e-8;
    private static final int FIRST_STEPS = 30;
    private static final int MOST_ROUNDS = 60;
    private static final double STILL = 1e-15;

    private final Gram gram;
    private final int target;
    private final int[] given;
    private final int[] donors;
    private final double ridge;
    private final double scale;

    SimplexProblem(Gram gram, int target, int[] donors, double ridge) {
        this.gram = gram;
        this.target = target;
        this.given = donors;
        this.donors = gram.ordered(donors);
        this.ridge = ridge;
        double trace = Arrays.stream(this.donors)
                .mapToDouble(j -> gram.about(target, j, j))
                .sum();
        this.scale = trace > 0 ? trace / donors.length : 1;
    }

    /** From nothing. */
    SimplexFit fit() {
        double[][] matrix = matrix();
        double[] near = AcceleratedGradient.minimum(matrix, FIRST_STEPS);
        long positive = Arrays.stream(near).filter(weight -> weight > 0).count();
        return fit(matrix, positive <= gram.rows() ? near : nearest(matrix));
    }

    /** From weights of another fit, in the order of the donors given; where none is positive, from nothing. */
    SimplexFit fit(double[] start) {
        double[] ordered = new double[donors.length];
        for (int k = 0; k < donors.length; k++) {
            ordered[k] = Math.max(0, start[placeGiven(donors[k])]);
        }
        return Arrays.stream(ordered).anyMatch(weight -> weight > 0) ? fit(matrix(), ordered) : fit();
    }

    private int placeGiven(int unit) {
        for (int k = 0; k < given.length; k++) {
            if (given[k] == unit) {
                return k;
            }
        }
        throw new IllegalArgumentException("unit " + unit + " is no donor");
    }

    private double[][] matrix() {
        int n = donors.length;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = gram.about(target, donors[i], donors[j]);
                matrix[j][i] = matrix[i][j];
            }
        }
        for (int i = 0; i < n; i++) {
            matrix[i][i] += ridge + smallestNorm();
        }
        return matrix;
    }

    /** Added to the penalty so that the weights are unique; none where the penalty itself sees to it. */
    private double smallestNorm() {
        return ridge >= SMALLEST_NORM * scale ? 0 : SMALLEST_NORM * scale;
    }

    private static double[] nearest(double[][] matrix) {
        double[] start = new double[matrix.length];
        int best = 0;
        for (int j = 1; j < start.length; j++) {
            best = matrix[j][j] < matrix[best][best] ? j : best;
        }
        start[best] = 1;
        return start;
    }

    /**
     * The ridge keeps the weights from the size that the data do not ask for; then, round by round, it is only felt as a distance from the
     * weights of the round before, until the objective without it is at its minimum.
     */
    private SimplexFit fit(double[][] matrix, double[] start) {
        ActiveSet search = new ActiveSet(matrix, scale, start);
        double[] weights = new double[donors.length];
        search.solve(weights);
        double moved = 1;
        for (int round = 0; round < MOST_ROUNDS && smallestNorm() > 0 && moved > STILL; round++) {
            double[] before = search.weights();
            search.solve(Arrays.stream(before).map(w -> smallestNorm() * w).toArray());
            moved = distance(before, search.weights());
        }
        weights = search.weights();
        shareAmongEquals(weights);
        return result(weights, search.steps());
    }

    private static double distance(double[] a, double[] b) {
        double most = 0;
        for (int k = 0; k < a.length; k++) {
            most = Math.max(most, Math.abs(a[k] - b[k]));
        }
        return most;
    }

    /** Donors with the same figures have the same weight, and all of them sum to one. */
    private void shareAmongEquals(double[] weights) {
        int end;
        for (int begin = 0; begin < weights.length; begin = end) {
            end = begin + 1;
            double sum = weights[begin];
            while (end < weights.length && gram.same(donors[begin], donors[end])) {
                sum += weights[end++];
            }
            Arrays.fill(weights, begin, end, sum / (end - begin));
        }
        double sum = Arrays.stream(weights).sum();
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
    }

    private SimplexFit result(double[] weights, int steps) {
        double[] misses = gram.misses(target, donors, weights);
        double[] inOrderGiven = new double[given.length];
        double intercept = gram.mean(target);
        for (int k = 0; k < donors.length; k++) {
            inOrderGiven[placeGiven(donors[k])] = weights[k];
            intercept -= weights[k] * gram.mean(donors[k]);
        }
        double squares = Gram.dot(misses, misses);
        return new SimplexFit(inOrderGiven, intercept, squares, ridge, violation(weights, misses), steps);
    }

    /** By how much the slopes of the positive weights differ, and those of the others fall below them. */
    private double violation(double[] weights, double[] misses) {
        double[] slopes = new double[weights.length];
        double level = 0;
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] = gram.along(target, donors[k], misses) + ridge * weights[k];
            level += weights[k] * slopes[k];
        }
        double worst = 0;
        for (int k = 0; k < slopes.length; k++) {
            double above = weights[k] > 0 ? Math.abs(slopes[k] - level) : level - slopes[k];
            worst = Math.max(worst, above);
        }
        return worst / (scale + ridge);
    }
}
