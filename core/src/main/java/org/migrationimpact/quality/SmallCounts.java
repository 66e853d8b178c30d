package org.migrationimpact.quality;

import java.io.Serializable;
import java.util.Locale;
import org.migrationimpact.data.Series;

/**
 * Are the counts large enough for designs that take errors as normal and alike? Below 5 the distribution of a count is skew, its variance
 * moves with its mean, and a logarithm of 0 does not exist.
 *
 * <p>The threshold is 5 and too many are one value in five, by the rule of thumb of Cochran (1954), Biometrics 10, 417-451,
 * doi:10.2307/3001616. Only whole numbers in a unit that counts one by one are counts; anything else has none that are small.
 *
 * @param threshold values below it are small
 * @param values how many values there are
 * @param zeros how many of them are 0
 * @param small how many are below the threshold, zeros included
 */
public record SmallCounts(int threshold, int values, int zeros, int small) implements Serializable {

    private static final int THRESHOLD = 5;
    private static final double TOO_MANY = 0.2;

    /** The counts below 5. */
    public static SmallCounts of(Series series) {
        return below(THRESHOLD, series);
    }

    /** The counts below a threshold of 1 or more. */
    public static SmallCounts below(int threshold, Series series) {
        if (threshold < 1) {
            throw new IllegalArgumentException("the threshold of small counts is 1 or more, got " + threshold);
        }
        Observed observed = Observed.in(series);
        boolean counts = Observed.areCounts(series.unit(), observed.values());
        return new SmallCounts(
                threshold,
                observed.size(),
                counts ? observed.count(value -> value == 0) : 0,
                counts ? observed.count(value -> value < threshold) : 0);
    }

    /** The share of zeros among the values, 0 to 1; 0 where there is no value. */
    public double shareOfZeros() {
        return (double) zeros / Math.max(1, values);
    }

    /** The share of values below the threshold, 0 to 1; 0 where there is no value. */
    public double shareOfSmall() {
        return (double) small / Math.max(1, values);
    }

    /** Whether one value in five, or more, is small. */
    public boolean areTooMany() {
        return values > 0 && shareOfSmall() >= TOO_MANY;
    }

    /** What to do instead; empty where the counts are large enough. */
    public String instead() {
        return areTooMany()
                ? "take longer periods or a sum of series that are treated alike, compare by rank (mann-whitney) or with"
                        + " Poisson errors, and take no logarithm"
                : "";
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d values are below %d, %d of them zero%s",
                small,
                values,
                threshold,
                zeros,
                areTooMany() ? "; " + instead() : "");
    }
}
