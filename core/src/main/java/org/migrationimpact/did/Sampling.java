package org.migrationimpact.did;

/** Whether the same units are seen again and again. */
public enum Sampling {
    /** The same units in several periods, in each of them at most once. */
    PANEL,
    /** Other units in every period: each row is a unit of its own. */
    REPEATED_CROSS_SECTIONS
}
