package org.migrationimpact.synthetic;

import java.util.Arrays;

/**
 * The Cholesky factor of the part of a symmetric positive definite matrix that belongs to a list of indices, to which one index at a time is
 * appended, at a cost of k² operations for k indices, or from which one is taken.
 */
final class CholeskyRows {

    private final Distances matrix;
    private final double[][] factor;
    private final int[] indices;
    private int size;

    CholeskyRows(Distances matrix) {
        this.matrix = matrix;
        this.factor = new double[matrix.size()][];
        this.indices = new int[matrix.size()];
    }

    int size() {
        return size;
    }

    int index(int place) {
        return indices[place];
    }

    void append(int index) {
        indices[size] = index;
        factor[size] = new double[size + 1];
        eliminate(size);
        size++;
    }

    void removePlace(int place) {
        System.arraycopy(indices, place + 1, indices, place, size - place - 1);
        size--;
        for (int k = place; k < size; k++) {
            factor[k] = new double[k + 1];
            eliminate(k);
        }
    }

    private void eliminate(int k) {
        double[] row = factor[k];
        double[] source = matrix.row(indices[k]);
        double pivot = source[indices[k]];
        for (int i = 0; i < k; i++) {
            double[] above = factor[i];
            double sum = source[indices[i]];
            for (int j = 0; j < i; j++) {
                sum -= row[j] * above[j];
            }
            row[i] = sum / above[i];
            pivot -= row[i] * row[i];
        }
        double least = 1e-15 * source[indices[k]]; // what rounding leaves of a ridge
        row[k] = Math.sqrt(Math.max(pivot, least));
    }

    /** The solution for a right-hand side in the order of the list. */
    double[] solve(double[] right) {
        double[] x = Arrays.copyOf(right, size);
        for (int i = 0; i < size; i++) {
            double sum = x[i];
            for (int j = 0; j < i; j++) {
                sum -= factor[i][j] * x[j];
            }
            x[i] = sum / factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            x[i] /= factor[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= factor[i][j] * x[i];
            }
        }
        return x;
    }
}
