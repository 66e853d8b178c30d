package org.migrationimpact.forecast;

import java.util.Arrays;

/** How many differences a series needs, by the rules of forecast 8.20: the strength of its season, and KPSS tests of a constant level. */
final class StationarityTests {

    private static final double STRONG = 0.64;
    private static final int SEASONAL_WINDOW = 11;
    private static final double[] CRITICAL = {0.347, 0.463, 0.574, 0.739};
    private static final double[] LEVELS = {0.10, 0.05, 0.025, 0.01};

    private StationarityTests() {}

    /** 1 where the season of an STL decomposition is strong, else 0; the values have no gap. */
    static int seasonalDifferences(double[] values, int season) {
        if (season == 1 || values.length <= 2 * season || isConstant(values)) {
            return 0;
        }
        Stl.Parts parts = Stl.of(SEASONAL_WINDOW).decompose(values, season);
        double[] deseasoned = new double[values.length];
        double[] detrended = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            deseasoned[t] = values[t] - parts.seasonal()[t] - parts.trend()[t];
            detrended[t] = values[t] - parts.trend()[t];
        }
        return 1 - variance(deseasoned) / variance(detrended) > STRONG ? 1 : 0;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    }

    /** 0, 1 or 2 differences until a KPSS test at 5 % no longer speaks against a constant level. */
    static int differences(double[] values) {
        double[] now = values;
        int times = 0;
        while (times < 2 && now.length > 2 && !isConstant(now) && kpssPValue(now) < 0.05) {
            now = new Differencing(1, 0, 1).of(now);
            times++;
        }
        return times;
    }

    /** Whether all values are the same, to a relative 1.5e-8. */
    static boolean isConstant(double[] values) {
        double first = values[0];
        double off =
                Arrays.stream(values).map(v -> Math.abs(v - first)).average().orElse(0);
        return off < 1.5e-8 * Math.max(Math.abs(first), 1e-300) || off == 0;
    }

    /** The p-value, between 0.01 and 0.1, by lines between the published critical values. */
    private static double kpssPValue(double[] values) {
        double statistic = kpss(values);
        for (int i = 0; i < CRITICAL.length; i++) {
            if (statistic <= CRITICAL[i]) {
                return i == 0
                        ? LEVELS[0]
                        : LEVELS[i]
                                + (LEVELS[i - 1] - LEVELS[i])
                                        * (CRITICAL[i] - statistic)
                                        / (CRITICAL[i] - CRITICAL[i - 1]);
            }
        }
        return LEVELS[LEVELS.length - 1];
    }

    /** Kwiatkowski, Phillips, Schmidt and Shin (1992), doi:10.1016/0304-4076(92)90104-Y, about a level, with ⌊3 √n / 13⌋ lags. */
    static double kpss(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElseThrow();
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value - mean;
            squares += sum * sum;
        }
        int lags = (int) (3 * Math.sqrt(n) / 13);
        double variance = variance(values) / n;
        for (int lag = 1; lag <= lags; lag++) {
            double product = 0;
            for (int t = lag; t < n; t++) {
                product += (values[t] - mean) * (values[t - lag] - mean);
            }
            variance += 2.0 / n * (1 - lag / (lags + 1.0)) * product;
        }
        return squares / n / n / variance;
    }
}
