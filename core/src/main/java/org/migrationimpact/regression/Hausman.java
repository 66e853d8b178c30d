package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.special.Gamma;

/**
 * Do fixed and random effects of units tell the same? {@code (b_F − b_R)' (V_F − V_R)⁻¹ (b_F − b_R)} has χ² with k degrees of freedom where the
 * levels of units are independent of the columns, errors having one variance and no dependence. The statistic can be below 0 in small samples,
 * which speaks for nothing; its p-value is then 1. R's plm takes the absolute value.
 *
 * <p>Source: Hausman (1978), doi:10.2307/1913827.
 *
 * @param statistic χ²; {@code NaN} where V_F − V_R cannot be inverted
 * @param degreesOfFreedom k
 * @param pValue from the upper tail
 */
public record Hausman(double statistic, int degreesOfFreedom, double pValue) implements Serializable {

    /** From the coefficients and breads of both, the random ones having an intercept in front. */
    static Hausman of(
            double[] fixed,
            double[][] fixedBread,
            double noise,
            double[] random,
            double[][] randomBread,
            double variance) {
        int k = fixed.length;
        double[][] difference = new double[k][k];
        double[] gap = new double[k];
        for (int a = 0; a < k; a++) {
            gap[a] = fixed[a] - random[a + 1];
            for (int b = 0; b < k; b++) {
                difference[a][b] = noise * fixedBread[a][b] - variance * randomBread[a + 1][b + 1];
            }
        }
        LUDecomposition lu = new LUDecomposition(new Array2DRowRealMatrix(difference), 0);
        if (!lu.getSolver().isNonSingular()) {
            return new Hausman(Double.NaN, k, Double.NaN);
        }
        double[] solved = lu.getSolver()
                .solve(new Array2DRowRealMatrix(gap).getColumnVector(0))
                .toArray();
        double statistic = 0;
        for (int a = 0; a < k; a++) {
            statistic += gap[a] * solved[a];
        }
        return new Hausman(statistic, k, statistic <= 0 ? 1 : Gamma.regularizedGammaQ(k / 2.0, statistic / 2));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "χ²(%d) %.5g, p = %.4g", degreesOfFreedom, statistic, pValue);
    }
}
