package org.migrationimpact.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.CellSink;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Workbook;

/**
 * The money transfers of individuals through Armenian banks by counterpart country, as the Central Bank of Armenia publishes them in a
 * workbook with a sheet a currency and frequency. Three levels of headings stand above the figures: the year; the month, or
 * {@code of which non-commercial}; and inflow, outflow, net inflow.
 *
 * <p>Dimensions are {@code counterpart} (ISO codes of two letters from the labels; {@code OTHERS}, {@code TOTAL}), {@code purpose}
 * ({@code TOTAL}, and {@code non-commercial}, which is a part of it, so that a sum over both is refused) and {@code direction}
 * ({@code inflow}, {@code outflow}, {@code net}, the first less the second). Without the name of a sheet the first one is read, and a note
 * names the others. Where the heading of a sheet names another currency than its title, the unit is that of the sheet of months in the
 * currency of the title, if every year is the sum of its months; a note says so.
 */
public final class ArmeniaTransfers {

    private static final Pattern TITLE =
            Pattern.compile("(?i).*\\bmoney transfers of individuals\\b.*\\bin ([A-Z]{3})\\s*");
    private static final Pattern UNIT = Pattern.compile("\\(([^()]+)\\)");
    private static final Pattern DIRECTION = Pattern.compile("(?i)(inflow|outflow|net)(?: inflow)?");
    private static final Pattern PART = Pattern.compile("(?i)of which (.+)");

    private final InputFile file;
    private final String sheet;
    private final PlaceCodes places = new PlaceCodes();
    private final List<Line> lines = new ArrayList<>();
    private final List<List<String>> above = new ArrayList<>();
    private Optional<WideColumns> columns = Optional.empty();
    private int notes;

    private record Line(int number, List<String> cells) {}

    private ArmeniaTransfers(InputFile file, String sheet) {
        this.file = file;
        this.sheet = sheet;
    }

    /** The transfers on the first sheet of the workbook at this path: by month in US dollars. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The transfers on the first sheet of a workbook: by month in US dollars.
     *
     * @throws InputException E-CBA-001 where no sheet has the three levels of headings, E-CBA-002 where a column has no year, month or
     *     direction, E-CBA-003 where there is no sheet of this name; for a workbook and its cells as every table
     */
    public static Observations read(InputFile file) {
        return read(file, sheets(tops(file)).stream().findFirst().orElse(""));
    }

    /**
     * The transfers on one sheet of a workbook, such as {@code annual in AMD}.
     *
     * @throws InputException as {@link #read(InputFile)} does
     */
    public static Observations read(InputFile file, String sheet) {
        Map<String, List<List<String>>> tops = tops(file);
        ArmeniaTransfers reader = new ArmeniaTransfers(file, sheet);
        if (sheets(tops).isEmpty()) {
            throw reader.otherShape();
        }
        if (!sheets(tops).contains(sheet)) {
            throw InputException.in(
                    "E-CBA-003",
                    file.name(),
                    "there is no sheet '" + Names.quoted(sheet) + "' of transfers; there is "
                            + Names.some(sheets(tops)));
        }
        Workbook.readAll(file, sheet, CellSink.ofRows(reader::row));
        return reader.build(tops);
    }

    private static Map<String, List<List<String>>> tops(InputFile file) {
        return file.isWorkbook() ? Workbook.tops(file) : Map.of();
    }

    /** Whether a sheet has the title and the headings of the transfers. */
    static boolean recognises(Map<String, List<List<String>>> tops) {
        return !sheets(tops).isEmpty();
    }

