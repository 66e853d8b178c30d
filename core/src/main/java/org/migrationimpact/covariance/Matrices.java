package org.migrationimpact.covariance;

/** The few products of small dense matrices that a sandwich needs. */
final class Matrices {

    private Matrices() {}

    static double[][] times(double[][] a, double factor) {
        double[][] product = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                product[i][j] = a[i][j] * factor;
            }
        }
        return product;
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int l = 0; l < b.length; l++) {
                for (int j = 0; j < b[0].length; j++) {
                    product[i][j] += a[i][l] * b[l][j];
                }
            }
        }
        return product;
    }

    static double[][] transpose(double[][] a) {
        double[][] turned = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                turned[j][i] = a[i][j];
            }
        }
        return turned;
    }

    /** A + A'. */
    static double[][] plusTranspose(double[][] a) {
        double[][] sum = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum[i][j] = a[i][j] + a[j][i];
            }
        }
        return sum;
    }

    /** x'Ax. */
    static double quadratic(double[][] a, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum += x[i] * a[i][j] * x[j];
            }
        }
        return sum;
    }

    /** Adds weight · x y' to the sum. */
    static void addOuter(double[][] sum, double[] x, double[] y, double weight) {
        for (int i = 0; i < x.length; i++) {
            double xi = weight * x[i];
            for (int j = 0; j < y.length; j++) {
                sum[i][j] += xi * y[j];
            }
        }
    }

    /** Bread · meat · bread, made exactly symmetric. */
    static double[][] sandwich(double[][] bread, double[][] meat) {
        double[][] product = times(times(bread, meat), bread);
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < i; j++) {
                product[i][j] = product[j][i] = (product[i][j] + product[j][i]) / 2;
            }
        }
        return product;
    }
}
