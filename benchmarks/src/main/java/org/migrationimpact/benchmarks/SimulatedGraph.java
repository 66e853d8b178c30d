package org.migrationimpact.benchmarks;

import java.util.SplittableRandom;
import org.migrationimpact.model.Factor;
import org.migrationimpact.panel.FixedEffectsFit;
import org.migrationimpact.panel.FixedEffectsOls;
import org.migrationimpact.panel.PanelRows;

/** Rows with two effects, whose levels hang together in a way that is easy or hard to absorb. */
final class SimulatedGraph {

    private final PanelRows rows;

    private SimulatedGraph(int[] unit, int[] place) {
        SplittableRandom random = new SplittableRandom(43);
        double[] x = new double[unit.length];
        double[] y = new double[unit.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextGaussian() + place[i] % 17;
            y[i] = x[i] + Math.sin(place[i]) + Math.cos(unit[i]) + random.nextGaussian();
        }
        rows = PanelRows.of("y", y).with("x", x).with(Factor.of("unit", unit)).with(Factor.of("place", place));
    }

    /** Units that meet places at random, 20 rows a unit on average: everything is near everything. */
    static SimulatedGraph random(int size, int places) {
        SplittableRandom random = new SplittableRandom(44);
        int[] unit = new int[size];
        int[] place = new int[size];
        for (int i = 0; i < size; i++) {
            unit[i] = random.nextInt(size / 20);
            place[i] = random.nextInt(places);
        }
        return new SimulatedGraph(unit, place);
    }

    /** Corridors in a line, 10 rows a unit; one row in ten leads to the next place, and only those hold the line together. */
    static SimulatedGraph line(int size, int places) {
        SplittableRandom random = new SplittableRandom(45);
        int[] unit = new int[size];
        int[] place = new int[size];
        for (int i = 0; i < size; i++) {
            unit[i] = i / 10;
            long home = (long) unit[i] * places / (size / 10);
            place[i] = (int) Math.min(places - 1, home + (random.nextInt(10) == 0 ? 1 : 0));
        }
        return new SimulatedGraph(unit, place);
    }

    FixedEffectsFit fit() {
        return FixedEffectsOls.on("x").absorbing("unit", "place").fit(rows);
    }

    int size() {
        return rows.rows();
    }
}
