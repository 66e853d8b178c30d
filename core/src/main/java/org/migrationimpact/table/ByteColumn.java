package org.migrationimpact.table;

/** A column of a block while it is parsed: its cells, and the different texts among them. */
final class ByteColumn {

    private final Cells cells;
    private final ByteTexts texts = new ByteTexts();

    ByteColumn(int capacity) {
        cells = new Cells(capacity);
    }

    Cells cells() {
        return cells;
    }

    ByteTexts texts() {
        return texts;
    }

    void add(long packed) {
        cells.add(packed);
    }

    /** Adds a text; a new one must be UTF-8 without a NUL, and no longer than a cell may be. */
    void add(byte[] bytes, int from, int to) {
        int known = texts.size();
        int length = to - from;
        int number = length > Word.BYTES
                ? texts.number(bytes, from, to)
                : texts.number(Word.head(Word.at(bytes, from), length), bytes, from, to);
        if (number == known) {
            Utf8.require(bytes, from, to);
        }
        cells.add((long) number << 1);
    }
}
