package org.migrationimpact.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.impact.Aggregate;
import org.migrationimpact.impact.Breakdown;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Weight;
import org.migrationimpact.regression.Coefficient;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What an effect is made of, as tables: weights, effects by cohort and period, and what these come to. */
final class BreakdownTables {

    private BreakdownTables() {}

    /** By the name of the file; empty for a design that is not broken down. */
    static Map<String, Table> of(Impact impact, double confidence) {
        Breakdown breakdown = impact.breakdown();
        String subject = impact.subject();
        Map<String, Table> tables = new LinkedHashMap<>();
        if (!breakdown.aggregates().isEmpty()) {
            tables.put("aggregates.csv", aggregates(breakdown.aggregates(), subject, confidence));
        }
        if (!breakdown.groupTime().isEmpty()) {
            tables.put("group-time.csv", groupTime(breakdown.groupTime(), subject, confidence));
        }
        if (!breakdown.weights().isEmpty()) {
            tables.put("weights.csv", weights(breakdown.weights(), subject));
        }
        return tables;
    }

    private static Table weights(List<Weight> weights, String subject) {
        return Table.create(
                "Weights of " + subject,
                StringColumn.create("unit", weights.stream().map(Weight::unit)),
                DoubleColumn.create("weight", weights.stream().mapToDouble(Weight::weight)));
    }

    private static Table groupTime(List<GroupTime> cells, String subject, double confidence) {
        return Table.create(
                        "Effects by cohort and period, " + subject + TidyTable.intervals(confidence),
                        StringColumn.create("cohort", cells.stream().map(GroupTime::cohort)),
                        StringColumn.create("period", cells.stream().map(GroupTime::period)))
                .addColumns(TidyTable.estimates(
                        cells.stream().map(GroupTime::coefficient).toList(), confidence));
    }

    private static Table aggregates(List<Aggregate> aggregates, String subject, double confidence) {
        List<String> names = new ArrayList<>();
        List<Aggregate.Row> rows = new ArrayList<>();
        for (Aggregate aggregate : aggregates) {
            for (Aggregate.Row row : aggregate.rows()) {
                names.add(aggregate.name());
                rows.add(row);
            }
        }
        List<Coefficient> estimates =
                rows.stream().map(Aggregate.Row::coefficient).toList();
        Table table = Table.create(
                        "Effects together, " + subject + TidyTable.intervals(confidence),
                        StringColumn.create("aggregate", names),
                        StringColumn.create("of", rows.stream().map(Aggregate.Row::label)))
                .addColumns(TidyTable.estimates(estimates, confidence));
        return rows.stream().anyMatch(row -> row.uniform().isPresent())
                ? table.addColumns(ends("uniform.low", rows, Interval::low), ends("uniform.high", rows, Interval::high))
                : table;
    }

    private static DoubleColumn ends(String name, List<Aggregate.Row> rows, ToDoubleFunction<Interval> end) {
        return DoubleColumn.create(
                name,
                rows.stream()
                        .mapToDouble(
                                row -> row.uniform().map(end::applyAsDouble).orElse(Double.NaN)));
    }
}
