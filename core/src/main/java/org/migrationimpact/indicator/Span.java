package org.migrationimpact.indicator;

import java.io.Serializable;
import org.migrationimpact.data.Period;

/**
 * Consecutive periods of one frequency, both ends included.
 *
 * @param first the first period
 * @param last the last period, not before the first
 */
public record Span(Period first, Period last) implements Serializable {

    public Span {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "a span ends in or after its first period, got " + first + " to " + last);
        }
    }

    /** The years from the first to the last. */
    public static Span years(int first, int last) {
        return new Span(Period.year(first), Period.year(last));
    }

    /** One period, or the first and the last: {@code 2012 to 2014}. */
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
