package org.migrationimpact.compare;

import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;

/** What both samples of a comparison must be. */
final class Sides {

    private Sides() {}

    /** The moments of at least two finite values. */
    static Moments moments(double[] values, String side) {
        requireFinite(values);
        if (values.length < 2) {
            throw new DataException(
                    "E-SAMPLES-001", side + ": " + values.length + " values; a comparison needs 2 on each side");
        }
        return Moments.of(values);
    }

    static void requireFinite(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("values must be finite, got " + value);
            }
        }
    }

    static void requireValues(double[] before, double[] after) {
        if (before.length == 0 || after.length == 0) {
            throw new IllegalArgumentException(
                    "both samples need values, got " + before.length + " and " + after.length);
        }
        requireFinite(before);
        requireFinite(after);
    }

    /** After less before, pair by pair. */
    static double[] differences(double[] before, double[] after) {
        if (before.length != after.length) {
            throw new IllegalArgumentException(
                    "pairs need as many values before as after, got " + before.length + " and " + after.length);
        }
        requireValues(before, after);
        return IntStream.range(0, before.length)
                .mapToDouble(i -> after[i] - before[i])
                .toArray();
    }

    /** Before, then after. */
    static double[] together(double[] before, double[] after) {
        double[] all = new double[before.length + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(after, 0, all, before.length, after.length);
        return all;
    }
}
