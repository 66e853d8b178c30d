package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.model.Season;

class ImpactChartTest {

    @Test
    void linesAreNamedWhereTheyEndAndTheEffectStandsBelowTheTitle() {
        Drawn drawn = Drawn.of(ImpactChart.of(Given.logImpact()).with(Given.waiver()), 1200, 640);
        assertThat(String.join(" ", drawn.words()))
                .contains(
                        "Albanians on a land route: observed, and expected without the measure",
                        "Expected without the measure, with 95 % band",
                        "Observed",
                        "Fitted by the design",
                        "detections",
                        "A change is not yet an effect of the measure: see the checks. Design: interrupted-time-series.");
        assertThat(drawn.words())
                .anyMatch(text -> text.matches("Change of level at 2011-01.*: -\\d\\d\\.\\d % \\(95 % interval -.*"));
    }

    @Test
    void withoutMeasuresTheFirstTreatedPeriodIsMarked() {
        assertThat(Drawn.of(ImpactChart.of(Given.levelImpact()), 1200, 640).words())
                .contains("Treated from 2011-01");
    }

    @Test
    void theCounterfactualIsInTheUnitOfTheSeriesFromTheFirstTreatedPeriodOn() {
        Impact impact = Given.logImpact();
        Pane pane = ImpactChart.of(impact).figure().panes().get(0);
        Pane.Trace expected = pane.traces().get(1);
        EffectPath.Point first = impact.path().treated().get(0);
        assertEquals(24, expected.dots().size());
        assertEquals(TimeAxis.middle(Given.START), expected.dots().get(0).x());
        assertEquals(Math.exp(first.predicted()), expected.dots().get(0).y());
        assertEquals(
                impact.path().counterfactualBand(first, 0.95).high(),
                pane.bands().get(0).edges().get(0).high());
    }

    @Test
    void anotherConfidenceIsDrawnAndNamed() {
        Drawn drawn = Drawn.of(ImpactChart.of(Given.logImpact()).withConfidence(0.9), 1200, 640);
        assertThat(String.join(" ", drawn.words())).contains("with 90 % band", "(90 % interval");
    }

    @Test
    void periodsLeftOutOfThePathBreakTheLines() {
        Impact impact = Given.levelImpact();
        EffectPath path = impact.path();
        EffectPath holed = new EffectPath(
                path.series(),
                path.unit(),
                path.scale(),
                path.degreesOfFreedom(),
                path.firstTreated(),
                IntStream.range(0, 48)
                        .filter(i -> i != 5 && i != 40)
                        .mapToObj(path.points()::get)
                        .toList());
        Pane pane = ImpactChart.of(with(impact, holed)).figure().panes().get(0);
        assertEquals(2, pane.bands().size());
        assertEquals(
                2,
                pane.traces().get(2).dots().stream()
                        .filter(dot -> Double.isNaN(dot.y()))
                        .count());
    }

    @Test
    void aDesignWithoutAnErrorHasNoBand() {
        Impact impact = Given.levelImpact();
        EffectPath path = impact.path();
        EffectPath bare = new EffectPath(
                path.series(),
                path.unit(),
                path.scale(),
                path.degreesOfFreedom(),
                path.firstTreated(),
                path.points().stream()
                        .map(p -> new EffectPath.Point(p.period(), p.observed(), p.fitted(), p.predicted(), Double.NaN))
                        .toList());
        Chart chart = ImpactChart.of(with(impact, bare));
        assertThat(chart.figure().panes().get(0).bands()).isEmpty();
        assertThat(String.join(" ", Drawn.of(chart, 1200, 640).words())).doesNotContain("band");
    }

    @Test
    void aBandThatWouldDwarfTheLinesIsCutAndTheFootSaysWhere() {
        Impact impact = Given.logImpact();
        EffectPath path = impact.path();
        EffectPath wide = new EffectPath(
                path.series(),
                path.unit(),
                path.scale(),
                path.degreesOfFreedom(),
                path.firstTreated(),
                path.points().stream()
                        .map(p -> new EffectPath.Point(p.period(), p.observed(), p.fitted(), p.predicted(), 3))
                        .toList());
        Figure figure = ImpactChart.of(with(impact, wide)).figure();
        Pane pane = figure.panes().get(0);
        assertEquals(2 * pane.lines().high(), pane.shown().high());
        assertThat(figure.notes())
                .anyMatch(note -> note.matches("The band is cut at [\\d ]+; it goes up to [\\d ]+\\."));
    }

    @Test
    void theAltTextGivesMeansAndEffect() {
        assertThat(ImpactChart.of(Given.levelImpact()).altText())
                .matches(
                        "Line chart of Albanians on a land route in detections, 2009-01 to 2012-12\\. Before 2011-01 the mean"
                                + " observed was 3 \\d{3}; from then on it was \\d{3}, where 3 \\d{3} was expected without the measure\\."
                                + " Mean after less mean before at 2011-01: -2 \\d{3} detections \\(95 % interval -[\\d ]+ to -[\\d ]+"
                                + " detections\\)\\.");
    }

    @Test
    void thePublishedCaseIsDrawnWithItsNumbers() throws IOException {
        Map<String, Double> months = new TreeMap<>();
        try (Stream<String> lines =
                Files.lines(Shared.file("data", "iom_gdidata", "frontex_ibc_monthly_route_nat.csv"))) {
            lines.map(line -> line.split(","))
                    .filter(cells -> cells[1].equals("Circular Route from Albania to Greece") && cells[3].equals("ALB"))
                    .forEach(cells -> months.merge(cells[0], Double.parseDouble(cells[4]), Double::sum));
        }
        Period first = Period.month(2009, 1);
        double[] values = IntStream.range(0, 48)
                .mapToDouble(i -> months.get(first.plus(i).toString()))
                .toArray();
        Impact impact = InterruptedTimeSeries.at(Given.START)
                .onLog()
                .with(Season.DUMMIES)
                .fit(Series.of("Albanians, circular route", "detections", first, values));
        Chart chart = ImpactChart.of(impact).with(Given.waiver());
        assertThat(chart.altText())
                .contains("mean observed was 2 936; from then on it was 434,", ": -81.4 % (95 % interval");
        assertTrue(Drawn.of(chart, 400, 300).collisions().isEmpty());
    }

    private static Impact with(Impact impact, EffectPath path) {
        return new Impact(
                impact.design(),
                impact.subject(),
                impact.effect(),
                impact.terms(),
                path,
                impact.sample(),
                impact.conventions(),
                impact.diagnostics(),
                impact.warnings());
    }
}
