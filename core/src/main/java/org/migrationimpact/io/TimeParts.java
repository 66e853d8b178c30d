package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.CellColumn;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Rows;

/** A year and its parts in columns of their own. */
record TimeParts(Rows rows, List<String> names, List<String> kinds) {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("year", "year"),
            Map.entry("yr", "year"),
            Map.entry("half", "S"),
            Map.entry("halfyear", "S"),
            Map.entry("semester", "S"),
            Map.entry("quarter", "Q"),
            Map.entry("qtr", "Q"),
            Map.entry("month", "M"),
            Map.entry("mon", "M"),
            Map.entry("week", "W"),
            Map.entry("day", "day"));

    static TimeParts of(Rows rows, List<String> names) {
        List<String> kinds = names.stream()
                .map(name -> KINDS.getOrDefault(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""), "?"))
                .toList();
        boolean two =
                kinds.size() == 2 && kinds.get(0).equals("year") && kinds.get(1).matches("[SQMW]");
        if (!two && !kinds.equals(List.of("year", "M", "day"))) {
            throw InputException.in(
                    "E-TIME-004",
                    rows.file().name(),
                    "the columns " + String.join(", ", names)
                            + " make no period together; name year and month, year and quarter, year and half, year and week, or"
                            + " year, month and day, in columns with these names");
        }
        return new TimeParts(rows, names, kinds);
    }

    TimeColumn read() {
        List<CellColumn> columns = names.stream().map(rows::column).toList();
        Map<String, Integer> numbers = new HashMap<>();
        List<Period> periods = new ArrayList<>();
        int[] codes = new int[rows.size()];
        for (int row = 0; row < codes.length; row++) {
            int at = row;
            List<String> parts = columns.stream().map(column -> column.text(at)).toList();
            codes[row] = numbers.computeIfAbsent(String.join("|", parts), key -> numbers.size());
            if (codes[row] == periods.size()) {
                periods.add(period(parts, new Place(rows.file().name(), rows.line(row), rows.position(names.get(0)))));
            }
        }
        return new TimeColumn(row -> codes[row], List.copyOf(periods), List.of());
    }

    private Period period(List<String> parts, Place place) {
        if (!TimeColumn.YEAR.matcher(parts.get(0)).matches() || parts.contains("")) {
            throw place.refuse(
                    "E-TIME-005",
                    "'" + Names.quoted(String.join(" ", parts)) + "' is no " + String.join(" and ", names)
                            + "; a year of four digits and its part are needed");
        }
        if (parts.size() == 3) {
            return TimeColumn.parse(parts.get(0) + "-" + two(parts.get(1)) + "-" + two(parts.get(2)), place);
        }
        boolean named = kinds.get(1).equals("M")
                && !TimeColumn.WHOLE.matcher(parts.get(1)).matches();
        return named
                ? TimeColumn.parse(parts.get(1) + parts.get(0), place)
                : TimeColumn.parse(
                        parts.get(0) + "-" + kinds.get(1) + parts.get(1).replaceFirst("^" + kinds.get(1), ""), place);
    }

    private static String two(String part) {
        return part.length() == 1 ? "0" + part : part;
    }
}
