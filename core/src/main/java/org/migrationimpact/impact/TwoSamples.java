package org.migrationimpact.impact;

import java.util.List;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Scale;

/**
 * The values of one series before and from the first treated period on, on the scale of the comparison.
 *
 * @param name the name of the series
 * @param periods the periods used, ascending
 * @param before the values before
 * @param after the values after, in order of time
 * @param scale the scale
 */
@SuppressWarnings("ArrayRecordComponent") // handed from a design to its comparison, compared by nobody
record TwoSamples(String name, List<Period> periods, double[] before, double[] after, Scale scale) {

    double meanBefore() {
        return mean(before);
    }

    double meanAfter() {
        return mean(after);
    }

    static double mean(double... values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        double first = sum / values.length;
        double rest = 0;
        for (double v : values) {
            rest += v - first;
        }
        return first + rest / values.length;
    }

    /** The unbiased variance; 0 of a single value. */
    static double variance(double... values) {
        double mean = mean(values);
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return values.length < 2 ? 0 : sum / (values.length - 1);
    }

    /**
     * The change in per cent of the mean before, {@code 100 (a − b) / |b|}, with its standard error by the delta method.
     *
     * @param varBefore the variance of the mean before
     * @param varAfter of the mean after
     * @param covariance of the two
     */
    double[] percent(double varBefore, double varAfter, double covariance) {
        double b = meanBefore();
        double a = meanAfter();
        double byAfter = 100 / Math.abs(b);
        double byBefore = -100 * a / (b * Math.abs(b));
        double variance =
                byAfter * byAfter * varAfter + byBefore * byBefore * varBefore + 2 * byAfter * byBefore * covariance;
        return new double[] {100 * (a - b) / Math.abs(b), Math.sqrt(Math.max(0, variance))};
    }
}
