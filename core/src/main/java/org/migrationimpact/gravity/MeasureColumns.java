package org.migrationimpact.gravity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.gravity.BilateralMeasure.Spell;

/** A bilateral measure as columns beside flows: 1 where it is in force, the same some periods earlier or later, removal by itself. */
final class MeasureColumns {

    private final Flows flows;
    private final BilateralMeasure measure;
    private final Map<List<String>, List<Integer>> rows;
    private final List<Spell> met = new ArrayList<>();
    private final List<Spell> absent = new ArrayList<>();

    /**
     * Finds the corridors of the measure among the flows.
     *
     * @throws InputException E-GRAVITY-003 where the measure is dated by another frequency
     * @throws DataException E-GRAVITY-004 where no flow is treated
     */
    MeasureColumns(Flows flows, BilateralMeasure measure) {
        this.flows = flows;
        this.measure = measure;
        this.rows = flows.byCorridor();
        measure.spells().forEach(this::sort);
        if (sum(at(0, this::inForce)) == 0) {
            throw new DataException(
                    "E-GRAVITY-004",
                    measure + " is in force in no row of " + flows.name()
                            + "; check how places are named and the periods");
        }
    }

    private void sort(Spell spell) {
        Period first = flows.periods().get(0);
        if (spell.start().frequency() != first.frequency()) {
            throw new InputException(
                    "E-GRAVITY-003",
                    measure.name() + " begins in " + spell.start() + ", a "
                            + spell.start().frequency().noun() + "; " + flows.name() + " is by "
                            + first.frequency().noun() + "; date the measure in "
                            + first.frequency().noun() + "s");
        }
        (rows.containsKey(corridor(spell)) ? met : absent).add(spell);
    }

    private static List<String> corridor(Spell spell) {
        return List.of(spell.origin(), spell.destination());
    }

    private static double sum(double... column) {
        double sum = 0;
        for (double value : column) {
            sum += value;
        }
        return sum;
    }

    /** Corridors of the measure that no flow has. */
    List<Spell> absent() {
        return absent;
    }

    /** How many rows are treated. */
    int treated() {
        return (int) sum(at(0, this::inForce));
    }

    /** 1 where the measure was in force so many periods before the row; negative for periods after it. */
    double[] inForce(int lag) {
        return at(lag, this::inForce);
    }

    /** How often it had been introduced. */
    double[] introduced(int lag) {
        return at(lag, now -> now.spell().start().isBefore(now.period().plus(1)) ? 1 : 0);
    }

    /** How often it had been removed. */
    double[] removed(int lag) {
        return at(
                lag,
                now -> now.spell()
                                .removed()
                                .filter(end -> end.isBefore(now.period().plus(1)))
                                .isPresent()
                        ? 1
                        : 0);
    }

    /** A spell seen from a period. */
    private record Now(Spell spell, Period period) {}

    private int inForce(Now now) {
        boolean begun = !now.period().isBefore(now.spell().start());
        boolean over =
                now.spell().removed().filter(end -> !now.period().isBefore(end)).isPresent();
        return begun && !over ? 1 : 0;
    }

    private double[] at(int lag, ToIntFunction<Now> count) {
        double[] column = new double[flows.size()];
        for (Spell spell : met) {
            for (int row : rows.getOrDefault(corridor(spell), List.of())) {
                column[row] += count.applyAsInt(new Now(spell, flows.period(row).plus(-lag)));
            }
        }
        return column;
    }
}
