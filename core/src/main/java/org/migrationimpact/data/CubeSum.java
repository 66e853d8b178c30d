package org.migrationimpact.data;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sums a cube over one dimension, and completes one whose zeros were left out. */
final class CubeSum {

    private final Observations cube;
    private final String dimension;
    private final int at;

    CubeSum(Observations cube, String dimension) {
        this.cube = cube;
        this.dimension = dimension;
        this.at = cube.dimensions().indexOf(dimension);
    }

    private record Cell(List<String> key, Period period) {}

    private static final class Sum {
        private double value;
        private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
        private int parts;
    }

    Observations total() {
        List<List<Observation>> twice = cube.duplicates();
        if (!twice.isEmpty()) {
            List<Observation> pair = twice.get(0);
            throw new DataException(
                    "E-OBS-010",
                    cube.quantity() + " has two rows for " + pair.get(0).codes() + " in "
                            + pair.get(0).period() + " (lines " + pair.get(0).line() + " and "
                            + pair.get(1).line() + "); a sum would count both");
        }
        Map<Cell, Sum> sums = new LinkedHashMap<>();
        Map<List<String>, Set<String>> parts = new LinkedHashMap<>();
        cube.stream().forEach(o -> {
            List<String> rest = rest(o.codes());
            Sum sum = sums.computeIfAbsent(new Cell(rest, o.period()), cell -> new Sum());
            sum.value += o.value();
            sum.flags.addAll(o.flags());
            sum.parts++;
            parts.computeIfAbsent(rest, key -> new LinkedHashSet<>())
                    .add(o.codes().get(at));
        });
        sums.forEach((cell, sum) -> requireAll(cell, sum, parts));
        List<String> left = new ArrayList<>(cube.dimensions());
        left.remove(at);
        ObservationsBuilder total = Observations.of(cube.quantity(), cube.unit(), left);
        cube.notes().forEach(total::note);
        sums.forEach((cell, sum) -> total.add(cell.key, cell.period, sum.value, sum.flags, 0));
        int summed = cube.size() - sums.size();
        return total.build(cube.source(), cube.audit().drop("summed into totals over " + dimension, summed));
    }

    private void requireAll(Cell cell, Sum sum, Map<List<String>, Set<String>> parts) {
        int wanted = parts.getOrDefault(cell.key, Set.of()).size();
        if (sum.parts < wanted) {
            throw new DataException(
                    "E-OBS-004",
                    cube.quantity() + " has rows for " + sum.parts + " of " + wanted + " codes of " + dimension + " in "
                            + cell.period + (cell.key.isEmpty() ? "" : " " + String.join(", ", cell.key))
                            + "; a sum would take the absent ones for zero: if the publisher leaves out zeros, say zeroWhereAbsent");
        }
    }

    private List<String> rest(List<String> codes) {
        List<String> rest = new ArrayList<>(codes);
        rest.remove(at);
        return rest;
    }

    static Observations completed(Observations cube) {
        Set<List<String>> keys = new LinkedHashSet<>();
        Set<Cell> present = new LinkedHashSet<>();
        cube.stream().forEach(o -> {
            keys.add(o.codes());
            present.add(new Cell(o.codes(), o.period()));
        });
        ObservationsBuilder whole = Observations.of(cube.quantity(), cube.unit(), cube.dimensions());
        cube.notes().forEach(whole::note);
        cube.stream().forEach(o -> whole.add(o.codes(), o.period(), o.value(), o.flags(), o.line()));
        Set<Period> periods = calendar(cube.periods());
        for (List<String> key : keys) {
            for (Period period : periods) {
                if (!present.contains(new Cell(key, period))) {
                    whole.add(key, period, 0, Set.of(), 0);
                }
            }
        }
        int added = whole.size() - cube.size();
        SampleAudit audit = cube.audit();
        return whole.build(cube.source(), new SampleAudit(audit.read() + added, audit.used() + added, audit.dropped()));
    }

    private static Set<Period> calendar(List<Period> periods) {
        Set<Period> all = new TreeSet<>();
        if (!periods.isEmpty()) {
            Period last = periods.get(periods.size() - 1);
            for (Period p = periods.get(0); !last.isBefore(p); p = p.plus(1)) {
                all.add(p);
            }
        }
        return all;
    }
}
