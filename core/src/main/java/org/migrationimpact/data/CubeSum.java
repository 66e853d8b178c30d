package org.migrationimpact.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sums a cube over one dimension, and completes one whose zeros were left out. */
final class CubeSum {

    private static final long MOST_CELLS = 20_000_000;

    /** Groups that publishers count beside countries, not above them: former states and rests. */
    private static final Set<String> APART = Set.of(
            "CS",
            "YU",
            "CSK",
            "SU",
            "SD+SS",
            "AN",
            "UK_OCT",
            "HORN",
            "BAMF_GB",
            "BAMF_GB_AM",
            "BAMF_GB_AS",
            "OTHER_NORTH",
            "OTHER_SOUTH",
            "INX",
            "1518");

    private final Observations cube;
    private final Columns columns;
    private final String dimension;
    private final int at;

    CubeSum(Observations cube, String dimension) {
        this.cube = cube;
        this.columns = cube.columns();
        this.dimension = dimension;
        this.at = cube.dimensions().indexOf(dimension);
    }

    Observations total() {
        requireChoice();
        requireNoTotal();
        requireNoDuplicates();
        List<int[]> rest = new ArrayList<>(Arrays.asList(columns.codes()));
        rest.remove(at);
        int[] keys = Columns.groups(cube.size(), rest);
        int[] cells = Columns.groups(cube.size(), List.of(keys, columns.period()));
        requireAll(keys, cells);
        return summed(cells);
    }

    private Observations summed(int... cells) {
        int count = Arrays.stream(cells).max().orElse(-1) + 1;
        double[] sums = new double[count];
        int[] flags = new int[count];
        int[] first = new int[count];
        for (int row = cells.length - 1; row >= 0; row--) {
            flags[cells[row]] |= columns.flags()[row];
            first[cells[row]] = row;
        }
        for (int row = 0; row < cells.length; row++) {
            sums[cells[row]] += columns.value()[row];
        }
        ObservationsBuilder total = Observations.of(cube.quantity(), cube.unit(), without(cube.dimensions()));
        cube.notes().forEach(total::note);
        cube.alternatives().stream().filter(other -> !other.equals(dimension)).forEach(total::alternatives);
        for (int cell = 0; cell < count; cell++) {
            Period period = columns.periods().get(columns.period()[first[cell]]);
            total.add(without(columns.key(first[cell])), period, sums[cell], Flag.unmask(flags[cell]), 0);
        }
        return total.build(
                cube.source(), cube.audit().drop("summed into totals over " + dimension, cube.size() - count));
    }

    private List<String> without(List<String> all) {
        List<String> rest = new ArrayList<>(all);
        rest.remove(at);
        return rest;
    }

    private void requireChoice() {
        List<String> codes = cube.codes(dimension);
        if (codes.size() > 1 && cube.alternatives().contains(dimension)) {
            throw new DataException(
                    "E-OBS-014",
                    "the codes of " + dimension + " (" + ObservationsBuilder.some(codes)
                            + ") overlap or count in different units, so a sum over all of them means nothing; choose those that belong"
                            + " together with where, then sum");
        }
    }

    private void requireNoTotal() {
        List<String> codes = cube.codes(dimension);
        Set<Country> countries =
                codes.stream().map(Country::find).flatMap(Optional::stream).collect(Collectors.toSet());
        codes.stream()
                .filter(code -> codes.size() > 1 && holdsOthers(code, countries))
                .findFirst()
                .ifPresent(code -> {
                    throw new DataException(
                            "E-OBS-011",
                            dimension + " has the code " + code
                                    + ", a total or a group, beside codes that are parts of it; a sum would count them twice: leave it out"
                                    + " with except, or choose it with where");
                });
    }

    private static boolean holdsOthers(String code, Set<Country> countries) {
        return Aggregate.isTotal(code)
                || Aggregate.find(code)
                        .filter(aggregate -> switch (aggregate.kind()) {
                            case TOTAL -> true;
                            case GROUP -> holdsOneOf(aggregate, countries);
                            case STATELESS, UNKNOWN, VARIANT, OTHER -> false;
                        })
                        .isPresent();
    }

