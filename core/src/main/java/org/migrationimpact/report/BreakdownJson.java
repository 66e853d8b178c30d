package org.migrationimpact.report;

import java.io.IOException;
import java.util.List;
import org.migrationimpact.impact.Aggregate;
import org.migrationimpact.impact.Breakdown;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.regression.Coefficient;

/** The parts of a result's JSON that say what its effect is made of: weights, groupTime, aggregates. */
record BreakdownJson(Impact impact, double confidence) {

    void write(Json json) throws IOException {
        Breakdown breakdown = impact.breakdown();
        json.list(
                "weights",
                breakdown.weights(),
                (part, weight) -> part.text("unit", weight.unit()).number("weight", weight.weight()));
        json.list("groupTime", breakdown.groupTime(), this::groupTime);
        List<Coefficient> sums = impact.path().sums();
        if (!sums.isEmpty() || !breakdown.aggregates().isEmpty()) {
            json.object("aggregates", this::aggregates);
        }
    }

    private void groupTime(Json json, GroupTime cell) throws IOException {
        json.text("cohort", cell.cohort()).text("period", cell.period());
        estimate(json, cell.coefficient());
    }

    private void aggregates(Json json) throws IOException {
        for (Coefficient sum : impact.path().sums()) {
            json.object(sum.term(), part -> estimate(part, sum));
        }
        for (Aggregate aggregate : impact.breakdown().aggregates()) {
            if (aggregate.by() == Aggregate.By.NOTHING) {
                json.object(aggregate.name(), part -> row(part, aggregate.rows().get(0)));
            } else {
                json.fullList(aggregate.name(), aggregate.rows(), (part, row) -> labelled(part, aggregate.by(), row));
            }
        }
    }

    private void labelled(Json json, Aggregate.By by, Aggregate.Row row) throws IOException {
        switch (by) {
            case EVENT -> json.whole("event", Long.parseLong(row.label()));
            case COHORT -> json.text("cohort", row.label());
            case PERIOD -> json.text("period", row.label());
            case NOTHING -> throw new IllegalArgumentException("one number has no label");
        }
        row(json, row);
    }

    private void row(Json json, Aggregate.Row row) throws IOException {
        estimate(json, row.coefficient());
        if (row.uniform().isPresent()) {
            json.number("uniform.low", row.uniform().get().low())
                    .number("uniform.high", row.uniform().get().high());
        }
    }

    private void estimate(Json json, Coefficient coefficient) throws IOException {
        ResultJson.estimate(json, TermRow.of(coefficient, confidence));
    }
}
