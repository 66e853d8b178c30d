package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.CellColumn;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Rows;

/**
 * The periods of a table, decided for the whole column and never cell by cell.
 *
 * <ul>
 *   <li>whole numbers, all from 1500 to 2499: years; all of the form YYYYMM: months; of the form YYYYMMDD: dates; otherwise the ordinal
 *       periods of a series without a calendar
 *   <li>dates: see {@link DateReading}
 *   <li>every other spelling that {@link Period#parse} knows
 *   <li>two or three columns: a year and its half, quarter, month, week, or month and day
 * </ul>
 *
 * @param code for each row the number of its period
 * @param periods the periods
 * @param notes what the reader of a result must know about how time was read
 */
record TimeColumn(IntUnaryOperator code, List<Period> periods, List<Warning> notes) {

    static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,15}");
    static final Pattern YEAR = Pattern.compile("(?:1[5-9]|2[0-4])\\d{2}");
    private static final Pattern YEAR_MONTH = Pattern.compile("(?:1[5-9]|2[0-4])\\d{4}");
    private static final Pattern DATE = Pattern.compile("(?:1[5-9]|2[0-4])\\d{2}(?:\\d{4}|-\\d{2}-\\d{2})");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+\\.\\d+");
    private static final Pattern MIDNIGHT = Pattern.compile("[T ]00:00(?::00(?:\\.0+)?)?Z?$");

    /** The period of a row. */
    Period at(int row) {
        return periods.get(code.applyAsInt(row));
    }

    /**
     * Reads the time of each row.
     *
     * @throws InputException E-TIME-001 for a cell without a period, E-TIME-002 for a decimal year, E-TIME-003 for mixed frequencies,
     *     E-TIME-004 for columns that make no period together, E-PERIOD-001 for a text that is no period
     */
    static TimeColumn of(Rows rows, List<String> names) {
        return names.size() == 1
                ? single(rows, names.get(0))
                : TimeParts.of(rows, names).read();
    }

    /** The periods of a column in which each is spelt in full, of one frequency or of several that another column tells apart. */
    static TimeColumn each(Rows rows, String name) {
        CellColumn.Coded column = rows.column(name).coded();
        return new TimeColumn(column::code, parseAll(column.dictionary(), places(rows, name, column)), List.of());
    }

    private static List<Place> places(Rows rows, String name, CellColumn.Coded column) {
        List<Place> places = new ArrayList<>();
        for (int code = 0; code < column.dictionary().size(); code++) {
            places.add(rows.place(column.firstRow(code), name));
        }
        return places;
    }

    private static TimeColumn single(Rows rows, String name) {
        CellColumn.Coded column = rows.column(name).coded();
        List<Place> places = places(rows, name, column);
        List<Warning> notes = new ArrayList<>();
        List<Period> periods = of(name, column.dictionary(), places, notes);
        return new TimeColumn(column::code, periods, List.copyOf(notes));
    }

    /** The periods of these texts, decided for all of them together; they stand in the column, or the row, of this name. */
    static List<Period> of(String name, List<String> texts, List<Place> places, List<Warning> notes) {
        List<Period> periods = periods(name, texts, places, notes);
        requireOneFrequency(periods, texts, places);
        return periods;
    }

    private static List<Period> periods(String name, List<String> texts, List<Place> places, List<Warning> notes) {
        List<String> plain = texts.stream()
                .map(text -> MIDNIGHT.matcher(text).replaceFirst(""))
                .toList();
        if (all(plain, YEAR)) {
            return plain.stream()
                    .map(year -> Period.year(Integer.parseInt(year)))
                    .toList();
        }
        if (all(plain, DATE)) {
            return DateReading.of(
                    name, parseAll(plain, places).stream().map(Period::firstDay).toList(), notes);
        }
        if (all(plain, WHOLE) && !all(plain, YEAR_MONTH)) {
            return ordinals(name, plain, notes);
        }
        return parseAll(plain, places);
    }

    private static boolean all(List<String> texts, Pattern pattern) {
        return texts.stream().allMatch(text -> pattern.matcher(text).matches());
    }

    private static List<Period> ordinals(String name, List<String> texts, List<Warning> notes) {
        notes.add(new Warning(
                "W-TIME-002",
                "the whole numbers in column '" + name
                        + "' are not all years, so they count periods without a calendar:"
                        + " no season, no frequency"));
        return texts.stream().map(text -> Period.ordinal(Long.parseLong(text))).toList();
    }

    private static List<Period> parseAll(List<String> texts, List<Place> places) {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            periods.add(parse(texts.get(i), places.get(i)));
        }
        return periods;
    }

    static Period parse(String text, Place place) {
        if (text.isEmpty()) {
            throw place.refuse("E-TIME-001", "the cell of the period is empty; every row needs a period");
        }
        if (DECIMAL.matcher(text).matches()) {
            throw place.refuse(
                    "E-TIME-002",
                    "'" + Names.quoted(text)
                            + "' is a decimal year, from which month or quarter can only be guessed; write 1969,"
                            + " 1969-Q2 or 1969-04");
        }
        try {
            return Period.parse(text);
        } catch (InputException noPeriod) {
            throw place.here(noPeriod);
        }
    }

    private static void requireOneFrequency(List<Period> periods, List<String> texts, List<Place> places) {
        Frequency first = periods.get(0).frequency();
        for (int i = 1; i < periods.size(); i++) {
            Frequency other = periods.get(i).frequency();
            if (other != first) {
                throw places.get(i)
                        .refuse(
                                "E-TIME-003",
                                "'" + Names.quoted(texts.get(i)) + "' is a " + other.noun()
                                        + ", the periods above are each a "
                                        + first.noun() + " (" + Names.quoted(texts.get(0)) + " in line "
                                        + places.get(0).line()
                                        + "); one file needs one frequency: keep the rows of one of them");
            }
        }
    }
}
