package org.migrationimpact.inference;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** The few operations on small symmetric matrices that errors of a panel need. */
final class Symmetric {

    private static final double NEGATIVE = -1e-12;

    private Symmetric() {}

    /** Adds weight · x x'. */
    static void addSquare(double[][] sum, double[] x, double weight) {
        for (int i = 0; i < x.length; i++) {
            double xi = weight * x[i];
            for (int j = 0; j < x.length; j++) {
                sum[i][j] += xi * x[j];
            }
        }
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b.length == 0 ? 0 : b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int l = 0; l < b.length; l++) {
                double factor = a[i][l];
                for (int j = 0; j < b[l].length; j++) {
                    product[i][j] += factor * b[l][j];
                }
            }
        }
        return product;
    }

    static double[] times(double[][] a, double[] x) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = dot(a[i], x);
        }
        return product;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Factor · bread · meat · bread, made exactly symmetric. */
    static double[][] sandwich(double[][] bread, double[][] meat, double factor) {
        double[][] product = times(times(bread, meat), bread);
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j <= i; j++) {
                product[i][j] = product[j][i] = factor * (product[i][j] + product[j][i]) / 2;
            }
        }
        return product;
    }

    /** Lower L with L L' = a, which is positive definite. */
    static double[][] cholesky(double[][] a) {
        int k = a.length;
        double[][] lower = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int l = 0; l < j; l++) {
                    sum -= lower[i][l] * lower[j][l];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(0, sum)) : sum / lower[j][j];
            }
        }
        return lower;
    }

    /** Eigenvalues, and eigenvectors by row. */
    static Eigen eigen(double[][] a) {
        EigenDecomposition parts = new EigenDecomposition(new Array2DRowRealMatrix(a, false));
        double[][] vectors = new double[a.length][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = parts.getEigenvector(i).toArray();
        }
        return new Eigen(parts.getRealEigenvalues(), vectors);
    }

    /** Eigenvalues and eigenvectors, in the same order. */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    record Eigen(double[] values, double[][] vectors) {

        /** Whether an eigenvalue is below 0 by more than rounding. */
        boolean isIndefinite() {
            double largest = 0;
            double smallest = 0;
            for (double value : values) {
                largest = Math.max(largest, Math.abs(value));
                smallest = Math.min(smallest, value);
            }
            return smallest < NEGATIVE * largest;
        }

        /** The matrix with its negative eigenvalues set to 0. */
        double[][] clipped() {
            double[][] sum = new double[values.length][values.length];
            for (int i = 0; i < values.length; i++) {
                addSquare(sum, vectors[i], Math.max(0, values[i]));
            }
            return sum;
        }
    }

    /** The matrix scaled to a unit diagonal has this decomposition's clip; the scale is put back, so that units do not matter. */
    static double[][] clipped(double[][] a) {
        double[] scale = new double[a.length];
        double[][] scaled = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            scale[i] = a[i][i] == 0 ? 1 : Math.sqrt(Math.abs(a[i][i]));
        }
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                scaled[i][j] = a[i][j] / (scale[i] * scale[j]);
            }
        }
        Eigen eigen = eigen(scaled);
        if (!eigen.isIndefinite()) {
            return a;
        }
        double[][] clipped = eigen.clipped();
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                clipped[i][j] *= scale[i] * scale[j];
            }
        }
        return clipped;
    }
}