    private static List<String> sheets(Map<String, List<List<String>>> tops) {
        return tops.entrySet().stream()
                .filter(top -> top.getValue().stream().anyMatch(ArmeniaTransfers::isTitle)
                        && top.getValue().stream().anyMatch(ArmeniaTransfers::isDirections))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isTitle(List<String> row) {
        return TITLE.matcher(row.get(0)).matches();
    }

    private static boolean isDirections(List<String> row) {
        return row.size() > 2
                && row.get(0).isEmpty()
                && row.stream().skip(1).allMatch(cell -> DIRECTION.matcher(cell).matches());
    }

    private InputException otherShape() {
        return InputException.in(
                "E-CBA-001",
                file.name(),
                "this is not the table of money transfers: a sheet with the title Total money transfers of individuals … in USD, and below it"
                        + " years, months, and Inflow, Outflow, Net inflow is needed");
    }

    private void row(int line, List<String> cells) {
        boolean blank = cells.stream().allMatch(String::isEmpty);
        if (columns.isEmpty()) {
            if (isDirections(cells) && above.size() > 1) {
                columns = Optional.of(columns(line, cells));
            } else if (!blank) {
                above.add(cells);
            }
        } else if (cells.stream().skip(1).allMatch(String::isEmpty)) {
            notes += blank ? 0 : 1;
        } else {
            lines.add(new Line(line, cells));
        }
    }

    private WideColumns columns(int line, List<String> directions) {
        List<WideColumns.Column> found = new ArrayList<>();
        Heading heading = Heading.NONE;
        for (int at = 1; at < directions.size(); at++) {
            heading = heading.then(
                    WideColumns.cell(above.get(above.size() - 2), at),
                    WideColumns.cell(above.get(above.size() - 1), at));
            Matcher direction = DIRECTION.matcher(directions.get(at));
            Place place = new Place(file.name(), line, at + 1L);
            if (!direction.matches() || heading.year.isEmpty() || heading.month.isEmpty()) {
                throw place.refuse(
                        "E-CBA-002",
                        "the column has no year, no month (or Annual), or no direction above it; fill in its headings");
            }
            List<String> codes = List.of(heading.purpose, direction.group(1).toLowerCase(Locale.ROOT));
            found.add(new WideColumns.Column(at, heading.period(place), codes, Set.of()));
        }
        return WideColumns.of(file, line, directions, found);
    }

    /** What the merged cells above a column say: each holds until the next one of its level or of a higher one. */
    private record Heading(String year, String month, String purpose) {
        private static final Heading NONE = new Heading("", "", "");

        Heading then(String nextYear, String next) {
            Heading base = nextYear.isEmpty() ? this : new Heading(nextYear, "", "");
            Matcher part = PART.matcher(next);
            if (part.matches()) {
                return new Heading(base.year, base.month, part.group(1).strip().toLowerCase(Locale.ROOT));
            }
            return next.isEmpty() ? base : new Heading(base.year, next, "TOTAL");
        }

        Period period(Place place) {
            return TimeColumn.parse(month.equalsIgnoreCase("annual") ? year : month + year, place);
        }
    }

    private Observations build(Map<String, List<List<String>>> tops) {
        if (columns.isEmpty() || lines.isEmpty()) {
            throw otherShape();
        }
        String label = unit(above);
        Optional<String> currency = currency(above);
        if (currency.isEmpty() || label.contains(currency.get())) {
            return cube(label, tops, List.of());
        }
        return unit(tops, currency.get(), label);
    }

    /** The label contradicts the title: the months of the title's currency decide, if the years are their sums. */
    private Observations unit(Map<String, List<List<String>>> tops, String currency, String label) {
        Observations years = cube("", tops, List.of());
        Optional<String> months = sheets(tops).stream()
                .filter(name -> !name.equals(sheet))
                .filter(name -> currency(tops.getOrDefault(name, List.of())).equals(Optional.of(currency)))
                .filter(name -> unit(tops.getOrDefault(name, List.of())).contains(currency))
                .filter(name -> ArmeniaYears.areSums(years, read(file, name)))
                .findFirst();
        String unit =
                months.map(name -> unit(tops.getOrDefault(name, List.of()))).orElse("");
        return cube(
                unit,
                tops,
                List.of(new Warning(
                        "W-CBA-001",
                        "the sheet is labelled (" + label + ") but titled in " + currency + "; "
                                + months.map(name -> "its years are the sums of the months on the sheet " + name
                                                + ", so the unit is taken from there")
                                        .orElse("which of the two is meant cannot be told, so no unit is given"))));
    }

    private Observations cube(String unit, Map<String, List<List<String>>> tops, List<Warning> said) {
        ObservationsBuilder cube =
                Observations.of("money transfers of individuals", unit, List.of("counterpart", "purpose", "direction"));
        for (Line line : lines) {
            columns.orElseThrow(this::otherShape).feed(cube, line.number, line.cells, List.of(label(line)));
        }
        cube.alternatives("purpose").alternatives("direction");
        places.note(cube);
        said.forEach(cube::note);
        List<String> others =
                sheets(tops).stream().filter(name -> !name.equals(sheet)).toList();
        if (!others.isEmpty()) {
            cube.note(new Warning("W-SHEET-001", "these sheets are not read: " + Names.some(others)));
        }
        return cube.build(
                file.source("Central Bank of Armenia, money transfers of individuals, " + sheet, "", ""),
                WideColumns.audit(cube.size(), new SampleAudit.Dropped("with a note in place of a series", notes)));
    }

    private String label(Line line) {
        if (line.cells.get(0).isEmpty()) {
            throw new Place(file.name(), line.number, 1)
                    .refuse("E-CBA-004", "the row has figures but no counterpart; fill in its first cell");
        }
        return places.ofLabel(line.cells.get(0));
    }

    /** The currency in the title. */
    private static Optional<String> currency(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> TITLE.matcher(row.get(0)))
                .filter(Matcher::matches)
                .map(title -> title.group(1))
                .findFirst();
    }

    private static String unit(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> UNIT.matcher(row.get(0)))
                .filter(Matcher::matches)
                .map(unit -> unit.group(1))
                .findFirst()
                .orElse("");
    }
}
