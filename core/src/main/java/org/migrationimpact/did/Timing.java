package org.migrationimpact.did;

import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;

/**
 * How many periods each row lies from the first treated one of its unit. A cohort that is first treated after the end of the data,
 * anticipation included, counts as never treated; one that was treated, or expected to be, before they begin has no period to compare with.
 */
final class Timing {

    /** The event time of a row whose unit is never treated. */
    static final int NEVER = Integer.MIN_VALUE;

    private final AdoptionPanel panel;
    private final int anticipation;
    private final int[] cohortStart;
    private final int[] place;
    private final boolean[] never;
    private final boolean[] always;

    Timing(AdoptionPanel panel, int anticipation) {
        this.panel = panel;
        this.anticipation = anticipation;
        Period first = panel.periods().get(0);
        Period last = panel.periods().get(panel.periods().size() - 1);
        this.place = panel.periods().stream()
                .mapToInt(p -> Math.toIntExact(first.until(p)))
                .toArray();
        this.cohortStart = panel.cohorts().stream()
                .mapToInt(p -> Math.toIntExact(first.until(p)))
                .toArray();
        this.never = new boolean[cohortStart.length];
        this.always = new boolean[cohortStart.length];
        for (int c = 0; c < cohortStart.length; c++) {
            never[c] = cohortStart[c] - anticipation > first.until(last);
            always[c] = cohortStart[c] - anticipation <= 0;
        }
    }

    int anticipation() {
        return anticipation;
    }

    /** The last event time before treatment was felt, from which all are measured. */
    int reference() {
        return -1 - anticipation;
    }

    /** Periods since the first treated one, 0 in it; {@link #NEVER} for the never treated. */
    int event(int row) {
        int cohort = panel.cohortOf(panel.unitOf(row));
        return cohort < 0 || never[cohort] ? NEVER : place[panel.periodOf(row)] - cohortStart[cohort];
    }

    /** Whether treatment is felt in a row, anticipation included. */
    boolean isFelt(int row) {
        int event = event(row);
        return event != NEVER && event >= -anticipation;
    }

    /** Whether a unit is never treated within the data. */
    boolean isNever(int unit) {
        return panel.cohortOf(unit) < 0 || never[panel.cohortOf(unit)];
    }

    /** Whether a unit has no period before treatment was felt. */
    boolean isAlways(int unit) {
        return panel.cohortOf(unit) >= 0 && always[panel.cohortOf(unit)];
    }

    /** The cohorts without a period before treatment was felt. */
    List<Period> withoutBase() {
        return IntStream.range(0, always.length)
                .filter(c -> always[c])
                .mapToObj(panel.cohorts()::get)
                .toList();
    }

    /** The cohorts that are treated within the data and have a period before. */
    List<Period> studied() {
        return IntStream.range(0, always.length)
                .filter(c -> !always[c] && !never[c])
                .mapToObj(panel.cohorts()::get)
                .toList();
    }

    /** Rows of units that are never treated, or have a period before. */
    int[] rowsWithBase() {
        return IntStream.range(0, panel.size())
                .filter(row -> !isAlways(panel.unitOf(row)))
                .toArray();
    }
}
