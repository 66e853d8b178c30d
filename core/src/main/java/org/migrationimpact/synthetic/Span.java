package org.migrationimpact.synthetic;

import java.io.Serializable;
import org.migrationimpact.data.Period;

/** From the first period to the last, both included. */
record Span(Period first, Period last) implements Serializable {

    Span {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("periods run from the first to the last, got " + first + " to " + last);
        }
    }
}
