package org.migrationimpact.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * The slow, obvious way: every quantity is written out as a row over the unknown starts and the disturbances, and what is not observed is
 * predicted by generalised least squares with the whole covariance matrix.
 */
final class DenseTwin {

    private final int starts;
    private final List<double[]> observed = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private double[][] inverse = {};
    private double[][] information = {};
    private double[] start = {};
    private double logDeterminants;

    /** So many unknown starts; rows have these first, then the disturbances in their standard deviations. */
    DenseTwin(int starts) {
        this.starts = starts;
    }

    void observe(double[] row, double value) {
        observed.add(row);
        values.add(value);
    }

    void solve() {
        int n = values.size();
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                v[i][j] = covariance(observed.get(i), observed.get(j));
            }
        }
        inverse = inverse(v);
        double[][] cross = new double[starts][starts];
        double[] right = new double[starts];
        for (int a = 0; a < starts; a++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double w = observed.get(i)[a] * inverse[i][j];
                    right[a] += w * values.get(j);
                    for (int b = 0; b < starts; b++) {
                        cross[a][b] += w * observed.get(j)[b];
                    }
                }
            }
        }
        logDeterminants = logDeterminant(v) + logDeterminant(cross);
        information = inverse(cross);
        start = new double[starts];
        for (int a = 0; a < starts; a++) {
            for (int b = 0; b < starts; b++) {
                start[a] += information[a][b] * right[b];
            }
        }
    }

    private double covariance(double[] x, double[] y) {
        double sum = 0;
        for (int k = starts; k < x.length; k++) {
            sum += x[k] * y[k];
        }
        return sum;
    }

    private double[] left() {
        double[] e = new double[values.size()];
        for (int i = 0; i < e.length; i++) {
            e[i] = values.get(i);
            for (int a = 0; a < starts; a++) {
                e[i] -= observed.get(i)[a] * start[a];
            }
        }
        return e;
    }

    double logLikelihood() {
        double[] e = left();
        double square = 0;
        for (int i = 0; i < e.length; i++) {
            for (int j = 0; j < e.length; j++) {
                square += e[i] * inverse[i][j] * e[j];
            }
        }
        return -0.5 * ((e.length - starts) * Math.log(2 * Math.PI) + logDeterminants + square);
    }

    private double[] weights(double[] row) {
        int n = values.size();
        double[] weights = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                weights[j] += covariance(row, observed.get(i)) * inverse[i][j];
            }
        }
        return weights;
    }

    double mean(double[] row) {
        double[] weights = weights(row);
        double[] e = left();
        double mean = 0;
        for (int a = 0; a < starts; a++) {
            mean += row[a] * start[a];
        }
        for (int i = 0; i < e.length; i++) {
            mean += weights[i] * e[i];
        }
        return mean;
    }

    double covarianceGivenAll(double[] one, double[] other) {
        double[] weights = weights(one);
        double sum = covariance(one, other);
        for (int i = 0; i < weights.length; i++) {
            sum -= weights[i] * covariance(observed.get(i), other);
        }
        double[] a = unexplained(one, weights);
        double[] b = unexplained(other, weights(other));
        for (int i = 0; i < starts; i++) {
            for (int j = 0; j < starts; j++) {
                sum += a[i] * information[i][j] * b[j];
            }
        }
        return sum;
    }

    private double[] unexplained(double[] row, double[] weights) {
        double[] x = new double[starts];
        for (int a = 0; a < starts; a++) {
            x[a] = row[a];
            for (int i = 0; i < weights.length; i++) {
                x[a] -= weights[i] * observed.get(i)[a];
            }
        }
        return x;
    }

    static double logDeterminant(double[][] matrix) {
        double[][] a = copy(matrix);
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += Math.log(a[k][k]);
            for (int i = k + 1; i < a.length; i++) {
                double f = a[i][k] / a[k][k];
                for (int j = k; j < a.length; j++) {
                    a[i][j] -= f * a[k][j];
                }
            }
        }
        return sum;
    }

    static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] a = copy(matrix);
        double[][] b = new double[n][n];
        for (int i = 0; i < n; i++) {
            b[i][i] = 1;
        }
        for (int k = 0; k < n; k++) {
            double pivot = a[k][k];
            for (int j = 0; j < n; j++) {
                a[k][j] /= pivot;
                b[k][j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                double f = a[i][k];
                for (int j = 0; i != k && j < n; j++) {
                    a[i][j] -= f * a[k][j];
                    b[i][j] -= f * b[k][j];
                }
            }
        }
        return b;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