    private static boolean holdsOneOf(Aggregate group, Set<Country> countries) {
        return group.members().isEmpty()
                ? !countries.isEmpty() && !APART.contains(group.code())
                : group.members().stream().anyMatch(countries::contains);
    }

    private void requireNoDuplicates() {
        int[] cells = columns.cells();
        int[] first = new int[cells.length];
        Arrays.fill(first, -1);
        for (int row = 0; row < cells.length; row++) {
            if (first[cells[row]] >= 0) {
                throw new DataException(
                        "E-OBS-010",
                        cube.quantity() + " has two rows for " + columns.cell(row)
                                + columns.lines(first[cells[row]], row) + "; a sum would count both");
            }
            first[cells[row]] = row;
        }
    }

    /** Every cell has as many rows as its key has codes: no row is twice there, so the counts say it. */
    private void requireAll(int[] keys, int[] cells) {
        int[] parts = new int[cells.length];
        int[] wanted = new int[keys.length];
        int[] pairs = Columns.groups(keys.length, List.of(keys, columns.codes(at)));
        BitSet seen = new BitSet();
        for (int row = 0; row < cells.length; row++) {
            parts[cells[row]]++;
            if (!seen.get(pairs[row])) {
                seen.set(pairs[row]);
                wanted[keys[row]]++;
            }
        }
        for (int row = 0; row < cells.length; row++) {
            if (parts[cells[row]] < wanted[keys[row]]) {
                throw incomplete(row, parts[cells[row]], wanted[keys[row]]);
            }
        }
    }

    private DataException incomplete(int row, int parts, int wanted) {
        List<String> key = without(columns.key(row));
        return new DataException(
                "E-OBS-004",
                cube.quantity() + " has rows for " + parts + " of " + wanted + " codes of " + dimension + " in "
                        + columns.periods().get(columns.period()[row])
                        + (key.isEmpty() ? "" : " for " + String.join(", ", key))
                        + "; a sum would take the absent ones for zero: if the publisher leaves out zeros, say zeroWhereAbsent");
    }

    static Observations completed(Observations cube) {
        if (cube.size() == 0) {
            return cube;
        }
        Columns columns = cube.columns();
        List<Period> span = columns.span();
        int[] keys = Columns.groups(cube.size(), Arrays.asList(columns.codes()));
        int count = Arrays.stream(keys).max().orElseThrow() + 1;
        int length = (int) span.get(0).until(span.get(1)) + 1;
        requireFew(cube, count, length);
        int[] first = new int[count];
        BitSet present = new BitSet(count * length);
        for (int row = cube.size() - 1; row >= 0; row--) {
            first[keys[row]] = row;
            Period period = columns.periods().get(columns.period()[row]);
            present.set(keys[row] * length + (int) span.get(0).until(period));
        }
        ObservationsBuilder whole = Observations.of(cube.quantity(), cube.unit(), cube.dimensions());
        cube.notes().forEach(whole::note);
        cube.alternatives().forEach(whole::alternatives);
        cube.stream().forEach(o -> whole.add(o.codes(), o.period(), o.value(), o.flags(), o.line()));
        for (int cell = present.nextClearBit(0); cell < count * length; cell = present.nextClearBit(cell + 1)) {
            whole.add(columns.key(first[cell / length]), span.get(0).plus(cell % length), 0, Set.of(), 0);
        }
        return whole.build(
                cube.source(), cube.audit().add("as zeros that the table leaves out", whole.size() - cube.size()));
    }

    private static void requireFew(Observations cube, long keys, long periods) {
        if (keys * periods > MOST_CELLS) {
            throw new DataException(
                    "E-OBS-012",
                    cube.quantity() + " would have " + keys * periods + " cells with its zeros, " + keys
                            + " combinations of codes in " + periods + " periods; at most " + MOST_CELLS
                            + ": narrow it with where first");
        }
    }
}
