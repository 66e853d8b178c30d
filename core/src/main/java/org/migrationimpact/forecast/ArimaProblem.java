package org.migrationimpact.forecast;

import java.util.Arrays;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;

/**
 * The likelihood of the free numbers of an ARIMA model, given data.
 *
 * <p>The first {@code d + D s} values are diffuse, so the likelihood is that of the differences. A missing value is an unknown number with a
 * column of its own, and is integrated out: {@code −2 log L = N log(2π σ²) + log |Σ| + log |M'Σ⁻¹M| + S/σ²}, with M the differenced columns of
 * the missing values, S the sum of squares left by them and by the regressors, and N the observed values less d + D s. That is the
 * likelihood of the observed values, as a Kalman filter with exact diffuse start gives it. Source: Gómez, Maravall and Peña (1999),
 * doi:10.1016/S0304-4076(98)00025-1; de Jong (1991), doi:10.1214/aos/1176348139.
 */
final class ArimaProblem {

    private final ArimaData data;
    private final ArimaOrder order;
    private final int season;
    private final ArimaErrors.Likelihood kind;
    private final double[] response;
    private final double[][] columns; // missing values, then regressors
    private final int missing;

    ArimaProblem(ArimaData data, ArimaOrder order, int season, ArimaErrors.Likelihood kind) {
        this.data = data;
        this.order = order;
        this.season = season;
        this.kind = kind;
        int[] gaps = data.missing();
        missing = gaps.length;
        requireEnough();
        Differencing differencing = Differencing.of(order, season);
        response = differencing.of(filled(data.response()));
        columns = new double[missing + data.names().size()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = differencing.of(j < missing ? unit(gaps[j]) : data.regressors()[j - missing]);
        }
        requireIndependent();
    }

    private static double[] filled(double[] values) {
        return Arrays.stream(values).map(v -> Double.isNaN(v) ? 0 : v).toArray();
    }

    private double[] unit(int t) {
        double[] column = new double[data.size()];
        column[t] = 1;
        return column;
    }

    private void requireEnough() {
        int parameters = regressors() + order.coefficients() + 1;
        if (observations() < parameters + 2) {
            throw new DataException(
                    "E-ARIMA-002",
                    data.name() + " has " + data.observed() + " values, of which " + order + " leaves "
                            + Math.max(0, observations()) + " after differences; with " + parameters
                            + " parameters it takes " + (parameters + 2)
                            + ": lengthen the series, or choose a lower order");
        }
    }

    private void requireIndependent() {
        int found = Projection.of(columns).dependent();
        if (found >= missing) {
            throw new EstimationException(
                    "E-ARIMA-003",
                    data.names().get(found - missing)
                            + " is zero, or a combination of other regressors, after the differences of " + order
                            + (missing == 0 ? "" : " in the periods observed") + "; leave it out");
        }
        if (found >= 0) {
            throw new EstimationException(
                    "E-ARIMA-004",
                    data.name() + " has no value in " + data.start().plus(data.missing()[found])
                            + " and in so many other periods that the differences of " + order
                            + " cannot be followed across them; take fewer differences, or a window without the gap");
        }
    }

    /** Values of the likelihood: those observed, less the first ones that the differences cost. */
    int observations() {
        return data.size() - missing - order.lost(season);
    }

    int regressors() {
        return data.names().size();
    }

    int missing() {
        return missing;
    }

    ArimaData data() {
        return data;
    }

    ArimaOrder order() {
        return order;
    }

    int season() {
        return season;
    }

    /** What the variance of the shocks is divided by: N, or N less the regressors for the restricted likelihood. */
    int divisor() {
        return kind == ArimaErrors.Likelihood.RESTRICTED ? observations() - regressors() : observations();
    }

    ArimaErrors.Likelihood kind() {
        return kind;
    }

    /** The differenced response, missing values as 0. */
    double[] response() {
        return response;
    }

    double[][] columns() {
        return columns;
    }

    /** The data at these free numbers. */
    Whitened at(double[] free) {
        return new Whitened(this, free);
    }

    /** The vector whose sum of squares is smallest where the likelihood is largest. */
    double[] scaled(double[] free) {
        Whitened at = at(free);
        return at.exists() ? at.scaled() : impossible();
    }

    private double[] impossible() {
        double[] vector = new double[response.length];
        Arrays.fill(vector, Double.POSITIVE_INFINITY);
        return vector;
    }
}
