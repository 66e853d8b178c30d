package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.migrationimpact.data.EstimationException;

/**
 * Errors that depend on their own past: {@code e_t = φ_1 e_{t−1} + … + φ_p e_{t−p} + a_t}, stationary, the a_t of one variance and
 * without correlation. All variances here are in units of that of a_t.
 *
 * <p>Source: Brockwell and Davis (1991), Time Series: Theory and Methods, chapters 3 and 5; missing periods by the filter of Jones (1980),
 * doi:10.1080/00401706.1980.10486171.
 */
public final class AutoregressiveProcess implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Beyond so many periods without a value the past is as good as forgotten. */
    private static final long FORGOTTEN = 100_000;

    private final double[] phi;

    private AutoregressiveProcess(double[] phi) {
        this.phi = phi;
    }

    /**
     * The process with these coefficients, φ_1 first; none for errors without correlation.
     *
     * @throws EstimationException E-AR-001 where it would not be stationary
     */
    public static AutoregressiveProcess of(double... phi) {
        if (!isStationary(phi)) {
            throw new EstimationException(
                    "E-AR-001",
                    "autoregressive errors with coefficients " + Arrays.toString(phi)
                            + " are not stationary: they do not return to 0; look for a break or a trend that the design lacks,"
                            + " or take differences");
        }
        return new AutoregressiveProcess(phi.clone());
    }

    /** Whether all partial autocorrelations that these coefficients imply lie between −1 and 1. */
    static boolean isStationary(double... phi) {
        double[] rest = phi.clone();
        for (int k = rest.length; k > 0; k--) {
            double last = rest[k - 1];
            if (!(Math.abs(last) < 1)) {
                return false;
            }
            double[] shorter = new double[k - 1];
            for (int j = 0; j < k - 1; j++) {
                shorter[j] = (rest[j] + last * rest[k - 2 - j]) / (1 - last * last);
            }
            rest = shorter;
        }
        return true;
    }

    /** p. */
    public int order() {
        return phi.length;
    }

    /** φ_1 to φ_p. */
    public double[] coefficients() {
        return phi.clone();
    }

    /** The autocovariances γ_0 to γ_L. */
    public double[] autocovariances(int lags) {
        int p = phi.length;
        double[] gamma = new double[Math.max(lags, p) + 1];
        double[] first = firstAutocovariances();
        System.arraycopy(first, 0, gamma, 0, p + 1);
        for (int l = p + 1; l < gamma.length; l++) {
            for (int j = 1; j <= p; j++) {
                gamma[l] += phi[j - 1] * gamma[l - j];
            }
        }
        return Arrays.copyOf(gamma, lags + 1);
    }

    /** Solves the Yule–Walker equations γ_k − Σ φ_j γ_|k−j| = 1[k = 0] for k = 0 to p. */
    private double[] firstAutocovariances() {
        int p = phi.length;
        double[][] columns = new double[p + 1][p + 1];
        for (int k = 0; k <= p; k++) {
            columns[k][k] += 1;
            for (int j = 1; j <= p; j++) {
                columns[Math.abs(k - j)][k] -= phi[j - 1];
            }
        }
        double[] right = new double[p + 1];
        right[0] = 1;
        return new Qr(columns).solve(right);
    }

    /**
     * Columns of n values at these places of the calendar, turned so that errors of this process become independent with the variance of
     * a_t. For p = 1 without gaps: {@code √(1−φ²) y_1}, then {@code y_t − φ y_{t−1}}.
     */
    double[][] whiten(long[] places, double[][] columns) {
        double[][] white = new double[columns.length][places.length];
        ErrorFilter filter = new ErrorFilter(phi, autocovariances(Math.max(0, phi.length - 1)), columns.length);
        for (int t = 0; t < places.length; t++) {
            if (t > 0) {
                step(filter, places[t] - places[t - 1]);
            }
            double scale = 1 / Math.sqrt(filter.variance());
            double[] news = filter.update(columns, t);
            for (int j = 0; j < columns.length; j++) {
                white[j][t] = news[j] * scale;
            }
        }
        return white;
    }

    private static void step(ErrorFilter filter, long periods) {
        for (long i = 0; i < Math.min(periods, FORGOTTEN); i++) {
            filter.predict();
        }
    }

    /** The logarithm of the determinant of the correlation structure of errors at these places. */
    double logDeterminant(long[] places) {
        ErrorFilter filter = new ErrorFilter(phi, autocovariances(Math.max(0, phi.length - 1)), 0);
        double sum = 0;
        for (int t = 0; t < places.length; t++) {
            if (t > 0) {
                step(filter, places[t] - places[t - 1]);
            }
            sum += Math.log(filter.variance());
            filter.update(new double[0][], t);
        }
        return sum;
    }

    @Override
    public String toString() {
        return "AR(" + phi.length + ")"
                + Arrays.stream(phi)
                        .mapToObj(value -> String.format(Locale.ROOT, "%.4g", value))
                        .collect(Collectors.joining(", ", " ", ""));
    }
}
