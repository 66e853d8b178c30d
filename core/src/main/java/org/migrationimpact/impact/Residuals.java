package org.migrationimpact.impact;

import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.LjungBox;

/** What the residuals of a fit say about its errors. */
final class Residuals {

    private Residuals() {}

    static List<Diagnostic> diagnostics(Fit fit, Frequency frequency) {
        if (fit.residualSumOfSquares() == 0) {
            return List.of();
        }
        return List.of(ljungBox(fit, frequency), durbinWatson(fit));
    }

    private static Diagnostic ljungBox(Fit fit, Frequency frequency) {
        int lags = Math.max(
                1, Math.min(frequency.seasons() == 1 ? 10 : Math.min(12, frequency.seasons()), fit.rows() / 5));
        LjungBox test = LjungBox.test(fit, lags);
        boolean quiet = test.pValue() >= 0.05;
        return new Diagnostic(
                "Ljung–Box, " + lags + (lags == 1 ? " lag" : " lags"),
                test.statistic(),
                test.pValue(),
                quiet ? Status.PASSED : Status.FAILED,
                quiet
                        ? "no autocorrelation of the residuals is seen"
                        : "the residuals are correlated with their past; the first autocorrelation is "
                                + String.format(Locale.ROOT, "%.2f", LjungBox.autocorrelation(fit, 1)));
    }

    private static Diagnostic durbinWatson(Fit fit) {
        return new Diagnostic(
                "Durbin–Watson",
                fit.durbinWatson(),
                Double.NaN,
                Status.NOT_APPLICABLE,
                "near 2 without autocorrelation; no p-value is computed");
    }
}
