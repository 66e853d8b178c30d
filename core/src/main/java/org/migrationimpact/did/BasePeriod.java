package org.migrationimpact.did;

/** With which period the effect in a period is compared. */
public enum BasePeriod {
    /** All periods with the last one before treatment, or before it was anticipated. */
    UNIVERSAL("universal: the last period before treatment and its anticipation"),
    /** Periods before treatment with the one that went before, the others as in {@link #UNIVERSAL}. */
    VARYING(
            "varying: before treatment the period before, from it on the last one before treatment and its anticipation");

    private final String words;

    BasePeriod(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
