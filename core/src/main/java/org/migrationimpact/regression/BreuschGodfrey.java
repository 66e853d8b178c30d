package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.model.Design;

/**
 * Are the errors of a regression correlated with their own past up to p periods back, whatever its columns? {@code LM = n R²} of the
 * residuals on the columns and their own lags is χ² with p degrees of freedom where they are not. A lagged residual that is not there,
 * before the first period or in a gap of the calendar, counts as 0.
 *
 * <p>Sources: Breusch (1978), doi:10.1111/j.1467-8454.1978.tb00635.x; Godfrey (1978), doi:10.2307/1913829. R:
 * {@code lmtest::bgtest(order = p)}.
 *
 * @param statistic LM
 * @param order p
 * @param pValue from the upper tail of χ²
 */
public record BreuschGodfrey(double statistic, int order, double pValue) implements Serializable {

    /** The test on a least-squares fit. */
    public static BreuschGodfrey test(Fit fit, int order) {
        if (order < 1 || fit.degreesOfFreedom() <= order) {
            throw new IllegalArgumentException(
                    "the order must be 1 to " + (fit.degreesOfFreedom() - 1) + ", got " + order);
        }
        double[] e = fit.residuals();
        Design design = withLags(fit.design(), e, order);
        double explained = 1 - Ols.fit(e, design, new Classical()).residualSumOfSquares() / fit.residualSumOfSquares();
        double lm = e.length * explained;
        return new BreuschGodfrey(lm, order, Gamma.regularizedGammaQ(order / 2.0, lm / 2));
    }

    private static Design withLags(Design design, double[] e, int order) {
        Map<Long, Integer> rowOf = new HashMap<>();
        IntStream.range(0, e.length).forEach(t -> rowOf.put(design.place(t), t));
        List<String> names = new ArrayList<>(design.names());
        IntStream.rangeClosed(1, order).forEach(l -> names.add("residual, lag " + l));
        double[][] rows = new double[e.length][];
        for (int t = 0; t < e.length; t++) {
            rows[t] = Arrays.copyOf(design.row(t), names.size());
            for (int l = 1; l <= order; l++) {
                Integer earlier = rowOf.get(design.place(t) - l);
                rows[t][design.columns() + l - 1] = earlier == null ? 0 : e[earlier];
            }
        }
        return Design.of(names, rows, design.places());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Breusch–Godfrey LM(%d) %.5g, p = %.4g", order, statistic, pValue);
    }
}
