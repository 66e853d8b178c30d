package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which effects of the calendar an adjustment by X-13 or TRAMO-SEATS looks for.
 *
 * @param days the days of the week and Easter
 * @param feasts feasts that move through the year, each with a coefficient of its own, kept whatever its size
 */
public record CalendarEffects(Days days, List<MovingFeast> feasts) implements Serializable {

    /** How days of the week and Easter enter. */
    public enum Days {
        /** Not at all. */
        NONE,
        /** Working days against the others, in one coefficient, the leap year and Easter; each kept where a test finds it. */
        WORKING_DAYS,
        /** Each day of the week, in six coefficients, the leap year and Easter; each kept where a test finds it. */
        TRADING_DAYS
    }

    public CalendarEffects {
        feasts = List.copyOf(feasts);
    }

    /** Working days, the leap year and Easter, each where a test finds it; no other feast. */
    public static CalendarEffects workingDays() {
        return new CalendarEffects(Days.WORKING_DAYS, List.of());
    }

    /** No effects of the calendar. */
    public static CalendarEffects none() {
        return new CalendarEffects(Days.NONE, List.of());
    }

    /** The same with these feasts. */
    public CalendarEffects with(MovingFeast... more) {
        return new CalendarEffects(days, List.of(more));
    }

    /** In words. */
    @Override
    public String toString() {
        String words = switch (days) {
            case NONE -> "no days of the week, no Easter";
            case WORKING_DAYS -> "working days and Easter where found";
            case TRADING_DAYS -> "days of the week and Easter where found";
        };
        return feasts.isEmpty()
                ? words
                : words + ", " + feasts.stream().map(MovingFeast::title).collect(Collectors.joining(", "));
    }
}
