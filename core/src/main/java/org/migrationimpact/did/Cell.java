package org.migrationimpact.did;

import java.io.Serializable;

/**
 * One comparison: the change of a cohort from a base period to another one, less that of its controls. All by number.
 *
 * @param cohort of the treated
 * @param period of the effect
 * @param base the period compared with; the same as {@code period} in the one that a universal base sets to 0
 * @param controlsFrom the first cohort that is a control besides the never treated; the number of cohorts where there is none
 */
record Cell(int cohort, int period, int base, int controlsFrom) implements Serializable {

    boolean isReference() {
        return period == base;
    }
}
