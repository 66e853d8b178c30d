package org.migrationimpact.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.migrationimpact.assess.Assessed;
import org.migrationimpact.assess.Assessment;
import org.migrationimpact.chart.ImpactChart;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.Lags;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Source;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.Comparison;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Intercept;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.Trend;
import org.migrationimpact.regression.LjungBox;
import org.migrationimpact.regression.Ols;

/** What a notebook prints where a cell ends with a result. */
class SummariesTest {

    private static final Measure WAIVER = MeasureInventory.standard().get("M034");
    private static final Series CROSSINGS = series("crossings", 400);
    private static final Assessed ASSESSED = Assessment.of(WAIVER, CROSSINGS)
            .untreated(new Panel(List.of(series("others", 50))), "all others")
            .run();
    private static final Impact IMPACT = ASSESSED.impact();

    private static Series series(String name, double mean) {
        return Series.of(
                name,
                "detections",
                Period.month(2009, 1),
                IntStream.range(0, 48)
                        .mapToDouble(t -> mean + 10 * Math.sin(t * t))
                        .toArray());
    }

    private static Design design() {
        List<Period> periods =
                IntStream.range(0, CROSSINGS.size()).mapToObj(CROSSINGS::period).toList();
        return Design.of(periods, List.of(new Intercept(), new Trend(CROSSINGS.start())));
    }

    @TestFactory
    Stream<DynamicTest> noResultPrintsAnAddressOrTheFieldsOfARecord() {
        Report report = Report.titled("One measure", "Did it work?").with(Finding.of(ASSESSED));
        Observations cube = Observations.of("detections", "persons", List.of("nationality"))
                .add(List.of("AL"), Period.month(2010, 1), 4, Set.of(Flag.PROVISIONAL), 7)
                .build(Source.named("a table"));
        List<Object> results = List.of(
                IMPACT,
                IMPACT.effect(),
                IMPACT.path(),
                IMPACT.terms().get(0),
                IMPACT.effect().coefficient().interval(0.95),
                IMPACT.conventions(),
                IMPACT.diagnostics(),
                IMPACT.warnings(),
                IMPACT.sample(),
                ASSESSED,
                ASSESSED.verdict(),
                ASSESSED.verdict().ingredients(),
                ASSESSED.checks(),
                Assessment.of(WAIVER, CROSSINGS),
                WAIVER,
                MeasureInventory.standard(),
                CROSSINGS,
                cube,
                cube.get(0),
                Source.named("a table"),
                design(),
                Ols.fit(CROSSINGS.values(), design(), NeweyWest.automatic()),
                LjungBox.test(Ols.fit(CROSSINGS.values(), design(), NeweyWest.automatic()), 3),
                InterruptedTimeSeries.of(WAIVER),
                BeforeAfter.of(WAIVER),
                BeforeAfter.of(WAIVER).with(Comparison.blockBootstrap()),
                ImpactChart.of(IMPACT),
                Figure.of("a picture", ImpactChart.of(IMPACT)),
                Finding.of(IMPACT),
                report,
                HtmlReport.of(report),
                Manifest.of(List.of(FileDigest.of("a.csv", new byte[3]))));
        return results.stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.getClass().getSimpleName(),
                        () -> assertThat(result.toString())
                                .isNotBlank()
                                .doesNotContainPattern("@[0-9a-f]{4,}")
                                .doesNotContainPattern("\\b[A-Z][A-Za-z]+\\[[a-z][A-Za-z0-9]*=")
                                .doesNotContain("<html")));
    }

    @Test
    void aDesignPrintsEveryChoice() {
        assertThat(InterruptedTimeSeries.of(WAIVER)
                        .onLog()
                        .with(Season.DUMMIES)
                        .with(NeweyWest.lags(3).withoutFactor())
                        .with(InterruptedTimeSeries.Slope.STAYS)
                        .withCovariates(List.of(series("unemployment", 9))))
                .hasToString(
                        "interrupted-time-series at [M034], log scale, season: one level a season, Newey–West, Bartlett,"
                                + " 3 lags, no factor, window whole series, donut none, ramp 1, slope stays, covariates unemployment");
        assertThat(BeforeAfter.of(WAIVER)
                        .with(Comparison.neweyWest(NeweyWest.automatic().with(Lags.plugIn()))))
                .hasToString(
                        "before-after at M034, level scale, difference of means, Newey–West, Bartlett, lags by Newey and"
                                + " West (1994), T/(T-K), window whole series, donut none");
    }

    @Test
    void anIntervalPrintsItsConfidence() {
        assertThat(new Interval(-1.5, 2, 0.95)).hasToString("-1.5000 to 2.0000 (95 %)");
        assertThat(new Interval(-1.5, 2, 0.999)).hasToString("-1.5000 to 2.0000 (99.9 %)");
    }

    @Test
    void aPathPrintsItsSpanAndItsSides() {
        assertThat(IMPACT.path())
                .hasToString("path of crossings [detections], 2009-01 to 2012-12, 24 before 2011-01 and 24 from it on");
    }

    @Test
    void aReportPrintsWhatItHolds() {
        Report report = Report.titled("One measure", "Did it work?").with(Finding.of(ASSESSED));
        assertThat(HtmlReport.of(report))
                .hasToString("report.html: One measure\nDid it work?\n1 finding, 0 further tables, 0 sources");
    }

    @Test
    void aTableAsHtmlIsEscaped() {
        assertThat(TidyTable.html(tech.tablesaw.api.Table.create(
                        "a < b",
                        tech.tablesaw.api.StringColumn.create("<i>", "<script>alert(1)</script>", "x"),
                        tech.tablesaw.api.DoubleColumn.create("n", 1.5, Double.NaN))))
                .contains("<caption>a &lt; b</caption>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;i&gt;")
                .contains("<data value=\"1.5\">1.5000</data>", ">–</td>")
                .doesNotContain("<script", "<i>");
    }
}
