package org.migrationimpact.did;

import java.util.Optional;

/** A few equations with as many unknowns, by elimination with partial pivoting. */
final class LinearSystem {

    private LinearSystem() {}

    /** The solution; empty where the equations are dependent. The right-hand side is the last column; the rows are overwritten. */
    static Optional<double[]> solve(double[][] system) {
        int n = system.length;
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scale[i] = Math.max(scale[i], Math.abs(system[i][j]));
            }
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(system[i][k]) * scale[pivot] > Math.abs(system[pivot][k]) * scale[i]) {
                    pivot = i;
                }
            }
            swap(system, scale, k, pivot);
            if (!(Math.abs(system[k][k]) > 1e-11 * scale[k])) {
                return Optional.empty();
            }
            for (int i = k + 1; i < n; i++) {
                double factor = system[i][k] / system[k][k];
                for (int j = k; j <= n; j++) {
                    system[i][j] -= factor * system[k][j];
                }
            }
        }
        return Optional.of(backwards(system));
    }

    private static void swap(double[][] system, double[] scale, int one, int other) {
        double[] row = system[one];
        system[one] = system[other];
        system[other] = row;
        double size = scale[one];
        scale[one] = scale[other];
        scale[other] = size;
    }

    private static double[] backwards(double[][] system) {
        int n = system.length;
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = system[i][n];
            for (int j = i + 1; j < n; j++) {
                sum -= system[i][j] * x[j];
            }
            x[i] = sum / system[i][i];
        }
        return x;
    }
}
