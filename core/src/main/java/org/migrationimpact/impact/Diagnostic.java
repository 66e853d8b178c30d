package org.migrationimpact.impact;

import java.io.Serializable;

/**
 * One finding about a result: a test of its residuals, a check of its credibility, a measure of its size.
 *
 * @param name the name of the test: {@code Ljung–Box, 12 lags}
 * @param statistic its statistic; {@code NaN} where there is none
 * @param pValue its p-value; {@code NaN} where there is none
 * @param status how it ended
 * @param reason in plain words, what was found
 */
public record Diagnostic(String name, double statistic, double pValue, Status status, String reason)
        implements Serializable {
    @Override
    public String toString() {
        return ImpactSummary.line(this);
    }
}
