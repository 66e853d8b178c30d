package org.migrationimpact.compare;

import java.io.Serializable;
import org.apache.commons.math3.distribution.FDistribution;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.DataException;

/**
 * Did the spread change? The ratio of the variances after and before, F where both are normal with one variance; not robust to values that
 * are not normal. R: {@code var.test(after, before)}.
 *
 * @param ratio the variance after over the variance before
 * @param above degrees of freedom after
 * @param below degrees of freedom before
 */
public record VarianceTest(double ratio, int above, int below) implements Serializable {

    /** Of these samples. */
    public static VarianceTest of(double[] before, double[] after) {
        Moments b = Sides.moments(before, "before");
        Moments a = Sides.moments(after, "after");
        if (b.variance() == 0 || a.variance() == 0) {
            throw new DataException(
                    "E-SAMPLES-003", "all values of a side are equal; a ratio of variances needs some that differ");
        }
        return new VarianceTest(a.variance() / b.variance(), a.count() - 1, b.count() - 1);
    }

    /** Twice the smaller tail. */
    public double pValue() {
        double lower = new FDistribution(null, above, below).cumulativeProbability(ratio);
        double upper = new FDistribution(null, below, above).cumulativeProbability(1 / ratio);
        return Math.min(1, 2 * Math.min(lower, upper));
    }

    /** The confidence interval of the ratio of the true variances. */
    public Interval interval(double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        double high = new FDistribution(null, below, above).inverseCumulativeProbability(1 - tail);
        double low = new FDistribution(null, above, below).inverseCumulativeProbability(1 - tail);
        return new Interval(ratio / low, ratio * high, level);
    }
}
