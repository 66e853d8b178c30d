package org.migrationimpact.io;

import java.util.HashMap;
import java.util.Map;

/** The values of a table with their flags, which stand in the same cell, in a column of their own, or in both. */
final class FigureColumn {

    private final Rows rows;
    private final String value;
    private final CellColumn figures;
    private final FlagColumn flags;
    private final Map<String, Figure> known = new HashMap<>();

    FigureColumn(Rows rows, String value, String flags, String confidentiality) {
        this.rows = rows;
        this.value = value;
        this.figures = rows.column(value);
        this.flags = new FlagColumn(rows, flags, confidentiality);
    }

    Figure at(int row) {
        return figure(row).with(flags.at(row));
    }

    private Figure figure(int row) {
        if (figures.isNumber(row)) {
            return Figure.of(figures.number(row));
        }
        String text = figures.text(row);
        Figure figure = known.get(text);
        if (figure == null) {
            figure = Figure.parse(text, place(row, value));
            if (Double.isNaN(figure.value())) {
                known.put(text, figure);
            }
        }
        return figure;
    }

    private Place place(int row, String column) {
        return new Place(rows.file().name(), rows.line(row), rows.position(column));
    }
}
