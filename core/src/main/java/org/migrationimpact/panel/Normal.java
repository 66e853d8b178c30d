package org.migrationimpact.panel;

/** Small symmetric positive definite systems, by Cholesky. */
final class Normal {

    private final double[][] factor;

    Normal(double[][] square) {
        int k = square.length;
        factor = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = square[i][j];
                for (int l = 0; l < j; l++) {
                    sum -= factor[i][l] * factor[j][l];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
    }

    double[] solve(double[] right) {
        int k = factor.length;
        double[] x = right.clone();
        for (int i = 0; i < k; i++) {
            for (int l = 0; l < i; l++) {
                x[i] -= factor[i][l] * x[l];
            }
            x[i] /= factor[i][i];
        }
        for (int i = k - 1; i >= 0; i--) {
            for (int l = i + 1; l < k; l++) {
                x[i] -= factor[l][i] * x[l];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }

    double[][] inverse() {
        int k = factor.length;
        double[][] inverse = new double[k][];
        for (int j = 0; j < k; j++) {
            double[] unit = new double[k];
            unit[j] = 1;
            inverse[j] = solve(unit);
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                inverse[i][j] = inverse[j][i] = (inverse[i][j] + inverse[j][i]) / 2;
            }
        }
        return inverse;
    }
}
