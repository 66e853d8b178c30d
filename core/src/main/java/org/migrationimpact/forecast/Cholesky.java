package org.migrationimpact.forecast;

/** The lower triangle L of a small symmetric matrix A = LL', after as much of the diagonal was added as it took to be positive definite. */
final class Cholesky {

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    static Cholesky of(double[][] matrix) {
        double added = 0;
        while (true) {
            double[][] lower = new double[matrix.length][matrix.length];
            if (factor(matrix, added, lower)) {
                return new Cholesky(lower);
            }
            added = added == 0 ? 1e-10 : 10 * added;
        }
    }

    private static boolean factor(double[][] matrix, double added, double[][] lower) {
        double most = 0;
        for (int i = 0; i < matrix.length; i++) {
            most = Math.max(most, Math.abs(matrix[i][i]));
        }
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j] + (i == j ? added * Math.max(Math.abs(matrix[i][i]), 1e-8 * most) : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(sum > 1e-12 * Math.abs(matrix[i][i]) && sum > 0)) {
                    return most == 0 && unit(lower);
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        return true;
    }

    private static boolean unit(double[][] lower) {
        for (int i = 0; i < lower.length; i++) {
            lower[i][i] = 1;
        }
        return true;
    }

    /** A⁻¹ b. */
    double[] solve(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return back(x);
    }

    /** L'⁻¹ z, whose covariance is A⁻¹ where that of z is the identity. */
    double[] back(double[] z) {
        double[] x = z.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** L z, whose covariance is A where that of z is the identity. */
    double[] forth(double[] z) {
        double[] x = new double[z.length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k <= i; k++) {
                x[i] += lower[i][k] * z[k];
            }
        }
        return x;
    }

    /** The i-th number on the diagonal of L. */
    double diagonal(int i) {
        return lower[i][i];
    }

    /** x'Ax. */
    double quadratic(double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            double part = 0;
            for (int i = j; i < x.length; i++) {
                part += lower[i][j] * x[i];
            }
            sum += part * part;
        }
        return sum;
    }
}
