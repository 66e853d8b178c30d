package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;

/**
 * The outcomes of cells that nobody treated, row after row, and which of them are there. What was observed under treatment is hidden like
 * what was never observed.
 */
final class UntreatedCells {

    private final int units;
    private final int periods;
    private final double[] values;
    private final boolean[] seen;
    private final int count;

    private UntreatedCells(int units, int periods, double[] values, boolean[] seen) {
        this.units = units;
        this.periods = periods;
        this.values = values;
        this.seen = seen;
        int some = 0;
        for (boolean one : seen) {
            some += one ? 1 : 0;
        }
        this.count = some;
    }

    static UntreatedCells of(AdoptionPanel data) {
        int units = data.starts().length;
        int periods = data.periods();
        double[] values = new double[units * periods];
        boolean[] seen = new boolean[values.length];
        for (int i = 0; i < units; i++) {
            for (int t = 0; t < data.starts()[i] && t < periods; t++) {
                double value = data.values()[i][t];
                seen[i * periods + t] = !Double.isNaN(value);
                values[i * periods + t] = Double.isNaN(value) ? 0 : value;
            }
        }
        return new UntreatedCells(units, periods, values, seen);
    }

    int units() {
        return units;
    }

    int periods() {
        return periods;
    }

    /** How many cells are there. */
    int count() {
        return count;
    }

    boolean isSeen(int cell) {
        return seen[cell];
    }

    double value(int cell) {
        return values[cell];
    }

    /** The same with these cells hidden too. */
    UntreatedCells hiding(boolean[] hidden) {
        boolean[] fewer = seen.clone();
        for (int cell = 0; cell < fewer.length; cell++) {
            fewer[cell] &= !hidden[cell];
        }
        return new UntreatedCells(units, periods, values, fewer);
    }

    /** How far what is there lies from the means of units and then of periods: a root mean square, and never quite 0. */
    double spread() {
        double[] rest = values.clone();
        takeMeans(rest, units, periods, 1);
        takeMeans(rest, periods, 1, periods);
        double squares = 0;
        double largest = Double.MIN_NORMAL;
        for (int cell = 0; cell < rest.length; cell++) {
            squares += seen[cell] ? rest[cell] * rest[cell] : 0;
            largest = seen[cell] ? Math.max(largest, Math.abs(values[cell])) : largest;
        }
        return Math.max(Math.sqrt(squares / count), 1e-9 * largest);
    }

    /** Takes from each of so many lines of cells, the first cells this stride apart, the mean of those that are there. */
    private void takeMeans(double[] rest, int lines, int stride, int step) {
        int length = rest.length / lines;
        for (int line = 0; line < lines; line++) {
            double sum = 0;
            int some = 0;
            for (int k = 0; k < length; k++) {
                int cell = line * stride + k * step;
                sum += seen[cell] ? rest[cell] : 0;
                some += seen[cell] ? 1 : 0;
            }
            for (int k = 0; k < length; k++) {
                rest[line * stride + k * step] -= some == 0 ? 0 : sum / some;
            }
        }
    }

    /** Whether effects of units and periods are determined: the cells tie all units and periods together. */
    boolean isConnected() {
        int[] root = IntStream.range(0, units + periods).toArray();
        for (int cell = 0; cell < seen.length; cell++) {
            if (seen[cell]) {
                root[find(root, cell / periods)] = find(root, units + cell % periods);
            }
        }
        int one = find(root, 0);
        return IntStream.range(0, root.length).allMatch(node -> find(root, node) == one);
    }

    private static int find(int[] root, int node) {
        int at = node;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    /** Refuses units and periods without a cell, and cells in parts that nothing ties together. */
    static void require(AdoptionPanel data) {
        UntreatedCells cells = of(data);
        List<String> empty = IntStream.range(0, cells.units)
                .filter(i -> IntStream.range(0, cells.periods).noneMatch(t -> cells.seen[i * cells.periods + t]))
                .mapToObj(i -> data.units().get(i))
                .collect(Collectors.toList());
        IntStream.range(0, cells.periods)
                .filter(t -> IntStream.range(0, cells.units).noneMatch(i -> cells.seen[i * cells.periods + t]))
                .forEach(t -> empty.add(data.period(t).toString()));
        if (!empty.isEmpty()) {
            throw new DataException(
                    "E-COMPLETE-001",
                    "nothing untreated is observed of "
                            + empty.stream().limit(20).collect(Collectors.joining(", "))
                            + "; leave such units out, choose other periods, or add never treated units");
        }
        if (!cells.isConnected()) {
            throw new DataException(
                    "E-COMPLETE-002",
                    "the untreated cells fall into parts that share no unit and no period, so that effects of units and periods are not"
                            + " determined; add units that are observed throughout");
        }
    }

    /** A filled table: what is there, and elsewhere what is fitted. */
    void fill(double[] fitted, double[] into) {
        for (int cell = 0; cell < into.length; cell++) {
            into[cell] = seen[cell] ? values[cell] : fitted[cell];
        }
    }

    static double[][] rows(double[] table, int periods) {
        return IntStream.range(0, table.length / periods)
                .mapToObj(i -> Arrays.copyOfRange(table, i * periods, (i + 1) * periods))
                .toArray(double[][]::new);
    }
}
