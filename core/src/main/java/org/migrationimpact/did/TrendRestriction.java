package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What differences in trends δ are held possible, as {@code A δ <= d}, one or several sets of which any may be true. δ has an entry for
 * each period but the reference, in which it is 0.
 *
 * @param a one row an inequality
 * @param d its right-hand side
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
record TrendRestriction(double[][] a, double[] d) {

    /**
     * No step from one period to the next after the reference is larger than {@code bound} times the largest step before it: one set for
     * each period that may hold the largest step, and each of its signs.
     */
    static List<TrendRestriction> relativeMagnitudes(int before, int after, double bound) {
        List<TrendRestriction> sets = new ArrayList<>();
        for (int largest = 0; largest < before; largest++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                List<double[]> rows = new ArrayList<>();
                for (int step = 0; step < before + after; step++) {
                    for (int side = 1; side >= -1; side -= 2) {
                        double[] row = new double[before + after + 1];
                        double factor = sign * (step < before ? 1 : bound);
                        row[step] -= side;
                        row[step + 1] += side;
                        row[largest] += factor;
                        row[largest + 1] -= factor;
                        rows.add(row);
                    }
                }
                sets.add(of(rows, before, 0));
            }
        }
        return sets;
    }

    /** No second difference is larger than {@code bound}. */
    static TrendRestriction smoothness(int before, int after, double bound) {
        List<double[]> rows = new ArrayList<>();
        for (int side = 1; side >= -1; side -= 2) {
            for (int r = 0; r < before + after - 1; r++) {
                double[] row = new double[before + after + 1];
                row[r] = side;
                row[r + 1] = -2 * side;
                row[r + 2] = side;
                rows.add(row);
            }
        }
        return of(rows, before, bound);
    }

    /** Leaves out the reference, and inequalities that say nothing. */
    private static TrendRestriction of(List<double[]> rows, int reference, double bound) {
        double[][] a = rows.stream()
                .map(row -> without(row, reference))
                .filter(row -> Arrays.stream(row).anyMatch(value -> Math.abs(value) > 1e-10))
                .toArray(double[][]::new);
        double[] d = new double[a.length];
        Arrays.fill(d, bound);
        return new TrendRestriction(a, d);
    }

    private static double[] without(double[] row, int place) {
        double[] shorter = new double[row.length - 1];
        System.arraycopy(row, 0, shorter, 0, place);
        System.arraycopy(row, place + 1, shorter, place, shorter.length - place);
        return shorter;
    }

    /** Only the inequalities in which a period after the reference stands; all, where there is one such period alone. */
    TrendRestriction aboutAfter(int before) {
        int after = a[0].length - before;
        int[] kept = IntStream.range(0, a.length)
                .filter(r ->
                        after == 1 || Arrays.stream(a[r], before, a[r].length).anyMatch(value -> value != 0))
                .toArray();
        return new TrendRestriction(
                Arrays.stream(kept).mapToObj(r -> a[r]).toArray(double[][]::new),
                Arrays.stream(kept).mapToDouble(r -> d[r]).toArray());
    }
}
