package org.migrationimpact.synthetic;

import java.util.Arrays;

/** One target, its donors and a penalty among the units of a {@link Gram}, and the search for the weights. */
final class SimplexProblem {

    private static final int FIRST_STEPS = 30;

    private final Gram gram;
    private final int target;
    private final int[] given;
    private final int[] donors;
    private final double ridge;
    private final double scale;

    SimplexProblem(Gram gram, int target, int[] donors, double ridge) {
        this(gram, target, donors, gram.ordered(donors), ridge);
    }

    private SimplexProblem(Gram gram, int target, int[] given, int[] donors, double ridge) {
        this.gram = gram;
        this.target = target;
        this.given = given;
        this.donors = donors;
        this.ridge = ridge;
        double trace = 0;
        for (int j : donors) {
            trace += gram.about(target, j, j);
        }
        this.scale = trace > 0 ? trace / donors.length : 1;
    }

    /** The same with other figures of the target. */
    SimplexProblem of(Gram moved) {
        return new SimplexProblem(moved, target, given, donors, ridge);
    }

    /** From nothing. */
    SimplexFit fit() {
        Distances matrix = matrix();
        double[] near = AcceleratedGradient.minimum(matrix, FIRST_STEPS);
        long positive = Arrays.stream(near).filter(weight -> weight > 0).count();
        return fit(matrix, positive <= gram.rows() ? near : nearest(matrix));
    }

    /** From weights of another fit, in the order of the donors given; where none is positive, from nothing. */
    SimplexFit fit(double[] start) {
        double[] ordered = new double[donors.length];
        double[] byUnit = new double[gram.units()];
        for (int k = 0; k < given.length; k++) {
            byUnit[given[k]] = Math.max(0, start[k]);
        }
        for (int k = 0; k < donors.length; k++) {
            ordered[k] = byUnit[donors[k]];
        }
        return Arrays.stream(ordered).anyMatch(weight -> weight > 0) ? fit(matrix(), ordered) : fit();
    }

    private Distances matrix() {
        return new Distances((i, j) -> gram.about(target, donors[i], donors[j]), donors.length, ridge + smallestNorm());
    }

    /** Added to the penalty so that the weights are unique; none where the penalty itself sees to it. */
    private double smallestNorm() {
        return ridge >= UniqueWeights.SMALLEST_NORM * scale ? 0 : UniqueWeights.SMALLEST_NORM * scale;
    }

    private static double[] nearest(Distances matrix) {
        double[] start = new double[matrix.size()];
        start[matrix.nearest()] = 1;
        return start;
    }

    private SimplexFit fit(Distances matrix, double[] start) {
        UniqueWeights unique = new UniqueWeights(matrix, scale, smallestNorm(), start, UniqueWeights.MOST_ROUNDS);
        double[] weights = unique.weights();
        shareAmongEquals(weights);
        return result(weights, unique.steps());
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
        double[] byUnit = new double[gram.units()];
        double intercept = gram.mean(target);
        for (int k = 0; k < donors.length; k++) {
            byUnit[donors[k]] = weights[k];
            intercept -= weights[k] * gram.mean(donors[k]);
        }
        double[] inOrderGiven =
                Arrays.stream(given).mapToDouble(unit -> byUnit[unit]).toArray();
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
