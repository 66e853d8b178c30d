package org.migrationimpact.synthetic;

/** Which weights a comparison over units and periods has: the three estimators that Arkhangelsky and others (2021) set side by side. */
public enum SdidWeighting {
    /** Units and periods weighted, both searched for, with a free level: synthetic difference-in-differences. */
    SYNTHETIC_DIFFERENCE,
    /** Units weighted, no level set aside and so no periods: synthetic control with the tiny penalty of that paper. */
    SYNTHETIC_CONTROL,
    /** Every unit and every period alike: difference-in-differences. */
    PLAIN_DIFFERENCE
}
