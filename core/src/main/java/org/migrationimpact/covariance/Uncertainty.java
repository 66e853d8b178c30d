package org.migrationimpact.covariance;

import java.io.Serializable;

/**
 * What is known about the error of one estimate, so that a p-value and an interval of any level can be taken from it.
 *
 * <p>A number that a method does not have (the standard error of a rank test) is {@code NaN} here and absent wherever it is printed.
 */
public sealed interface Uncertainty extends Serializable
        permits StudentT,
                RankShift,
                Resampled,
                WildDraws,
                PointOnly,
                IntervalOnly,
                PlaceboRank,
                PooledRanks,
                Conformal {

    /** The standard error, in the unit of the estimate; {@code NaN} where the method has none. */
    double standardError();

    /** Degrees of freedom of Student's t; infinite for the normal distribution, {@code NaN} where the method has none. */
    double degreesOfFreedom();

    /** The statistic of the test that the true value is 0; {@code NaN} where the method has none. */
    double statistic(double estimate);

    /** The two-sided p-value of that test, from the tails. */
    double pValue(double estimate);

    /** The confidence interval at a level such as 0.95. */
    Interval interval(double estimate, double level);
}
