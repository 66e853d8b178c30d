package org.migrationimpact.breaks;

import java.io.Serializable;
import java.util.Locale;
import org.apache.commons.math3.special.Beta;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;

/**
 * Did the coefficients change at a date that was known beforehand? {@code F = ((RSS₀ − RSS₁ − RSS₂)/k) / ((RSS₁ + RSS₂)/(n − 2k))}, supposing
 * errors of one variance without correlation. A date chosen by looking at the same data makes the p-value far too small: take {@link
 * SupremumF} then.
 *
 * <p>Source: Chow (1960), doi:10.2307/1910133.
 *
 * @param lastOfOld the last period of the old regime
 * @param statistic F
 * @param columns k, the numerator's degrees of freedom
 * @param degreesOfFreedom n − 2k, the denominator's
 * @param pValue from the upper tail of F
 */
public record Chow(Period lastOfOld, double statistic, int columns, int degreesOfFreedom, double pValue)
        implements Serializable {

    /**
     * The test of a change after this period.
     *
     * @throws DataException E-BREAK-002 where no value lies on one side, E-BREAK-005 where a side has no more values than columns
     */
    public static Chow test(TimeRegression regression, Period lastOfOld) {
        int row = regression.lastRowAtOrBefore(lastOfOld);
        int k = regression.columns();
        int n = regression.rows();
        int fewer = Math.min(row + 1, n - row - 1);
        if (fewer <= k) {
            throw new DataException(
                    "E-BREAK-005",
                    "a side of " + lastOfOld + " has " + fewer + " periods with a value for " + k
                            + " columns; it needs " + (k + 1) + " or more");
        }
        SplitSquares squares = SplitSquares.of(regression);
        double separate = squares.separate(row);
        double df = n - 2.0 * k;
        double f = (squares.whole() - separate) / k / (separate / df);
        return new Chow(
                regression.period(row), f, k, n - 2 * k, Beta.regularizedBeta(df / (df + k * f), df / 2, k / 2.0));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Chow, after %s: F(%d, %d) %.5g, p = %.4g",
                lastOfOld,
                columns,
                degreesOfFreedom,
                statistic,
                pValue);
    }
}
