package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.Period;

/**
 * What a model expects of each of the periods after its last one, and how the errors of these forecasts go together. The errors are those
 * of new observations, noise included, given the variances.
 */
public final class JointForecast implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<Period> periods;
    private final double[] mean;
    private final double[][] covariance;

    JointForecast(List<Period> periods, double[] mean, double[][] covariance) {
        this.periods = List.copyOf(periods);
        this.mean = mean;
        this.covariance = covariance;
    }

    /** The periods, ascending. */
    public List<Period> periods() {
        return periods;
    }

    /** What is expected of the i-th period, in the unit of the series; {@code NaN} where a column has no value. */
    public double mean(int i) {
        return mean[i];
    }

    /** The standard error of a new observation in the i-th period. */
    public double standardError(int i) {
        return Math.sqrt(covariance[i][i]);
    }

    /** The covariance of the forecast errors of two periods. */
    public double covariance(int i, int j) {
        return covariance[i][j];
    }

    /** Σ w_i mean_i, over the periods whose weight is not 0. */
    public double sum(double[] weights) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += weights[i] == 0 ? 0 : weights[i] * mean[i];
        }
        return sum;
    }

    /** The variance of the error of that sum, exactly. */
    public double varianceOfSum(double[] weights) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length && weights[i] != 0; j++) {
                sum += weights[j] == 0 ? 0 : weights[i] * covariance[i][j] * weights[j];
            }
        }
        return Math.max(0, sum);
    }

    /** The periods with mean and standard error. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("forecast");
        for (int i = 0; i < mean.length; i++) {
            text.append(String.format(Locale.ROOT, "%n  %s %12.6g (%.4g)", periods.get(i), mean[i], standardError(i)));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JointForecast that
                && periods.equals(that.periods)
                && Arrays.equals(mean, that.mean)
                && Arrays.deepEquals(covariance, that.covariance);
    }

    @Override
    public int hashCode() {
        return 31 * periods.hashCode() + Arrays.hashCode(mean);
    }
}
