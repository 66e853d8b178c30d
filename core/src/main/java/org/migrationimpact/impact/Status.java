package org.migrationimpact.impact;

/** How a check or a diagnostic ended. */
public enum Status {
    /** Nothing was found that speaks against the result. */
    PASSED,
    /** Something was found that does. */
    FAILED,
    /** The data or the design do not allow it; the reason says why. */
    NOT_APPLICABLE
}
