package org.migrationimpact.did;

import java.util.Optional;

/** Small symmetric positive definite matrices. */
final class Spd {

    private static final double COLLINEAR = 1e-10;

    private Spd() {}

    /** The inverse by Cholesky; empty where a pivot is no more than 1e-10 of its diagonal, that is, where columns are collinear. */
    static Optional<double[][]> inverse(double[][] a) {
        int k = a.length;
        double[][] l = new double[k][k];
        for (int j = 0; j < k; j++) {
            for (int i = j; i < k; i++) {
                double sum = a[i][j];
                for (int m = 0; m < j; m++) {
                    sum -= l[i][m] * l[j][m];
                }
                if (i == j) {
                    if (!(sum > COLLINEAR * a[j][j])) {
                        return Optional.empty();
                    }
                    l[j][j] = Math.sqrt(sum);
                } else {
                    l[i][j] = sum / l[j][j];
                }
            }
        }
        return Optional.of(inverseOfFactor(l));
    }

    private static double[][] inverseOfFactor(double[][] l) {
        int k = l.length;
        double[][] inverse = new double[k][k];
        for (int column = 0; column < k; column++) {
            double[] x = new double[k];
            for (int i = 0; i < k; i++) {
                double sum = i == column ? 1 : 0;
                for (int m = 0; m < i; m++) {
                    sum -= l[i][m] * x[m];
                }
                x[i] = sum / l[i][i];
            }
            for (int i = k - 1; i >= 0; i--) {
                double sum = x[i];
                for (int m = i + 1; m < k; m++) {
                    sum -= l[m][i] * x[m];
                }
                x[i] = sum / l[i][i];
            }
            inverse[column] = x;
        }
        return inverse;
    }

    /** A x. */
    static double[] times(double[][] a, double[] x) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = dot(a[i], x);
        }
        return product;
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** X'WX, of columns x and weights w. */
    static double[][] gram(double[][] x, double[] w) {
        int k = x.length;
        double[][] gram = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < w.length; i++) {
                    sum += w[i] * x[a][i] * x[b][i];
                }
                gram[a][b] = sum;
                gram[b][a] = sum;
            }
        }
        return gram;
    }

    /** X'v, of columns x. */
    static double[] transposeTimes(double[][] x, double[] v) {
        double[] product = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            product[j] = dot(x[j], v);
        }
        return product;
    }

    /** X b, by row, of columns x. */
    static double[] fitted(double[][] x, double[] b) {
        double[] fitted = new double[x[0].length];
        for (int j = 0; j < x.length; j++) {
            for (int i = 0; i < fitted.length; i++) {
                fitted[i] += x[j][i] * b[j];
            }
        }
        return fitted;
    }
}
