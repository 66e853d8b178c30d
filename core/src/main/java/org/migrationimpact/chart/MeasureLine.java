package org.migrationimpact.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.Milestone;
import org.migrationimpact.measure.PartialDate;

/**
 * A date of a measure, marked in a chart: announced is dotted, adopted dashed, in force solid, repealed dashed and dotted. A date known
 * to the month or the year is drawn as that month or year.
 *
 * @param label what stands before the date's kind, such as the measure's id; may be empty
 * @param milestone which date of the measure
 * @param date when, as far as it is known
 */
public record MeasureLine(String label, Milestone milestone, PartialDate date) {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    public MeasureLine {
        Objects.requireNonNull(label);
        Objects.requireNonNull(milestone);
        Objects.requireNonNull(date);
    }

    /** A line for each date of the measure that is known. */
    public static List<MeasureLine> of(Measure measure) {
        return of("", measure);
    }

    /** A line for each date of several measures that is known, each labelled with the id. */
    static List<MeasureLine> ofAll(List<Measure> measures) {
        return measures.stream()
                .flatMap(measure -> of(measure.id(), measure).stream())
                .toList();
    }

    private static List<MeasureLine> of(String label, Measure measure) {
        return Arrays.stream(Milestone.values())
                .flatMap(milestone ->
                        measure.date(milestone).map(date -> new MeasureLine(label, milestone, date)).stream())
                .toList();
    }

    /** As it stands at the line: {@code Adopted 8 Nov 2010}. */
    public String text() {
        String words = (label + " " + milestone).strip();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + " " + written(date);
    }

    private static String written(PartialDate date) {
        String month = month(date.earliest().getMonthValue());
        int year = date.earliest().getYear();
        return switch (date.precision()) {
            case DAY -> date.earliest().getDayOfMonth() + " " + month + " " + year;
            case MONTH -> month + " " + year;
            case YEAR -> Integer.toString(year);
        };
    }

    /** The short English name of a month, 1 to 12. */
    static String month(int number) {
        return MONTHS.get(number - 1);
    }
}
