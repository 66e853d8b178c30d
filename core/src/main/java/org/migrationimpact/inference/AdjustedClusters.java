package org.migrationimpact.inference;

/**
 * The adjusted scores of all clusters, and what Satterthwaite's degrees of freedom need of them. With E_g = A_g X̃_g B, the variance of
 * coefficient c under independent errors is a quadratic form whose matrix has the entries p_gh = δ_gh a_g'a_g − b_g'b_h, a_g being column c of
 * E_g and b_g = V_g'a_g; df = (Σ p_gg)² / ΣΣ p_gh².
 */
final class AdjustedClusters {

    private final double[][] matrix;
    private final double[][][] projected;
    private final double[][] squares;
    private int filled;

    AdjustedClusters(int slopes, int clusters) {
        this.matrix = new double[slopes][slopes];
        this.projected = new double[slopes][clusters][];
        this.squares = new double[slopes][clusters];
    }

    void add(double[][] adjusted, double[] residuals, double[][] basis) {
        int k = matrix.length;
        double[] score = new double[k];
        for (int r = 0; r < residuals.length; r++) {
            for (int j = 0; j < k; j++) {
                score[j] += adjusted[r][j] * residuals[r];
            }
        }
        Symmetric.addSquare(matrix, score, 1);
        for (int j = 0; j < k; j++) {
            projected[j][filled] = new double[basis[0].length];
            for (int r = 0; r < residuals.length; r++) {
                double a = adjusted[r][j];
                squares[j][filled] += a * a;
                for (int d = 0; d < basis[r].length; d++) {
                    projected[j][filled][d] += a * basis[r][d];
                }
            }
        }
        filled++;
    }

    /** k × k. */
    double[][] matrix() {
        return matrix;
    }

    /** Degrees of freedom of each coefficient. */
    double[] freedom() {
        double[] freedom = new double[matrix.length];
        for (int j = 0; j < freedom.length; j++) {
            freedom[j] = freedom(projected[j], squares[j]);
        }
        return freedom;
    }

    /** ΣΣ (b_g'b_h)² is the sum of the squares of Σ b_g b_g', and of the matrix of all products; the smaller one is taken. */
    private static double freedom(double[][] b, double[] a) {
        double trace = 0;
        double all = b.length < b[0].length ? squaresOfProducts(b) : squaresOfSum(b);
        for (int g = 0; g < a.length; g++) {
            double size = Symmetric.dot(b[g], b[g]);
            trace += a[g] - size;
            all += a[g] * (a[g] - 2 * size);
        }
        return trace * trace / all;
    }

    private static double squaresOfProducts(double[][] b) {
        double sum = 0;
        for (double[] one : b) {
            for (double[] other : b) {
                double product = Symmetric.dot(one, other);
                sum += product * product;
            }
        }
        return sum;
    }

    private static double squaresOfSum(double[][] b) {
        double[][] total = new double[b[0].length][b[0].length];
        for (double[] one : b) {
            Symmetric.addSquare(total, one, 1);
        }
        double sum = 0;
        for (double[] row : total) {
            sum += Symmetric.dot(row, row);
        }
        return sum;
    }
}
