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
        return new PivotedCholesky(
                Arrays.copyOf(order, rank), scale, Arrays.copyOf(lower, rank));
    }

    /** Right-looking: what is left of the matrix is reduced after each pivot. */
    private static int eliminate(double[][] a, int[] order, double[][] lower) {
        int m = a.length;
        double[][] columns = new double[m][];
        for (int step = 0; step < m; step++) {
            int best = largest(a, order, step);
            double pivot = a[order[best]][order[best]];
            if (pivot < DEPENDENT) {
                return finished(columns, order, lower, step);
            }
            int chosen = order[best];
            order[best] = order[step];
            order[step] = chosen;
            columns[step] = reduced(a, order, step, Math.sqrt(pivot));
        }
        return finished(columns, order, lower, m);
    }

    private static int largest(double[][] a, int[] order, int from) {
        int best = from;
        for (int i = from; i < order.length; i++) {
            best = a[order[i]][order[i]] > a[order[best]][order[best]] ? i : best;
        }
        return best;
    }

    /** The column of the factor for this pivot, by number of the row of {@code a}. */
    private static double[] reduced(double[][] a, int[] order, int step, double root) {
        double[] column = new double[a.length];
        int chosen = order[step];
        column[chosen] = root;
        for (int i = step + 1; i < order.length; i++) {
            column[order[i]] = a[order[i]][chosen] / root;
        }
        for (int i = step + 1; i < order.length; i++) {
            double[] row = a[order[i]];
            double factor = column[order[i]];
            if (factor != 0) {
                for (int j = step + 1; j < order.length; j++) {
                    row[order[j]] -= factor * column[order[j]];
                }
            }
        }
        return column;
    }

    private static int finished(double[][] columns, int[] order, double[][] lower, int rank) {
        for (int i = 0; i < rank; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                lower[i][j] = columns[j][order[i]];
            }
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
