package org.migrationimpact.did;

import java.io.Serializable;
import java.util.Optional;
import org.migrationimpact.data.Period;

/**
 * One difference in differences of two groups and two spans of time.
 *
 * @param kind who is compared with whom
 * @param treated the first treated period of those whose treatment changes
 * @param control that of those they are compared with; empty for the never and the always treated, which {@code kind} tells apart
 * @param estimate in the unit of the outcome
 * @param weight its share of the coefficient
 */
public record BaconComparison(Kind kind, Period treated, Optional<Period> control, double estimate, double weight)
        implements Serializable {

    /** Who is compared with whom. */
    public enum Kind {
        /** With units that are never treated. */
        TREATED_NEVER("treated against never treated"),
        /** With units treated later, before they are. */
        EARLIER_LATER("earlier against later treated"),
        /** With units treated earlier, after they were. */
        LATER_EARLIER("later against earlier treated"),
        /** With units treated in every period of the data. */
        LATER_ALWAYS("later against always treated");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Whether the controls are treated already. */
        public boolean isForbidden() {
            return this == LATER_EARLIER || this == LATER_ALWAYS;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** The two groups: {@code 2004 against 2006}. */
    @Override
    public String toString() {
        return treated + " against "
                + control.map(Period::toString).orElse(kind == Kind.TREATED_NEVER ? "never treated" : "always treated");
    }
}
