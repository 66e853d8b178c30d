package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One step of the states from a period to the next: the identity but for a few rows that have a few entries each. Everything is done in
 * place, at the price of those rows; matrices are m × m, row by row in one array.
 */
final class Transition {

    private final int size;
    private final int[] rows;
    private final int[][] columns;
    private final double[][] values;
    private final double[] work;
    private final double[] corner;

    /** In row {@code rows[k]} the entries {@code values[k]} stand in {@code columns[k]}; every other row is the identity's. */
    Transition(int size, int[] rows, int[][] columns, double[][] values) {
        this.size = size;
        this.rows = rows;
        this.columns = columns;
        this.values = values;
        this.work = new double[Math.max(1, rows.length) * size];
        this.corner = new double[rows.length * rows.length];
    }

    /** The same step with these rows replaced too; a row that is replaced already is replaced anew. */
    Transition and(int[] moreRows, int[][] moreColumns, double[][] moreValues) {
        List<Integer> kept = IntStream.range(0, rows.length)
                .filter(k -> Arrays.stream(moreRows).noneMatch(row -> row == rows[k]))
                .boxed()
                .toList();
        int n = kept.size();
        int[] allRows = new int[n + moreRows.length];
        int[][] allColumns = new int[allRows.length][];
        double[][] allValues = new double[allRows.length][];
        for (int k = 0; k < allRows.length; k++) {
            allRows[k] = k < n ? rows[kept.get(k)] : moreRows[k - n];
            allColumns[k] = k < n ? columns[kept.get(k)] : moreColumns[k - n];
            allValues[k] = k < n ? values[kept.get(k)] : moreValues[k - n];
        }
        return new Transition(size, allRows, allColumns, allValues);
    }

    /** The same step with scratch space of its own, for another thread. */
    Transition copy() {
        return new Transition(size, rows, columns, values);
    }

    /** a ← T a. */
    void apply(double[] a) {
        apply(a, 0, 1);
    }

    private void apply(double[] a, int from, int stride) {
        for (int k = 0; k < rows.length; k++) {
            double sum = 0;
            for (int c = 0; c < columns[k].length; c++) {
                sum += values[k][c] * a[from + stride * columns[k][c]];
            }
            work[k] = sum;
        }
        for (int k = 0; k < rows.length; k++) {
            a[from + stride * rows[k]] = work[k];
        }
    }

    /** r ← T' r. */
    void applyTransposed(double[] r) {
        applyTransposed(r, 0, 1);
    }

    private void applyTransposed(double[] r, int from, int stride) {
        for (int k = 0; k < rows.length; k++) {
            int place = from + stride * rows[k];
            work[k] = r[place];
            r[place] = 0;
        }
        for (int k = 0; k < rows.length; k++) {
            for (int c = 0; c < columns[k].length; c++) {
                r[from + stride * columns[k][c]] += values[k][c] * work[k];
            }
        }
    }

    /** P ← T P T', for symmetric P. */
    void conjugate(double[] p) {
        for (int k = 0; k < rows.length; k++) {
            sumOfRows(p, k);
        }
        for (int k = 0; k < rows.length; k++) {
            for (int l = 0; l <= k; l++) {
                double sum = 0;
                for (int c = 0; c < columns[l].length; c++) {
                    sum += values[l][c] * work[k * size + columns[l][c]];
                }
                corner[k * rows.length + l] = sum;
            }
        }
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(work, k * size, p, rows[k] * size, size);
            for (int j = 0; j < size; j++) {
                p[j * size + rows[k]] = work[k * size + j];
            }
        }
        for (int k = 0; k < rows.length; k++) {
            for (int l = 0; l <= k; l++) {
                p[rows[k] * size + rows[l]] = corner[k * rows.length + l];
                p[rows[l] * size + rows[k]] = corner[k * rows.length + l];
            }
        }
    }

    private void sumOfRows(double[] p, int k) {
        int to = k * size;
        Arrays.fill(work, to, to + size, 0);
        for (int c = 0; c < columns[k].length; c++) {
            double weight = values[k][c];
            int from = columns[k][c] * size;
            for (int j = 0; j < size; j++) {
                work[to + j] += weight * p[from + j];
            }
        }
    }

    /** N ← T' N T, for symmetric N. */
    void conjugateTransposed(double[] n) {
        takeOut(n);
        for (int k = 0; k < rows.length; k++) {
            for (int c = 0; c < columns[k].length; c++) {
                addBoth(n, columns[k][c], values[k][c], k * size);
            }
        }
        for (int k = 0; k < rows.length; k++) {
            for (int l = 0; l < rows.length; l++) {
                addCorner(n, k, l);
            }
        }
    }

    private void takeOut(double[] n) {
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(n, rows[k] * size, work, k * size, size);
        }
        for (int k = 0; k < rows.length; k++) {
            for (int l = 0; l < rows.length; l++) {
                corner[k * rows.length + l] = work[k * size + rows[l]];
                work[k * size + rows[l]] = 0;
            }
            for (int j = 0; j < size; j++) {
                n[rows[k] * size + j] = 0;
                n[j * size + rows[k]] = 0;
            }
        }
    }

    private void addBoth(double[] n, int column, double weight, int from) {
        for (int i = 0; i < size; i++) {
            double add = weight * work[from + i];
            n[column * size + i] += add;
            n[i * size + column] += add;
        }
    }

    private void addCorner(double[] n, int k, int l) {
        double middle = corner[k * rows.length + l];
        for (int c = 0; c < columns[k].length; c++) {
            double weight = values[k][c] * middle;
            for (int d = 0; d < columns[l].length; d++) {
                n[columns[k][c] * size + columns[l][d]] += weight * values[l][d];
            }
        }
    }

    /** N ← T' N T, for any N. */
    void surround(double[] n) {
        for (int i = 0; i < size; i++) {
            applyTransposed(n, i * size, 1);
        }
        for (int j = 0; j < size; j++) {
            applyTransposed(n, j, size);
        }
    }
}
