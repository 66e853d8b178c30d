package org.migrationimpact.breaks;

import org.migrationimpact.covariance.Classical;
import org.migrationimpact.data.DataException;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/**
 * Do the residuals of one fit to all periods drift away from 0? The largest {@code |Σ_{i≤t} e_i| / (s √n)}, s² = RSS/(n−k); it is the
 * farthest point of a Brownian bridge where nothing changes. Supposes errors without correlation.
 *
 * <p>Source: Ploberger and Krämer (1992), doi:10.2307/2951597.
 */
public final class OlsCusum {

    private OlsCusum() {}

    /**
     * The test.
     *
     * @throws DataException E-BREAK-006 where there is no scatter, E-MODEL-002 where there are no more periods than columns
     */
    public static Fluctuation test(TimeRegression regression) {
        double[][] process = {process(regression)};
        double farthest = Fluctuation.farthest(process);
        return new Fluctuation("OLS-CUSUM", process, farthest, Fluctuation.bridgePValue(farthest, 1));
    }

    /** n + 1 values, the first 0, the last 0 but for rounding where there is an intercept. */
    static double[] process(TimeRegression regression) {
        SplitSquares.of(regression);
        Fit fit = Ols.fit(regression.response(), regression.design(), new Classical());
        double[] residuals = fit.residuals();
        double scale = fit.sigma() * Math.sqrt(residuals.length);
        double[] sums = new double[residuals.length + 1];
        double sum = 0;
        for (int t = 0; t < residuals.length; t++) {
            sum += residuals[t];
            sums[t + 1] = sum / scale;
        }
        return sums;
    }
}
