package org.migrationimpact.assess;

import java.io.Serializable;
import java.util.Locale;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.StudentT;

/**
 * How often something happened, with how much that tells.
 *
 * <p>The interval is Wilson's (1927), doi:10.1080/01621459.1927.10502953, for {@link #effective()} independent trials: fewer than were made
 * where neighbouring ones share most of their data.
 *
 * @param hits in how many trials it happened
 * @param trials how many there were
 * @param effective how many independent ones they are worth, 1 to {@code trials}
 */
public record Rate(int hits, int trials, double effective) implements Serializable {

    public Rate {
        if (hits < 0 || trials < 1 || hits > trials) {
            throw new IllegalArgumentException("hits are 0 to the number of trials, got " + hits + " of " + trials);
        }
        if (!(effective >= 1 && effective <= trials)) {
            throw new IllegalArgumentException(
                    "effective trials are 1 to the number of trials, " + trials + ", got " + effective);
        }
    }

    /** Of independent trials. */
    static Rate of(int hits, int trials) {
        return new Rate(hits, trials, trials);
    }

    /** Hits over trials, 0 to 1. */
    public double share() {
        return hits / (double) trials;
    }

    /** The error of the share: {@code √(p (1 − p) / effective)}. */
    public double standardError() {
        return Math.sqrt(share() * (1 - share()) / effective);
    }

    /** Where the true share lies with this confidence. */
    public Interval interval(double level) {
        double z = new StudentT(1, Double.POSITIVE_INFINITY).quantile(level);
        double weight = z * z / effective;
        double centre = (share() + weight / 2) / (1 + weight);
        double half = z * Math.sqrt((share() * (1 - share()) + weight / 4) / effective) / (1 + weight);
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half), level);
    }

    /** {@code 12.5 % (7.1 to 21.0 %)}: the share with its 95 % interval. */
    @Override
    public String toString() {
        Interval interval = interval(0.95);
        return String.format(
                Locale.ROOT, "%.1f %% (%.1f to %.1f %%)", 100 * share(), 100 * interval.low(), 100 * interval.high());
    }
}
