package org.migrationimpact.forecast;

import java.util.Arrays;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** Noise that is the same to the last bit in every language, as src/test/R/arima.R makes it. */
public final class Noise {

    private static final long MODULUS = 2147483647L;

    private Noise() {}

    /** About normal, mean 0, variance 1: twelve numbers between 0 and 1, less 6. */
    public static double[] of(int n, long seed) {
        double[] noise = new double[n];
        long u = seed;
        for (int t = 0; t < n; t++) {
            double sum = 0;
            for (int i = 0; i < 12; i++) {
                u = 16807 * u % MODULUS;
                sum += (double) u / MODULUS;
            }
            noise[t] = sum - 6;
        }
        return noise;
    }

    /** An AR(1) about 20 with 90 months from 2010-01, and 1.5 more from the 61st on. */
    static double[] stepped() {
        double[] e = of(90, 12345);
        double[] y = new double[90];
        double x = 0;
        for (int t = 0; t < 90; t++) {
            x = 0.6 * x + e[t];
            y[t] = 20 + x + (t >= 60 ? 1.5 : 0);
        }
        return y;
    }

    /** A seasonal process: ARMA(1,1) with a moving average at the season, summed up over periods and over years where asked. */
    static Series process(long seed, int n, double ar, double ma, int yearly, int monthly, double seasonal) {
        double[] e = of(n + 60, seed);
        double[] w = new double[n + 60];
        for (int t = 0; t < w.length; t++) {
            w[t] = e[t] + (t > 0 ? ar * w[t - 1] + ma * e[t - 1] : 0) + (t >= 12 ? seasonal * e[t - 12] : 0);
        }
        double[] y = Arrays.copyOfRange(w, 60, n + 60);
        for (int t = 1; t < n && monthly == 1; t++) {
            y[t] += y[t - 1];
        }
        for (int t = 12; t < n && yearly == 1; t++) {
            y[t] += y[t - 12];
        }
        return Series.of(
                "made",
                "persons",
                Period.month(2010, 1),
                Arrays.stream(y).map(v -> 50 + v).toArray());
    }
}
