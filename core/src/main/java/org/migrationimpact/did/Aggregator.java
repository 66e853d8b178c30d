package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;

/**
 * Brings effects by cohort and period together. Weights are sizes of cohorts, sums of the weights of their units, and are themselves
 * estimated: with S the sum of the weights, an aggregate θ moves by (effect − θ)/S with the size of a cohort.
 */
final class Aggregator {

    private final List<Cell> cells;
    private final double[] effect;
    private final double[] cohortSize;
    private final List<Period> periods;
    private final List<Period> cohorts;
    private final int[] estimated;
    private final int balancedTo;

    Aggregator(AdoptionPanel panel, List<Cell> cells, List<CellEffect> effects, double[] cohortSize, int balancedTo) {
        this.cells = cells;
        this.effect = effects.stream().mapToDouble(CellEffect::estimate).toArray();
        this.cohortSize = cohortSize;
        this.periods = panel.periods();
        this.cohorts = panel.cohorts();
        this.estimated = IntStream.range(0, cells.size())
                .filter(k -> effects.get(k).isEstimated())
                .toArray();
        this.balancedTo = balancedTo;
    }

    /** One row for each event time, cohort or period; one in all for {@link Aggregation#SIMPLE}. */
    List<Combination> rows(Aggregation aggregation) {
        return switch (aggregation) {
            case SIMPLE -> List.of(weighted("simple", k -> isTreated(k)));
            case DYNAMIC -> dynamic();
            case GROUP -> group();
            case CALENDAR -> calendar();
        };
    }

    /** The one number that the rows come to. */
    Combination overall(Aggregation aggregation) {
        List<Combination> rows = rows(aggregation);
        return switch (aggregation) {
            case SIMPLE -> rows.get(0);
            case DYNAMIC ->
                mean(
                        "dynamic",
                        rows.stream()
                                .filter(row -> Long.parseLong(row.label()) >= 0)
                                .toList());
            case GROUP -> overCohorts(rows);
            case CALENDAR -> mean("calendar", rows);
        };
    }

    boolean hasTreated() {
        return IntStream.of(estimated).anyMatch(this::isTreated);
    }

    long event(int k) {
        return cohorts.get(cells.get(k).cohort()).until(periods.get(cells.get(k).period()));
    }

    private boolean isTreated(int k) {
        return event(k) >= 0;
    }

    private List<Combination> dynamic() {
        TreeSet<Long> events = new TreeSet<>();
        for (int k : estimated) {
            if (isBalanced(k)) {
                events.add(event(k));
            }
        }
        return events.stream()
                .map(event -> weighted(String.valueOf(event), k -> event(k) == event && isBalanced(k)))
                .toList();
    }

    /** Whether a cell counts where cohorts are to be the same at all event times up to the last one asked for. */
    private boolean isBalanced(int k) {
        if (balancedTo == GroupTimeOptions.UNBALANCED_EVENTS) {
            return true;
        }
        Period last = periods.get(periods.size() - 1);
        long earliest = balancedTo - periods.get(0).until(last);
        return cohorts.get(cells.get(k).cohort()).until(last) >= balancedTo
                && event(k) <= balancedTo
                && event(k) >= earliest;
    }

    private List<Combination> group() {
        List<Combination> rows = new ArrayList<>();
        for (int c = 0; c < cohorts.size(); c++) {
            int cohort = c;
            IntPredicate chosen = k -> cells.get(k).cohort() == cohort && isTreated(k);
            if (IntStream.of(estimated).anyMatch(chosen)) {
                rows.add(weighted(cohorts.get(c).toString(), chosen));
            }
        }
        return rows;
    }

    private List<Combination> calendar() {
        List<Combination> rows = new ArrayList<>();
        for (int t = 0; t < periods.size(); t++) {
            int period = t;
            IntPredicate chosen = k -> cells.get(k).period() == period && isTreated(k);
            if (IntStream.of(estimated).anyMatch(chosen)) {
                rows.add(weighted(periods.get(t).toString(), chosen));
            }
        }
        return rows;
    }

    private Combination weighted(String label, IntPredicate chosen) {
        int[] taken = IntStream.of(estimated).filter(chosen).toArray();
        double size = 0;
        double sum = 0;
        for (int k : taken) {
            size += cohortSize[cells.get(k).cohort()];
            sum += cohortSize[cells.get(k).cohort()] * effect[k];
        }
        double mean = sum / size;
        double[] on = new double[cells.size() + cohortSize.length];
        for (int k : taken) {
            int cohort = cells.get(k).cohort();
            on[k] += cohortSize[cohort] / size;
            on[cells.size() + cohort] += (effect[k] - mean) / size;
        }
        return new Combination(label, mean, on);
    }

    private static Combination mean(String label, List<Combination> rows) {
        double[] on = new double[rows.get(0).on().length];
        double sum = 0;
        for (Combination row : rows) {
            sum += row.estimate();
            for (int k = 0; k < on.length; k++) {
                on[k] += row.on()[k] / rows.size();
            }
        }
        return new Combination(label, sum / rows.size(), on);
    }

    private Combination overCohorts(List<Combination> rows) {
        double size = 0;
        double sum = 0;
        for (Combination row : rows) {
            double weight = cohortSize[cohort(row)];
            size += weight;
            sum += weight * row.estimate();
        }
        double mean = sum / size;
        double[] on = new double[rows.get(0).on().length];
        for (Combination row : rows) {
            for (int k = 0; k < on.length; k++) {
                on[k] += cohortSize[cohort(row)] / size * row.on()[k];
            }
            on[cells.size() + cohort(row)] += (row.estimate() - mean) / size;
        }
        return new Combination("group", mean, on);
    }

    private int cohort(Combination row) {
        return IntStream.range(0, cohorts.size())
                .filter(c -> cohorts.get(c).toString().equals(row.label()))
                .findFirst()
                .orElseThrow();
    }
}
