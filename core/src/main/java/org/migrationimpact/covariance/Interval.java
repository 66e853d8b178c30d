package org.migrationimpact.covariance;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Locale;

/** A confidence interval. */
public record Interval(double low, double high, double level) implements Serializable {

    public Interval {
        requireLevel(level);
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval needs low <= high, got " + low + " and " + high);
        }
    }

    /** Refuses a confidence level outside (0, 1). */
    public static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1, got " + level);
        }
        return level;
    }

    /** Whether the value lies inside, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** High minus low. */
    public double width() {
        return high - low;
    }

    @Override
    public String toString() {
        String percent =
                BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString();
        return String.format(Locale.ROOT, "%.5g to %.5g (%s %%)", low, high, percent);
    }
}
