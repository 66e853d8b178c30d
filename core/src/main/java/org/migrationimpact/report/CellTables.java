package org.migrationimpact.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Revisions;
import org.migrationimpact.quality.MirrorFlows;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables that set two figures of one cell side by side. */
final class CellTables {

    private CellTables() {}

    /** One row: a cell, what was found in it, and what both tables have there. */
    private record Row(
            List<String> codes,
            String period,
            String kind,
            double first,
            double second,
            Set<Flag> firstFlags,
            Set<Flag> secondFlags) {

        static Row without(Revisions.Cell cell, String kind) {
            return new Row(cell.codes(), cell.period().toString(), kind, Double.NaN, Double.NaN, Set.of(), Set.of());
        }

        static Row of(Revisions.Revised revised, String kind) {
            return new Row(
                    revised.cell().codes(),
                    revised.cell().period().toString(),
                    kind,
                    revised.before().value(),
                    revised.after().value(),
                    revised.before().flags(),
                    revised.after().flags());
        }

        static Row of(MirrorFlows.Flow flow) {
            return new Row(
                    flow.codes(),
                    flow.period().toString(),
                    "both",
                    flow.origin(),
                    flow.destination(),
                    flow.originFlags(),
                    flow.destinationFlags());
        }
    }

    static Table revisions(Revisions revisions) {
        Set<Revisions.Revised> revised = new LinkedHashSet<>(revisions.values());
        revised.addAll(revisions.flags());
        List<Row> rows = new ArrayList<>();
        revised.forEach(one -> rows.add(
                Row.of(one, one.isValue() && one.isFlag() ? "value and flag" : one.isValue() ? "value" : "flag")));
        revisions.onlyBefore().forEach(cell -> rows.add(Row.without(cell, "only before")));
        revisions.onlyAfter().forEach(cell -> rows.add(Row.without(cell, "only after")));
        return cells("Revisions", revisions.dimensions(), rows)
                .addColumns(
                        text("revised", rows, Row::kind),
                        numbers("before", rows, Row::first),
                        numbers("after", rows, Row::second),
                        numbers("change", rows, row -> row.second() - row.first()),
                        text("flags.before", rows, row -> told(row.firstFlags())),
                        text("flags.after", rows, row -> told(row.secondFlags())));
    }

    static Table mirror(MirrorFlows mirror) {
        List<Row> rows = new ArrayList<>(mirror.flows().stream().map(Row::of).toList());
        int common = rows.size();
        mirror.onlyOrigin().forEach(cell -> rows.add(Row.without(cell, "origin")));
        mirror.onlyDestination().forEach(cell -> rows.add(Row.without(cell, "destination")));
        return cells("Mirror flows, in " + mirror.unit(), mirror.dimensions(), rows)
                .addColumns(
                        numbers("origin", rows, Row::first),
                        numbers("destination", rows, Row::second),
                        measures("asymmetry", mirror, common, rows.size(), MirrorFlows.Flow::asymmetry),
                        measures("log.ratio", mirror, common, rows.size(), MirrorFlows.Flow::logRatio),
                        text("flags.origin", rows, row -> told(row.firstFlags())),
                        text("flags.destination", rows, row -> told(row.secondFlags())),
                        text("sides", rows, Row::kind));
    }

    private static DoubleColumn measures(
            String name, MirrorFlows mirror, int common, int rows, ToDoubleFunction<MirrorFlows.Flow> measure) {
        return DoubleColumn.create(
                name,
                IntStream.range(0, rows)
                        .mapToDouble(i -> i < common
                                ? measure.applyAsDouble(mirror.flows().get(i))
                                : Double.NaN)
                        .map(value -> Double.isInfinite(value) ? Double.NaN : value));
    }

    private static Table cells(String name, List<String> dimensions, List<Row> rows) {
        Table table = Table.create(name);
        for (int d = 0; d < dimensions.size(); d++) {
            int at = d;
            table.addColumns(text(dimensions.get(d), rows, row -> row.codes().get(at)));
        }
        return table.addColumns(text("period", rows, Row::period));
    }

    private static String told(Set<Flag> flags) {
        return flags.stream().map(Flag::meaning).collect(Collectors.joining(", "));
    }

    private static StringColumn text(String name, List<Row> rows, Function<Row, String> cell) {
        return StringColumn.create(name, rows.stream().map(cell));
    }

    private static DoubleColumn numbers(String name, List<Row> rows, ToDoubleFunction<Row> cell) {
        return DoubleColumn.create(name, rows.stream().mapToDouble(cell));
    }
}
