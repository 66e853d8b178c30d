package org.migrationimpact.report;

import org.migrationimpact.covariance.Interval;
import org.migrationimpact.regression.Coefficient;

/** One estimate as every output of this package writes it; {@code NaN} where the method has no such number. */
record TermRow(
        String term,
        double estimate,
        double standardError,
        double degreesOfFreedom,
        double statistic,
        double pValue,
        double low,
        double high) {

    static TermRow of(Coefficient coefficient, double confidence) {
        Interval interval = coefficient.interval(confidence);
        return new TermRow(
                coefficient.term(),
                coefficient.estimate(),
                coefficient.standardError(),
                coefficient.degreesOfFreedom(),
                coefficient.statistic(),
                coefficient.pValue(),
                interval.low(),
                interval.high());
    }
}
