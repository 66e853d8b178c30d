package org.migrationimpact.table;

import java.util.Arrays;

/** The cells of a column as they are added: 4 bytes each while all are texts or small whole numbers, 8 bytes each from then on. */
final class Cells {

    private int[] narrow;
    private long[] wide = new long[0];
    private int size;

    Cells(int capacity) {
        narrow = new int[Math.max(16, capacity)];
    }

    /** A column of so many cells that are filled in by {@link #copy}. */
    static Cells sized(int size, boolean isWide) {
        Cells cells = new Cells(isWide ? 0 : size);
        if (isWide) {
            cells.narrow = new int[0];
            cells.wide = new long[size];
        }
        cells.size = size;
        return cells;
    }

    int size() {
        return size;
    }

    boolean isWide() {
        return narrow.length == 0;
    }

    /** A packed decimal, or twice the number of a text. */
    long get(int row) {
        return isWide() ? wide[row] : Decimals.widen(narrow[row]);
    }

    void add(long cell) {
        if (!isWide() && Decimals.isNarrow(cell)) {
            if (size == narrow.length) {
                narrow = Arrays.copyOf(narrow, size + size / 2);
            }
            narrow[size++] = Decimals.narrow(cell);
        } else {
            addWide(cell);
        }
    }

    private void addWide(long cell) {
        if (!isWide()) {
            widen();
        } else if (size == wide.length) {
            wide = Arrays.copyOf(wide, size + size / 2);
        }
        wide[size++] = cell;
    }

    private void widen() {
        wide = new long[narrow.length + narrow.length / 8];
        for (int i = 0; i < size; i++) {
            wide[i] = Decimals.widen(narrow[i]);
        }
        narrow = new int[0];
    }

    /** Removes the last cell. */
    void undo() {
        size--;
    }

    /** Without room for more. */
    void trim() {
        if (isWide()) {
            wide = wide.length == size ? wide : Arrays.copyOf(wide, size);
        } else if (size > 0) {
            narrow = narrow.length == size ? narrow : Arrays.copyOf(narrow, size);
        }
    }

    /** Puts another column here, from this row on; {@code texts} says which number each of its texts has here. */
    void copy(Cells part, int from, int[] texts) {
        for (int i = 0; i < part.size; i++) {
            long cell = part.get(i);
            long here = Decimals.isPacked(cell) ? cell : (long) texts[(int) (cell >>> 1)] << 1;
            if (isWide()) {
                wide[from + i] = here;
            } else {
                narrow[from + i] = Decimals.narrow(here);
            }
        }
    }
}
