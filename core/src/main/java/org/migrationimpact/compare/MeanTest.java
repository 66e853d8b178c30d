package org.migrationimpact.compare;

import java.io.Serializable;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.DataException;

/**
 * Do two means differ? Student's t with one variance, Welch's with two, or that of pairs; for independent values.
 *
 * <p>Sources: Student (1908), doi:10.1093/biomet/6.1.1; Welch (1947), doi:10.1093/biomet/34.1-2.28. R: {@code t.test(after, before)} with
 * {@code var.equal = TRUE} for {@link #student} and {@code paired = TRUE} for {@link #paired}.
 *
 * @param difference the mean after less the mean before
 * @param error its standard error and degrees of freedom
 */
public record MeanTest(double difference, StudentT error) implements Serializable {

    /** One variance of both, pooled: {@code s² (1/n₀ + 1/n₁)} with {@code n₀ + n₁ − 2} degrees of freedom. */
    public static MeanTest student(double[] before, double[] after) {
        Moments b = Sides.moments(before, "before");
        Moments a = Sides.moments(after, "after");
        double df = b.count() + a.count() - 2.0;
        double pooled = ((b.count() - 1) * b.variance() + (a.count() - 1) * a.variance()) / df;
        return of(a.mean() - b.mean(), pooled * (1.0 / b.count() + 1.0 / a.count()), df);
    }

    /** A variance of each: {@code s₀²/n₀ + s₁²/n₁} with Satterthwaite's degrees of freedom. */
    public static MeanTest welch(double[] before, double[] after) {
        Moments b = Sides.moments(before, "before");
        Moments a = Sides.moments(after, "after");
        double v0 = b.varianceOfMean();
        double v1 = a.varianceOfMean();
        double df = (v0 + v1) * (v0 + v1) / (v0 * v0 / (b.count() - 1) + v1 * v1 / (a.count() - 1));
        return of(a.mean() - b.mean(), v0 + v1, df);
    }

    /** Value by value: the mean of the differences after less before, {@code n − 1} degrees of freedom. */
    public static MeanTest paired(double[] before, double[] after) {
        Moments change = Sides.moments(Sides.differences(before, after), "paired");
        return of(change.mean(), change.varianceOfMean(), change.count() - 1.0);
    }

    private static MeanTest of(double difference, double variance, double df) {
        if (!(variance > 0)) {
            throw new DataException(
                    "E-SAMPLES-002", "all values of a side are equal; a test of means needs some that differ");
        }
        return new MeanTest(difference, new StudentT(Math.sqrt(variance), df));
    }

    /** t, the difference in standard errors. */
    public double statistic() {
        return error.statistic(difference);
    }

    /** Degrees of freedom of t. */
    public double degreesOfFreedom() {
        return error.degreesOfFreedom();
    }

    /** The two-sided p-value. */
    public double pValue() {
        return error.pValue(difference);
    }

    /** The confidence interval of the difference at a level such as 0.95. */
    public Interval interval(double level) {
        return error.interval(difference, level);
    }
}
