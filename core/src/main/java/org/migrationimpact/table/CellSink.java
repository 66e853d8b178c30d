package org.migrationimpact.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Takes a table cell by cell, as a parser finds them. The characters of a cell are only valid during the call. */
public interface CellSink {

    /** A row begins at this line of a text, or row of a worksheet, counted from 1. */
    void begin(int line);

    /** The next cell of the row. */
    void cell(char[] characters, int offset, int length);

    /** The row is whole. */
    void end();

    /** The next cell of the row. */
    default void cell(String text) {
        cell(text.toCharArray(), 0, text.length());
    }

    /** Hands over whole rows, with their line: for wide tables of a few thousand rows. */
    static CellSink ofRows(BiConsumer<Integer, List<String>> row) {
        return new CellSink() {
            private List<String> cells = List.of();
            private int line;

            @Override
            public void begin(int at) {
                line = at;
                cells = new ArrayList<>();
            }

            @Override
            public void cell(char[] characters, int offset, int length) {
                cells.add(new String(characters, offset, length).strip());
            }

            @Override
            public void end() {
                row.accept(line, cells);
            }
        };
    }
}
