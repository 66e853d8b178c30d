package org.migrationimpact.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.CellSink;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Workbook;

/**
 * The yearly remittances that countries receive or send, as the World Bank's KNOMAD publishes them in a workbook: the title stands at the
 * head of the countries, the years beside it, footnotes below. The one dimension is {@code country}: ISO codes of two letters from the
 * labels, {@code WLD} and the like for totals, the publisher's words where a label is neither.
 *
 * <p>A year such as {@code 2019e} is that year with the flag estimated. Columns that are no years, such as the share of GDP, are in another
 * unit and are not read; a note names them. The editions write {@code 0}, an empty cell or {@code ..} where there is no figure: what is
 * written is kept, so a zero stays a zero, and a note counts them.
 */
public final class KnomadFlows {

    private static final Pattern TITLE = Pattern.compile("(?i)(.*\\bremittance (?:in|out)flows)\\s*\\(([^()]+)\\)\\s*");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})\\s?([a-z]?)");
    private static final Pattern ZERO = Pattern.compile("[+-]?0+(?:\\.0*)?");
    private static final Pattern DATE = Pattern.compile("(?i)Date:\\s*(.+)");

    private final InputFile file;
    private final PlaceCodes places = new PlaceCodes();
    private final List<Series> series = new ArrayList<>();
    private List<String> header = List.of();
    private int headerLine;
    private String vintage = "";
    private int lastLine;
    private boolean belowTable;
    private int notes;

    private record Series(int line, List<String> cells) {}

    private KnomadFlows(InputFile file) {
        this.file = file;
    }

    /** The remittances in the workbook at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The remittances in a workbook.
     *
     * @throws InputException E-KNOMAD-001 where it has another shape, E-COLUMNS-001 and E-COLUMNS-002 where its columns do not fit; for a
     *     workbook and its cells as every table
     */
    public static Observations read(InputFile file) {
        KnomadFlows reader = new KnomadFlows(file);
        if (file.isWorkbook()) {
            Workbook.tops(file).entrySet().stream()
                    .filter(top -> top.getValue().stream().anyMatch(KnomadFlows::isHeader))
                    .findFirst()
                    .ifPresent(top -> Workbook.readAll(file, top.getKey(), CellSink.ofRows(reader::row)));
        }
        return reader.build();
    }

    /** Whether a sheet has the title of the remittances with years beside it. */
    static boolean recognises(Map<String, List<List<String>>> tops) {
        return tops.values().stream().anyMatch(top -> top.stream().anyMatch(KnomadFlows::isHeader));
    }

    private static boolean isHeader(List<String> cells) {
        return cells.size() > 2
                && TITLE.matcher(cells.get(0)).matches()
                && YEAR.matcher(cells.get(1)).matches();
    }

    private void row(int line, List<String> cells) {
        boolean blank = cells.stream().allMatch(String::isEmpty);
        belowTable |= !series.isEmpty() && (blank || line > lastLine + 1);
        lastLine = line;
        if (header.isEmpty()) {
            header = isHeader(cells) ? cells : header;
            headerLine = line;
        } else if (!blank && isSeries(cells)) {
            series.add(new Series(line, cells));
        } else if (!blank) {
            Matcher date = DATE.matcher(cells.get(0));
            vintage = date.matches() ? date.group(1) : vintage;
            notes++;
        }
    }

    /** Below the first empty row only a row with figures, or of a place that is known, is no footnote. */
    private boolean isSeries(List<String> cells) {
        return !belowTable
                || cells.stream().skip(1).anyMatch(cell -> !cell.isEmpty())
                || PlaceCodes.isKnown(cells.get(0));
    }

    private WideColumns columns() {
        List<WideColumns.Column> columns = new ArrayList<>();
        for (int at = 1; at < header.size(); at++) {
            Matcher year = YEAR.matcher(header.get(at));
            if (year.matches()) {
                Place place = new Place(file.name(), headerLine, at + 1L);
                columns.add(new WideColumns.Column(
                        at, TimeColumn.parse(year.group(1), place), List.of(), place.flags(year.group(2))));
            }
        }
        return WideColumns.of(file, headerLine, header, columns);
    }

    private Observations build() {
        if (header.isEmpty() || series.isEmpty()) {
            throw InputException.in(
                    "E-KNOMAD-001",
                    file.name(),
                    "this is no table of remittance flows: a sheet with the title Remittance inflows (US$ million) or Remittance outflows"
                            + " (US$ million), years beside it and countries below is needed");
        }
        Matcher title = TITLE.matcher(header.get(0));
        String quantity = title.matches() ? title.group(1) : header.get(0);
        ObservationsBuilder cube = Observations.of(quantity, title.matches() ? title.group(2) : "", List.of("country"));
        WideColumns columns = columns();
        for (Series row : series) {
            columns.feed(cube, row.line, row.cells, List.of(place(row)));
        }
        places.note(cube);
        note(cube, columns);
        return cube.build(
                file.source("World Bank-KNOMAD, " + quantity, vintage, ""),
                WideColumns.audit(cube.size(), new SampleAudit.Dropped("with a note in place of a series", notes)));
    }

    private String place(Series row) {
        String label = row.cells.get(0);
        if (label.isEmpty()) {
            throw new Place(file.name(), row.line, 1)
                    .refuse("E-KNOMAD-002", "the row has figures but no country; fill in its first cell");
        }
        return places.ofLabel(label);
    }

    private void note(ObservationsBuilder cube, WideColumns columns) {
        if (!columns.others().isEmpty()) {
            cube.note(new Warning(
                    "W-COLUMNS-001", "these columns are no periods and are not read: " + Names.some(columns.others())));
        }
        long zeros = series.stream()
                .flatMap(row -> columns.figures(row.cells).stream())
                .filter(ZERO.asMatchPredicate())
                .count();
        if (zeros > 0) {
            cube.note(new Warning(
                    "W-KNOMAD-001",
                    zeros
                            + " figures are 0; this publisher writes 0, an empty cell or .. where there is no figure, so check a zero"
                            + " before you take it for one"));
        }
    }
}
