package org.migrationimpact.report;

import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The cells of a table as text. A missing value is empty. */
final class Cells {

    private Cells() {}

    static boolean isNumeric(Column<?> column) {
        return column instanceof NumericColumn;
    }

    /** All digits of a number, and text as it is. */
    static String exact(Table table, int row, int column) {
        Column<?> cells = table.column(column);
        if (cells.isMissing(row)) {
            return "";
        }
        return cells instanceof NumericColumn<?> numbers && isFractional(cells)
                ? Numbers.exact(numbers.getDouble(row))
                : cells.getUnformattedString(row);
    }

    /** A number rounded, a p-value as a p-value, and text as it is. */
    static String rounded(Table table, int row, int column) {
        Column<?> cells = table.column(column);
        if (cells.isMissing(row)) {
            return "";
        }
        if (cells instanceof NumericColumn<?> numbers) {
            double value = numbers.getDouble(row);
            return cells.name().equals("p.value") ? Numbers.pValue(value) : Numbers.rounded(value);
        }
        return cells.getUnformattedString(row);
    }

    private static boolean isFractional(Column<?> column) {
        String type = column.type().name();
        return type.equals("DOUBLE") || type.equals("FLOAT");
    }
}
