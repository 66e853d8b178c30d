package org.migrationimpact.forecast;

import java.util.Arrays;

/**
 * The polynomials of a seasonal ARMA model, multiplied out: {@code w_t = Σ ar_i w_{t−i} + a_t + Σ ma_j a_{t−j}}.
 *
 * <p>They are made from free numbers: of an autoregressive part, partial autocorrelations as hyperbolic tangents, so that it is always
 * stationary; of a moving-average part, the coefficients themselves. Source: Monahan (1984), doi:10.1093/biomet/71.2.403.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Arma(double[] ar, double[] ma, double[] coefficients) {

    /** The model of this order with seasons of this length, from free numbers in the order p, q, P, Q. */
    static Arma of(ArimaOrder order, int season, double[] free) {
        double[] coefficients = coefficients(order, free);
        int p = order.p();
        int q = p + order.q();
        int seasonalP = q + order.seasonalP();
        double[] ar = product(part(coefficients, 0, p), part(coefficients, q, seasonalP), season, -1);
        double[] ma = product(part(coefficients, p, q), part(coefficients, seasonalP, coefficients.length), season, 1);
        return new Arma(ar, ma, coefficients);
    }

    private static double[] part(double[] all, int from, int to) {
        return Arrays.copyOfRange(all, from, to);
    }

    /** The coefficients that these free numbers stand for. */
    static double[] coefficients(ArimaOrder order, double[] free) {
        double[] coefficients = free.clone();
        stationary(coefficients, 0, order.p());
        stationary(coefficients, order.p() + order.q(), order.seasonalP());
        return coefficients;
    }

    /**
     * The free numbers of a point of the search, where the moving average is partial autocorrelations too, with the sign turned, so that it
     * can always be inverted.
     */
    static double[] invertible(ArimaOrder order, double[] searched) {
        double[] free = searched.clone();
        int seasonal = order.p() + order.q() + order.seasonalP();
        turned(free, order.p(), order.q());
        turned(free, seasonal, order.seasonalQ());
        return free;
    }

    private static void turned(double[] numbers, int from, int count) {
        stationary(numbers, from, count);
        for (int j = from; j < from + count; j++) {
            numbers[j] = -numbers[j];
        }
    }

    /** Turns free numbers into partial autocorrelations and these, by Durbin and Levinson, into coefficients. */
    private static void stationary(double[] numbers, int from, int count) {
        double[] before = new double[count];
        for (int k = 0; k < count; k++) {
            double partial = Math.tanh(numbers[from + k]);
            double[] now = before.clone();
            now[k] = partial;
            for (int j = 0; j < k; j++) {
                now[j] = before[j] - partial * before[k - 1 - j];
            }
            before = now;
        }
        System.arraycopy(before, 0, numbers, from, count);
    }

    /** (1 + sign Σ a_i B^i)(1 + sign Σ b_j B^(js)) without its leading 1, with the sign taken back. */
    private static double[] product(double[] a, double[] b, int season, int sign) {
        double[] all = new double[a.length + b.length * season];
        System.arraycopy(a, 0, all, 0, a.length);
        for (int j = 1; j <= b.length; j++) {
            all[j * season - 1] += b[j - 1];
            for (int i = 1; i <= a.length; i++) {
                all[i + j * season - 1] += sign * a[i - 1] * b[j - 1];
            }
        }
        return all;
    }

    /** The weights of past shocks, 1 first: {@code psi_j = ma_j + Σ ar_i psi_{j−i}}, up to this lag. */
    double[] psi(int lags) {
        double[] psi = new double[lags + 1];
        psi[0] = 1;
        for (int j = 1; j <= lags; j++) {
            psi[j] = j <= ma.length ? ma[j - 1] : 0;
            for (int i = 1; i <= Math.min(j, ar.length); i++) {
                psi[j] += ar[i - 1] * psi[j - i];
            }
        }
        return psi;
    }
}
