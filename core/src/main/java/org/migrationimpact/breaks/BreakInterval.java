package org.migrationimpact.breaks;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.Period;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/** How many periods the true break may lie before and after the one that was found, by Bai (1997). */
record BreakInterval(double before, double after) {

    private static final BreakInterval NONE = new BreakInterval(Double.NaN, Double.NaN);

    static BreakInterval between(TimeRegression old, TimeRegression next, double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        Fit before = Ols.fit(old.response(), old.design(), new Classical());
        Fit after = Ols.fit(next.response(), next.design(), new Classical());
        RealVector change = estimates(after).subtract(estimates(before));
        double momentBefore = moment(old, change);
        double momentAfter = moment(next, change);
        double varianceBefore = before.residualSumOfSquares() / old.rows();
        double varianceAfter = after.residualSumOfSquares() / next.rows();
        if (!(varianceBefore > 0 && varianceAfter > 0 && momentBefore > 0 && momentAfter > 0)) {
            return NONE;
        }
        BreakDistribution distribution =
                new BreakDistribution(momentAfter / momentBefore, Math.sqrt(varianceAfter / varianceBefore));
        double early = distribution.cumulative(0);
        if (!(early >= tail && early <= 1 - tail)) {
            return NONE;
        }
        double scale = varianceBefore / momentBefore;
        return new BreakInterval(distribution.quantile(1 - tail) * scale, distribution.quantile(tail) * scale);
    }

    private static RealVector estimates(Fit fit) {
        return new ArrayRealVector(fit.coefficients().stream()
                .mapToDouble(coefficient -> coefficient.estimate())
                .toArray());
    }

    /** d'(X'X/n)d. */
    private static double moment(TimeRegression regime, RealVector change) {
        double sum = 0;
        for (int i = 0; i < regime.rows(); i++) {
            double product =
                    change.dotProduct(new ArrayRealVector(regime.design().row(i)));
            sum += product * product;
        }
        return sum / regime.rows();
    }

    /** The break after this row, with the interval in periods of the series. */
    BreakDate date(TimeRegression regression, int row) {
        return new BreakDate(
                regression.period(row),
                regression.period(row + 1),
                period(regression, row - Math.ceil(before)),
                period(regression, row - Math.floor(after)));
    }

    private static @Nullable Period period(TimeRegression regression, double row) {
        return Double.isNaN(row) ? null : regression.period((int) Math.min(Math.max(0, row), regression.rows() - 1.0));
    }
}
