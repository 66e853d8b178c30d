package org.migrationimpact.table;

/** Numbers different cells in order of appearance: an open table of {@code long} keys, none of which is boxed. */
final class CellNumbers {

    private long[] keys = new long[64];
    private int[] numbers = new int[64];
    private int size;

    /** The number of this cell, from 0; a new one gets the next number. */
    int of(long cell) {
        int slot = slot(cell);
        if (numbers[slot] == 0) {
            keys[slot] = cell;
            numbers[slot] = ++size;
            grow();
            return size - 1;
        }
        return numbers[slot] - 1;
    }

    /** Where the cell is, or would be. */
    private int slot(long cell) {
        long mixed = (cell ^ (cell >>> 29)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (numbers[slot] != 0 && keys[slot] != cell) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        if (size * 2 < keys.length) {
            return;
        }
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
