package org.migrationimpact.did;

import java.util.Locale;

/** How effects by cohort and period are brought together. Callaway and Sant'Anna (2021), section 3. */
public enum Aggregation {
    /** All treated periods of all cohorts, each by the size of its cohort. */
    SIMPLE("mean effect over all cohorts and treated periods, by size of cohort"),
    /** By the number of periods since treatment began; in sum the plain mean over those from 0 on. */
    DYNAMIC("mean effect over the periods since treatment began"),
    /** By cohort, over its treated periods; in sum by size of cohort. */
    GROUP("mean effect on a cohort, by size of cohort"),
    /** By period, over the cohorts treated by then; in sum the plain mean over periods. */
    CALENDAR("mean effect in a period");

    private final String words;

    Aggregation(String words) {
        this.words = words;
    }

    /** Its name in a study file: {@code simple}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return words;
    }
}
