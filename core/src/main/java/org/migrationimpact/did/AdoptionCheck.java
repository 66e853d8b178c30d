package org.migrationimpact.did;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

/** What the columns of an {@link AdoptionPanel} may not be, and which of its rows have a value everywhere. */
final class AdoptionCheck {

    private static final long MARKED =
            100_000_000; // units times periods that are marked off, beyond which keys are sorted

    private final AdoptionColumns columns;
    private final int n;

    AdoptionCheck(AdoptionColumns columns) {
        this.columns = columns;
        this.n = columns.outcome().length;
    }

    /** All periods and first treated periods are of one frequency. */
    void frequencies() {
        if (n == 0) {
            return;
        }
        Frequency frequency = columns.periods().get(0).frequency();
        for (int row = 0; row < n; row++) {
            Period period = columns.periods().get(row);
            Period first = columns.firstTreated().get(row).orElse(period);
            if (period.frequency() != frequency || first.frequency() != frequency) {
                Period other = period.frequency() != frequency ? period : first;
                throw new InputException(
                        "E-DID-009",
                        "row " + (row + 1) + " is of the " + other.frequency().noun() + " " + other + ", row 1 of the "
                                + frequency.noun() + " " + columns.periods().get(0)
                                + "; periods and first treated periods are of one frequency");
            }
        }
    }

    /** Which rows have a value in every column; counts the others by the first reason that holds. */
    boolean[] used(Map<String, Integer> dropped) {
        boolean[] used = new boolean[n];
        Arrays.fill(used, true);
        weights();
        leaveOut(used, columns.name(), columns.outcome(), "missing outcome", dropped);
        columns.covariates().forEach((name, values) -> leaveOut(used, name, values, "missing " + name, dropped));
        for (int row = 0; row < n; row++) {
            if (used[row] && columns.weights()[row] == 0) {
                used[row] = false;
                dropped.merge("weight 0", 1, Integer::sum);
            }
        }
        return used;
    }

    private void leaveOut(boolean[] used, String column, double[] values, String reason, Map<String, Integer> dropped) {
        for (int row = 0; row < n; row++) {
            if (Double.isInfinite(values[row])) {
                refuseInfinite(column, values[row], row);
            }
            if (used[row] && Double.isNaN(values[row])) {
                used[row] = false;
                dropped.merge(reason, 1, Integer::sum);
            }
        }
    }

    private void weights() {
        for (int row = 0; row < n; row++) {
            double weight = columns.weights()[row];
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new InputException(
                        "E-DID-010",
                        "the weight of " + place(row) + " is " + weight + "; weights are finite and 0 or more");
            }
        }
    }

    private void refuseInfinite(String column, double value, int row) {
        throw new InputException("E-DID-005", column + " of " + place(row) + " is " + value + "; values are finite");
    }

    /** No unit stands twice in one period. */
    void duplicates(int[] unitCode) {
        if (columns.sampling() == Sampling.REPEATED_CROSS_SECTIONS) {
            return;
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Period period : columns.periods()) {
            first = Math.min(first, period.index());
            last = Math.max(last, period.index());
        }
        long span = n == 0 ? 1 : last - first + 1;
        long[] key = new long[n];
        for (int row = 0; row < n; row++) {
            long before = Math.multiplyExact((long) unitCode[row], span);
            key[row] = Math.addExact(before, columns.periods().get(row).index() - first);
        }
        long twice = twice(key);
        if (twice >= 0) {
            refuseDuplicates(key, twice);
        }
    }

    /** A key that stands twice, -1 where there is none. */
    private long twice(long[] key) {
        long most = Arrays.stream(key).max().orElse(0);
        if (most < MARKED) {
            BitSet seen = new BitSet((int) most + 1);
            for (long one : key) {
                if (seen.get((int) one)) {
                    return one;
                }
                seen.set((int) one);
            }
            return -1;
        }
        long[] sorted = key.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < n; i++) {
            if (sorted[i] == sorted[i - 1]) {
                return sorted[i];
            }
        }
        return -1;
    }

    private void refuseDuplicates(long[] key, long twice) {
        int[] rows = IntStream.range(0, n).filter(row -> key[row] == twice).toArray();
        long[] sorted = key.clone();
        Arrays.sort(sorted);
        long more =
                IntStream.range(1, n).filter(i -> sorted[i] == sorted[i - 1]).count() + 1 - rows.length;
        throw new InputException(
                "E-DID-007",
                columns.units().get(rows[0]) + " has " + rows.length + " rows in "
                        + columns.periods().get(rows[0]) + ": rows "
                        + Listing.of(
                                Arrays.stream(rows).mapToObj(row -> row + 1).toList())
                        + (more > 0 ? ", and " + more + " more rows of other units and periods stand there again" : "")
                        + "; a unit has one row in a period: remove the others, or take sums before");
    }

    /** First treated period and cluster are the same in every row of a unit. */
    void constantWithin(int[] unitCode) {
        int[] firstRow = new int[n];
        Arrays.fill(firstRow, -1);
        for (int row = 0; row < n; row++) {
            int known = firstRow[unitCode[row]];
            if (known < 0) {
                firstRow[unitCode[row]] = row;
                continue;
            }
            if (!columns.firstTreated().get(known).equals(columns.firstTreated().get(row))) {
                refuseChange(known, row, "is first treated in", treated(known), treated(row));
            }
            List<String> clusters = columns.clusters();
            if (!clusters.isEmpty() && !clusters.get(known).equals(clusters.get(row))) {
                refuseChange(known, row, "lies in the cluster", clusters.get(known), clusters.get(row));
            }
        }
    }

    private void refuseChange(int one, int other, String verb, String first, String second) {
        throw new InputException(
                "E-DID-006",
                columns.units().get(one) + " " + verb + " " + first + " in row " + (one + 1) + " and " + second
                        + " in row " + (other + 1) + "; it is the same in all rows of a unit");
    }

    private String treated(int row) {
        return columns.firstTreated().get(row).map(Period::toString).orElse("never");
    }

    private String place(int row) {
        String unit = columns.sampling() == Sampling.PANEL ? columns.units().get(row) + " in " : "";
        return unit + columns.periods().get(row) + " (row " + (row + 1) + ")";
    }
}
