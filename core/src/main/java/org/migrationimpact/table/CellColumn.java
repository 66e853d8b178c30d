package org.migrationimpact.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of texts in 4 or 8 bytes a cell, without loss: a plain decimal of up to 17 digits is packed as digits and scale, so that
 * {@code 1.50} stays {@code 1.50}; every other text is the number of its text in a dictionary.
 */
public final class CellColumn {

    /** How many times its rows a table of all possible cells may have. */
    private static final int DENSE = 2;

    private final Cells cells;
    private final List<String> texts;
    private volatile @Nullable Coded kept;

    CellColumn(Cells cells, List<String> texts) {
        this.cells = cells;
        this.texts = texts;
    }

    /** The number of cells. */
    public int size() {
        return cells.size();
    }

    /** Whether the cell is a plain decimal; then {@link #number} is its value. */
    public boolean isNumber(int row) {
        return Decimals.isPacked(cells.get(row));
    }

    /** The value of a plain decimal, correctly rounded. */
    public double number(int row) {
        return Decimals.value(cells.get(row));
    }

    /** The text as it stands in the file, without blanks around it. */
    public String text(int row) {
        long cell = cells.get(row);
        return Decimals.isPacked(cell) ? Decimals.text(cell) : texts.get((int) (cell >>> 1));
    }

    /** Whether the cell is empty. */
    public boolean isEmpty(int row) {
        long cell = cells.get(row);
        return !Decimals.isPacked(cell) && texts.get((int) (cell >>> 1)).isEmpty();
    }

    /** The cells as numbers of different texts, in order of appearance; kept, because it is asked for again. */
    public Coded coded() {
        Coded known = kept;
        if (known == null) {
            known = code();
            kept = known;
        }
        return known;
    }

    private Coded code() {
        int[] codes = new int[size()];
        List<Integer> first = new ArrayList<>();
        int largest = cells.largestNarrow();
        if (largest <= DENSE * (long) size()) {
            codeDense(codes, first, new int[largest + 1]);
        } else {
            codeAny(codes, first);
        }
        List<String> dictionary = first.stream().map(this::text).toList();
        return new Coded(codes, dictionary, first.stream().mapToInt(row -> row).toArray());
    }

    /** {@code numbers} holds one more than the code of each cell, 0 where it did not occur yet. */
    private void codeDense(int[] codes, List<Integer> first, int... numbers) {
        for (int row = 0; row < codes.length; row++) {
            int cell = cells.narrow(row);
            if (numbers[cell] == 0) {
                first.add(row);
                numbers[cell] = first.size();
            }
            codes[row] = numbers[cell] - 1;
        }
    }

    private void codeAny(int[] codes, List<Integer> first) {
        CellNumbers numbers = new CellNumbers();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = numbers.of(cells.get(row));
            if (codes[row] == first.size()) {
                first.add(row);
            }
        }
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
