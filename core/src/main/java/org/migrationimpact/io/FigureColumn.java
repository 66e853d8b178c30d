package org.migrationimpact.io;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.InputException;

/** The values of a table with their flags, which stand in the same cell, in a column of their own, or in both. */
final class FigureColumn {

    private final Rows rows;
    private final String value;
    private final CellColumn figures;
    private final @Nullable CellColumn flags;
    private final @Nullable CellColumn confidentiality;
    private final String flagsName;
    private final String confidentialityName;
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
        if (style != NumberStyle.DECIMAL_POINT && Format.isWorkbook(rows.file())) {
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
        this.flagsName = flags;
        this.confidentialityName = confidentiality;
        this.flags = flags.isEmpty() ? null : rows.column(flags);
        this.confidentiality = confidentiality.isEmpty() ? null : rows.column(confidentiality);
    }

    Figure at(int row) {
        return figure(row).with(flags(row));
    }

    private Figure figure(int row) {
        if (style == NumberStyle.DECIMAL_POINT && figures.isNumber(row)) {
            return Figure.of(figures.number(row));
        }
        String text = figures.text(row);
        Figure figure = known.get(text);
        if (figure == null) {
            figure = style == NumberStyle.DECIMAL_POINT
                    ? Figure.parse(text, place(row, value))
                    : style.read(text, place(row, value));
            if (Double.isNaN(figure.value())) {
                known.put(text, figure);
            }
        }
        return figure;
    }

    private Set<Flag> flags(int row) {
        Set<Flag> all = EnumSet.noneOf(Flag.class);
        if (flags != null && !flags.isEmpty(row) && !flags.text(row).equals("NA")) {
            all.addAll(place(row, flagsName).flags(flags.text(row)));
        }
        if (confidentiality != null && !confidentiality.isEmpty(row)) {
            all.addAll(place(row, confidentialityName).confidentiality(confidentiality.text(row)));
        }
        return all;
    }

    private Place place(int row, String column) {
        return new Place(rows.file().name(), rows.line(row), rows.position(column));
    }
}
