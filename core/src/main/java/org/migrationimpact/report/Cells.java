package org.migrationimpact.report;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The cells of a table as text: exact for programs, rounded for people, alike within a column. A missing value is empty. */
final class Cells {

    /** A number is shown with no fewer significant digits than this. */
    private static final int FEWEST = 3;

    private final Table table;
    private final int[] decimals;

    Cells(Table table) {
        this.table = table;
        decimals = IntStream.range(0, table.columnCount())
                .map(column -> isNumeric(column) ? decimals(values(table.column(column))) : 0)
                .toArray();
    }

    private static DoubleStream values(Column<?> column) {
        return column instanceof NumericColumn<?> numbers
                ? IntStream.range(0, numbers.size())
                        .filter(row -> !numbers.isMissing(row))
                        .mapToDouble(numbers::getDouble)
                        .filter(Double::isFinite)
                : DoubleStream.empty();
    }

    /** As many as show the largest number of the column with five digits; none where all are whole. */
    private static int decimals(DoubleStream values) {
        double[] all = values.toArray();
        boolean whole = DoubleStream.of(all).allMatch(value -> value == Math.rint(value));
        double largest = DoubleStream.of(all).map(Math::abs).max().orElse(0);
        return whole ? 0 : Math.max(0, Numbers.SHOWN - 1 - Numbers.exponent(largest));
    }

    boolean isNumeric(int column) {
        return table.column(column) instanceof NumericColumn;
    }

    /** All digits of a number, and text as it is. */
    String exact(int row, int column) {
        Column<?> cells = table.column(column);
        if (cells.isMissing(row)) {
            return "";
        }
        return cells instanceof NumericColumn<?> numbers && isFractional(cells)
                ? Numbers.exact(numbers.getDouble(row))
                : cells.getUnformattedString(row);
    }

    /** A number rounded, a p-value as a p-value, and text as it is. */
    String rounded(int row, int column) {
        Column<?> cells = table.column(column);
        if (cells.isMissing(row)) {
            return "";
        }
        if (cells instanceof NumericColumn<?> numbers) {
            double value = numbers.getDouble(row);
            return cells.name().equals("p.value") ? Numbers.pValue(value) : rounded(value, decimals[column]);
        }
        return cells.getUnformattedString(row);
    }

    private static String rounded(double value, int places) {
        boolean enough = value == Math.rint(value) || Numbers.exponent(value) + 1 + places >= FEWEST;
        return enough && Math.abs(value) < 1e15 && places <= 8
                ? Numbers.rounded(value, places)
                : Numbers.rounded(value);
    }

    private static boolean isFractional(Column<?> column) {
        String type = column.type().name();
        return type.equals("DOUBLE") || type.equals("FLOAT");
    }
}
