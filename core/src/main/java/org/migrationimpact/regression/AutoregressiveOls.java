package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.model.Design;

/**
 * Least squares with autoregressive errors of order p, iterated until the autoregression stays: coefficients, residuals, autoregression of
 * the residuals, transformed periods, coefficients, and so on.
 *
 * <p>{@link #praisWinsten()} keeps the first periods, each with the weight that the process gives it; {@link #cochraneOrcutt()} drops every
 * period whose p predecessors are not all there. A missing period is a missing period: with Prais–Winsten the next one is predicted from
 * those before the gap, lags counting periods, not rows.
 *
 * <p>Defaults: order 1; the autoregression by least squares of e_t on e_{t−1} to e_{t−p}, without a constant; classical errors of the
 * transformed periods, with n − k; tolerance 1e-12 on every coefficient of the autoregression, at most 5,000 iterations.
 *
 * <p>Sources: Prais and Winsten (1954), Cowles Commission Discussion Paper 383; Cochrane and Orcutt (1949), doi:10.1080/01621459.1949.10483290.
 */
public final class AutoregressiveOls implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double TOLERANCE = 1e-12;
    private static final int MAX_ITERATIONS = 5_000;

    /** What happens to the periods without a full past. */
    private enum First {
        KEPT,
        DROPPED
    }

    /** How the autoregression is estimated from residuals. */
    public enum Autoregression {
        /** Least squares of e_t on its p predecessors, pairs on the calendar; may come out not stationary, which is an exception. */
        REGRESSION,
        /** The Yule–Walker equations with autocovariances over n; always stationary, nearer to 0 in short series. */
        YULE_WALKER;

        double[] of(double[] errors, long[] places, int order) {
            return this == REGRESSION
                    ? LaggedErrors.regression(errors, places, order)
                    : LaggedErrors.yuleWalker(errors, places, order);
        }
    }

    private final First first;
    private final int order;
    private final Autoregression autoregression;
    private final Covariance covariance;

    private AutoregressiveOls(First first, int order, Autoregression autoregression, Covariance covariance) {
        if (order < 1 || order > 24) {
            throw new IllegalArgumentException("an autoregression has an order of 1 to 24, got " + order);
        }
        this.first = first;
        this.order = order;
        this.autoregression = autoregression;
        this.covariance = covariance;
    }

    /** With every period. */
    public static AutoregressiveOls praisWinsten() {
        return new AutoregressiveOls(First.KEPT, 1, Autoregression.REGRESSION, new Classical());
    }

    /** Without the periods whose predecessors are not there. */
    public static AutoregressiveOls cochraneOrcutt() {
        return new AutoregressiveOls(First.DROPPED, 1, Autoregression.REGRESSION, new Classical());
    }

    /** With errors that look so many periods back. */
    public AutoregressiveOls withOrder(int newOrder) {
        return new AutoregressiveOls(first, newOrder, autoregression, covariance);
    }

    /** With the autoregression estimated in this way. */
    public AutoregressiveOls with(Autoregression estimate) {
        return new AutoregressiveOls(first, order, estimate, covariance);
    }

    /** With errors of the coefficients estimated in this way, from the transformed periods. */
    public AutoregressiveOls with(Covariance newCovariance) {
        return new AutoregressiveOls(first, order, autoregression, newCovariance);
    }

    /**
     * Fits a response to a design.
     *
     * @param response n values, finite
     * @param design n × k
     * @throws EstimationException E-AR-001 where the errors are not stationary, E-AR-002 where the iterations do not settle
     * @throws DataException E-AR-003 where too few periods have a full past
     */
    public AutoregressiveFit fit(double[] response, Design design) {
        double[] b = Ols.fit(response, design, new Classical()).estimates();
        double[] phi = new double[order];
        for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
            double[] errors = Ols.errors(response, design, b);
            double[] next = autoregression.of(errors, design.places(), order);
            AutoregressiveProcess process = AutoregressiveProcess.of(next);
            Fit fit = transformed(response, design, process);
            boolean settled = distance(phi, next) < TOLERANCE;
            phi = next;
            b = fit.estimates();
            if (settled) {
                return new AutoregressiveFit(fit, process, Ols.errors(response, design, b), iteration, Double.NaN);
            }
        }
        throw new EstimationException(
                "E-AR-002",
                this + " did not settle within " + MAX_ITERATIONS + " iterations; the last autoregression was "
                        + Arrays.toString(phi) + ": take a lower order, or another method of errors");
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int j = 0; j < a.length; j++) {
            largest = Math.max(largest, Math.abs(a[j] - b[j]));
        }
        return largest;
    }

    private Fit transformed(double[] response, Design design, AutoregressiveProcess process) {
        return first == First.KEPT
                ? TransformedPeriods.fit(response, design, process, covariance)
                : withFullPast(response, design, process.coefficients());
    }

    private Fit withFullPast(double[] response, Design design, double[] phi) {
        List<Integer> kept = LaggedErrors.withFullPast(design.places(), phi.length);
        if (kept.size() <= design.columns()) {
            throw new DataException(
                    "E-AR-003",
                    kept.size() + " periods have their " + phi.length + " predecessors, for " + design.columns()
                            + " columns; take Prais–Winsten, a lower order or a longer window");
        }
        List<double[]> rows = new ArrayList<>();
        double[] y = new double[kept.size()];
        long[] places = new long[kept.size()];
        for (int i = 0; i < y.length; i++) {
            int t = kept.get(i);
            double[] row = design.row(t);
            y[i] = response[t];
            for (int j = 1; j <= phi.length; j++) {
                y[i] -= phi[j - 1] * response[t - j];
                for (int c = 0; c < row.length; c++) {
                    row[c] -= phi[j - 1] * design.get(t - j, c);
                }
            }
            rows.add(row);
            places[i] = design.place(t);
        }
        return Ols.fit(y, Design.of(design.names(), rows.toArray(double[][]::new), places), covariance);
    }

    /** The method, its order, and how the autoregression is estimated. */
    @Override
    public String toString() {
        return (first == First.KEPT ? "Prais–Winsten" : "Cochrane–Orcutt") + ", AR(" + order + ") by "
                + autoregression.name().toLowerCase(Locale.ROOT).replace("yule_walker", "Yule–Walker") + ", iterated";
    }
}
