package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Estimates every cell of a plan. Cells do not depend on each other and are estimated side by side; each has its own place. */
final class CellEstimation {

    private static final int ABSENT = -1;

    private final AdoptionPanel panel;
    private final GroupTimeOptions options;
    private final AdoptionData.Rows rows;
    private final int periods;
    private final int units;
    private final int[] cohortStart; // the first unit of each cohort, then of the never treated, then the end
    private final int[] firstRow; // of each unit, then the end

    CellEstimation(AdoptionPanel panel, GroupTimeOptions options) {
        this.panel = panel;
        this.options = options;
        this.rows = panel.data().rows();
        this.periods = panel.periods().size();
        this.units = panel.units().size();
        this.cohortStart = cohortStart();
        this.firstRow = firstRow();
    }

    private boolean isRowWise() {
        return panel.sampling() == Sampling.REPEATED_CROSS_SECTIONS
                || (options.unbalanced() == Unbalanced.POOLED && !panel.isBalanced());
    }

    private int[] cohortStart() {
        int cohorts = panel.cohorts().size();
        int[] start = new int[cohorts + 2];
        for (int unit = 0; unit < units; unit++) {
            int cohort = panel.cohortOf(unit);
            start[(cohort < 0 ? cohorts : cohort) + 1]++;
        }
        for (int c = 0; c <= cohorts; c++) {
            start[c + 1] += start[c];
        }
        return start;
    }

    private int[] firstRow() {
        int[] first = new int[units + 1];
        for (int row = panel.size() - 1; row >= 0; row--) {
            first[rows.unitOf()[row]] = row;
        }
        first[units] = panel.size();
        return first;
    }

    /** The row of a unit in a period, or {@link #ABSENT}; a unit's rows are in order of time. */
    private int row(int unit, int period) {
        int count = firstRow[unit + 1] - firstRow[unit];
        if (count == periods) {
            return firstRow[unit] + period;
        }
        int found = Arrays.binarySearch(rows.periodOf(), firstRow[unit], firstRow[unit + 1], period);
        return found < 0 ? ABSENT : found;
    }

    /** The effect of each cell, in the order of the plan. */
    List<CellEffect> estimate(List<Cell> cells) {
        CellEffect[] effects = new CellEffect[cells.size()];
        Map<List<Integer>, List<Integer>> together = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (cell.isReference()) {
                effects[i] = CellEffect.REFERENCE;
            } else {
                together.computeIfAbsent(sameUnits(cell, i), key -> new ArrayList<>())
                        .add(i);
            }
        }
        List<List<Integer>> tasks = List.copyOf(together.values());
        IntStream.range(0, tasks.size()).parallel().forEach(task -> estimate(tasks.get(task), cells, effects));
        return List.of(effects);
    }

    /** Cells with the same key compare the same units over the same base; in unbalanced data each is its own. */
    private List<Integer> sameUnits(Cell cell, int place) {
        boolean shared = !isRowWise() && panel.isBalanced();
        return shared ? List.of(cell.cohort(), cell.controlsFrom(), cell.base()) : List.of(place);
    }

    private void estimate(List<Integer> places, List<Cell> cells, CellEffect[] effects) {
        Cell first = cells.get(places.get(0));
        if (isRowWise()) {
            effects[places.get(0)] = crossSection(first);
            return;
        }
        int[] members = members(first);
        int[] base = Arrays.stream(members).map(unit -> row(unit, first.base())).toArray();
        CellRows shared = CellRows.of(panel, options.covariates(), first.cohort(), base, base);
        PanelComparison comparison = new PanelComparison(shared, options.adjustment());
        for (int place : places) {
            effects[place] = comparison
                    .effect(changes(members, base, cells.get(place).period()))
                    .lacking(candidates(first).count() - members.length);
        }
    }

    private double[] changes(int[] members, int[] base, int period) {
        double[] changes = new double[members.length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = rows.outcome()[row(members[i], period)] - rows.outcome()[base[i]];
        }
        return changes;
    }

    /** The units of a cohort and its controls that are seen in both periods. */
    private int[] members(Cell cell) {
        return candidates(cell)
                .filter(unit -> row(unit, cell.base()) != ABSENT && row(unit, cell.period()) != ABSENT)
                .toArray();
    }

    private IntStream candidates(Cell cell) {
        int from = cohortStart[cell.controlsFrom()];
        int own = cohortStart[cell.cohort()];
        int ownEnd = cohortStart[cell.cohort() + 1];
        return own < from
                ? IntStream.concat(IntStream.range(own, ownEnd), IntStream.range(from, units))
                : IntStream.range(from, units);
    }

    private CellEffect crossSection(Cell cell) {
        boolean[] member = new boolean[units];
        candidates(cell).forEach(unit -> member[unit] = true);
        int[] row = IntStream.range(0, panel.size())
                .filter(r -> member[rows.unitOf()[r]]
                        && (rows.periodOf()[r] == cell.period() || rows.periodOf()[r] == cell.base()))
                .toArray();
        boolean[] after = new boolean[row.length];
        double[] outcome = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            after[i] = rows.periodOf()[row[i]] == cell.period();
            outcome[i] = rows.outcome()[row[i]];
        }
        CellRows shared = CellRows.of(panel, options.covariates(), cell.cohort(), row, row);
        return new CrossSectionComparison(shared, after, outcome).effect(options.adjustment(), options.crossSections());
    }
}
