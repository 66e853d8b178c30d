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
        if (size < wide.length) {
            wide[size++] = cell;
        } else if (!isWide() && Decimals.isNarrow(cell)) {
            addNarrow(Decimals.narrow(cell));
        } else {
            makeRoom();
            wide[size++] = cell;
        }
    }

    /** Adds a cell that was narrowed. */
    void addNarrow(int cell) {
        if (isWide()) {
            add(Decimals.widen(cell));
            return;
        }
        if (size == narrow.length) {
            narrow = Arrays.copyOf(narrow, size + size / 2);
        }
        narrow[size++] = cell;
    }

    private void makeRoom() {
        if (isWide()) {
            wide = Arrays.copyOf(wide, Math.max(16, size + size / 2));
        } else {
            widen();
        }
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
    void copy(Cells part, int from, int... texts) {
        if (!isWide()) {
            copyNarrow(part, from, texts);
        } else if (part.isWide() && texts.length == 0) {
            System.arraycopy(part.wide, 0, wide, from, part.size);
        } else {
            copyWide(part, from, texts);
        }
    }

    private void copyNarrow(Cells part, int from, int... texts) {
        if (texts.length == 0) {
            System.arraycopy(part.narrow, 0, narrow, from, part.size);
            return;
        }
        for (int i = 0; i < part.size; i++) {
            int cell = part.narrow[i];
            narrow[from + i] = (cell & 1) == 1 ? cell : texts[cell >>> 1] << 1;
        }
    }

    private void copyWide(Cells part, int from, int... texts) {
        for (int i = 0; i < part.size; i++) {
            long cell = part.get(i);
            wide[from + i] = Decimals.isPacked(cell) ? cell : (long) texts[(int) (cell >>> 1)] << 1;
        }
    }

    /** The largest of the cells in half the bits, where all are; otherwise more than any array has. */
    int largestNarrow() {
        int largest = isWide() ? Integer.MAX_VALUE : 0;
        for (int i = 0; i < size && !isWide(); i++) {
            largest = Math.max(largest, narrow[i]);
        }
        return largest;
    }

    /** The cell in half the bits. */
    int narrow(int row) {
        return narrow[row];
    }

    /** An empty column with room for as many cells and a few more, as wide as this one. */
    Cells another() {
        Cells cells = new Cells(isWide() ? 0 : size + size / 16);
        if (isWide()) {
            cells.narrow = new int[0];
            cells.wide = new long[size + size / 16 + 1];
        }
        return cells;
    }
}
