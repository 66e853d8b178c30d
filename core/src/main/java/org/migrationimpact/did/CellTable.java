package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;

/**
 * Effects by cohort and period, and the weights with which they are brought together: each by the weights of its rows, but effects by event
 * time and by period are brought to one number by their plain mean, cohorts by the weights of their units.
 */
final class CellTable {

    private final AdoptionPanel panel;
    private final List<CohortCell> cells;
    private final double[] cohortSize;

    /**
     * A cohort in a period.
     *
     * @param weight the sum of the weights of its rows
     */
    record CohortCell(int cohort, int period, int event, double weight) {}

    /** What the cells come to under one label. */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    record Target(String label, double[] on) {}

    CellTable(AdoptionPanel panel, List<CohortCell> cells) {
        this.panel = panel;
        this.cells = List.copyOf(cells);
        this.cohortSize = sizes(panel);
    }

    private static double[] sizes(AdoptionPanel panel) {
        double[] size = new double[panel.cohorts().size()];
        for (int row = 0; row < panel.size(); row++) {
            int unit = panel.unitOf(row);
            boolean first = row == 0 || panel.unitOf(row - 1) != unit;
            if (first && panel.cohortOf(unit) >= 0) {
                size[panel.cohortOf(unit)] += panel.weight(row);
            }
        }
        return size;
    }

    List<CohortCell> cells() {
        return cells;
    }

    Period cohort(int cell) {
        return panel.cohorts().get(cells.get(cell).cohort());
    }

    Period period(int cell) {
        return panel.periods().get(cells.get(cell).period());
    }

    /** Which cell a cohort and period is; -1 where it is none. */
    int[][] index() {
        int[][] index = new int[panel.cohorts().size()][panel.periods().size()];
        for (int[] row : index) {
            java.util.Arrays.fill(row, -1);
        }
        for (int k = 0; k < cells.size(); k++) {
            index[cells.get(k).cohort()][cells.get(k).period()] = k;
        }
        return index;
    }

    /** Whether any cell lies in a treated period. */
    boolean hasTreated() {
        return cells.stream().anyMatch(cell -> cell.event() >= 0);
    }

    /** The rows of an aggregation, in order. */
    List<Target> rows(Aggregation aggregation) {
        return switch (aggregation) {
            case SIMPLE -> List.of(overall(aggregation));
            case DYNAMIC ->
                groups(
                        k -> true,
                        k -> cells.get(k).event(),
                        k -> String.valueOf(cells.get(k).event()));
            case GROUP ->
                groups(
                        this::isTreated,
                        k -> cells.get(k).cohort(),
                        k -> cohort(k).toString());
            case CALENDAR ->
                groups(
                        this::isTreated,
                        k -> cells.get(k).period(),
                        k -> period(k).toString());
        };
    }

    private boolean isTreated(int k) {
        return cells.get(k).event() >= 0;
    }

    /** The one number of an aggregation. */
    Target overall(Aggregation aggregation) {
        String key = aggregation.key();
        if (aggregation == Aggregation.SIMPLE) {
            return weighted(
                    key,
                    IntStream.range(0, cells.size())
                            .filter(this::isTreated)
                            .boxed()
                            .toList());
        }
        double[] sum = new double[cells.size()];
        double total = 0;
        for (Target row : rows(aggregation)) {
            double share = share(aggregation, row);
            total += share;
            for (int k = 0; k < sum.length; k++) {
                sum[k] += share * row.on()[k];
            }
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] /= total;
        }
        return new Target(key, sum);
    }

    double share(Aggregation aggregation, Target row) {
        int any = IntStream.range(0, cells.size())
                .filter(k -> row.on()[k] != 0)
                .findFirst()
                .orElseThrow();
        if (aggregation == Aggregation.DYNAMIC) {
            return cells.get(any).event() >= 0 ? 1 : 0;
        }
        return aggregation == Aggregation.GROUP ? cohortSize[cells.get(any).cohort()] : 1;
    }

    private interface Labels {
        String of(int cell);
    }

    private List<Target> groups(IntPredicate of, IntUnaryOperator key, Labels label) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        IntStream.range(0, cells.size())
                .filter(of)
                .forEach(k -> members.computeIfAbsent(key.applyAsInt(k), none -> new ArrayList<>())
                        .add(k));
        return members.values().stream()
                .map(group -> weighted(label.of(group.get(0)), group))
                .toList();
    }

    private Target weighted(String label, List<Integer> members) {
        double[] on = new double[cells.size()];
        double total = members.stream().mapToDouble(k -> cells.get(k).weight()).sum();
        members.forEach(k -> on[k] = cells.get(k).weight() / total);
        return new Target(label, on);
    }
}
