package org.migrationimpact.synthetic;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** The slow and obvious twin: the optimum on every subset of the donors, by a linear system, of which the best feasible one is taken. */
final class EveryFace {

    private EveryFace() {}

    /** The lowest ||A w − b||² + ridge ||w||² on the simplex. */
    static double lowest(double[][] donors, double[] target, double ridge) {
        double best = Double.POSITIVE_INFINITY;
        for (int subset = 1; subset < 1 << donors.length; subset++) {
            double[] weights = onFace(donors, target, ridge, subset);
            if (Arrays.stream(weights).allMatch(weight -> weight >= -1e-9)) {
                best = Math.min(best, objective(donors, target, ridge, weights));
            }
        }
        return best;
    }

    static double objective(double[][] donors, double[] target, double ridge, double[] weights) {
        double sum = ridge * Arrays.stream(weights).map(w -> w * w).sum();
        for (int t = 0; t < target.length; t++) {
            double miss = -target[t];
            for (int j = 0; j < donors.length; j++) {
                miss += weights[j] * donors[j][t];
            }
            sum += miss * miss;
        }
        return sum;
    }

    /** The bordered normal equations, by the pseudoinverse: the smallest of the solutions. */
    private static double[] onFace(double[][] donors, double[] target, double ridge, int subset) {
        int[] face = java.util.stream.IntStream.range(0, donors.length)
                .filter(j -> (subset >> j & 1) == 1)
                .toArray();
        int k = face.length;
        double[][] system = new double[k + 1][k + 1];
        double[] right = new double[k + 1];
        right[k] = 1;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                system[i][j] = Gram.dot(donors[face[i]], donors[face[j]]) + (i == j ? ridge : 0);
            }
            right[i] = Gram.dot(donors[face[i]], target);
            system[i][k] = 1;
            system[k][i] = 1;
        }
        double[] solution = new SingularValueDecomposition(new Array2DRowRealMatrix(system))
                .getSolver()
                .solve(new ArrayRealVector(right))
                .toArray();
        double[] weights = new double[donors.length];
        for (int i = 0; i < k; i++) {
            weights[face[i]] = solution[i];
        }
        return weights;
    }
}
