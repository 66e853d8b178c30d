package org.migrationimpact.regression;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.model.Design;

/**
 * Ordinary least squares: which coefficients b make {@code Σ (y − Xb)²} smallest? By Householder QR, never by X'X; columns that others
 * already contain are named and refused.
 *
 * <p>Source: Golub (1965), doi:10.1007/BF01436075; checked against the certified values of NIST's Statistical Reference Datasets.
 */
public final class Ols {

    private Ols() {}

    /**
     * Fits a response to a design.
     *
     * @param response n values, finite
     * @param design n × k
     * @param covariance how the error of the coefficients is estimated
     * @throws DataException E-MODEL-002 where there are not more rows than columns
     * @throws EstimationException E-MODEL-001 where columns are collinear; the message names them
     */
    public static Fit fit(double[] response, Design design, Covariance covariance) {
        int n = design.rows();
        int k = design.columns();
        if (response.length != n) {
            throw new IllegalArgumentException(
                    "the response has " + response.length + " values, the design " + n + " rows");
        }
        if (n <= k) {
            throw new DataException(
                    "E-MODEL-002",
                    n + " periods cannot carry " + k + " columns (" + String.join(", ", design.names())
                            + "); widen the window or leave terms out");
        }
        Qr qr = new Qr(columns(design));
        requireFullRank(qr, design);
        double[] b = qr.solve(response);
        double[] residuals = errors(response, design, b);
        double[] correction = qr.solve(residuals); // one step of refinement
        for (int j = 0; j < k; j++) {
            b[j] += correction[j];
        }
        residuals = errors(response, design, b);
        double[][] bread = qr.inverseOfCrossProduct();
        return new Fit(design, response, b, residuals, covariance.of(design, residuals, bread), covariance);
    }

    private static double[][] columns(Design design) {
        return IntStream.range(0, design.columns())
                .mapToObj(j -> IntStream.range(0, design.rows())
                        .mapToDouble(i -> finite(design, i, j))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double finite(Design design, int row, int column) {
        double value = design.get(row, column);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    design.names().get(column) + " is " + value + " in row " + row + "; a design is finite");
        }
        return value;
    }

    private static void requireFullRank(Qr qr, Design design) {
        if (qr.rank() == design.columns()) {
            return;
        }
        String found = IntStream.range(qr.rank(), design.columns())
                .mapToObj(place -> explain(qr, place, design.names()))
                .collect(Collectors.joining("; "));
        throw new EstimationException("E-MODEL-001", found + "; leave one of them out, or widen the window");
    }

    private static String explain(Qr qr, int place, List<String> names) {
        String column = names.get(qr.original(place));
        List<Integer> parts = qr.madeOf(place);
        return parts.isEmpty()
                ? column + " is zero in every period"
                : column + " cannot be told from "
                        + parts.stream().sorted().map(names::get).collect(Collectors.joining(", "));
    }

    /** y − Xb with the products' rounding errors carried along, so that the refinement has something to refine with. */
    static double[] errors(double[] response, Design design, double[] b) {
        double[] residuals = new double[response.length];
        for (int i = 0; i < residuals.length; i++) {
            double sum = response[i];
            double carry = 0;
            for (int j = 0; j < b.length; j++) {
                double x = design.get(i, j);
                double product = -x * b[j];
                double productError = Math.fma(-x, b[j], -product);
                double next = sum + product;
                double part = next - sum;
                carry += (sum - (next - part)) + (product - part) + productError;
                sum = next;
            }
            residuals[i] = sum + carry;
        }
        return residuals;
    }
}
