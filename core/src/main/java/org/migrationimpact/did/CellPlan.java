package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;

/** Which cohorts are compared with whom, in which periods. */
final class CellPlan {

    private final GroupTimeOptions options;
    private final List<Period> periods;
    private final List<Period> cohorts;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Period> withoutBase = new ArrayList<>();

    CellPlan(AdoptionPanel panel, GroupTimeOptions options) {
        this.options = options;
        this.periods = panel.periods();
        this.cohorts = panel.cohorts();
        IntStream.range(0, cohorts.size()).filter(this::isTreatedWithin).forEach(this::plan);
    }

    /** The comparisons, by cohort and period. */
    List<Cell> cells() {
        return cells;
    }

    /** The cohorts that have no period before treatment and its anticipation. */
    List<Period> withoutBase() {
        return withoutBase;
    }

    /** The first cohort that stays untreated, anticipation included, to the end of the data: it counts as never treated. */
    int neverFrom() {
        return untreatedFrom(periods.size() - 1);
    }

    private boolean isTreatedWithin(int cohort) {
        return !periods.get(periods.size() - 1).isBefore(cohorts.get(cohort));
    }

    private void plan(int cohort) {
        int base = lastBefore(cohorts.get(cohort).plus(-options.anticipation()));
        if (base < 0) {
            withoutBase.add(cohorts.get(cohort));
            return;
        }
        for (int period = 0; period < periods.size(); period++) {
            if (options.base() == BasePeriod.UNIVERSAL || period > base) {
                add(cohort, period, base);
            } else if (period > 0) {
                add(cohort, period, period - 1);
            }
        }
    }

    private void add(int cohort, int period, int base) {
        cells.add(new Cell(cohort, period, base, controlsFrom(Math.max(period, base))));
    }

    private int controlsFrom(int last) {
        return options.control() == ControlGroup.NEVER_TREATED ? neverFrom() : untreatedFrom(last);
    }

    /** The first cohort untreated in this period, anticipation included; cohorts are in order of time. */
    private int untreatedFrom(int period) {
        Period reached = periods.get(period).plus(options.anticipation());
        return (int)
                cohorts.stream().filter(cohort -> !reached.isBefore(cohort)).count();
    }

    private int lastBefore(Period start) {
        return (int) periods.stream().filter(period -> period.isBefore(start)).count() - 1;
    }
}
