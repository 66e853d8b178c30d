package org.migrationimpact.inference;

import java.util.Arrays;

/** The Cholesky factor of a positive semidefinite matrix whose dependent columns are left out. */
final class PivotedCholesky {

    private static final double DEPENDENT = 1e-10;

    private final int[] pivots;
    private final double[] scale;
    private final double[][] lower;

    private PivotedCholesky(int[] pivots, double[] scale, double[][] lower) {
        this.pivots = pivots;
        this.scale = scale;
        this.lower = lower;
    }

    /** Of a matrix that is overwritten. */
    static PivotedCholesky inPlace(double[][] a) {
        int m = a.length;
        double[] scale = new double[m];
        for (int i = 0; i < m; i++) {
            scale[i] = a[i][i] > 0 ? 1 / Math.sqrt(a[i][i]) : 0;
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                a[i][j] *= scale[i] * scale[j];
            }
        }
        int[] order = new int[m];
        Arrays.setAll(order, i -> i);
        double[][] lower = new double[m][];
        int rank = eliminate(a, order, lower);
        return new PivotedCholesky(Arrays.copyOf(order, rank), scale, Arrays.copyOf(lower, rank));
    }

    /** Right-looking: rows and columns change places, and what is left of the matrix is reduced after each pivot. */
    private static int eliminate(double[][] a, int[] order, double[][] lower) {
        int m = a.length;
        for (int step = 0; step < m; step++) {
            exchange(a, order, step, largest(a, step));
            if (a[step][step] < DEPENDENT) {
                return finished(a, lower, step);
            }
            reduce(a, step);
        }
        return finished(a, lower, m);
    }

    private static int largest(double[][] a, int from) {
        int best = from;
        for (int i = from; i < a.length; i++) {
            best = a[i][i] > a[best][best] ? i : best;
        }
        return best;
    }

    private static void exchange(double[][] a, int[] order, int step, int best) {
        double[] row = a[step];
        a[step] = a[best];
        a[best] = row;
        for (double[] each : a) {
            double kept = each[step];
            each[step] = each[best];
            each[best] = kept;
        }
        int chosen = order[best];
        order[best] = order[step];
        order[step] = chosen;
    }

    /** Column {@code step} of the factor, written into the matrix, and what it leaves of the rest. */
    private static void reduce(double[][] a, int step) {
        double root = Math.sqrt(a[step][step]);
        double[] pivot = a[step];
        for (int i = step + 1; i < a.length; i++) {
            pivot[i] /= root;
        }
        pivot[step] = root;
        for (int i = step + 1; i < a.length; i++) {
            double factor = pivot[i];
            double[] row = a[i];
            row[step] = factor;
            for (int j = step + 1; j < a.length && factor != 0; j++) {
                row[j] -= factor * pivot[j];
            }
        }
    }

    private static int finished(double[][] a, double[][] lower, int rank) {
        for (int i = 0; i < rank; i++) {
            lower[i] = Arrays.copyOf(a[i], i + 1);
        }
        return rank;
    }

    /** The number of columns that do not depend on the others. */
    int rank() {
        return pivots.length;
    }

    /** Writes L⁻¹ z, for a row z of the matrix whose product this is, into the first places of {@code into}. */
    void whiten(double[] z, double[] into) {
        for (int i = 0; i < pivots.length; i++) {
            double sum = z[pivots[i]] * scale[pivots[i]];
            double[] row = lower[i];
            for (int j = 0; j < i; j++) {
                sum -= row[j] * into[j];
            }
            into[i] = sum / row[i];
        }
    }
}
