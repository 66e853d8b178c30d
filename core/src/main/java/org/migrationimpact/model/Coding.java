package org.migrationimpact.model;

import java.util.Arrays;

/** Whole numbers as codes 0, 1, … in ascending order of the numbers: {@code keys[codes[i]]} is the number of row i. */
@SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
record Coding(int[] codes, long[] keys) {

    /** Numbers whose span is at most so many times the rows are counted; others are sorted. */
    private static final int DENSE = 4;

    static Coding of(long[] values) {
        if (values.length == 0) {
            return new Coding(new int[0], new long[0]);
        }
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (long value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        long span = high - low;
        return span >= 0 && span < DENSE * (long) values.length + 1024 && span < Integer.MAX_VALUE - 8
                ? counted(values, low, (int) span + 1)
                : sorted(values);
    }

    private static Coding counted(long[] values, long low, int span) {
        int[] code = new int[span];
        for (long value : values) {
            code[(int) (value - low)] = 1;
        }
        int levels = 0;
        for (int i = 0; i < span; i++) {
            code[i] = code[i] == 0 ? -1 : levels++;
        }
        long[] keys = new long[levels];
        for (int i = 0; i < span; i++) {
            if (code[i] >= 0) {
                keys[code[i]] = low + i;
            }
        }
        int[] codes = new int[values.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code[(int) (values[i] - low)];
        }
        return new Coding(codes, keys);
    }

    private static Coding sorted(long[] values) {
        long[] keys = values.clone();
        Arrays.parallelSort(keys);
        int levels = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[levels - 1]) {
                keys[levels++] = keys[i];
            }
        }
        long[] distinct = Arrays.copyOf(keys, levels);
        int[] codes = new int[values.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Arrays.binarySearch(distinct, values[i]);
        }
        return new Coding(codes, distinct);
    }
}
