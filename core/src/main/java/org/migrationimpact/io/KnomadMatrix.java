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
import java.util.stream.Stream;
import org.migrationimpact.data.Flag;
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
 * The bilateral matrices of the World Bank's KNOMAD, of remittances or of migrant stocks, one year in a workbook. The axes mean different
 * things in the two, and the corner of the matrix says what:
 *
 * <ul>
 *   <li>remittances, {@code receiving (across) / sending (down)}: dimensions {@code sending} (the rows) and {@code receiving} (the columns);
 *   <li>migrant stocks, {@code Destination country (across) - Source (down)}: dimensions {@code origin} (the rows) and {@code destination}
 *       (the columns). Where the corner of a matrix of migrant stocks is empty, these axes are assumed, and a note says so.
 * </ul>
 *
 * <p>Both dimensions hold ISO codes of two letters from the labels, {@code WLD} for the totals, {@code OTHER_NORTH} and {@code OTHER_SOUTH}
 * for the rests. Every figure is a model's estimate, as the title says, and carries the flag estimated; 0 is written where there is no
 * estimate and stays 0, {@code -} is not available.
 */
public final class KnomadMatrix {

    private static final Pattern CORNER =
            Pattern.compile("(?i)(.+?)\\s*\\(across\\)\\s*[-/–]\\s*(.+?)\\s*\\(down\\)\\s*");
    private static final Pattern TITLE =
            Pattern.compile("(?i).*\\bbilateral\\b.*\\b(remittance|migrant|migration)s?\\b.*");
    private static final Pattern UNIT = Pattern.compile("(?i)\\(([^()]*US\\$[^()]*)\\)");
    private static final Pattern VERSION = Pattern.compile("(?i)\\(([^()]+) Version\\)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
    private static final int FEWEST = 2;

    private final InputFile file;
    private final PlaceCodes places = new PlaceCodes();
    private final List<Line> lines = new ArrayList<>();
    private List<String> header = List.of();
    private int headerLine;
    private String title = "";
    private boolean belowTable;
    private int lastLine;
    private int notes;

    private record Line(int number, List<String> cells) {}

    /** What rows and columns are. */
    private record Axes(String down, String across) {}

    private KnomadMatrix(InputFile file) {
        this.file = file;
    }

    /** The matrix in the workbook at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The matrix in a workbook.
     *
     * @throws InputException E-KNOMAD-003 where it has another shape, E-KNOMAD-004 where the axes are not known, E-KNOMAD-005 where no year
     *     is named, E-KNOMAD-006 where a row has no label; for a workbook and its cells as every table
     */
    public static Observations read(InputFile file) {
        KnomadMatrix reader = new KnomadMatrix(file);
        Optional<String> sheet = file.isWorkbook() ? sheet(Workbook.tops(file)) : Optional.empty();
        sheet.ifPresent(name -> Workbook.readAll(file, name, CellSink.ofRows(reader::row)));
        return reader.build(sheet.orElse(""));
    }

    /** Whether a sheet has a matrix of countries below such a title, or with such a corner. */
    static boolean recognises(Map<String, List<List<String>>> tops) {
        return sheet(tops).isPresent();
    }

    private static Optional<String> sheet(Map<String, List<List<String>>> tops) {
        return tops.entrySet().stream()
                .filter(top -> isMatrix(top.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isMatrix(List<List<String>> top) {
        boolean titled = top.stream().anyMatch(row -> TITLE.matcher(row.get(0)).matches() && cells(row) == 1);
        return top.stream().anyMatch(row -> isHeader(row) && (titled || isCorner(row)));
    }

    private static boolean isCorner(List<String> row) {
        return CORNER.matcher(row.get(0)).matches();
    }

    private static long cells(List<String> row) {
        return row.stream().filter(cell -> !cell.isEmpty()).count();
    }

    /** A corner, or nothing, and countries beside it. */
    private static boolean isHeader(List<String> row) {
        return row.size() > FEWEST
                && (row.get(0).isEmpty() || isCorner(row))
                && row.subList(1, 1 + FEWEST).stream().allMatch(PlaceCodes::isKnown);
    }

    private void row(int line, List<String> cells) {
        boolean blank = cells.stream().allMatch(String::isEmpty);
        belowTable |= !lines.isEmpty() && (blank || line > lastLine + 1);
        lastLine = line;
        if (header.isEmpty()) {
            if (isHeader(cells)) {
                header = cells;
                headerLine = line;
            } else if (!blank) {
                title = title.isEmpty() ? cells.get(0) : title;
            }
        } else if (!blank && (!belowTable || cells(cells) > FEWEST)) {
            lines.add(new Line(line, cells.stream().map(KnomadMatrix::plain).toList()));
        } else {
            notes += blank ? 0 : 1;
        }
    }

    /** The publisher's dash stands for no figure. */
    private static String plain(String cell) {
        return cell.equals("-") || cell.equals("–") ? "" : cell;
    }

    private Observations build(String sheet) {
        if (header.isEmpty() || lines.isEmpty()) {
            throw InputException.in(
                    "E-KNOMAD-003",
                    file.name(),
                    "this is no bilateral matrix: a sheet with a title such as Bilateral Remittance Estimates for 2017, countries across and"
                            + " countries down is needed");
        }
        Axes axes = axes();
        boolean remittances = axes.down.equals("sending");
        ObservationsBuilder cube = Observations.of(
                remittances ? "bilateral remittance estimates" : "bilateral estimates of migrant stocks",
                remittances ? unit() : "persons",
                List.of(axes.down, axes.across));
        WideColumns columns = columns(year(sheet));
        for (Line line : lines) {
            columns.feed(cube, line.number, line.cells, List.of(label(line)));
        }
        places.note(cube);
        note(cube, axes);
        Matcher version = VERSION.matcher(title);
        return cube.build(
                file.source("World Bank-KNOMAD, " + title, version.find() ? version.group(1) : "", ""),
                WideColumns.audit(cube.size(), new SampleAudit.Dropped("with a note in place of a series", notes)));
    }

    private Axes axes() {
        Matcher corner = CORNER.matcher(header.get(0));
        if (!corner.matches() && title.toLowerCase(Locale.ROOT).contains("migrant")) {
            return new Axes("origin", "destination");
        }
        String across = corner.matches() ? axis(corner.group(1)) : "";
        String down = corner.matches() ? axis(corner.group(2)) : "";
        Set<String> both = Set.copyOf(List.of(across, down));
        boolean fits = both.equals(Set.of("sending", "receiving")) || both.equals(Set.of("origin", "destination"));
        if (!fits) {
            throw new Place(file.name(), headerLine, 1)
                    .refuse(
                            "E-KNOMAD-004",
                            "'" + Names.quoted(header.get(0))
                                    + "' does not tell what rows and columns are; write receiving (across) / sending (down), or Destination"
                                    + " country (across) - Source (down), as it is");
        }
        return new Axes(down, across);
    }

    private static String axis(String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        return Stream.of("sending", "receiving", "destination", "origin")
                .filter(plain::contains)
                .findFirst()
                .orElse(plain.contains("source") ? "origin" : plain);
    }

    private String unit() {
        Matcher unit = UNIT.matcher(title);
        return unit.find() ? unit.group(1) : "";
    }

    private Period year(String sheet) {
        return Stream.of(title, sheet)
                .map(YEAR::matcher)
                .filter(Matcher::find)
                .map(found -> Period.parse(found.group()))
                .findFirst()
                .orElseThrow(() -> InputException.in(
                        "E-KNOMAD-005",
                        file.name(),
                        "neither the title '" + Names.quoted(title) + "' nor the sheet '" + Names.quoted(sheet)
                                + "' names a year; write the year of the estimates into the title"));
    }

    private WideColumns columns(Period year) {
        List<WideColumns.Column> columns = new ArrayList<>();
        for (int at = 1; at < header.size(); at++) {
            if (!header.get(at).isEmpty()) {
                columns.add(new WideColumns.Column(
                        at, year, List.of(places.ofLabel(header.get(at))), Set.of(Flag.ESTIMATED)));
            }
        }
        return WideColumns.of(file, headerLine, header, columns);
    }

    private String label(Line line) {
        if (line.cells.get(0).isEmpty()) {
            throw new Place(file.name(), line.number, 1)
                    .refuse("E-KNOMAD-006", "the row has figures but no country; fill in its first cell");
        }
        return places.ofLabel(line.cells.get(0));
    }

    private void note(ObservationsBuilder cube, Axes axes) {
        cube.note(new Warning(
                "W-KNOMAD-002",
                "these are estimates of a model, not observations; 0 also stands where there is no estimate"));
        if (header.get(0).isEmpty()) {
            cube.note(new Warning(
                    "W-KNOMAD-003",
                    "the corner of the matrix is empty; as in the publisher's other editions a row was taken as the "
                            + axes.down + " of the migrants and a column as their " + axes.across));
        }
    }
}
