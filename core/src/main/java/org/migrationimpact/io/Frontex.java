package org.migrationimpact.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.CellSink;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Rows;
import org.migrationimpact.table.Workbook;

/**
 * The monthly detections of illegal border-crossing that Frontex publishes: dimensions {@code route} (this library's ids, such as {@code
 * CIRC-ALGR}), {@code border} ({@code Land}, {@code Sea}) and {@code nationality} (ISO codes of two letters; {@code UNK}, {@code STLS} and
 * the like where the publisher counts no country). The unit is detections: one person may be counted several times.
 *
 * <p>Two layouts are told apart by their content. In the publisher's workbook a zero is written and is zero. In the tidy extract with the
 * columns {@code month,route,type,nat,n} rows with a zero are left out; nothing is filled in, so say {@link
 * Observations#zeroWhereAbsent()} where you need them.
 */
public final class Frontex {

    private static final List<String> DIMENSIONS = List.of("route", "border", "nationality");
    private static final Set<String> TIDY_HEADER = Set.of("month", "route", "type", "nat", "n");
    private static final Pattern MONTH = Pattern.compile("[A-Z]{3}\\d{4}");
    private static final Pattern AS_OF = Pattern.compile("(?i)source:.*\\bas of (\\S+)");
    private static final String QUANTITY = "detections of illegal border-crossing";

    private final InputFile file;
    private final FrontexCodes codes;
    private final ObservationsBuilder cube = Observations.of(QUANTITY, "detections", DIMENSIONS);
    private final Set<String> unknown = new TreeSet<>();

    private Frontex(InputFile file) {
        this.file = file;
        this.codes = new FrontexCodes(unknown);
    }

    /** The detections in the file at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The detections in a file of either layout.
     *
     * @throws InputException E-FRONTEX-001 where the file has neither layout, E-FRONTEX-002 where a route is not known; for a workbook and
     *     its cells as every table
     */
    public static Observations read(InputFile file) {
        return file.isWorkbook() ? new Frontex(file).workbook() : new Frontex(file).extract();
    }

    /** Whether a header line is that of the tidy extract. */
    static boolean recognises(String header) {
        List<String> names = List.of(header.replace("\"", "").strip().split("[,;\t]", -1));
        return names.size() == TIDY_HEADER.size() && TIDY_HEADER.containsAll(names);
    }

    /** Whether a sheet of a workbook has the header of the detections. */
    static boolean recognises(Map<String, List<List<String>>> tops) {
        return tops.values().stream().anyMatch(top -> top.stream().anyMatch(Frontex::isHeader));
    }

    private static boolean isHeader(List<String> cells) {
        return cells.size() > 3
                && cells.get(0).equalsIgnoreCase("Route")
                && cells.get(1).toLowerCase(Locale.ROOT).startsWith("border")
                && cells.get(2).equalsIgnoreCase("Nationality")
                && MONTH.matcher(cells.get(3)).matches();
    }

    private Observations workbook() {
        Map<String, List<List<String>>> tops = Workbook.tops(file);
        String sheet = tops.entrySet().stream()
                .filter(top -> top.getValue().stream().anyMatch(Frontex::isHeader))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(this::otherLayout);
        Wide wide = new Wide();
        Workbook.readAll(file, sheet, CellSink.ofRows(wide::row));
        return build(
                vintage(tops),
                new SampleAudit(
                        cube.size() + wide.notes,
                        cube.size(),
                        List.of(new SampleAudit.Dropped("with a note in place of a series", wide.notes))));
    }

    /** {@code Source: FRAN data as of 07JUL20}, which stands among the notes. */
    private static String vintage(Map<String, List<List<String>>> tops) {
        return tops.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .map(AS_OF::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private Observations build(String vintage, SampleAudit audit) {
        if (!unknown.isEmpty()) {
            cube.note(new Warning(
                    "W-FRONTEX-001",
                    "these nationalities are no country that is known, and keep the publisher's words: "
                            + Names.some(List.copyOf(unknown))));
        }
        return cube.build(
                file.source("Frontex, monthly detections of illegal border-crossing", vintage, "source: Frontex"),
                audit);
    }

    private InputException otherLayout() {
        return InputException.in(
                "E-FRONTEX-001",
                file.name(),
                "this is not the monthly detections: a sheet with the header Route, Border type, Nationality, JAN2009 … is needed, or a"
                        + " table with the columns month,route,type,nat,n");
    }

    private Observations extract() {
        Rows rows = Rows.read(file);
        if (!Set.copyOf(rows.header()).equals(TIDY_HEADER)) {
            throw otherLayout();
        }
        TimeColumn when = TimeColumn.of(rows, List.of("month"));
        FigureColumn figures = new FigureColumn(rows, "n", "", "");
        when.notes().forEach(cube::note);
        for (int row = 0; row < rows.size(); row++) {
            Place place = new Place(file.name(), rows.line(row), rows.position("route"));
            Figure figure = figures.at(row);
            List<String> key =
                    codes.key(List.of(rows.text(row, "route"), rows.text(row, "type"), rows.text(row, "nat")), place);
            cube.add(key, when.at(row), figure.value(), figure.flags(), rows.line(row));
        }
        return build("", rows.audit());
    }

    /** The rows of the workbook: nothing above the header, then one series a row. */
    private final class Wide {
        private final List<WideColumns.Column> months = new ArrayList<>();
        private int notes;

        void row(int line, List<String> cells) {
            if (months.isEmpty()) {
                if (isHeader(cells)) {
                    header(line, cells);
                }
            } else if (cells.stream().skip(1).allMatch(String::isEmpty)) { // blank, or a footnote
                notes += cells.isEmpty() ? 0 : 1;
            } else {
                series(line, cells);
            }
        }

        private void header(int line, List<String> cells) {
            Map<Period, Integer> seen = new LinkedHashMap<>();
            for (int i = 3; i < cells.size(); i++) {
                Place place = new Place(file.name(), line, i + 1L);
                Period month = TimeColumn.parse(cells.get(i), place);
                if (seen.putIfAbsent(month, i) != null) {
                    throw place.refuse(
                            "E-FRONTEX-003", "the header has " + month + " twice; each month needs one column");
                }
            }
            seen.forEach((month, at) -> months.add(WideColumns.Column.of(at, month)));
        }

        private void series(int line, List<String> cells) {
            if (cells.size() > months.size() + 3) {
                throw new Place(file.name(), line, months.size() + 4L)
                        .refuse(
                                "E-FRONTEX-004",
                                "there is a cell beyond the last month of the header; give its column a month");
            }
            List<String> key = codes.key(cells.subList(0, 3), new Place(file.name(), line, 1));
            WideColumns.of(file, line, List.of(), months).feed(cube, line, cells, key);
        }
    }
}
