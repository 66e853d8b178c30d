package org.migrationimpact.io;

import java.util.Arrays;

/** Numbers at positions of a cube, as a file lists them: 20 bytes a cell, in any order, later sorted by position. */
final class JsonStatCells {

    private long[] keys = new long[16]; // position, then order of appearance
    private double[] numbers = new double[16];
    private int[] lines = new int[16];
    private int size;
    private long listed = -1;

    void add(long position, double number, int line) {
        if (size == keys.length) {
            int more = size + size / 2;
            keys = Arrays.copyOf(keys, more);
            numbers = Arrays.copyOf(numbers, more);
            lines = Arrays.copyOf(lines, more);
        }
        keys[size] = position << 32 | size;
        numbers[size] = number;
        lines[size++] = line;
    }

    /** The cells were an array of this length, which has one for each position. */
    void markDense(long length) {
        listed = length;
    }

    boolean isDense() {
        return listed >= 0;
    }

    /** How long the array was. */
    long listed() {
        return listed;
    }

    int size() {
        return size;
    }

    void sort() {
        Arrays.parallelSort(keys, 0, size);
    }

    long position(int i) {
        return keys[i] >>> 32;
    }

    double number(int i) {
        return numbers[(int) keys[i]];
    }

    int line(int i) {
        return lines[(int) keys[i]];
    }
}
