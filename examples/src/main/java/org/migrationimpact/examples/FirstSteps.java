package org.migrationimpact.examples;

import java.nio.file.Path;
import org.migrationimpact.assess.Assessed;
import org.migrationimpact.assess.Assessment;
import org.migrationimpact.chart.ImpactChart;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.io.Tidy;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.measure.RouteInventory;

/** The path from a table to a verdict, as the README prints it. */
public final class FirstSteps {

    private FirstSteps() {}

    /**
     * Assesses the visa waiver for Albania.
     *
     * @param table detections by month and nationality
     * @param picture where the chart goes
     */
    public static Assessed waiver(Path table, Path picture) {
        // README
        Observations detections = Tidy.columns()
                .time("month")
                .value("detections")
                .dimensions("nationality")
                .read(table);
        Series albanians = detections.where("nationality", "AL").series();
        Measure waiver = MeasureInventory.standard().get("M034"); // visa-free short stays: Albania, 15 December 2010

        Assessed assessed = Assessment.of(waiver, albanians)
                .by(InterruptedTimeSeries.of(waiver).onLog())
                .on(RouteInventory.standard().get("CIRC-ALGR"))
                .untreated(detections.except("nationality", "AL").panel("nationality"), "all other nationalities")
                .run();

        System.out.println(assessed.impact()); // the estimate, its errors, every convention and warning
        System.out.println(assessed.verdict()); // should it be believed, and why
        ImpactChart.of(assessed.impact()).with(waiver).save(picture);
        // README
        return assessed;
    }
}
