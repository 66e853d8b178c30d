package org.migrationimpact.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** A cell of a worksheet as the text that a CSV would have: a date as ISO 8601, a number with every digit that the file has. */
final class CellText {

    /** What a number format says besides its pattern: colours and locales in brackets, literals in quotes or behind a backslash. */
    private static final Pattern LITERALS = Pattern.compile("\\[[^]]*]|\"[^\"]*\"|\\\\.");

    private static final Pattern DATE_LETTERS = Pattern.compile("[yYdD]");

    private CellText() {}

    static String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getValue() == null) {
            return cell != null && cell.getType() == CellType.ERROR ? String.valueOf(cell.getRawValue()) : "";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return isDate(cell) ? date(cell.asDate()) : plain(number, cell.getRawValue());
        }
        if (cell.getValue() instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        return cell.getValue().toString();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && isDateFormat(format);
    }

    /** Whether a number format shows a date. */
    static boolean isDateFormat(String format) {
        return DATE_LETTERS.matcher(LITERALS.matcher(format).replaceAll("")).find();
    }

    /** A day as ISO 8601, with its time where that is not midnight. */
    static String date(LocalDateTime date) {
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
