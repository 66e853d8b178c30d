package org.migrationimpact.did;

import java.io.Serializable;
import java.util.Locale;
import org.migrationimpact.covariance.Interval;

/**
 * Where the effect lies when trends may differ so much.
 *
 * @param restriction what may be the case, in words: {@code relative magnitudes, 0.5}
 * @param bound the number in it
 * @param method how the interval was found
 * @param interval for the effect, in the unit of the outcome
 */
public record HonestInterval(String restriction, double bound, String method, Interval interval)
        implements Serializable {

    /** Whether no effect is excluded. */
    public boolean excludesZero() {
        return !interval.contains(0);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s: %s, %s", restriction, bound, interval, method);
    }
}
