package org.migrationimpact.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of texts in 8 bytes a cell, without loss: a plain decimal of up to 16 digits is packed as digits and scale, so that {@code
 * 1.50} stays {@code 1.50}; every other text is the number of its text in a dictionary.
 */
public final class CellColumn {

    private static final int MAX_DIGITS = 16;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16
    };

    private final Texts texts = new Texts();
    private long[] cells = new long[64];
    private int size;
    private volatile @Nullable Coded kept;

    CellColumn() {}

    /** Adds a cell; says how many characters of new text it costs. */
    int add(char[] characters, int offset, int length) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size + size / 2);
        }
        long packed = pack(characters, offset, length);
        int known = texts.size();
        cells[size++] = packed != 0 ? packed : (long) texts.number(characters, offset, length) << 1;
        return texts.size() > known ? length : 0;
    }

    /** Removes the last cell. */
    void undo() {
        size--;
    }

    /** The number of cells. */
    public int size() {
        return size;
    }

    /** 56 bits of digits, 1 bit of sign, 5 bits of scale, a spare one, and a last bit that is 1; 0 when it is no such decimal. */
    private static long pack(char[] characters, int offset, int length) {
        int end = offset + length;
        int at = offset;
        boolean negative = length > 1 && characters[at] == '-';
        at += negative ? 1 : 0;
        int first = at;
        long digits = 0;
        int point = -1;
        for (; at < end; at++) {
            char c = characters[at];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0 && at > first && at + 1 < end) {
                point = at;
            } else {
                return 0;
            }
            if (at - first > MAX_DIGITS) {
                return 0;
            }
        }
        int whole = (point < 0 ? end : point) - first;
        boolean leadingZero = whole > 1 && characters[first] == '0';
        int count = end - first - (point < 0 ? 0 : 1);
        if (whole < 1 || leadingZero || count > MAX_DIGITS) {
            return 0;
        }
        long scale = point < 0 ? 0 : end - point - 1;
        return (digits << 8) | (negative ? 1L << 7 : 0) | (scale << 2) | 1;
    }

    private static boolean isPacked(long cell) {
        return (cell & 1) == 1;
    }

    /** Whether the cell is a plain decimal; then {@link #number} is its value. */
    public boolean isNumber(int row) {
        return isPacked(cells[row]);
    }

    /** The value of a plain decimal, correctly rounded. */
    public double number(int row) {
        long cell = cells[row];
        long digits = cell >>> 8;
        if (digits >= 1L << 53) {
            return Double.parseDouble(text(cell));
        }
        double value = digits / POWERS[scale(cell)];
        return (cell & (1L << 7)) == 0 ? value : -value;
    }

    private static int scale(long cell) {
        return (int) ((cell >>> 2) & 31);
    }

    /** The text as it stands in the file, without blanks around it. */
    public String text(int row) {
        return text(cells[row]);
    }

    private String text(long cell) {
        if (!isPacked(cell)) {
            return texts.get((int) (cell >>> 1));
        }
        StringBuilder text = new StringBuilder(Long.toString(cell >>> 8));
        int scale = scale(cell);
        if (scale > 0) {
            while (text.length() <= scale) {
                text.insert(0, '0');
            }
            text.insert(text.length() - scale, '.');
        }
        return ((cell & (1L << 7)) == 0 ? "" : "-") + text;
    }

    /** Whether the cell is empty. */
    public boolean isEmpty(int row) {
        return !isPacked(cells[row]) && text(row).isEmpty();
    }

    /** The cells as numbers of different texts, in order of appearance; kept, because it is asked for again. */
    public Coded coded() {
        Coded known = kept;
        if (known == null || known.size() != size) {
            known = code();
            kept = known;
        }
        return known;
    }

    private Coded code() {
        CellNumbers numbers = new CellNumbers();
        List<Integer> first = new ArrayList<>();
        int[] codes = new int[size];
        for (int row = 0; row < size; row++) {
            boolean same = row > 0 && cells[row] == cells[row - 1];
            codes[row] = same ? codes[row - 1] : numbers.of(cells[row]);
            if (codes[row] == first.size()) {
                first.add(row);
            }
        }
        List<String> dictionary = first.stream().map(this::text).toList();
        return new Coded(codes, dictionary, first.stream().mapToInt(row -> row).toArray());
    }

    /** A column as codes into a dictionary of its different texts, in order of appearance. */
    public static final class Coded {
        private final int[] codes;
        private final List<String> dictionary;
        private final int[] firstRows;

        private Coded(int[] codes, List<String> dictionary, int[] firstRows) {
            this.codes = codes;
            this.dictionary = dictionary;
            this.firstRows = firstRows;
        }

        /** The number of rows. */
        public int size() {
            return codes.length;
        }

        /** The code of a row: the place of its text in the dictionary. */
        public int code(int row) {
            return codes[row];
        }

        /** The different texts. */
        public List<String> dictionary() {
            return dictionary;
        }

        /** The row in which this code appears first. */
        public int firstRow(int code) {
            return firstRows[code];
        }

        /** The text of a row. */
        public String text(int row) {
            return dictionary.get(codes[row]);
        }
    }
}
