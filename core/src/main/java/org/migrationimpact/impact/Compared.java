package org.migrationimpact.impact;

import java.util.List;
import org.migrationimpact.data.Warning;
import org.migrationimpact.regression.Coefficient;

/** What a comparison found: terms, of which {@code level} is the change, how it was computed, and what must be known of it. */
record Compared(List<Coefficient> terms, List<Convention> conventions, List<Warning> warnings) {

    Coefficient level() {
        return terms.get(terms.size() - 1);
    }
}
