package org.migrationimpact.forecast;

import java.util.Arrays;

/** The inner and outer loops of STL over one series. */
final class StlSteps {

    private final double[] y;
    private final int period;
    private final Loess season;
    private final Loess trendSmoother;
    private final Loess lowPass;
    private final double[] seasonal;
    private double[] trend;
    private double[] weights = {};

    StlSteps(double[] y, int period, Loess season, Loess trend, Loess lowPass) {
        this.y = y;
        this.period = period;
        this.season = season;
        this.trendSmoother = trend;
        this.lowPass = lowPass;
        this.seasonal = new double[y.length];
        this.trend = new double[y.length];
    }

    StlSteps run(int inner, int outer) {
        loop(inner);
        for (int i = 0; i < outer; i++) {
            weights = robustness();
            loop(inner);
        }
        return this;
    }

    private void loop(int times) {
        for (int i = 0; i < times; i++) {
            once();
        }
    }

    private void once() {
        int n = y.length;
        double[] rough = new double[n];
        for (int t = 0; t < n; t++) {
            rough[t] = y[t] - trend[t];
        }
        double[] cycles = cycles(rough);
        double[] low = lowPass.smooth(mean(mean(mean(cycles, period), period), 3), new double[0]);
        for (int t = 0; t < n; t++) {
            seasonal[t] = cycles[period + t] - low[t];
            rough[t] = y[t] - seasonal[t];
        }
        trend = kept(trendSmoother.smooth(rough, weights), rough);
    }

    /** Where no weight was left, the value itself. */
    private static double[] kept(double[] smooth, double[] y) {
        for (int t = 0; t < y.length; t++) {
            smooth[t] = Double.isNaN(smooth[t]) ? y[t] : smooth[t];
        }
        return smooth;
    }

    /** Each month's own series smoothed, with one year more at each end. */
    private double[] cycles(double[] rough) {
        double[] all = new double[rough.length + 2 * period];
        for (int j = 0; j < period; j++) {
            double[] own = every(rough, j);
            double[] w = weights.length == 0 ? weights : every(weights, j);
            int k = own.length;
            double[] smooth = kept(season.smooth(own, w), own);
            double before = season.value(own, w, 0, 1, Math.min(season.window(), k));
            double after = season.value(own, w, k + 1, Math.max(1, k - season.window() + 1), k);
            all[j] = Double.isNaN(before) ? smooth[0] : before;
            all[j + (k + 1) * period] = Double.isNaN(after) ? smooth[k - 1] : after;
            for (int i = 0; i < k; i++) {
                all[j + (i + 1) * period] = smooth[i];
            }
        }
        return all;
    }

    private double[] every(double[] values, int first) {
        double[] own = new double[(values.length - 1 - first) / period + 1];
        for (int i = 0; i < own.length; i++) {
            own[i] = values[first + i * period];
        }
        return own;
    }

    private static double[] mean(double[] values, int length) {
        double[] means = new double[values.length - length + 1];
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += values[i];
        }
        means[0] = sum / length;
        for (int i = 1; i < means.length; i++) {
            sum += values[i + length - 1] - values[i - 1];
            means[i] = sum / length;
        }
        return means;
    }

    /** Bisquare weights, 0 from six medians of the absolute remainder on. */
    private double[] robustness() {
        double[] remainder = new double[y.length];
        for (int t = 0; t < y.length; t++) {
            remainder[t] = Math.abs(y[t] - trend[t] - seasonal[t]);
        }
        double[] sorted = remainder.clone();
        Arrays.sort(sorted);
        double six = 3 * (sorted[y.length / 2] + sorted[y.length - 1 - y.length / 2]);
        double[] w = new double[y.length];
        for (int t = 0; t < w.length; t++) {
            double share = remainder[t] / six;
            w[t] = remainder[t] <= 0.001 * six
                    ? 1
                    : remainder[t] > 0.999 * six ? 0 : (1 - share * share) * (1 - share * share);
        }
        return w;
    }

    double[] seasonal() {
        return seasonal.clone();
    }

    double[] trend() {
        return trend.clone();
    }

    /** The last robustness weights; all 1 without an outer loop. */
    double[] weights() {
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        return weights.length == 0 ? ones : weights.clone();
    }
}
