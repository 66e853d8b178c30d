package org.migrationimpact.panel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.model.Factor;

/** Which rows a model uses, and why not the others. Rows are counted from 0 in the order of the table. */
final class PanelSample {

    private final boolean[] alive;
    private SampleAudit audit;
    private int[] singletons = new int[0];
    private int[] separated = new int[0];

    private PanelSample(int rows) {
        alive = new boolean[rows];
        Arrays.fill(alive, true);
        audit = SampleAudit.complete(rows);
    }

    /** Rows that have every number and a weight. */
    static PanelSample complete(PanelRows rows, List<String> columns) {
        PanelSample sample = new PanelSample(rows.rows());
        sample.dropMissing("without " + rows.outcomeName(), rows.sharedOutcome());
        columns.forEach(name -> sample.dropMissing("without " + name, rows.shared(name)));
        sample.dropMissing("without an offset", rows.sharedOffset());
        sample.dropMissing("without a weight", rows.sharedWeights());
        sample.dropWeightless(rows.sharedWeights());
        return sample;
    }

    private void dropMissing(String reason, double[] values) {
        int dropped = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new InputException(
                        "E-EFFECTS-001",
                        "row " + i + " (the first row is 0) is not " + reason
                                + ", but the number is infinite; write NaN where one is missing");
            }
            if (alive[i] && Double.isNaN(values[i])) {
                alive[i] = false;
                dropped++;
            }
        }
        audit = audit.drop(reason, dropped);
    }

    private void dropWeightless(double[] weights) {
        int dropped = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < 0) {
                throw new InputException(
                        "E-EFFECTS-002",
                        "a weight is 0 or more, got " + weights[i] + " in row " + i + " (the first row is 0)");
            }
            if (alive[i] && weights[i] == 0) {
                alive[i] = false;
                dropped++;
            }
        }
        audit = audit.drop("with weight 0", dropped);
    }

    /** Drops the rows that are alone in a level. */
    void dropSingletons(List<Factor> effects) {
        note(new Levels(effects, alive).dropSingletons());
    }

    private void note(int[] alone) {
        singletons = merged(singletons, alone);
        audit = audit.drop("alone in a level of an effect", alone.length);
    }

    /** Drops the rows of levels without a positive count, and singletons if asked, until neither finds any. */
    void dropSeparated(List<Factor> effects, double[] outcome, Absorption.Singletons rule) {
        Levels levels = new Levels(effects, alive);
        int before;
        do {
            before = audit.used();
            dropSeparated(levels.dropWithoutPositive(outcome), "separated, in a level without a positive count");
            if (rule == Absorption.Singletons.DROP) {
                note(levels.dropSingletons());
            }
        } while (audit.used() < before);
    }

    /** Drops rows that were found separated. */
    void dropSeparated(int[] rows, String reason) {
        for (int row : rows) {
            alive[row] = false;
        }
        separated = merged(separated, rows);
        audit = audit.drop(reason, rows.length);
    }

    private static int[] merged(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).sorted().toArray();
    }

    /**
     * The rows used, ascending.
     *
     * @throws DataException E-EFFECTS-003 where none is left
     */
    int[] used() {
        if (audit.used() == 0) {
            throw new DataException("E-EFFECTS-003", "no row is left: " + audit + "; a fit needs rows");
        }
        return IntStream.range(0, alive.length).filter(i -> alive[i]).toArray();
    }

    SampleAudit audit() {
        return audit;
    }

    int[] singletons() {
        return singletons;
    }

    int[] separated() {
        return separated;
    }
}
