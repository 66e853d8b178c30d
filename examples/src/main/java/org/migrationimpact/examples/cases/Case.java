package org.migrationimpact.examples.cases;

import java.util.List;
import org.migrationimpact.assess.Assessed;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.chart.ImpactChart;
import org.migrationimpact.chart.SeriesChart;
import org.migrationimpact.chart.SmallMultiples;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Source;
import org.migrationimpact.table.InputFile;

/**
 * One measure assessed.
 *
 * @param name the beginning of its file names
 * @param assessed estimate, checks and verdict
 * @param compared the treated series and those it was compared with, as they are drawn side by side
 * @param file what was read
 * @param source where the figures come from
 */
record Case(String name, Assessed assessed, Panel compared, InputFile file, Source source) {

    /** A chart, the name of its file, and what stands under it in the report. */
    record Picture(String name, String caption, Chart chart) {}

    List<Picture> pictures() {
        String measure = assessed.measure().id();
        return List.of(
                new Picture(
                        name + "-series",
                        "The series, and when " + measure + " was adopted and in force",
                        SeriesChart.of(assessed.outcome()).with(assessed.measure())),
                new Picture(
                        name + "-impact",
                        "Observed, and expected without " + measure,
                        ImpactChart.of(assessed.impact()).with(assessed.measure())),
                new Picture(
                        name + "-comparison",
                        "The treated series and those that " + measure + " did not concern",
                        SmallMultiples.of(compared, assessed.impact().path().firstTreated())
                                .highlighting(assessed.outcome().name())));
    }
}
