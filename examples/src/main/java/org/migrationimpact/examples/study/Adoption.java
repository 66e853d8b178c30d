package org.migrationimpact.examples.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.chart.CohortChart;
import org.migrationimpact.chart.EventStudyChart;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.did.AdoptionColumns;
import org.migrationimpact.did.AdoptionPanel;
import org.migrationimpact.impact.Impact;

/** Units that a measure reached at different times, as a study names them. */
final class Adoption {

    /** What the first of the charts shows. */
    static final String BY_EVENT = "Effects by the time since treatment began";

    private Adoption() {}

    /** Every row with the first treated period of its unit. At most one column of clusters. */
    static AdoptionPanel panel(Study study, Reading reading, List<Text> cluster) {
        DataBlock data = study.data();
        Observations outcome = reading.figures().outcome();
        RowTable table = reading.figures().table();
        Begin begin = new Begin(data, study.treatment(), reading.figures());
        Map<String, Period> first = begin.firstTreated(outcome);
        int at = outcome.dimensions().indexOf(begin.unitColumn().text());
        List<String> units = new ArrayList<>(outcome.size());
        List<Period> periods = new ArrayList<>(outcome.size());
        List<Optional<Period>> firstTreated = new ArrayList<>(outcome.size());
        double[] values = new double[outcome.size()];
        for (int row = 0; row < values.length; row++) {
            Observation observation = outcome.get(row);
            units.add(observation.codes().get(at));
            periods.add(observation.period());
            firstTreated.add(Optional.ofNullable(first.get(observation.codes().get(at))));
            values[row] = observation.value();
        }
        AdoptionColumns columns = AdoptionColumns.of(units, periods, values, firstTreated)
                .named(
                        outcome.quantity(),
                        outcome.unit().isEmpty() ? "units of " + outcome.quantity() : outcome.unit());
        return clustered(measured(columns, data, table), cluster, table).panel();
    }

    private static AdoptionColumns measured(AdoptionColumns bare, DataBlock data, RowTable table) {
        AdoptionColumns columns = bare;
        for (Text covariate : data.covariates()) {
            columns = columns.covariate(covariate.text(), table.numbers(covariate));
        }
        return data.weight().isPresent()
                ? columns.weight(table.numbers(data.weight().get()))
                : columns;
    }

    private static AdoptionColumns clustered(AdoptionColumns bare, List<Text> cluster, RowTable table) {
        AdoptionColumns columns = bare;
        for (Text column : cluster) {
            columns = columns.clusteredBy(column.text(), table.texts(column));
        }
        return columns;
    }

    /** Effects by the time since treatment, and by cohort and period where they are told apart. */
    static Map<String, Chart> charts(Impact impact, double confidence) {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("event-study", EventStudyChart.of(impact).withConfidence(confidence));
        if (!impact.breakdown().groupTime().isEmpty()) {
            charts.put("cohorts", CohortChart.of(impact));
        }
        return charts;
    }

    /** The answer with the sample counted from the rows of the file, and with what must be known of how the file was read. */
    static Answer answer(Study study, Reading reading, Impact impact, Map<String, Chart> charts, String caption) {
        Observations outcome = reading.figures().outcome();
        List<Warning> warnings = Stream.concat(outcome.notes().stream(), impact.warnings().stream())
                .toList();
        SampleAudit sample = outcome.audit().then(impact.sample());
        return new PanelAnswer(
                study,
                impact.with(sample).with(warnings),
                new LinkedHashMap<>(charts),
                caption,
                outcome.source(),
                reading.digest());
    }
}
