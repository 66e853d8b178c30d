package org.migrationimpact.did;

import java.io.Serializable;

/**
 * An aggregate as a linear combination of what is estimated.
 *
 * @param label event time, cohort, period or name
 * @param estimate in the unit of the outcome
 * @param on the coefficient of each column of the {@link Influence}
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
record Combination(String label, double estimate, double[] on) implements Serializable {

    /** Whether nothing in it was estimated: the period that a universal base sets to 0. */
    boolean isReference(int[] estimated) {
        for (int k : estimated) {
            if (on[k] != 0) {
                return false;
            }
        }
        return true;
    }
}
