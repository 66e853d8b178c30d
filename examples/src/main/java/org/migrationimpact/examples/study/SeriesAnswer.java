package org.migrationimpact.examples.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.chart.ComponentsChart;
import org.migrationimpact.chart.CumulativeChart;
import org.migrationimpact.chart.ImpactChart;
import org.migrationimpact.chart.ResidualChart;
import org.migrationimpact.chart.SeriesChart;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.ForecastDetail;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;
import org.migrationimpact.impact.StructuralForecast;
import org.migrationimpact.report.FileDigest;
import org.migrationimpact.report.TidyTable;
import tech.tablesaw.api.Table;

/**
 * What changed in one series.
 *
 * @param study the question
 * @param method the design with every option, as it was used
 * @param outcome the series it was asked of
 * @param controls the series it was compared with; none where the design compares with none
 * @param result the estimate
 * @param source of the figures
 * @param input the file they are from
 */
record SeriesAnswer(
        Study study,
        Method method,
        Series outcome,
        List<Series> controls,
        Impact result,
        Source source,
        FileDigest input)
        implements Answer {

    SeriesAnswer {
        controls = List.copyOf(controls);
    }

    /** The same answer with more that must be known of it. */
    SeriesAnswer warning(List<Warning> more) {
        List<Warning> warnings = new ArrayList<>(result.warnings());
        warnings.addAll(more);
        return new SeriesAnswer(study, method, outcome, controls, result.with(warnings), source, input);
    }

    @Override
    public String headline() {
        return result.effect().sentence(study.confidence());
    }

    @Override
    public Map<String, Chart> charts() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("impact", impactChart());
        if (method instanceof StructuralForecast forecast) {
            ForecastDetail detail = forecast.detail(outcome);
            charts.put("cumulative", CumulativeChart.of(detail).withConfidence(study.confidence()));
            charts.put("components", ComponentsChart.of(detail).withConfidence(study.confidence()));
            charts.put("innovations", SeriesChart.of(detail.innovations()));
        } else if (hasResiduals()) {
            charts.put("residuals", ResidualChart.of(result));
        }
        return charts;
    }

    @Override
    public String caption() {
        return "Observed, and expected without the measure";
    }

    private Chart impactChart() {
        ImpactChart chart =
                ImpactChart.of(result).withConfidence(study.confidence()).against(controls);
        return study.treatment().start() instanceof Treatment.InForce start ? chart.with(start.measure()) : chart;
    }

    /** A design that looked at its residuals has some; one that fits perfectly has none. */
    private boolean hasResiduals() {
        return result.diagnostics().stream().anyMatch(d -> d.name().startsWith("Ljung–Box"));
    }

    @Override
    public Map<String, Table> tables() {
        return Map.of(
                "terms.csv", TidyTable.of(result, study.confidence()),
                "path.csv", TidyTable.path(result, study.confidence()));
    }
}
