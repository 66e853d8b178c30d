package org.migrationimpact.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Covariate;

/**
 * R's {@code arima(method = "CSS")} takes the shocks before the first difference for 0. Here they have their distribution. What follows
 * shows that R's figures are those of its convention, and that the exact likelihood is larger at our coefficients than at R's.
 */
class ConditionalSquaresTest {

    private final Oracle oracle = Oracle.of("arima_seatbelts");
    private final double[] y =
            Arrays.stream(oracle.column("drivers")).map(Math::log).toArray();
    private final double[] law = oracle.column("law");
    private final JsonNode css = oracle.expected("css_law");

    private static double[] differenced(double... x) {
        double[] w = new double[x.length - 13];
        Arrays.setAll(w, t -> x[t + 13] - x[t + 12] - x[t + 1] + x[t]);
        return w;
    }

    private double[] left(double effect) {
        double[] without = new double[y.length];
        Arrays.setAll(without, t -> y[t] - effect * law[t]);
        return differenced(without);
    }

    private static double[] weights(double ma, double seasonal) {
        double[] theta = new double[14];
        theta[0] = 1;
        theta[1] = ma;
        theta[12] = seasonal;
        theta[13] = ma * seasonal;
        return theta;
    }

    private static double conditionalSquares(double[] w, double[] theta) {
        double[] shock = new double[w.length];
        double sum = 0;
        for (int t = 0; t < w.length; t++) {
            shock[t] = w[t];
            for (int j = 1; j < theta.length && j <= t; j++) {
                shock[t] -= theta[j] * shock[t - j];
            }
            sum += shock[t] * shock[t];
        }
        return sum;
    }

    /** The exact log likelihood of a moving average, from its whole covariance matrix. */
    private static double exact(double[] w, double[] theta) {
        RealMatrix covariance = new Array2DRowRealMatrix(w.length, w.length);
        for (int i = 0; i < w.length; i++) {
            for (int j = Math.max(0, i - 13); j <= i; j++) {
                double sum = 0;
                for (int k = 0; k + i - j < theta.length; k++) {
                    sum += theta[k] * theta[k + i - j];
                }
                covariance.setEntry(i, j, sum);
                covariance.setEntry(j, i, sum);
            }
        }
        CholeskyDecomposition cholesky = new CholeskyDecomposition(covariance);
        RealVector vector = new ArrayRealVector(w);
        double variance = vector.dotProduct(cholesky.getSolver().solve(vector)) / w.length;
        return -0.5 * (w.length * (Math.log(2 * Math.PI * variance) + 1) + Math.log(cholesky.getDeterminant()));
    }

    private double coefficient(String name) {
        return css.get("coef").get(name).asDouble();
    }

    @Test
    void theFiguresOfRAreThoseOfShocksThatWereZeroBefore() {
        double[] theta = weights(coefficient("ma1"), coefficient("sma1"));
        double variance = conditionalSquares(left(coefficient("law")), theta) / 179;
        Close.relative(css.get("sigma2").asDouble(), variance, 1e-8, "sigma2");
        double likelihood = -179 / 2.0 * (Math.log(2 * Math.PI * variance) + 1);
        Close.relative(css.get("loglik").asDouble(), likelihood, 1e-8, "log likelihood");
        for (double step : new double[] {-1e-3, 1e-3}) {
            assertTrue(conditionalSquares(left(coefficient("law") + step), theta) > 179 * variance);
            assertTrue(conditionalSquares(
                            left(coefficient("law")), weights(coefficient("ma1") + step, coefficient("sma1")))
                    > 179 * variance);
        }
    }

    @Test
    void theExactLikelihoodIsLargerHere() {
        Series drivers = Series.of("drivers", "log", Period.month(1969, 1), y);
        Series column = Series.of("law", "0/1", Period.month(1969, 1), law);
        ArimaFit fit = ArimaErrors.of(ArimaOrder.airline()).fit(drivers, List.of(new Covariate(column)));
        double[] theta = weights(
                fit.coefficient("ma1").estimate(), fit.coefficient("sma1").estimate());
        double ours = exact(left(fit.coefficient("law").estimate()), theta);
        double theirs = exact(left(coefficient("law")), weights(coefficient("ma1"), coefficient("sma1")));
        Close.relative(ours, fit.logLikelihood(), 1e-11, "the twin");
        assertEquals(197.05805, ours, 1e-5);
        assertEquals(196.79555, theirs, 1e-5);
    }
}
