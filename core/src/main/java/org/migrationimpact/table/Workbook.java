package org.migrationimpact.table;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.data.InputException;

/** The worksheets of a workbook, XLSX or of Excel 97 to 2003, cell by cell as text. */
public final class Workbook {

    private final InputFile file;
    private final Sheets sheets;

    private Workbook(InputFile file, Sheets sheets) {
        this.file = file;
        this.sheets = sheets;
    }

    private interface Reading<T> {
        T from(Workbook book) throws IOException;
    }

    /**
     * Feeds one sheet to the sink, from its header on, and returns the comment rows before it.
     *
     * @throws InputException E-XLSX-001 where the workbook is damaged, E-XLSX-002 where it has no such sheet
     */
    static Preamble read(InputFile file, SheetChoice choice, CellSink sink) {
        return open(file, book -> book.feed(book.choose(choice), choice, sink));
    }

    /** Feeds every row of one sheet to the sink. */
    public static void readAll(InputFile file, String sheet, CellSink sink) {
        open(file, book -> {
            try (Stream<Sheets.Row> rows = book.sheets.rows(book.named(sheet))) {
                rows.forEach(row -> book.feed(row, 0, sink));
            }
            return sheet;
        });
    }

    /** The first rows of each sheet, under its name. */
    public static Map<String, List<List<String>>> tops(InputFile file) {
        return open(file, book -> {
            Map<String, List<List<String>>> tops = new LinkedHashMap<>();
            for (String sheet : book.sheets.names()) {
                tops.put(sheet, book.top(sheet));
            }
            return tops;
        });
    }

    private static <T> T open(InputFile file, Reading<T> reading) {
        try (Sheets sheets = file.isXls() ? XlsSheets.open(file) : XlsxSheets.open(file)) {
            return reading.from(new Workbook(file, sheets));
        } catch (ImpactException refusal) {
            throw refusal;
        } catch (OutOfMemoryError full) { // the cells that could not be kept are garbage by now
            throw file.tooLarge();
        } catch (IOException | RuntimeException damaged) { // the readers throw whatever a damaged file leads it to
            throw InputException.in(
                    "E-XLSX-001",
                    file.name(),
                    "the workbook is damaged or is none ("
                            + damaged.getClass().getSimpleName()
                            + "); open it in a spreadsheet program and save it again as .xlsx, or as CSV");
        }
    }

    private String named(String name) throws IOException {
        if (!sheets.names().contains(name)) {
            throw noSheet("named '" + name + "'");
        }
        return name;
    }

    private InputException noSheet(String what) throws IOException {
        return InputException.in(
                "E-XLSX-002",
                file.name(),
                "the workbook has no sheet " + what + "; its sheets are " + Names.some(sheets.names())
                        + "; name the sheet, or the columns as they stand in it");
    }

    private String choose(SheetChoice choice) throws IOException {
        if (!choice.name().isEmpty()) {
            return named(choice.name());
        }
        List<String> names = sheets.names();
        if (names.size() == 1) {
            return names.get(0);
        }
        for (String sheet : names) {
            List<List<String>> top = top(sheet);
            if (!top.isEmpty() && top.stream().anyMatch(row -> row.containsAll(choice.columns()))) {
                return sheet;
            }
        }
        throw noSheet("with the columns " + Names.some(choice.columns()));
    }

    /** The first rows, those without content left out. */
    private List<List<String>> top(String sheet) throws IOException {
        try (Stream<Sheets.Row> rows = sheets.rows(sheet)) {
            return rows.limit(Limits.HEADER_WITHIN_ROWS)
                    .map(Sheets.Row::cells)
                    .filter(cells -> !cells.isEmpty())
                    .toList();
        }
    }

    /**
     * Hands a row to the sink.
     *
     * @throws InputException E-XLSX-004 for a formula of which the workbook does not hold the value
     */
    private void feed(Sheets.Row row, int width, CellSink sink) {
        if (row.uncomputed() > 0) {
            throw InputException.in(
                    "E-XLSX-004",
                    file.name(),
                    row.number(),
                    row.uncomputed(),
                    "the cell has a formula and the workbook does not hold its value; open it in a spreadsheet program, let it compute,"
                            + " and save it again");
        }
        row.feed(width, sink);
    }

    private Preamble feed(String sheet, SheetChoice choice, CellSink sink) throws IOException {
        List<String> header = header(top(sheet), choice.columns());
        Preamble preamble = Preamble.NONE;
        try (Stream<Sheets.Row> rows = sheets.rows(sheet)) {
            Iterator<Sheets.Row> each = rows.iterator();
            List<String> cells = List.of();
            Sheets.Row row = null;
            while (each.hasNext() && !cells.equals(header)) {
                row = each.next();
                cells = row.cells();
                String first = cells.isEmpty() ? "" : cells.get(0);
                preamble = first.startsWith("#") && !cells.equals(header) ? preamble.with(first) : preamble;
            }
            if (row != null) {
                feed(row, header.size(), sink);
            }
            each.forEachRemaining(next -> feed(next, header.size(), sink));
        }
        return preamble;
    }

    /** The first row with all wanted columns; otherwise the first one that is no comment and no title, which has one cell. */
    private static List<String> header(List<List<String>> top, List<String> wanted) {
        return top.stream()
                .filter(row -> !wanted.isEmpty() && row.containsAll(wanted))
                .findFirst()
                .orElseGet(() -> top.stream()
                        .filter(row -> !row.get(0).startsWith("#")
                                && row.stream().filter(cell -> !cell.isEmpty()).count() > 1)
                        .findFirst()
                        .orElse(List.of()));
    }
}
