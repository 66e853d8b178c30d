package org.migrationimpact.breaks;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/**
 * Do the coefficients of the first t periods stay near those of all? The largest component of {@code (X_t'X_t)^{1/2} (b_t − b) √(t/n) / s}
 * over t; each is a Brownian bridge where nothing changes. Supposes errors without correlation.
 *
 * <p>Source: Ploberger, Krämer and Kontrus (1989), doi:10.1016/0304-4076(89)90087-0; scaled with the moments of the first t periods.
 */
public final class RecursiveEstimates {

    private RecursiveEstimates() {}

    /**
     * The test.
     *
     * @throws DataException E-BREAK-006 where there is no scatter
     * @throws EstimationException E-BREAK-009 where the first periods have collinear columns
     */
    public static Fluctuation test(TimeRegression regression) {
        SplitSquares.of(regression);
        Fit all = Ols.fit(regression.response(), regression.design(), new Classical());
        RealVector estimates = MatrixUtils.createRealVector(all.coefficients().stream()
                .mapToDouble(coefficient -> coefficient.estimate())
                .toArray());
        int n = regression.rows();
        int k = regression.columns();
        double[][] process = new double[k][n - k + 2]; // after k − 1 to n periods; 0 at both ends
        for (int t = k; t < n; t++) {
            double[] strayed = strayed(regression, t, estimates)
                    .mapMultiply(Math.sqrt((double) t / n) / all.sigma())
                    .toArray();
            for (int j = 0; j < k; j++) {
                process[j][t - k + 1] = strayed[j];
            }
        }
        double farthest = Fluctuation.farthest(process);
        return new Fluctuation("recursive estimates", process, farthest, Fluctuation.bridgePValue(farthest, k));
    }

    private static RealVector strayed(TimeRegression regression, int t, RealVector all) {
        RealMatrix x = new Array2DRowRealMatrix(
                IntStream.range(0, t).mapToObj(regression.design()::row).toArray(double[][]::new), false);
        RealVector y = MatrixUtils.createRealVector(Arrays.copyOf(regression.response(), t));
        try {
            RealVector some = new QRDecomposition(x, 1e-10).getSolver().solve(y);
            return new EigenDecomposition(x.transpose().multiply(x))
                    .getSquareRoot()
                    .operate(some.subtract(all));
        } catch (SingularMatrixException e) {
            throw new EstimationException(
                    "E-BREAK-009",
                    "the first " + t + " periods of " + regression.name() + " cannot tell "
                            + String.join(", ", regression.design().names())
                            + " apart; begin the series where they vary, or take OlsCusum");
        }
    }
}
