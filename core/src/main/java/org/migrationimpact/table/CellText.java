package org.migrationimpact.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** A cell of a worksheet as the text that a CSV would have: a date as ISO 8601, a number with every digit that the file has. */
final class CellText {

    /** What a number format says besides its pattern: colours and locales in brackets, literals in quotes or behind a backslash. */
    private static final Pattern LITERALS = Pattern.compile("\\[[^]]*]|\"[^\"]*\"|\\\\.");

    private static final Pattern DATE_LETTERS = Pattern.compile("[yYdD]");

    private CellText() {}

    /** Hands a row to the sink, filled up with empty cells to this width: a worksheet does not store them. */
    static void feed(Row row, int width, CellSink sink) {
        sink.begin(row.getRowNum());
        List<String> cells = cells(row);
        cells.forEach(sink::cell);
        for (int i = cells.size(); i < width; i++) {
            sink.cell("");
        }
        sink.end();
    }

    static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), Limits.COLUMNS + 1); i++) {
            cells.add(of(row.getCell(i)).strip());
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    static String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getValue() == null) {
            return cell != null && cell.getType() == CellType.ERROR ? String.valueOf(cell.getRawValue()) : "";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return isDate(cell) ? date(cell) : plain(number, cell.getRawValue());
        }
        if (cell.getValue() instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        return cell.getValue().toString();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && DATE_LETTERS.matcher(LITERALS.matcher(format).replaceAll("")).find();
    }

    private static String date(Cell cell) {
        LocalDateTime date = cell.asDate();
        return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date.toLocalDate().toString()
                : date.toString();
    }

    /** {@code 2015}, not {@code 2015.0} or {@code 2.015E3}; the file's own digits otherwise. */
    private static String plain(BigDecimal number, @Nullable String raw) {
        boolean whole = Math.abs(number.scale()) < 400
                && number.precision() - number.scale() <= 16
                && number.stripTrailingZeros().scale() <= 0;
        return whole ? number.toBigInteger().toString() : raw == null ? number.toString() : raw;
    }
}
