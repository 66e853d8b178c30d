package org.migrationimpact.measure;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Spelling;

/**
 * A date as far as it is known: a day, a month or a year. Written {@code 2010-12-15}, {@code 2010-12}, {@code 2010}.
 *
 * @param earliest the first day on which it may have been
 * @param precision how exactly it is known
 */
public record PartialDate(LocalDate earliest, Precision precision) implements Comparable<PartialDate>, Serializable {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** How exactly a date is known. */
    public enum Precision {
        /** To the day. */
        DAY,
        /** To the month. */
        MONTH,
        /** To the year. */
        YEAR;

        /** Whether a date so known can be laid into periods of this frequency: a day into any, a month not into weeks or days. */
        public boolean reaches(Frequency frequency) {
            return switch (frequency) {
                case ANNUAL -> true;
                case HALF_YEAR, QUARTER, MONTH -> this != YEAR;
                case WEEK, DAY -> this == DAY;
                case ORDINAL -> false;
            };
        }

        /** The word: {@code day}, {@code month}, {@code year}. */
        public String noun() {
            return switch (this) {
                case DAY -> "day";
                case MONTH -> "month";
                case YEAR -> "year";
            };
        }
    }

    public PartialDate {
        boolean firstOfMonth = earliest.getDayOfMonth() == 1;
        boolean firstOfYear = earliest.getDayOfYear() == 1;
        boolean first = precision == Precision.DAY || firstOfYear || (precision == Precision.MONTH && firstOfMonth);
        if (!first) {
            throw new IllegalArgumentException(
                    "a date known to the " + precision.noun() + " begins on its first day, got " + earliest);
        }
    }

    /**
     * The date in the text.
     *
     * @throws InputException E-DATE-001 if it is not written {@code 2010}, {@code 2010-12} or {@code 2010-12-15}, or there is no such day
     */
    public static PartialDate parse(String text) {
        try {
            return read(text.strip());
        } catch (DateTimeException e) {
            throw refusal(text);
        }
    }

    private static PartialDate read(String text) {
        if (DAY.matcher(text).matches()) {
            return day(LocalDate.parse(text));
        }
        if (MONTH.matcher(text).matches()) {
            return new PartialDate(YearMonth.parse(text).atDay(1), Precision.MONTH);
        }
        if (YEAR.matcher(text).matches()) {
            return new PartialDate(Year.parse(text).atDay(1), Precision.YEAR);
        }
        throw refusal(text);
    }

    private static InputException refusal(String text) {
        return new InputException(
                "E-DATE-001",
                Spelling.quoted(text) + " is no date; write a year, a month or a day: 2010, 2010-12, 2010-12-15");
    }

    /** A date known to the day. */
    public static PartialDate day(LocalDate day) {
        return new PartialDate(day, Precision.DAY);
    }

    /** The last day on which it may have been. */
    public LocalDate latest() {
        return switch (precision) {
            case DAY -> earliest;
            case MONTH -> YearMonth.from(earliest).atEndOfMonth();
            case YEAR -> LocalDate.of(earliest.getYear(), 12, 31);
        };
    }

    /** Whether it may have been on a day from {@code from} to {@code to}, both included. */
    public boolean mayLieIn(LocalDate from, LocalDate to) {
        return !earliest.isAfter(to) && !latest().isBefore(from);
    }

    /** By the earliest day; of two that begin together, the more exact one first. */
    @Override
    public int compareTo(PartialDate other) {
        int byDay = earliest.compareTo(other.earliest);
        return byDay != 0 ? byDay : precision.compareTo(other.precision);
    }

    /** ISO 8601 at its precision: {@code 2010-12-15}, {@code 2010-12}, {@code 2010}. */
    @Override
    public String toString() {
        return switch (precision) {
            case DAY -> earliest.toString();
            case MONTH -> YearMonth.from(earliest).toString();
            case YEAR -> Year.from(earliest).toString();
        };
    }
}
