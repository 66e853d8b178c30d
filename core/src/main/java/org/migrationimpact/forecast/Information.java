package org.migrationimpact.forecast;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.migrationimpact.data.EstimationException;

/**
 * The covariance of the estimates of an ARIMA regression: the inverse of the observed information, minus the second derivatives of the
 * logarithm of the likelihood with the variance at its best.
 *
 * <p>In the regression coefficients the derivatives are exact; in the others they are central differences at two distances, extrapolated.
 */
final class Information {

    private static final double STEP = 2e-3;

    private final ArimaOptimum optimum;
    private final int m;
    private final int k;
    private final double[][] slopes; // of the regression coefficients in the free numbers, k × m
    private final double[][] free; // covariance of the free numbers

    Information(ArimaOptimum optimum) {
        this.optimum = optimum;
        m = optimum.free().length;
        k = optimum.problem().regressors();
        slopes = slopes();
        free = m == 0 ? new double[0][0] : inverse(curvature());
    }

    private Whitened at(int i, double byI, int j, double byJ) {
        double[] moved = optimum.free().clone();
        moved[i] += byI;
        moved[j] += byJ;
        return optimum.problem().at(moved);
    }

    private double likelihood(int i, double byI, int j, double byJ) {
        return at(i, byI, j, byJ).logLikelihood();
    }

    private double[][] slopes() {
        double[][] all = new double[k][m];
        for (int j = 0; j < m; j++) {
            double[] up = at(j, 1e-5, j, 0).coefficients();
            double[] down = at(j, -1e-5, j, 0).coefficients();
            for (int i = 0; i < k; i++) {
                all[i][j] = (up[i] - down[i]) / 2e-5;
            }
        }
        return all;
    }

    /** The largest absolute slope of the logarithm of the likelihood in a free number. */
    double gradientNorm() {
        double largest = 0;
        for (int j = 0; j < m; j++) {
            double slope = (likelihood(j, 1e-5, j, 0) - likelihood(j, -1e-5, j, 0)) / 2e-5;
            largest = Math.max(largest, Math.abs(slope));
        }
        return largest;
    }

    private double[][] curvature() {
        double centre = optimum.at().logLikelihood();
        double[][] all = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                double near = second(i, j, STEP, centre);
                double far = second(i, j, 2 * STEP, centre);
                all[i][j] = all[j][i] = -(4 * near - far) / 3;
            }
        }
        return all;
    }

    private double second(int i, int j, double h, double centre) {
        if (i == j) {
            return (likelihood(i, h, i, 0) - 2 * centre + likelihood(i, -h, i, 0)) / (h * h);
        }
        return (likelihood(i, h, j, h) - likelihood(i, h, j, -h) - likelihood(i, -h, j, h) + likelihood(i, -h, j, -h))
                / (4 * h * h);
    }

    private double[][] inverse(double[][] curvature) {
        try {
            return new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false), 1e-10, 1e-12)
                    .getSolver()
                    .getInverse()
                    .getData();
        } catch (NonPositiveDefiniteMatrixException flat) {
            throw new EstimationException(
                    "E-ARIMA-005",
                    optimum.problem().data().name() + " cannot tell the coefficients of "
                            + optimum.problem().order()
                            + " apart (the likelihood is flat where it is largest); choose a lower order");
        }
    }

    /** The covariance of the free numbers and, after them, of the regression coefficients. */
    double[][] ofFree() {
        double[][] all = new double[m + k][m + k];
        double[][] given = optimum.at().projection().inverseOfCrossProduct();
        double variance = optimum.at().variance();
        int missing = optimum.problem().missing();
        for (int i = 0; i < m + k; i++) {
            for (int j = 0; j < m + k; j++) {
                all[i][j] = through(i, j) + (i >= m && j >= m ? variance * given[missing + i - m][missing + j - m] : 0);
            }
        }
        return all;
    }

    private double through(int i, int j) {
        double sum = 0;
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                sum += slope(i, a) * free[a][b] * slope(j, b);
            }
        }
        return sum;
    }

    private double slope(int i, int a) {
        return i < m ? (i == a ? 1 : 0) : slopes[i - m][a];
    }

    /** The covariance of the coefficients p, q, P, Q and, after them, of the regression coefficients. */
    double[][] ofCoefficients() {
        if (m + k == 0) {
            return new double[0][0];
        }
        double[][] by = new double[m + k][m + k];
        for (int j = 0; j < m; j++) {
            double[] up = moved(j, 1e-6);
            double[] down = moved(j, -1e-6);
            for (int i = 0; i < m; i++) {
                by[i][j] = (up[i] - down[i]) / 2e-6;
            }
        }
        for (int j = m; j < m + k; j++) {
            by[j][j] = 1;
        }
        Array2DRowRealMatrix jacobian = new Array2DRowRealMatrix(by, false);
        return jacobian.multiply(new Array2DRowRealMatrix(ofFree(), false))
                .multiply(jacobian.transpose())
                .getData();
    }

    private double[] moved(int j, double by) {
        double[] free = optimum.free().clone();
        free[j] += by;
        return Arma.coefficients(optimum.problem().order(), free);
    }
}
