package org.migrationimpact.impact;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Locale;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/**
 * The headline of a result.
 *
 * @param estimand what exactly is estimated, in words: {@code change of level at 2011-01}
 * @param unit the unit of the estimate: that of the series, {@code %}, or {@code log points}
 * @param scale the scale of the estimate
 * @param coefficient estimate and error
 */
public record Effect(String estimand, String unit, Scale scale, Coefficient coefficient) implements Serializable {

    /** The estimate, in {@link #unit()}. */
    public double estimate() {
        return coefficient.estimate();
    }

    /** On a log scale, the same change in per cent: {@code 100 (exp(b) − 1)}. */
    public double percent() {
        if (scale == Scale.LEVEL) {
            throw new IllegalStateException("an effect in " + unit + " has no percentage of its own");
        }
        return scale == Scale.LOG ? 100 * Math.expm1(estimate()) : estimate();
    }

    /**
     * The effect in one sentence, with the interval of this confidence, and on a log scale with the same in per cent.
     *
     * @param confidence a level such as 0.95
     */
    public String sentence(double confidence) {
        Interval interval = coefficient.interval(confidence);
        if (Double.isInfinite(interval.width())) {
            return String.format(Locale.ROOT, "%s: %.5g %s (no interval)", estimand, estimate(), unit);
        }
        String level = BigDecimal.valueOf(confidence)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        String plain = String.format(
                Locale.ROOT,
                "%s: %.5g %s (%s %% interval %.5g to %.5g)",
                estimand,
                estimate(),
                unit,
                level,
                interval.low(),
                interval.high());
        return scale != Scale.LOG
                ? plain
                : plain
                        + String.format(
                                Locale.ROOT,
                                ", that is %.1f %% (%.1f to %.1f %%)",
                                percent(),
                                100 * Math.expm1(interval.low()),
                                100 * Math.expm1(interval.high()));
    }

    /** {@link #sentence} at 95 %. */
    @Override
    public String toString() {
        return sentence(0.95);
    }
}
