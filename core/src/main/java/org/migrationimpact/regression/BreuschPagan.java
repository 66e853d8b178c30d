package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.special.Gamma;
import org.migrationimpact.covariance.Classical;

/**
 * Does the variance of the errors depend on the columns? {@code LM = n R²} of the squared residuals on the columns is χ² with k − 1
 * degrees of freedom where it does not; this is the form of Koenker, which does not suppose normal errors.
 *
 * <p>Sources: Breusch and Pagan (1979), doi:10.2307/1911963; Koenker (1981), doi:10.1016/0304-4076(81)90062-2. R:
 * {@code lmtest::bptest}.
 *
 * @param statistic LM
 * @param degreesOfFreedom k − 1
 * @param pValue from the upper tail of χ²
 */
public record BreuschPagan(double statistic, int degreesOfFreedom, double pValue) implements Serializable {

    /** The test on a least-squares fit with an intercept among its two columns or more. */
    public static BreuschPagan test(Fit fit) {
        int df = fit.design().columns() - 1;
        if (df < 1) {
            throw new IllegalArgumentException("the test needs 2 columns or more, got " + (df + 1));
        }
        double[] squares = Arrays.stream(fit.residuals()).map(e -> e * e).toArray();
        double lm = fit.rows() * Ols.fit(squares, fit.design(), new Classical()).rSquared();
        return new BreuschPagan(lm, df, Gamma.regularizedGammaQ(df / 2.0, lm / 2));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Breusch–Pagan LM(%d) %.5g, p = %.4g", degreesOfFreedom, statistic, pValue);
    }
}
