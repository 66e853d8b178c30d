package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.Milestone;
import org.migrationimpact.measure.PartialDate;

class SeriesChartTest {

    @Test
    void everyValueHasAPointAndTheAxesHaveRoundLabels() {
        Drawn drawn = Drawn.of(SeriesChart.of(Given.years()), 1200, 640);
        assertEquals(10, drawn.count("circle"));
        assertThat(drawn.words())
                .containsExactlyInAnyOrder(
                        "Remittances received",
                        "million US$",
                        "0",
                        "500",
                        "1 000",
                        "1 500",
                        "2 000",
                        "2 500",
                        "3 000",
                        "2010",
                        "2011",
                        "2012",
                        "2013",
                        "2014",
                        "2015",
                        "2016",
                        "2017",
                        "2018",
                        "2019");
    }

    @Test
    void datesAreWrittenAtTheirLinesAndDrawnInPatternsOfTheirOwn() {
        String svg = SeriesChart.of(Given.months()).with(Given.waiver()).svg(1200, 640);
        assertThat(Drawn.of(svg).words())
                .contains(
                        "Announced May 2010",
                        "Adopted 8 Nov 2010",
                        "In force 15 Dec 2010",
                        "M034: Visa-free short stays");
        assertThat(svg).contains("stroke-dasharray=\"1.5,3.5\"", "stroke-dasharray=\"7,4\"");
    }

    @Test
    void theLinesOfSeveralMeasuresCarryTheirIds() {
        Measure other = Measure.named("M099", "Another").inForceFrom("2012-01-01");
        assertThat(Drawn.of(SeriesChart.of(Given.months()).with(Given.waiver(), other), 1200, 640)
                        .words())
                .contains(
                        "M034 in force 15 Dec 2010",
                        "M099 in force 1 Jan 2012",
                        "M034: Visa-free short stays",
                        "M099: Another");
    }

    @Test
    void aDateOutsideTheSeriesIsNamedAndNotDrawn() {
        MeasureLine line = new MeasureLine("", Milestone.REPEALED, PartialDate.parse("2020"));
        assertThat(Drawn.of(SeriesChart.of(Given.months()).with(List.of(line)), 1200, 640)
                        .words())
                .contains("Outside the periods shown: Repealed 2020.")
                .doesNotContain("Repealed 2020");
    }

    @Test
    void aDateHasNoPlaceInASeriesWithoutACalendar() {
        Series series = Series.of("Ordinal", "persons", Period.ordinal(1), 1, 2, 3);
        assertThat(Drawn.of(SeriesChart.of(series).with(Given.waiver()), 1200, 640)
                        .words())
                .contains("1", "2", "3")
                .contains("Outside the periods shown: Announced May 2010, Adopted 8 Nov 2010, In force 15 Dec 2010.");
    }

    @Test
    void missingPeriodsAreGapsAndALonelyValueIsAPoint() {
        double missing = Double.NaN;
        double[] values = IntStream.range(0, 800)
                .mapToDouble(i -> i % 5 == 0 ? i : missing)
                .toArray();
        Series lonely = Series.of("Lonely", "persons", Period.day(LocalDate.of(2015, 1, 1)), values);
        Drawn drawn = Drawn.of(SeriesChart.of(lonely), 1200, 640);
        assertEquals(160, drawn.count("circle"));
        assertThat(drawn.words()).contains("No value in 640 of 800 days: a gap, not zero.");
    }

    @Test
    void aSeriesWithoutAnyValueIsAnEmptyPlotThatSaysSo() {
        Chart chart = SeriesChart.of(Series.of("Nothing", "persons", Period.year(2000), Double.NaN, Double.NaN));
        assertThat(Drawn.of(chart, 1200, 640).words()).contains("No value in 2 of 2 years: a gap, not zero.");
        assertEquals(
                "Line chart of Nothing in persons, 2 years from 2000 to 2001, 2 without a value.", chart.altText());
    }

    @Test
    void theAltTextSaysSpanExtremesAndDates() {
        assertEquals(
                "Line chart of Remittances received in million US$, 10 years from 2010 to 2019: lowest 1 266 (2010), highest"
                        + " 2 689 (2018), last 2 411 (2019). Dates marked: Announced May 2010, Adopted 8 Nov 2010, In force 15"
                        + " Dec 2010.",
                SeriesChart.of(Given.years()).with(Given.waiver()).altText());
    }

    @Test
    void valuesInThousandsOfMillionsAreCountedInBillions() {
        assertThat(Drawn.of(SeriesChart.of(Given.years().map("US$", v -> v * 1e6)), 1200, 640)
                        .words())
                .contains("US$ (billions)", "0.5", "3.0")
                .doesNotContain("500");
    }
}
