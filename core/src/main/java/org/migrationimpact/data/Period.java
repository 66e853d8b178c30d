package org.migrationimpact.data;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;

/**
 * One period of the calendar: the year 2015, its first half, a quarter, a month, an ISO week or a day; or the n-th period of a series
 * that has no calendar.
 *
 * <p>{@code index} counts periods of this frequency: years since year 0, months since January of year 0, weeks and days since
 * 1970-01-01. Two periods of one frequency are {@link #until} apart; periods of two frequencies do not compare.
 */
public record Period(Frequency frequency, long index) implements Comparable<Period>, Serializable {

    private static final LocalDate FIRST_MONDAY = LocalDate.of(1969, 12, 29);
    private static final long CALENDAR_REACH = 4_000_000;
    private static final long ORDINAL_REACH = 1_000_000_000_000_000L; // so that no distance overflows

    public Period {
        Objects.requireNonNull(frequency);
        long reach = frequency == Frequency.ORDINAL ? ORDINAL_REACH : CALENDAR_REACH;
        if (index < -reach || index > reach) {
            throw new IllegalArgumentException(
                    "the number of a " + frequency.noun() + " is " + -reach + " to " + reach + ", got " + index);
        }
    }

    /** The period that a publisher's spelling names: {@code 2015}, {@code 2015M03}, {@code JAN2009}, {@code 2015-W01}. See {@link PeriodText}. */
    public static Period parse(String text) {
        return PeriodText.parse(text);
    }

    /** A calendar year. */
    public static Period year(int year) {
        return new Period(Frequency.ANNUAL, year);
    }

    /** A month, {@code 1} to {@code 12}. */
    public static Period month(int year, int month) {
        return part(Frequency.MONTH, year, month);
    }

    /** A quarter, {@code 1} to {@code 4}. */
    public static Period quarter(int year, int quarter) {
        return part(Frequency.QUARTER, year, quarter);
    }

    /** A half-year, {@code 1} or {@code 2}. */
    public static Period halfYear(int year, int half) {
        return part(Frequency.HALF_YEAR, year, half);
    }

    /** A day. */
    public static Period day(LocalDate date) {
        return new Period(Frequency.DAY, date.toEpochDay());
    }

    /** The n-th period of a series without a calendar. */
    public static Period ordinal(long number) {
        return new Period(Frequency.ORDINAL, number);
    }

    /** The period of this frequency in which the date lies. */
    public static Period containing(LocalDate date, Frequency frequency) {
        return switch (frequency) {
            case ANNUAL -> year(date.getYear());
            case HALF_YEAR -> halfYear(date.getYear(), date.getMonthValue() <= 6 ? 1 : 2);
            case QUARTER -> quarter(date.getYear(), (date.getMonthValue() + 2) / 3);
            case MONTH -> month(date.getYear(), date.getMonthValue());
            case WEEK -> new Period(Frequency.WEEK, Math.floorDiv(ChronoUnit.DAYS.between(FIRST_MONDAY, date), 7));
            case DAY -> day(date);
            case ORDINAL ->
                throw new IllegalArgumentException("an ordinal period has no date, so none contains " + date);
        };
    }

    private static Period part(Frequency frequency, int year, int part) {
        if (part < 1 || part > frequency.seasons()) {
            throw new IllegalArgumentException(
                    "a " + frequency.noun() + " is 1 to " + frequency.seasons() + ", got " + part);
        }
        return new Period(frequency, (long) year * frequency.seasons() + part - 1);
    }

    /** The ISO week of a week-based year. */
    static Period week(int year, int week) {
        LocalDate monday = LocalDate.of(year, 1, 4)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(week - 1L);
        if (week < 1 || monday.plusDays(3).getYear() != year) {
            throw new IllegalArgumentException("the year " + year + " has no ISO week " + week);
        }
        return containing(monday, Frequency.WEEK);
    }

    /** The period so many later, or earlier where {@code periods} is negative. */
    public Period plus(long periods) {
        return new Period(frequency, Math.addExact(index, periods));
    }

    /** How many periods lie from this one to the other: 0 for itself, 1 for the next one. */
    public long until(Period other) {
        requireSameFrequency(other);
        return other.index - index;
    }

    /** Whether this period lies before the other. */
    public boolean isBefore(Period other) {
        return compareTo(other) < 0;
    }

    /** The season this period lies in, from 1: the month of the year, the quarter, the day of the week; 1 where there is none. */
    public int season() {
        return switch (frequency) {
            case ANNUAL, ORDINAL -> 1;
            case HALF_YEAR, QUARTER, MONTH -> (int) Math.floorMod(index, (long) frequency.seasons()) + 1;
            case WEEK -> firstDay().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case DAY -> firstDay().getDayOfWeek().getValue();
        };
    }

    /** The first day of this period; an ordinal period has none. */
    public LocalDate firstDay() {
        return switch (frequency) {
            case ANNUAL, HALF_YEAR, QUARTER, MONTH -> {
                int parts = frequency.seasons();
                int part = (int) Math.floorMod(index, (long) parts);
                yield LocalDate.of((int) Math.floorDiv(index, (long) parts), part * (12 / parts) + 1, 1);
            }
            case WEEK -> FIRST_MONDAY.plusWeeks(index);
            case DAY -> LocalDate.ofEpochDay(index);
            case ORDINAL -> throw new IllegalArgumentException("the ordinal period " + index + " has no first day");
        };
    }

    /** The last day of this period; an ordinal period has none. */
    public LocalDate lastDay() {
        return plus(1).firstDay().minusDays(1);
    }

    @Override
    public int compareTo(Period other) {
        requireSameFrequency(other);
        return Long.compare(index, other.index);
    }

    private void requireSameFrequency(Period other) {
        if (frequency != other.frequency) {
            throw new IllegalArgumentException(this + " is a " + frequency.noun() + " and " + other + " a "
                    + other.frequency.noun() + "; they do not compare");
        }
    }

    /** ISO 8601, with the half-years and quarters of SDMX: {@code 2015}, {@code 2015-S1}, {@code 2015-Q4}, {@code 2015-03}. */
    @Override
    public String toString() {
        return PeriodText.print(this);
    }
}
