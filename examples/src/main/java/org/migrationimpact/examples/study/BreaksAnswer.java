package org.migrationimpact.examples.study;

import java.util.Map;
import org.migrationimpact.chart.BreaksChart;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.data.Source;
import org.migrationimpact.impact.BreakFindings;
import org.migrationimpact.report.FileDigest;
import org.migrationimpact.report.TidyTable;
import tech.tablesaw.api.Table;

/**
 * When one series changed.
 *
 * @param study the question
 * @param result the breaks
 * @param source of the figures
 * @param input the file they are from
 */
record BreaksAnswer(Study study, BreakFindings result, Source source, FileDigest input) implements Answer {

    @Override
    public String headline() {
        return result.headline();
    }

    @Override
    public Map<String, Chart> charts() {
        BreaksChart chart = BreaksChart.of(result);
        return Map.of(
                "breaks",
                study.treatment().start() instanceof Treatment.InForce start ? chart.with(start.measure()) : chart);
    }

    @Override
    public String caption() {
        return "Observed, and fitted in each regime";
    }

    @Override
    public Map<String, Table> tables() {
        return Map.of(
                "terms.csv", TidyTable.of(result, study.confidence()),
                "breaks.csv", TidyTable.breaks(result));
    }
}
