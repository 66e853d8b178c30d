package org.migrationimpact.table;

/** A column of a block while it is parsed: its cells, and the different texts among them. */
final class ByteColumn {

    private final Cells cells;
    private final ByteTexts texts = new ByteTexts();

    private int usual;

    ByteColumn(Cells cells) {
        this.cells = cells;
    }

    Cells cells() {
        return cells;
    }

    ByteTexts texts() {
        return texts;
    }

    /** How long the text, or the fraction, before was. */
    int usual() {
        return usual;
    }

    /** From now on it is expected to be so long. */
    int usual(int length) {
        usual = length;
        return length;
    }

    /** Adds a text of at most seven bytes, with which this word begins. */
    void add(long word, byte[] bytes, int from, int length) {
        int known = texts.size();
        int number = texts.number(Word.head(word, length), bytes, from, length);
        if (number == known) {
            Utf8.require(bytes, from, from + length);
        }
        cells.addNarrow(number << 1);
    }

    /** Adds a text; a new one must be UTF-8 without a NUL, and no longer than a cell may be. */
    void add(byte[] bytes, int from, int to) {
        int known = texts.size();
        int number = texts.number(bytes, from, to);
        if (number == known) {
            Utf8.require(bytes, from, to);
        }
        cells.addNarrow(number << 1);
    }
}
