package org.migrationimpact.impact;

import java.io.Serializable;
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

    /** The headline in one line, with its interval of 95 %. */
    @Override
    public String toString() {
        return ImpactSummary.headline(this);
    }
}
