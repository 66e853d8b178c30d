package org.migrationimpact.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.table.CellSink;
import org.migrationimpact.table.Delimited;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Place;

/**
 * A table that the World Bank's DataBank exports as CSV, such as the corridors of Remittance Prices Worldwide: pairs of columns with a name
 * and a code, then one column a period, headed {@code 2011Q1 [YR2011Q1]}, and below the rows a footer with the database and the date of the
 * last update.
 *
 * <p>Each pair is a dimension under the words of its heading: {@code Receiving Countries  Code} gives {@code receiving countries}. It holds
 * the codes, ISO codes of two letters where they are those of countries; {@code ..} is not available. Periods that the header leaves out
 * have no row. The date of the footer is written month first.
 */
public final class DataBank {

    private static final Pattern HEADING = Pattern.compile("(?i)(.+?)\\s+(name|code)");
    private static final Pattern PERIOD = Pattern.compile("(?i)\\S+ *\\[YR[^]]+]");
    private static final Pattern UPDATED = Pattern.compile("(?i)Last Updated:\\s*(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern DATABASE = Pattern.compile("(?i)Data from database:\\s*(.*)");

    private final InputFile file;
    private final IndicatorNames indicators = new IndicatorNames();
    private final List<Line> lines = new ArrayList<>();
    private List<String> header = List.of();
    private int headerLine;
    private String database = "";
    private String vintage = "";
    private int notes;

    private record Line(int number, List<String> cells) {}

    /** A dimension: its name, and where its code and its label stand. */
    private record Pair(String dimension, int code, int name) {}

    private DataBank(InputFile file) {
        this.file = file;
    }

    /** The table in the file at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The table in a file.
     *
     * @throws InputException E-DATABANK-001 where the header has another shape, E-DATABANK-002 where a row does not fit, E-WDI-002 where
     *     its series have several units; E-CELL-001 for a cell that is no number
     */
    public static Observations read(InputFile file) {
        Format.requireTable(file);
        DataBank reader = new DataBank(file);
        if (!file.isWorkbook()) {
            Delimited.read(file, CellSink.ofRows(reader::row));
        }
        return reader.build();
    }

    /** Whether a header line is that of such a table. */
    static boolean recognises(String header) {
        return Pattern.compile("(?i)\\bcode\"?[,;\t].*\\[YR\\d{4}")
                .matcher(header)
                .find();
    }

    private void row(int line, List<String> cells) {
        boolean blank = cells.stream().allMatch(String::isEmpty);
        if (header.isEmpty() && !blank) {
            header = cells;
            headerLine = line;
        } else if (cells.stream().skip(1).allMatch(String::isEmpty)) {
            footer(blank ? "" : cells.get(0));
        } else if (cells.size() < header.size()) {
            throw InputException.in(
                    "E-DATABANK-002",
                    file.name(),
                    line,
                    "the row has " + cells.size() + " cells, the header has " + header.size() + "; mend the row");
        } else {
            lines.add(new Line(line, cells));
        }
    }

    private void footer(String text) {
        Matcher updated = UPDATED.matcher(text);
        Matcher from = DATABASE.matcher(text);
        if (updated.matches()) {
            vintage = String.format(
                    Locale.ROOT,
                    "%s-%02d-%02d",
                    updated.group(3),
                    Integer.parseInt(updated.group(1)),
                    Integer.parseInt(updated.group(2)));
        } else if (from.matches()) {
            database = from.group(1);
        }
        notes++;
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int code = 0; code < header.size(); code++) {
            Matcher heading = HEADING.matcher(header.get(code));
            if (heading.matches() && heading.group(2).equalsIgnoreCase("code")) {
                String dimension = dimension(heading);
                pairs.add(new Pair(dimension, code, nameOf(dimension)));
            }
        }
        return pairs;
    }

    private static String dimension(Matcher heading) {
        return heading.group(1).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private int nameOf(String dimension) {
        for (int at = 0; at < header.size(); at++) {
            Matcher heading = HEADING.matcher(header.get(at));
            if (heading.matches()
                    && heading.group(2).equalsIgnoreCase("name")
                    && dimension(heading).equals(dimension)) {
                return at;
            }
        }
        return -1;
    }

    private WideColumns columns() {
        List<WideColumns.Column> columns = new ArrayList<>();
        for (int at = 0; at < header.size(); at++) {
            if (PERIOD.matcher(header.get(at)).matches()) {
                Place place = new Place(file.name(), headerLine, at + 1L);
                columns.add(WideColumns.Column.of(at, TimeColumn.parse(header.get(at), place)));
            }
        }
        return WideColumns.of(file, headerLine, header, columns);
    }

    private Observations build() {
        List<Pair> pairs = pairs();
        WideColumns columns = columns();
        if (pairs.isEmpty() || columns.columns().isEmpty() || lines.isEmpty()) {
            throw InputException.in(
                    "E-DATABANK-001",
                    file.name(),
                    "this is no DataBank table: columns such as Country Name and Country Code, periods such as 2011Q1 [YR2011Q1], and rows"
                            + " are needed");
        }
        lines.forEach(line -> series(line, pairs));
        ObservationsBuilder cube = Observations.of(
                indicators.quantity(database),
                indicators.unit(file),
                pairs.stream().map(Pair::dimension).toList());
        lines.forEach(line -> columns.feed(cube, line.number, line.cells, key(line, pairs)));
        return cube.build(
                file.source("World Bank" + (database.isEmpty() ? "" : ", " + database), vintage, "CC BY 4.0"),
                WideColumns.audit(cube.size(), new SampleAudit.Dropped("of the footer in place of a series", notes)));
    }

    /** Notes the series that a row belongs to; a table without a dimension of series has one unnamed one. */
    private void series(Line line, List<Pair> pairs) {
        pairs.stream()
                .filter(pair -> pair.dimension.startsWith("series") || pair.dimension.startsWith("indicator"))
                .forEach(pair ->
                        indicators.add(line.cells.get(pair.code), pair.name < 0 ? "" : line.cells.get(pair.name)));
    }

    private List<String> key(Line line, List<Pair> pairs) {
        List<String> key = pairs.stream()
                .map(pair -> PlaceCodes.ofIso3(line.cells.get(pair.code)))
                .toList();
        if (key.contains("")) {
            throw new Place(file.name(), line.number, pairs.get(key.indexOf("")).code + 1L)
                    .refuse("E-DATABANK-003", "the code is empty; every series needs all of its codes");
        }
        return key;
    }
}
