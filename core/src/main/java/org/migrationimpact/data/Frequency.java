package org.migrationimpact.data;

/**
 * How often a series is observed. {@link #ORDINAL} numbers periods that have no calendar: it knows order and distance, but no season.
 *
 * <p>A frequency is never raised: nothing in this library makes months out of years.
 */
public enum Frequency {
    /** Calendar years, written {@code 2015}. */
    ANNUAL("year", 1),
    /** Half-years, written {@code 2015-S1}. */
    HALF_YEAR("half-year", 2),
    /** Quarters, written {@code 2015-Q1}. */
    QUARTER("quarter", 4),
    /** Months, written {@code 2015-03}. */
    MONTH("month", 12),
    /** ISO weeks, written {@code 2015-W01}; the season is the week of the year, 1 to 53. */
    WEEK("week", 53),
    /** Days, written {@code 2015-12-31}; the season is the day of the week, Monday = 1. */
    DAY("day", 7),
    /** Plain numbers without a calendar, written {@code 17}. */
    ORDINAL("period", 1);

    private final String noun;
    private final int seasons;

    Frequency(String noun, int seasons) {
        this.noun = noun;
        this.seasons = seasons;
    }

    /** The word for one period, in the singular: {@code month}. */
    public String noun() {
        return noun;
    }

    /** The word for so many periods: {@code 1 month}, {@code 12 months}. */
    public String count(long periods) {
        return periods + " " + noun + (periods == 1 ? "" : "s");
    }

    /** How many seasons a cycle has: 12 for months, 4 for quarters, 7 for days, 1 where there is no season. */
    public int seasons() {
        return seasons;
    }
}
