package org.migrationimpact.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
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
        int largest = cells.largestNarrow();
        return largest <= DENSE * (long) size() ? dense(new int[largest + 1]) : any(new int[size()]);
    }

    /** Cells that are small numbers are their own keys: {@code numbers} has one more than the code of each, 0 where it did not occur. */
    private Coded dense(int... numbers) {
        List<Integer> first = new ArrayList<>();
        for (int row = 0; row < size(); row++) {
            int cell = cells.narrow(row);
            if (numbers[cell] == 0) {
                first.add(row);
                numbers[cell] = first.size();
            }
        }
        return coded(row -> numbers[cells.narrow(row)] - 1, first);
    }

    private Coded any(int... codes) {
        List<Integer> first = new ArrayList<>();
        CellNumbers numbers = new CellNumbers();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = numbers.of(cells.get(row));
            if (codes[row] == first.size()) {
                first.add(row);
            }
        }
        return coded(row -> codes[row], first);
    }

    private Coded coded(IntUnaryOperator code, List<Integer> first) {
        return new Coded(
                size(),
                code,
                first.stream().map(this::text).toList(),
                first.stream().mapToInt(row -> row).toArray());
    }

    /** A column as codes into a dictionary of its different texts, in order of appearance; without a row there is no code. */
    public static final class Coded {
        private final int size;
        private final IntUnaryOperator code;
        private final List<String> dictionary;
        private final int[] firstRows;

        private Coded(int size, IntUnaryOperator code, List<String> dictionary, int[] firstRows) {
            this.size = size;
            this.code = code;
            this.dictionary = dictionary;
            this.firstRows = firstRows;
        }

        /** The number of rows. */
        public int size() {
            return size;
        }

        /** The code of a row: the place of its text in the dictionary. */
        public int code(int row) {
            return code.applyAsInt(row);
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
            return dictionary.get(code(row));
        }
    }
}
