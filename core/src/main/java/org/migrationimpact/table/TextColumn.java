package org.migrationimpact.table;

import java.util.List;

/** A column while its cells come one by one as characters. */
final class TextColumn {

    private final Cells cells = new Cells(64);
    private final Texts texts = new Texts();

    /** Adds a cell; says how many characters of new text it costs. */
    int add(char[] characters, int offset, int length) {
        long packed = Decimals.pack(characters, offset, length);
        int known = texts.size();
        cells.add(packed != 0 ? packed : (long) texts.number(characters, offset, length) << 1);
        return texts.size() > known ? length : 0;
    }

    /** Removes the last cell. */
    void undo() {
        cells.undo();
    }

    CellColumn column() {
        cells.trim();
        return new CellColumn(cells, List.copyOf(texts.list()));
    }
}
