package org.migrationimpact.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cells that two tables have in common, and those that only one of them has: two issues of one table, or what two sides say of the
 * same corridors.
 *
 * <p>Cells are matched by the codes of the dimensions and the period, dimensions by their names whatever their order. A dimension that
 * only one of the tables has must have one code there; it is then left out. Codes are compared as they are: two tables that write Greece
 * {@code EL} and {@code GR} have no cell of it in common.
 *
 * @param dimensions the dimensions that both have, in the order of the first table; the codes of a cell are in this order
 * @param common the cells that both have, in the order of the second table
 * @param onlyFirst the cells that only the first table has
 * @param onlySecond the cells that only the second table has
 */
public record CommonCells(
        List<String> dimensions, List<Both> common, List<Revisions.Cell> onlyFirst, List<Revisions.Cell> onlySecond) {

    /** What both tables have in one cell. */
    public record Both(Revisions.Cell cell, Observation first, Observation second) {}

    public CommonCells {
        dimensions = List.copyOf(dimensions);
        common = List.copyOf(common);
        onlyFirst = List.copyOf(onlyFirst);
        onlySecond = List.copyOf(onlySecond);
    }

    /**
     * Matches two tables.
     *
     * @throws DataException E-REVISION-001 where a dimension that only one of them has takes several codes, E-REVISION-002 where one of
     *     them has two rows for one cell
     */
    public static CommonCells of(Observations first, Observations second) {
        requireOneCode(first, second);
        requireOneCode(second, first);
        List<String> dimensions = first.dimensions().stream()
                .filter(second.dimensions()::contains)
                .toList();
        Map<Revisions.Cell, Observation> one = cells(first, dimensions);
        Map<Revisions.Cell, Observation> other = cells(second, dimensions);
        List<Both> common = new ArrayList<>();
        other.forEach((cell, is) -> {
            Observation was = one.get(cell);
            if (was != null) {
                common.add(new Both(cell, was, is));
            }
        });
        return new CommonCells(dimensions, common, without(one, other.keySet()), without(other, one.keySet()));
    }

    private static void requireOneCode(Observations one, Observations other) {
        for (String dimension : one.dimensions()) {
            List<String> codes = one.codes(dimension);
            if (!other.dimensions().contains(dimension) && codes.size() > 1) {
                throw new DataException(
                        "E-REVISION-001",
                        "only " + named(one) + " has the dimension " + dimension + ", with " + codes.size() + " codes ("
                                + ObservationsBuilder.some(codes) + "); choose one of them with where");
            }
        }
    }

    private static String named(Observations table) {
        return table.source().file().isEmpty()
                ? table.source().title()
                : table.source().file();
    }

    private static Map<Revisions.Cell, Observation> cells(Observations table, List<String> dimensions) {
        int[] order = dimensions.stream().mapToInt(table.dimensions()::indexOf).toArray();
        Map<Revisions.Cell, Observation> cells = new LinkedHashMap<>();
        table.stream().forEach(observation -> {
            List<String> codes = new ArrayList<>();
            for (int at : order) {
                codes.add(observation.codes().get(at));
            }
            Revisions.Cell cell = new Revisions.Cell(codes, observation.period());
            Observation twice = cells.putIfAbsent(cell, observation);
            if (twice != null) {
                throw new DataException(
                        "E-REVISION-002",
                        named(table) + " has two rows for " + cell + " (lines " + twice.line() + " and "
                                + observation.line() + "); choose one by a further dimension, or mend the file");
            }
        });
        return cells;
    }

    private static List<Revisions.Cell> without(Map<Revisions.Cell, Observation> cells, Set<Revisions.Cell> others) {
        return cells.keySet().stream().filter(cell -> !others.contains(cell)).toList();
    }
}
