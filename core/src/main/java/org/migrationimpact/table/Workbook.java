package org.migrationimpact.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.data.InputException;

/** The worksheets of an XLSX workbook, cell by cell as text. */
public final class Workbook {

    private final InputFile file;
    private final ReadableWorkbook book;

    private Workbook(InputFile file, ReadableWorkbook book) {
        this.file = file;
        this.book = book;
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
            try (Stream<Row> rows = book.named(sheet).openStream()) {
                rows.forEach(row -> CellText.feed(row, 0, sink));
            }
            return sheet;
        });
    }

    /** The first rows of each sheet, under its name. */
    public static Map<String, List<List<String>>> tops(InputFile file) {
        return open(file, book -> {
            Map<String, List<List<String>>> tops = new LinkedHashMap<>();
            for (Sheet sheet : book.book.getSheets().toList()) {
                tops.put(sheet.getName(), top(sheet));
            }
            return tops;
        });
    }

    private static <T> T open(InputFile file, Reading<T> reading) {
        try {
            byte[] bytes = WorkbookGuard.check(file);
            try (ReadableWorkbook book =
                    new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
                return reading.from(new Workbook(file, book));
            }
        } catch (ImpactException refusal) {
            throw refusal;
        } catch (IOException | RuntimeException damaged) { // the XLSX reader throws whatever a damaged file leads it to
            throw InputException.in(
                    "E-XLSX-001",
                    file.name(),
                    "the workbook is damaged or is no XLSX ("
                            + damaged.getClass().getSimpleName()
                            + "); open it in a spreadsheet program and save it again as .xlsx, or as CSV");
        }
    }

    private List<String> names() {
        return book.getSheets().map(Sheet::getName).toList();
    }

    private Sheet named(String name) {
        return book.getSheets()
                .filter(sheet -> sheet.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> noSheet("named '" + name + "'"));
    }

    private InputException noSheet(String what) {
        return InputException.in(
                "E-XLSX-002",
                file.name(),
                "the workbook has no sheet " + what + "; its sheets are " + Names.some(names())
                        + "; name the sheet, or the columns as they stand in it");
    }

    private Sheet choose(SheetChoice choice) throws IOException {
        if (!choice.name().isEmpty()) {
            return named(choice.name());
        }
        List<Sheet> sheets = book.getSheets().toList();
        if (sheets.size() == 1) {
            return sheets.get(0);
        }
        for (Sheet sheet : sheets) {
            List<List<String>> top = top(sheet);
            if (!top.isEmpty() && top.stream().anyMatch(row -> row.containsAll(choice.columns()))) {
                return sheet;
            }
        }
        throw noSheet("with the columns " + Names.some(choice.columns()));
    }

    /** The first rows, those without content left out. */
    private static List<List<String>> top(Sheet sheet) throws IOException {
        List<List<String>> top = new ArrayList<>();
        CellSink sink = CellSink.ofRows((line, cells) -> top.add(cells));
        try (Stream<Row> rows = sheet.openStream()) {
            rows.limit(Limits.HEADER_WITHIN_ROWS).forEach(row -> CellText.feed(row, 0, sink));
        }
        top.removeIf(row -> row.stream().allMatch(String::isEmpty));
        return top;
    }

    private Preamble feed(Sheet sheet, SheetChoice choice, CellSink sink) throws IOException {
        List<String> header = header(top(sheet), choice.columns());
        Preamble preamble = Preamble.NONE;
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> each = rows.iterator();
            List<String> cells = List.of();
            Row row = null;
            while (each.hasNext() && !cells.equals(header)) {
                row = each.next();
                cells = CellText.cells(row);
                String first = cells.isEmpty() ? "" : cells.get(0);
                preamble = first.startsWith("#") && !cells.equals(header) ? preamble.with(first) : preamble;
            }
            if (row != null) {
                CellText.feed(row, header.size(), sink);
            }
            each.forEachRemaining(next -> CellText.feed(next, header.size(), sink));
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
