package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;

/**
 * The header of Eurostat's TSV: {@code citizen,unit,geo\time}, then one cell a period; or {@code unit,time\geo}, then one cell a country.
 *
 * @param dimensions the dimensions whose codes stand at the beginning of a row, in order, the time among them where it is one
 * @param across the dimension whose codes stand in the header
 * @param heads the codes in the header
 * @param keyCells how many cells hold the codes of a row: one in a TSV, one a dimension where the commas became cells
 */
record TsvHeader(List<String> dimensions, String across, List<String> heads, int keyCells) {

    private static final Pattern NAME = Pattern.compile("\\w+");
    private static final Pattern PERIOD = Pattern.compile("[12]\\d{3}[\\w-]{0,6}");

    /** Whether the first line of a text is such a header. */
    static boolean recognises(String line) {
        String plain = line.replace("\"", "");
        if (plain.matches("[\\w,;\\t ]+\\\\\\w+ *[\\t,;].*")) {
            return true;
        }
        List<String> cells = Arrays.asList(plain.split("[\\t,;]", -1));
        int names = names(cells.stream().map(String::strip).toList());
        List<String> periods = cells.subList(names, cells.size());
        return names > 0
                && !periods.isEmpty()
                && cells.subList(0, names).stream()
                        .allMatch(name -> NAME.matcher(name).matches())
                && periods.stream()
                        .allMatch(period -> PERIOD.matcher(period.strip()).matches())
                && periods.subList(0, periods.size() - 1).stream().allMatch(period -> period.endsWith(" "))
                && periods.get(0).endsWith(" ");
    }

    /** How many cells come before the first period. */
    private static int names(List<String> cells) {
        int names = 0;
        while (names < cells.size() && !PERIOD.matcher(cells.get(names)).matches()) {
            names++;
        }
        return names;
    }

    /**
     * Takes a header apart.
     *
     * @throws InputException E-TSV-001 where it is none, E-TSV-002 where it has a code twice
     */
    static TsvHeader of(String file, int line, List<String> cells) {
        int slash = 0;
        while (slash < cells.size() && cells.get(slash).indexOf('\\') < 0) {
            slash++;
        }
        int keyCells = slash < cells.size() ? slash + 1 : names(cells);
        List<String> names = split(cells.subList(0, keyCells));
        String last = names.get(names.size() - 1);
        int cut = last.indexOf('\\');
        String across = cut < 0 ? "time" : last.substring(cut + 1);
        List<String> dimensions = new ArrayList<>(names.subList(0, names.size() - 1));
        dimensions.add(cut < 0 ? last : last.substring(0, cut));
        TsvHeader header = new TsvHeader(dimensions, across, cells.subList(keyCells, cells.size()), keyCells);
        header.requireSense(file, line);
        return header;
    }

    /** The parts of the cells between commas. */
    private static List<String> split(List<String> cells) {
        return Arrays.stream(String.join(",", cells).split(",", -1))
                .map(String::strip)
                .toList();
    }

    private void requireSense(String file, int line) {
        List<String> all = new ArrayList<>(dimensions);
        all.add(across);
        boolean named = all.stream().allMatch(name -> NAME.matcher(name).matches());
        boolean different = all.stream().distinct().count() == all.size();
        boolean timed = all.stream().filter(TsvHeader::isTime).count() == 1;
        if (heads.isEmpty() || !named || !different || !timed) {
            throw InputException.in(
                    "E-TSV-001",
                    file,
                    line,
                    "this is no header of Eurostat's TSV: different dimensions with commas between, one of them time or TIME_PERIOD, a"
                            + " backslash before the last, then one cell a period or code, such as citizen,unit,geo\\time; found "
                            + Names.some(all));
        }
    }

    private static boolean isTime(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.equals("time") || plain.equals("time_period");
    }

    /** Where the time is among the dimensions of a row; -1 where it is in the header. */
    int timeInKey() {
        int at = dimensions.size() - 1;
        while (at >= 0 && !isTime(dimensions.get(at))) {
            at--;
        }
        return at;
    }

    /** The dimensions of the cube: all but the time; the one of the header comes last. */
    List<String> cubeDimensions() {
        List<String> names = new ArrayList<>(dimensions);
        names.add(across);
        names.removeIf(TsvHeader::isTime);
        return List.copyOf(names);
    }

    /** The periods of the header, where they stand there. */
    List<Period> periods(String file, int line) {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            periods.add(TimeColumn.parse(heads.get(i), new Place(file, line, keyCells + i + 1L)));
        }
        requireDifferent(periods, file, line);
        return List.copyOf(periods);
    }

    /** The codes of the header, where the time is in the rows. */
    List<String> codes(String file, int line) {
        requireDifferent(heads, file, line);
        return heads;
    }

    private void requireDifferent(List<?> all, String file, int line) {
        Map<Object, Integer> seen = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            boolean empty = all.get(i).toString().isEmpty();
            if (empty || seen.putIfAbsent(all.get(i), i) != null) {
                throw InputException.in(
                        "E-TSV-002",
                        file,
                        line,
                        keyCells + i + 1L,
                        (empty
                                        ? "a cell of the header is empty"
                                        : "the header has " + Names.quoted(all.get(i) + "") + " twice")
                                + "; each column needs one " + across + " of its own");
            }
        }
    }

    /**
     * The codes of a row.
     *
     * @throws InputException E-TSV-003 where the row has another length, E-TSV-004 where it has another number of codes
     */
    List<String> key(String file, int line, List<String> cells) {
        int width = keyCells + heads.size();
        boolean whole = cells.size() >= width
                && cells.subList(width, cells.size()).stream().allMatch(String::isEmpty);
        if (!whole) {
            throw InputException.in(
                    "E-TSV-003",
                    file,
                    line,
                    "the row has " + cells.size() + " cells, the header has " + width
                            + "; mend the row, or fetch the file again");
        }
        List<String> codes = split(cells.subList(0, keyCells));
        if (codes.size() != dimensions.size() || codes.contains("")) {
            throw InputException.in(
                    "E-TSV-004",
                    file,
                    line,
                    1,
                    "'" + Names.quoted(String.join(",", codes)) + "' needs one code for each of "
                            + String.join(", ", dimensions) + "; mend the row, or fetch the file again");
        }
        return codes;
    }
}
