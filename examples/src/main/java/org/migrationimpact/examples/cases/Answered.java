package org.migrationimpact.examples.cases;

import java.util.Locale;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.PlaceboRank;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/**
 * One design's answer to the question of a case.
 *
 * @param name the design in words
 * @param impact its result
 * @param assumes what must be true for it to be right
 * @param times what its headline is multiplied by to answer the question, such as the months of a sum
 * @param unit the unit of that
 */
record Answered(String name, Impact impact, String assumes, double times, String unit) {

    /** The headline as it is. */
    Answered(String name, Impact impact, String assumes) {
        this(name, impact, assumes, 1, impact.effect().unit());
    }

    Coefficient coefficient() {
        return impact.effect().coefficient();
    }

    double estimate() {
        return times * impact.effect().estimate();
    }

    /** The interval of 95 %, or why there is none. */
    String interval() {
        Interval interval = coefficient().interval(0.95);
        return Double.isInfinite(interval.low()) || Double.isInfinite(interval.high()) || Double.isNaN(interval.low())
                ? "none at 95 %"
                : plain(times * interval.low()) + " to " + plain(times * interval.high());
    }

    /** Three decimals below 100, none above. */
    static String plain(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.0f", value);
    }

    /** The p-value, with the smallest that so few comparisons could have given; empty where the design has none. */
    String pValue() {
        double p = coefficient().pValue();
        if (Double.isNaN(p)) {
            return "";
        }
        return coefficient().uncertainty() instanceof PlaceboRank rank
                ? String.format(Locale.ROOT, "%.3f, never below %.3f", p, 1.0 / (1 + rank.placebos()))
                : p < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    /** On logarithms the same in per cent. */
    String percent() {
        return impact.effect().scale() == Scale.LEVEL
                ? ""
                : String.format(Locale.ROOT, "%+.0f %%", impact.effect().percent());
    }

    /** The mean of observed less expected from this period on, on the scale of the design; without a path that of the headline. */
    double from(Period first) {
        EffectPath path = impact.path();
        return path.treated().stream()
                .filter(point -> !point.period().isBefore(first))
                .mapToDouble(point -> path.scale().apply(point.observed()) - point.predicted())
                .filter(gap -> !Double.isNaN(gap))
                .average()
                .orElse(Double.NaN);
    }
}
