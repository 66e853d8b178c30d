package org.migrationimpact.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BreakFindings;
import org.migrationimpact.impact.BreakSearch;
import org.migrationimpact.measure.MeasureInventory;

class BreaksChartTest {

    private static BreakFindings findings() {
        double[] values = new double[60];
        for (int t = 0; t < values.length; t++) {
            values[t] = 50 + 4 * Math.sin(t * 2.3) + (t >= 24 ? 15 : 0) - (t >= 45 ? 30 : 0);
        }
        return BreakSearch.ofMean().find(Series.of("arrivals", "persons", Period.month(2009, 1), values));
    }

    @Test
    void theAlternativeSaysWhatThePictureShows() {
        assertEquals(
                "Line chart of arrivals. 2 breaks are found in arrivals: between 2010-12 and 2011-01, last of the old regime from 2010-11 to 2011-01; between 2012-09 and 2012-10, last of the old regime from 2012-08 to 2012-10. Estimates by regime: intercept@2009-01 50.1, intercept@2011-01 64.9, intercept@2012-10 34.9.",
                BreaksChart.of(findings()).figure().alternative());
    }

    @Test
    void regimesAndMeasuresAreDrawn() {
        Chart chart =
                BreaksChart.of(findings()).with(MeasureInventory.standard().get("M034"));
        String svg = chart.svg(Chart.WIDTH, Chart.HEIGHT);
        assertTrue(svg.contains("Break after 2010-12"));
        assertTrue(svg.contains("Fitted in each regime"));
    }
}
