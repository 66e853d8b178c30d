package org.migrationimpact.examples.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.data.Source;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.report.FileDigest;
import org.migrationimpact.report.TidyTable;
import tech.tablesaw.api.Table;

/**
 * What changed among several units.
 *
 * @param study the question
 * @param result the estimate
 * @param charts by the name of their file, the one for the report first; none where there is nothing to draw
 * @param caption what the first chart shows
 * @param source of the figures
 * @param input the file they are from
 */
record PanelAnswer(
        Study study, Impact result, Map<String, Chart> charts, String caption, Source source, FileDigest input)
        implements Answer {

    PanelAnswer {
        charts = Collections.unmodifiableMap(new LinkedHashMap<>(charts));
    }

    @Override
    public String headline() {
        return result.effect().sentence(study.confidence());
    }

    @Override
    public Map<String, Table> tables() {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("terms.csv", TidyTable.of(result, study.confidence()));
        if (!result.path().points().isEmpty()) {
            tables.put("path.csv", TidyTable.path(result, study.confidence()));
        }
        tables.putAll(TidyTable.breakdown(result, study.confidence()));
        return tables;
    }
}
