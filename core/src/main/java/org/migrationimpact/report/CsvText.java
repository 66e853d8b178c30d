package org.migrationimpact.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** A table as CSV that a program reads back to the same numbers, and in which a spreadsheet finds no formula. */
final class CsvText {

    /** What a spreadsheet takes for the beginning of a formula, plain or full-width, and what it skips before one. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvText() {}

    static String of(Table table) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.REQUIRED)
                .build(text)) {
            writer.writeRecord(
                    table.columnNames().stream().map(CsvText::harmless).toList());
            Cells cells = new Cells(table);
            IntStream.range(0, table.rowCount())
                    .mapToObj(row -> line(table, cells, row))
                    .forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> line(Table table, Cells cells, int row) {
        return IntStream.range(0, table.columnCount())
                .mapToObj(column -> cell(cells, row, column))
                .toList();
    }

    private static String cell(Cells cells, int row, int column) {
        String text = cells.exact(row, column);
        return cells.isNumeric(column) ? text : harmless(text);
    }

    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
