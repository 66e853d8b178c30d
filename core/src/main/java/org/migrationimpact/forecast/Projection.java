package org.migrationimpact.forecast;

/**
 * Columns of n rows, orthogonalised one after the other by Householder's reflections: what one column leaves after those before it, and what
 * a response leaves after all. A column that leaves less than 1e-9 of its length is {@link #dependent}.
 */
final class Projection {

    private static final double LEAST = 1e-9;

    private final double[][] reflections;
    private final double[][] triangle; // column j: rows 0..j
    private final int dependent;

    private Projection(double[][] columns) {
        int k = columns.length;
        reflections = new double[k][];
        triangle = new double[k][];
        int found = -1;
        for (int j = 0; j < k && found < 0; j++) {
            double[] column = columns[j].clone();
            double length = norm(column, 0);
            for (int i = 0; i < j; i++) {
                reflect(i, column);
            }
            double left = j < column.length ? norm(column, j) : 0;
            if (!(left > LEAST * length)) {
                found = j;
            } else {
                keep(j, column, left);
            }
        }
        dependent = found;
    }

    static Projection of(double[][] columns) {
        return new Projection(columns);
    }

    private void keep(int j, double[] column, double left) {
        double head = column[j] > 0 ? -left : left;
        double[] r = new double[j + 1];
        System.arraycopy(column, 0, r, 0, j);
        r[j] = head;
        triangle[j] = r;
        column[j] -= head;
        double scale = Math.sqrt(2) / norm(column, j);
        for (int t = j; t < column.length; t++) {
            column[t] *= scale;
        }
        reflections[j] = column;
    }

    private void reflect(int j, double[] y) {
        double[] v = reflections[j];
        double dot = 0;
        for (int t = j; t < v.length; t++) {
            dot += v[t] * y[t];
        }
        for (int t = j; t < v.length; t++) {
            y[t] -= dot * v[t];
        }
    }

    private static double norm(double[] column, int from) {
        double sum = 0;
        for (int t = from; t < column.length; t++) {
            sum += column[t] * column[t];
        }
        return Math.sqrt(sum);
    }

    /** The first column that is a combination of those before it, or -1. */
    int dependent() {
        return dependent;
    }

    /** log |C'C| of columns {@code from} to before {@code to}, given those before them. */
    double logDeterminant(int from, int to) {
        double sum = 0;
        for (int j = from; j < to; j++) {
            sum += 2 * Math.log(Math.abs(triangle[j][j]));
        }
        return sum;
    }

    /** What the response leaves after all columns. */
    double[] residuals(double[] response) {
        double[] y = response.clone();
        for (int j = 0; j < reflections.length; j++) {
            reflect(j, y);
        }
        for (int j = 0; j < reflections.length; j++) {
            y[j] = 0;
        }
        for (int j = reflections.length - 1; j >= 0; j--) {
            reflect(j, y);
        }
        return y;
    }

    /** The least-squares coefficients of the response. */
    double[] solve(double[] response) {
        double[] y = response.clone();
        for (int j = 0; j < reflections.length; j++) {
            reflect(j, y);
        }
        double[] b = new double[reflections.length];
        for (int i = b.length - 1; i >= 0; i--) {
            double sum = y[i];
            for (int j = i + 1; j < b.length; j++) {
                sum -= triangle[j][i] * b[j];
            }
            b[i] = sum / triangle[i][i];
        }
        return b;
    }

    /** (C'C)⁻¹ of all columns. */
    double[][] inverseOfCrossProduct() {
        int k = triangle.length;
        double[][] inverse = new double[k][k]; // of the triangle
        for (int j = 0; j < k; j++) {
            inverse[j][j] = 1 / triangle[j][j];
            for (int i = j - 1; i >= 0; i--) {
                double sum = 0;
                for (int l = i + 1; l <= j; l++) {
                    sum += triangle[l][i] * inverse[l][j];
                }
                inverse[i][j] = -sum / triangle[i][i];
            }
        }
        double[][] product = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int l = i; l < k; l++) {
                    sum += inverse[i][l] * inverse[j][l];
                }
                product[i][j] = product[j][i] = sum;
            }
        }
        return product;
    }
}
