package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.Locale;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.Uncertainty;

/**
 * One estimate, under the name of its term, with what is known about its error.
 *
 * @param term the name of the column: {@code level}, {@code season.2}
 * @param estimate finite, in units of the response for one unit of the column
 * @param uncertainty its error
 */
public record Coefficient(String term, double estimate, Uncertainty uncertainty) implements Serializable {

    public Coefficient {
        if (!Double.isFinite(estimate)) {
            throw new IllegalArgumentException("an estimate is finite, got " + estimate + " for " + term);
        }
    }

    /** The standard error; {@code NaN} where the method has none. */
    public double standardError() {
        return uncertainty.standardError();
    }

    /** Degrees of freedom; infinite for the normal distribution, {@code NaN} where the method has none. */
    public double degreesOfFreedom() {
        return uncertainty.degreesOfFreedom();
    }

    /** The statistic of the test that the true value is 0. */
    public double statistic() {
        return uncertainty.statistic(estimate);
    }

    /** Its two-sided p-value. */
    public double pValue() {
        return uncertainty.pValue(estimate);
    }

    /** The confidence interval at a level such as 0.95. */
    public Interval interval(double level) {
        return uncertainty.interval(estimate, level);
    }

    /** One line: term, estimate, error, p-value, interval of 95 %; what a method has not is left out. */
    @Override
    public String toString() {
        String error =
                Double.isNaN(standardError()) ? "" : String.format(Locale.ROOT, ", std.error %.5g", standardError());
        String p = Double.isNaN(pValue()) ? "" : String.format(Locale.ROOT, ", p = %.4g", pValue());
        return String.format(Locale.ROOT, "%s %.5g", term, estimate) + error + p + ", interval " + interval(0.95);
    }
}
