package org.migrationimpact.io;

import java.util.HashMap;
import java.util.Map;
import org.migrationimpact.data.InputException;
import org.migrationimpact.table.CellColumn;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.NumberStyle;
import org.migrationimpact.table.Rows;

/** The values of a table with their flags, which stand in the same cell, in a column of their own, or in both. */
final class FigureColumn {

    private final Rows rows;
    private final String value;
    private final CellColumn figures;
    private final FlagColumn flags;
    private final NumberStyle style;
    private final Map<String, Figure> known = new HashMap<>();

    FigureColumn(Rows rows, String value, String flags, String confidentiality) {
        this(rows, value, flags, confidentiality, NumberStyle.DECIMAL_POINT);
    }

    /** Figures without columns of flags, written in this style. */
    FigureColumn(Rows rows, String value, NumberStyle style) {
        this(rows, value, "", "", style);
    }

    /**
     * Figures written in this style.
     *
     * @throws InputException E-CELL-003 for another style than a decimal point in a workbook, which stores numbers and no digits
     */
    FigureColumn(Rows rows, String value, String flags, String confidentiality, NumberStyle style) {
        if (style != NumberStyle.DECIMAL_POINT && rows.file().isWorkbook()) {
            throw InputException.in(
                    "E-CELL-003",
                    rows.file().name(),
                    "a workbook stores its numbers as numbers, so they cannot be written like " + style.example()
                            + "; leave out the style of numbers");
        }
        this.rows = rows;
        this.style = style;
        this.value = value;
        this.figures = rows.column(value);
        this.flags = new FlagColumn(rows, flags, confidentiality);
    }

    Figure at(int row) {
        return figure(row).with(flags.at(row));
    }

    private Figure figure(int row) {
        if (style == NumberStyle.DECIMAL_POINT && figures.isNumber(row)) {
            return Figure.of(figures.number(row));
        }
        String text = figures.text(row);
        Figure figure = known.get(text);
        if (figure == null) {
            figure = style == NumberStyle.DECIMAL_POINT
                    ? Figure.parse(text, rows.place(row, value))
                    : style.read(text, rows.place(row, value));
            if (Double.isNaN(figure.value())) {
                known.put(text, figure);
            }
        }
        return figure;
    }
}
