package org.migrationimpact.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A cube by longer periods, key by key. */
final class LoweredCube {

    private final Observations cube;
    private final Frequency frequency;
    private final Lowering rule;
    private final ObservationsBuilder lowered;
    private int without;

    LoweredCube(Observations cube, Frequency frequency, Lowering rule) {
        this.cube = cube;
        this.frequency = frequency;
        this.rule = rule;
        this.lowered = Observations.of(cube.quantity(), cube.unit(), cube.dimensions());
    }

    Observations observations() {
        if (cube.periods().stream().allMatch(period -> period.frequency() == frequency)) {
            return cube;
        }
        int[] keys = Columns.groups(cube.size(), Arrays.asList(cube.columns().codes()));
        int count = Arrays.stream(keys).max().orElse(-1) + 1;
        int[][] rows = rowsByKey(keys, count);
        for (int[] mine : rows) {
            add(mine);
        }
        cube.notes().forEach(lowered::note);
        cube.alternatives().forEach(lowered::alternatives);
        if (without > 0) {
            lowered.note(note());
        }
        return lowered.build(
                cube.source(),
                cube.audit().drop("lowered to " + frequency.noun() + "s by the " + rule, cube.size() - lowered.size()));
    }

    private static int[][] rowsByKey(int[] keys, int count) {
        int[] sizes = new int[count];
        Arrays.stream(keys).forEach(key -> sizes[key]++);
        int[][] rows = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        for (int row = keys.length - 1; row >= 0; row--) {
            rows[keys[row]][--sizes[keys[row]]] = row;
        }
        return rows;
    }

    private void add(int... rows) {
        List<String> key = cube.columns().key(rows[0]);
        Series shorter = cube.columns().select(rows).series(String.join(", ", key));
        Series longer = shorter.frequency() == frequency
                ? shorter
                : new LoweredSeries(shorter, frequency, rule).evenIfMissing();
        int[] wanted = IntStream.of(rows)
                .mapToObj(row -> cube.columns().periods().get(cube.columns().period()[row]))
                .map(part -> part.frequency() == frequency ? part : Period.containing(part.firstDay(), frequency))
                .mapToInt(whole -> (int) longer.start().until(whole))
                .sorted()
                .distinct()
                .toArray();
        for (int i : wanted) { // a long period in which no row lies has no row
            lowered.add(key, longer.period(i), longer.value(i), longer.flags(i), 0);
            without += Double.isNaN(longer.value(i)) ? 1 : 0;
        }
    }

    private Warning note() {
        return new Warning(
                "W-FREQUENCY-001",
                cube.quantity() + " was lowered to " + frequency.noun() + "s by the " + rule + "; " + without + " of "
                        + lowered.size() + " cells have no figure, because a part of theirs has none");
    }
}
