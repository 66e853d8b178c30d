package org.migrationimpact.io;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;

/** What a column of dates stands for: dates that are all first, or all last, days of months are those months, quarters or years. */
final class DateReading {

    /** A column that is called so holds months, even where all of them happen to be a January. */
    private static final Pattern MONTHS = Pattern.compile("(?i)(?:.*_)?(?:months?|ym|year_?month)(?:_.*)?");

    private DateReading() {}

    static List<Period> of(String name, List<LocalDate> dates, List<Warning> notes) {
        boolean starts = dates.stream().allMatch(date -> date.getDayOfMonth() == 1);
        boolean ends = dates.stream().allMatch(date -> date.getDayOfMonth() == date.lengthOfMonth());
        if (!starts && !ends) {
            return dates.stream().map(Period::day).toList();
        }
        Frequency frequency = MONTHS.matcher(name).matches() ? Frequency.MONTH : frequency(dates, starts ? -1 : 0);
        notes.add(new Warning(
                "W-TIME-001",
                "the dates in column '" + name + "' are all " + (starts ? "first" : "last") + " days of a "
                        + frequency.noun() + ", so each is read as that " + frequency.noun()));
        return dates.stream().map(date -> Period.containing(date, frequency)).toList();
    }

    /** The longest period that all dates begin, or end; half-years and quarters only where more than one of a year occurs. */
    private static Frequency frequency(List<LocalDate> dates, int shift) {
        int[] months = dates.stream()
                .mapToInt(date -> Math.floorMod(date.getMonthValue() + shift, 12))
                .distinct()
                .toArray();
        if (months.length == 1) {
            return months[0] == 0 ? Frequency.ANNUAL : Frequency.MONTH;
        }
        for (Frequency frequency : List.of(Frequency.HALF_YEAR, Frequency.QUARTER)) {
            int length = 12 / frequency.seasons();
            if (Arrays.stream(months).allMatch(month -> month % length == 0)) {
                return frequency;
            }
        }
        return Frequency.MONTH;
    }
}
