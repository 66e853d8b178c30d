package org.migrationimpact.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a publisher changed between two issues of one table: cell by cell, values and flags.
 *
 * <pre>{@code
 * Revisions revised = Revisions.between(EurostatTsv.read(of2021), SdmxCsv.read(of2024));
 * revised.values().size();
 * }</pre>
 *
 * <p>Cells are matched by the codes of the dimensions and the period, dimensions by their names whatever their order. A dimension that
 * only one of the tables has must have one code there; it is then left out of the comparison ({@code freq}, which Eurostat added in
 * 2023). Codes are compared as they are: two tables that write Greece {@code EL} and {@code GR} have no cell of it in common. Units are
 * not converted.
 *
 * @param before the earlier issue
 * @param after the later issue
 * @param dimensions the dimensions that both have, in the order of the earlier issue; the codes of a cell are in this order
 * @param common the number of cells that both have
 * @param values the common cells whose value differs, one missing and the other not among them; in the order of the later issue
 * @param flags the common cells whose flags differ, whether their value does or not
 * @param onlyBefore the cells that only the earlier issue has
 * @param onlyAfter the cells that only the later issue has
 */
public record Revisions(
        Source before,
        Source after,
        List<String> dimensions,
        int common,
        List<Revised> values,
        List<Revised> flags,
        List<Cell> onlyBefore,
        List<Cell> onlyAfter) {

    /**
     * One place of a table.
     *
     * @param codes one code a dimension, in the order of {@link Revisions#dimensions()}
     * @param period when
     */
    public record Cell(List<String> codes, Period period) {
        public Cell {
            codes = List.copyOf(codes);
        }

        @Override
        public String toString() {
            return String.join(", ", codes) + (codes.isEmpty() ? "" : " in ") + period;
        }
    }

    /** A cell as it was, and as it is. */
    public record Revised(Cell cell, Observation before, Observation after) {

        /** Whether the value differs; missing and missing do not. */
        boolean isValue() {
            return Double.isNaN(before.value()) ? !Double.isNaN(after.value()) : before.value() != after.value();
        }

        boolean isFlag() {
            return !before.flags().equals(after.flags());
        }

        @Override
        public String toString() {
            return cell + ": " + told(before) + " -> " + told(after);
        }

        private static String told(Observation observation) {
            List<String> flags = observation.flags().stream().map(Flag::meaning).toList();
            return (Double.isNaN(observation.value()) ? "no figure" : observation.value())
                    + (flags.isEmpty() ? "" : " (" + String.join(", ", flags) + ")");
        }
    }

    public Revisions {
        dimensions = List.copyOf(dimensions);
        values = List.copyOf(values);
        flags = List.copyOf(flags);
        onlyBefore = List.copyOf(onlyBefore);
        onlyAfter = List.copyOf(onlyAfter);
    }

    /**
     * Compares two issues of a table.
     *
     * @throws DataException E-REVISION-001 where a dimension that only one of them has takes several codes, E-REVISION-002 where one of
     *     them has two rows for one cell
     */
    public static Revisions between(Observations before, Observations after) {
        requireOneCode(before, after);
        requireOneCode(after, before);
        List<String> dimensions = before.dimensions().stream()
                .filter(after.dimensions()::contains)
                .toList();
        Map<Cell, Observation> earlier = cells(before, dimensions);
        Map<Cell, Observation> later = cells(after, dimensions);
        List<Revised> common = new ArrayList<>();
        later.forEach((cell, is) -> {
            Observation was = earlier.get(cell);
            if (was != null) {
                common.add(new Revised(cell, was, is));
            }
        });
        return new Revisions(
                before.source(),
                after.source(),
                dimensions,
                common.size(),
                common.stream().filter(Revised::isValue).toList(),
                common.stream().filter(Revised::isFlag).toList(),
                without(earlier, later.keySet()),
                without(later, earlier.keySet()));
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

    private static Map<Cell, Observation> cells(Observations table, List<String> dimensions) {
        int[] order = dimensions.stream().mapToInt(table.dimensions()::indexOf).toArray();
        Map<Cell, Observation> cells = new LinkedHashMap<>();
        table.stream().forEach(observation -> {
            List<String> codes = new ArrayList<>();
            for (int at : order) {
                codes.add(observation.codes().get(at));
            }
            Cell cell = new Cell(codes, observation.period());
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

    private static List<Cell> without(Map<Cell, Observation> cells, Set<Cell> others) {
        return cells.keySet().stream().filter(cell -> !others.contains(cell)).toList();
    }

    /** The counts, and the first revised values. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                common + " common cells, " + values.size() + " values and " + flags.size() + " flags revised; "
                        + onlyBefore.size() + " cells only before, " + onlyAfter.size() + " only after");
        values.stream().limit(20).forEach(revised -> text.append("\n  ").append(revised));
        return text + (values.size() > 20 ? "\n  and " + (values.size() - 20) + " more" : "");
    }
}
