package org.migrationimpact.data;

import java.util.Comparator;
import java.util.List;

/**
 * What a publisher changed between two issues of one table: cell by cell, values and flags.
 *
 * <pre>{@code
 * Revisions revised = Revisions.between(EurostatTsv.read(of2021), SdmxCsv.read(of2024));
 * revised.values().size();
 * }</pre>
 *
 * <p>Cells are matched as {@link CommonCells} does: a dimension that only one of the tables has must have one code there, and is then left
 * out of the comparison ({@code freq}, which Eurostat added in 2023). Units are not converted.
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

        /** By how much the value changed; {@code NaN} where one of both has none. */
        public double change() {
            return after.value() - before.value();
        }

        /** Whether the value differs; missing and missing do not. */
        public boolean isValue() {
            return Double.isNaN(before.value()) ? !Double.isNaN(after.value()) : before.value() != after.value();
        }

        /** Whether the flags differ. */
        public boolean isFlag() {
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
        CommonCells cells = CommonCells.of(before, after);
        List<Revised> common = cells.common().stream()
                .map(both -> new Revised(both.cell(), both.first(), both.second()))
                .toList();
        return new Revisions(
                before.source(),
                after.source(),
                cells.dimensions(),
                common.size(),
                common.stream().filter(Revised::isValue).toList(),
                common.stream().filter(Revised::isFlag).toList(),
                cells.onlyFirst(),
                cells.onlySecond());
    }

    /** Compares two issues of one series, period by period; a period without a row is no cell. */
    public static Revisions between(Series before, Series after) {
        return between(cube(before), cube(after));
    }

    private static Observations cube(Series series) {
        ObservationsBuilder cube = Observations.of(series.name(), series.unit(), List.of());
        for (int i = 0; i < series.size(); i++) {
            if (!series.flags(i).contains(Flag.ABSENT)) {
                cube.add(List.of(), series.period(i), series.value(i), series.flags(i), 0);
            }
        }
        return cube.build(Source.named(series.name()));
    }

    /** The revised values that changed most, in the unit of the figures; those that only one issue has come last. */
    public List<Revised> largest(int most) {
        Comparator<Revised> bySize =
                Comparator.comparingDouble(revised -> Double.isNaN(revised.change()) ? 0 : -Math.abs(revised.change()));
        return values.stream().sorted(bySize).limit(most).toList();
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
