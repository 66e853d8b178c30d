package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.special.Gamma;

/**
 * Are residuals correlated with their own past? {@code Q = n(n+2) Σ_{l=1..L} r_l² / (n−l)} is χ² with L degrees of freedom where they are
 * not. Autocorrelations r_l take pairs that are l periods apart on the calendar.
 *
 * <p>Source: Ljung and Box (1978), doi:10.1093/biomet/65.2.297. R: {@code Box.test(residuals, lag = L, type = "Ljung-Box")}.
 *
 * @param statistic Q
 * @param lags L
 * @param pValue from the upper tail of χ²
 */
public record LjungBox(double statistic, int lags, double pValue) implements Serializable {

    /** The test on the residuals of a fit over so many lags. */
    public static LjungBox test(Fit fit, int lags) {
        if (lags < 1 || lags >= fit.rows()) {
            throw new IllegalArgumentException("lags must be 1 to " + (fit.rows() - 1) + ", got " + lags);
        }
        double[] e = fit.residuals();
        double n = e.length;
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            double r = autocorrelation(fit, e, lag);
            sum += r * r / (n - lag);
        }
        double q = n * (n + 2) * sum;
        return new LjungBox(q, lags, Gamma.regularizedGammaQ(lags / 2.0, q / 2)); // the upper tail of χ²
    }

    /**
     * The test on residuals that stand next to each other on the calendar, {@code NaN} where there is none, after a model with so many
     * coefficients of dependence: χ² has L less these degrees of freedom, as in R's {@code Box.test(..., fitdf)}. A pair counts where both
     * are there.
     */
    public static LjungBox test(double[] residuals, int lags, int coefficients) {
        long n = Arrays.stream(residuals).filter(e -> !Double.isNaN(e)).count();
        if (coefficients < 0 || lags <= coefficients || lags >= n) {
            throw new IllegalArgumentException("lags must be above the " + coefficients + " coefficients and below the "
                    + n + " residuals, got " + lags);
        }
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            double r = autocorrelation(residuals, lag);
            sum += r * r / (n - lag);
        }
        double q = n * (n + 2.0) * sum;
        return new LjungBox(q, lags, Gamma.regularizedGammaQ((lags - coefficients) / 2.0, q / 2));
    }

    /** The autocorrelation at one lag of values that stand next to each other on the calendar, {@code NaN} where there is none. */
    public static double autocorrelation(double[] values, int lag) {
        double mean =
                Arrays.stream(values).filter(e -> !Double.isNaN(e)).average().orElse(0);
        double square = 0;
        double product = 0;
        for (int t = 0; t < values.length; t++) {
            double now = values[t] - mean;
            square += Double.isNaN(now) ? 0 : now * now;
            double pair = t < lag ? Double.NaN : now * (values[t - lag] - mean);
            product += Double.isNaN(pair) ? 0 : pair;
        }
        return square == 0 ? 0 : product / square;
    }

    /** The autocorrelation of a fit's residuals at one lag of the calendar. */
    public static double autocorrelation(Fit fit, int lag) {
        return autocorrelation(fit, fit.residuals(), lag);
    }

    private static double autocorrelation(Fit fit, double[] e, int lag) {
        double mean = Arrays.stream(e).average().orElseThrow();
        double square = 0;
        double product = 0;
        int earlier = 0;
        for (int t = 0; t < e.length; t++) {
            square += (e[t] - mean) * (e[t] - mean);
            while (fit.design().place(earlier) < fit.design().place(t) - lag) {
                earlier++;
            }
            if (fit.design().place(earlier) == fit.design().place(t) - lag) {
                product += (e[t] - mean) * (e[earlier] - mean);
            }
        }
        return square == 0 ? 0 : product / square;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Ljung–Box Q(%d) %.5g, p = %.4g", lags, statistic, pValue);
    }
}
