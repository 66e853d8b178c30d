package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.Locale;
import org.apache.commons.math3.special.Beta;

/**
 * Do the columns that one fit has and another lacks explain anything? {@code F = ((RSS₀ − RSS₁)/q) / (RSS₁/(n−k))}, supposing errors of one
 * variance without correlation.
 *
 * @param statistic F
 * @param restrictions q, the number of columns left out
 * @param pValue from the upper tail of F(q, n−k)
 */
public record NestedF(double statistic, int restrictions, double pValue) implements Serializable {

    /** The test of a fit against one with fewer columns on the same rows. */
    public static NestedF test(Fit full, Fit restricted) {
        int q = restricted.degreesOfFreedom() - full.degreesOfFreedom();
        if (q < 1 || full.rows() != restricted.rows()) {
            throw new IllegalArgumentException("the restricted fit needs fewer columns on the same rows");
        }
        double df = full.degreesOfFreedom();
        double more = restricted.residualSumOfSquares() - full.residualSumOfSquares();
        double f = more / q / (full.residualSumOfSquares() / df);
        return new NestedF(f, q, Beta.regularizedBeta(df / (df + q * f), df / 2, q / 2.0)); // the upper tail of F
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "F(%d) %.5g, p = %.4g", restrictions, statistic, pValue);
    }
}
