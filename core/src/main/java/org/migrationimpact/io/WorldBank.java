package org.migrationimpact.io;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.table.CellSink;
import org.migrationimpact.table.Delimited;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Workbook;

/**
 * The World Development Indicators as CSV or as a workbook, one indicator in a file, as the World Bank offers them for download: a preamble
 * with the date of the last update, a header with four names and years, and one row a country or aggregate. The names may be in any
 * language; what counts is the shape. Of a workbook the sheet with that shape is read; its sheets of metadata are not.
 *
 * <p>Dimensions are {@code country} (ISO codes of two letters; the publisher's code for an aggregate, such as {@code WLD}) and {@code
 * indicator}. An empty cell is not available. The unit stands in brackets at the end of the indicator's name.
 */
public final class WorldBank {

    private static final Pattern YEAR = Pattern.compile("(?:1[89]|2[01])\\d{2}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern AREA = Pattern.compile("[A-Z0-9]{3}");
    private static final Pattern INDICATOR = Pattern.compile("[A-Z0-9]+(?:\\.[A-Z0-9]+)+");
    private static final Pattern SERIAL = Pattern.compile("[34]\\d{4}");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int NAMES = 4;

    private final InputFile file;
    private final IndicatorNames names = new IndicatorNames();
    private final List<Period> years = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private String vintage = "";
    private String title = "";

    private record Line(int number, List<String> cells) {}

    private WorldBank(InputFile file) {
        this.file = file;
    }

    /** The indicator in the file at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The indicator in a file.
     *
     * @throws InputException E-WDI-001 where the file has another shape, E-WDI-002 where its indicators have several units, E-WDI-003 where
     *     a row does not fit; E-CELL-001 for a cell that is no number
     */
    public static Observations read(InputFile file) {
        Format.requireTable(file);
        WorldBank reader = new WorldBank(file);
        if (file.isWorkbook()) {
            reader.workbook();
        } else {
            Delimited.read(file, CellSink.ofRows(reader::row));
        }
        return reader.build();
    }

    private void workbook() {
        Workbook.tops(file).entrySet().stream()
                .filter(top -> hasHeader(top.getValue()))
                .findFirst()
                .ifPresent(top -> Workbook.readAll(
                        file, top.getKey(), CellSink.ofRows((line, cells) -> row(line, filled(cells)))));
    }

    /** A worksheet does not store the empty cells at the end of a row. */
    private List<String> filled(List<String> cells) {
        List<String> whole = new ArrayList<>(cells);
        while (!cells.isEmpty() && whole.size() < NAMES + years.size()) {
            whole.add("");
        }
        return whole;
    }

    /** Whether a sheet of a workbook has the header of such a file, below a preamble. */
    static boolean recognises(Map<String, List<List<String>>> tops) {
        return tops.values().stream().anyMatch(WorldBank::hasHeader);
    }

    private static boolean hasHeader(List<List<String>> top) {
        return top.stream().skip(1).anyMatch(WorldBank::isHeader);
    }

    /** Whether the beginning of a text has the preamble and the header of such a file. */
    static boolean recognises(String head) {
        List<String> top = head.lines()
                .limit(8)
                .map(line -> line.replace("\"", "").strip())
                .toList();
        int header = -1;
        for (int i = 0; i < top.size(); i++) {
            header = header < 0 && isHeader(List.of(top.get(i).split(",", -1))) ? i : header;
        }
        return header > 0
                && top.subList(0, header).stream()
                        .anyMatch(line -> DATE.matcher(line).find());
    }

    private static boolean isHeader(List<String> cells) {
        return cells.size() > NAMES
                && cells.subList(0, NAMES).stream()
                        .noneMatch(cell -> cell.isEmpty() || YEAR.matcher(cell).matches())
                && cells.subList(NAMES, cells.size()).stream()
                        .dropWhile(cell -> YEAR.matcher(cell).matches())
                        .allMatch(String::isEmpty)
                && YEAR.matcher(cells.get(NAMES)).matches();
    }

    private void row(int line, List<String> cells) {
        if (!years.isEmpty()) {
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                take(line, cells);
            }
        } else if (isHeader(cells)) {
            cells.stream().skip(NAMES).filter(cell -> !cell.isEmpty()).forEach(year -> years.add(Period.parse(year)));
            requireDistinctYears(line);
        } else {
            preamble(cells);
        }
    }

    private void requireDistinctYears(int line) {
        if (Set.copyOf(years).size() < years.size()) {
            throw InputException.in(
                    "E-WDI-004", file.name(), line, "the header has a year twice; each year needs one column");
        }
    }

    /** A label and what it labels: the source, then the date of the last update. */
    private void preamble(List<String> cells) {
        String said = cells.size() > 1 ? cells.get(1) : "";
        if (DATE.matcher(said).matches()) {
            vintage = said;
        } else if (SERIAL.matcher(said).matches()) {
            vintage = DAY_ZERO.plusDays(Integer.parseInt(said)).toString();
        } else if (title.isEmpty()) {
            title = said;
        }
    }

    private void take(int line, List<String> cells) {
        boolean fits = cells.size() >= NAMES
                && AREA.matcher(cells.get(1)).matches()
                && INDICATOR.matcher(cells.get(3)).matches();
        if (!fits) {
            throw InputException.in(
                    "E-WDI-003",
                    file.name(),
                    line,
                    "the row '" + Names.some(cells.subList(0, Math.min(NAMES, cells.size())))
                            + "' is no series; its second cell must be a country code of three characters, its fourth an indicator code");
        }
        boolean whole = cells.size() >= NAMES + years.size()
                && cells.stream().skip(NAMES + (long) years.size()).allMatch(String::isEmpty);
        if (!whole) {
            throw InputException.in(
                    "E-WDI-005",
                    file.name(),
                    line,
                    "the row has " + (cells.size() - NAMES) + " values, the header has " + years.size()
                            + " years; mend the row");
        }
        names.add(cells.get(3), cells.get(2));
        lines.add(new Line(line, cells));
    }

    private Observations build() {
        if (years.isEmpty() || lines.isEmpty()) {
            throw InputException.in(
                    "E-WDI-001",
                    file.name(),
                    "this is no WDI file: a preamble, a header of four names and years, and rows of countries are needed");
        }
        ObservationsBuilder cube =
                Observations.of(names.quantity(title), names.unit(file), List.of("country", "indicator"));
        WideColumns columns = columns();
        for (Line line : lines) {
            columns.feed(
                    cube, line.number, line.cells, List.of(PlaceCodes.ofIso3(line.cells.get(1)), line.cells.get(3)));
        }
        return cube.build(file.source("World Bank, " + title, vintage, "CC BY 4.0"), SampleAudit.complete(cube.size()));
    }

    private WideColumns columns() {
        List<WideColumns.Column> columns = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            columns.add(WideColumns.Column.of(i + NAMES, years.get(i)));
        }
        return WideColumns.of(file, 0, List.of(), columns);
    }
}
