package org.migrationimpact.panel;

import java.util.Arrays;
import java.util.List;

/**
 * The one order in which rows are worked through, whatever order they came in: by the codes of the first effect, then of the second, and
 * so on; rows that agree in all of them by their values. Sums are then the same to the last bit for every order of the rows.
 */
final class RowOrder {

    private RowOrder() {}

    /**
     * The rows in order.
     *
     * @param rows the rows to order
     * @param codes by effect, each by row of the table
     * @param levels how many codes each effect has
     * @param values columns that break ties, each by row of the table
     */
    static int[] of(int[] rows, List<int[]> codes, List<Integer> levels, List<double[]> values) {
        int[] order = rows;
        if (!ascends(rows, codes)) {
            for (int f = codes.size() - 1; f >= 0; f--) {
                order = counted(order, codes.get(f), levels.get(f));
            }
        }
        return breakTies(order, codes, values);
    }

    private static boolean ascends(int[] rows, List<int[]> codes) {
        for (int i = 1; i < rows.length; i++) {
            if (compare(codes, rows[i - 1], rows[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    private static int compare(List<int[]> codes, int a, int b) {
        for (int[] code : codes) {
            if (code[a] != code[b]) {
                return Integer.compare(code[a], code[b]);
            }
        }
        return 0;
    }

    /** A stable counting sort by one effect. */
    private static int[] counted(int[] rows, int[] code, int levels) {
        int[] next = new int[levels + 1];
        for (int row : rows) {
            next[code[row] + 1]++;
        }
        for (int l = 0; l < levels; l++) {
            next[l + 1] += next[l];
        }
        int[] sorted = new int[rows.length];
        for (int row : rows) {
            sorted[next[code[row]]++] = row;
        }
        return sorted;
    }

    private static int[] breakTies(int[] order, List<int[]> codes, List<double[]> values) {
        int[] sorted = order;
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && compare(codes, order[from], order[to]) == 0) {
                to++;
            }
            if (to > from + 1) {
                sorted = sorted == order ? order.clone() : sorted;
                sort(sorted, from, to, values);
            }
            from = to;
        }
        return sorted;
    }

    private static void sort(int[] order, int from, int to, List<double[]> values) {
        Integer[] run = new Integer[to - from];
        for (int i = from; i < to; i++) {
            run[i - from] = order[i];
        }
        Arrays.sort(run, (a, b) -> compareValues(values, a, b));
        for (int i = from; i < to; i++) {
            order[i] = run[i - from];
        }
    }

    private static int compareValues(List<double[]> values, int a, int b) {
        for (double[] value : values) {
            int difference = Double.compare(value[a], value[b]);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
