package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.migrationimpact.data.Series;

/**
 * What a model did not see coming: errors of predicting each period from those before it, in their standard deviations. Where the model
 * is right they are independent and normal with one variance.
 *
 * @param series the innovations, {@code NaN} where a period is missing or was used to find where the series starts
 * @param estimated how many parameters were estimated
 */
public record Innovations(Series series, int estimated) implements Serializable {

    /**
     * A test of the innovations.
     *
     * @param name its name, with the numbers chosen
     * @param statistic its statistic
     * @param pValue its p-value
     */
    public record Test(String name, double statistic, double pValue) implements Serializable {}

    private double[] values() {
        return Arrays.stream(series.values()).filter(e -> !Double.isNaN(e)).toArray();
    }

    /** The autocorrelation at this lag of the calendar, about the mean, over pairs of periods that both have an innovation. */
    public double autocorrelation(int lag) {
        if (lag < 1) {
            throw new IllegalArgumentException("a lag is 1 or more, got " + lag);
        }
        double[] all = series.values();
        double mean = Arrays.stream(values()).average().orElse(0);
        double square = 0;
        double product = 0;
        for (int t = 0; t < all.length; t++) {
            square += Double.isNaN(all[t]) ? 0 : (all[t] - mean) * (all[t] - mean);
            if (t >= lag && !Double.isNaN(all[t]) && !Double.isNaN(all[t - lag])) {
                product += (all[t] - mean) * (all[t - lag] - mean);
            }
        }
        return square == 0 ? 0 : product / square;
    }

    /**
     * Are they correlated with their past? Ljung and Box' Q over so many lags, against χ² with lags − parameters + 1 degrees of freedom, at
     * least 1 (Harvey 1989, 5.4.2).
     */
    public Test ljungBox(int lags) {
        int n = values().length;
        if (lags < 1 || lags >= n) {
            throw new IllegalArgumentException("lags must be 1 to " + (n - 1) + ", got " + lags);
        }
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            double r = autocorrelation(lag);
            sum += r * r / (n - lag);
        }
        double q = n * (n + 2.0) * sum;
        int df = Math.max(1, lags - estimated + 1);
        String name = "Ljung–Box, " + lags + (lags == 1 ? " lag, " : " lags, ") + df
                + (df == 1 ? " degree" : " degrees") + " of freedom";
        return new Test(name, q, Gamma.regularizedGammaQ(df / 2.0, q / 2));
    }

    /** Are they normal? From skewness and kurtosis, χ² with 2 degrees of freedom (Bowman and Shenton 1975, doi:10.1093/biomet/62.2.243). */
    public Test normality() {
        double[] e = values();
        double mean = Arrays.stream(e).average().orElse(0);
        double[] moments = new double[5];
        for (double value : e) {
            for (int k = 2; k <= 4; k++) {
                moments[k] += Math.pow(value - mean, k) / e.length;
            }
        }
        double skewness = moments[3] / Math.pow(moments[2], 1.5);
        double excess = moments[4] / (moments[2] * moments[2]) - 3;
        double statistic = e.length * (skewness * skewness / 6 + excess * excess / 24);
        return new Test("Bowman–Shenton normality", statistic, Math.exp(-statistic / 2));
    }

    /** Has their variance changed? The last third's sum of squares over the first third's, F(h, h), both tails. */
    public Test heteroscedasticity() {
        double[] e = values();
        int h = Math.max(1, (int) Math.round(e.length / 3.0));
        double first = 0;
        double last = 0;
        for (int i = 0; i < h; i++) {
            first += e[i] * e[i];
            last += e[e.length - 1 - i] * e[e.length - 1 - i];
        }
        double ratio = last / first;
        double above = Beta.regularizedBeta(1 / (1 + ratio), h / 2.0, h / 2.0); // the upper tail of F(h, h)
        double below = Beta.regularizedBeta(ratio / (1 + ratio), h / 2.0, h / 2.0);
        return new Test("heteroscedasticity, H(" + h + ")", ratio, Math.min(1, 2 * Math.min(above, below)));
    }

    /** All three, with as many lags as there are seasons, at most 12 (10 without a season) and at most a fifth of the innovations. */
    public List<Test> tests() {
        int seasons = series.frequency().seasons();
        int lags = Math.max(1, Math.min(seasons == 1 ? 10 : Math.min(12, seasons), values().length / 5));
        return List.of(ljungBox(lags), normality(), heteroscedasticity());
    }

    @Override
    public String toString() {
        Test test = tests().get(0);
        return String.format(Locale.ROOT, "%d innovations, %s: p = %.4g", values().length, test.name(), test.pValue());
    }
}
