package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.ForecastDetail;
import org.migrationimpact.impact.StructuralForecast;
import org.migrationimpact.model.Season;

class StructuralChartsTest {

    private static final Period START = Period.month(2012, 1);

    private static ForecastDetail detail() {
        double[] values = Given.months().values();
        values[40] = Double.NaN;
        return StructuralForecast.at(START)
                .with(Season.DUMMIES)
                .withDraws(99, 1)
                .detail(Series.of("crossings", "persons", Period.month(2009, 1), values));
    }

    @Test
    void theCumulativeEffectEndsAtTheTermWithItsWholeBand() {
        ForecastDetail detail = detail();
        Pane pane =
                CumulativeChart.of(detail).withConfidence(0.9).figure().panes().get(0);
        List<Pane.Dot> dots = pane.traces().get(0).dots();
        assertEquals(11, dots.size());
        assertEquals(detail.impact().term("cumulative").estimate(), dots.get(10).y(), 1e-6);
        Interval interval = detail.impact().term("cumulative").interval(0.9);
        Pane.Edge last = pane.bands().get(0).edges().get(10);
        assertEquals(interval.low(), last.low(), 1e-6);
        assertEquals(interval.high(), last.high(), 1e-6);
        assertTrue(pane.shown().low() <= last.low() && pane.shown().high() >= last.high());
    }

    @Test
    void aMissingPeriodOfTheSumIsNamedAtTheFoot() {
        Drawn drawn = Drawn.of(CumulativeChart.of(detail()), 1200, 640);
        assertThat(String.join(" ", drawn.words()))
                .contains(
                        "crossings: observed less expected, summed from 2012-01 on",
                        "1 period without an observation left out of the sum.",
                        "Cumulative effect, with 95 % band");
    }

    @Test
    void eachComponentHasAPlotWithTheForecastShaded() {
        ForecastDetail detail = detail();
        Figure figure = ComponentsChart.of(detail).figure();
        assertEquals(
                List.of("level", "slope", "season"),
                figure.panes().stream().map(Pane::heading).toList());
        figure.panes().forEach(pane -> {
            assertEquals(48, pane.traces().get(0).dots().size());
            assertEquals(TimeAxis.start(START), pane.treatedFrom().orElseThrow().from());
        });
        assertThat(figure.title()).isEqualTo("crossings: level, slope, season");
        assertTrue(Drawn.of(ComponentsChart.of(detail), 560, 400).words().contains("season"));
    }

    @Test
    void theChartOfTheImpactBreaksTheFitWhereTheForecastBegins() {
        ForecastDetail detail = detail();
        Pane.Trace fitted =
                ImpactChart.of(detail.impact()).figure().panes().get(0).traces().get(0);
        long known =
                fitted.dots().stream().filter(dot -> !Double.isNaN(dot.y())).count();
        assertEquals(36, known);
        assertEquals(
                36,
                detail.impact().path().points().stream()
                        .mapToDouble(EffectPath.Point::fitted)
                        .filter(f -> !Double.isNaN(f))
                        .count());
    }
}
