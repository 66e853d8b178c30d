package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.synthetic.SyntheticControl;
import org.migrationimpact.synthetic.SyntheticControlFit;

class TwinChartsTest {

    private static final Period START = Period.year(2008);

    private static Panel panel(int donors) {
        List<Series> series = new ArrayList<>();
        for (int j = 0; j <= donors; j++) {
            double[] values = new double[18];
            for (int t = 0; t < values.length; t++) {
                double wave = Math.sin((t + 1) * (j + 1) * 0.7);
                values[t] = 100 + 3 * t + (j == 0 ? 0 : (j - donors / 2.0) * (2 + t / 6.0)) + 2 * wave;
                values[t] += j == 0 && t >= 10 ? 40 : 0;
            }
            series.add(Series.of(j == 0 ? "Treated land" : "Donor " + j, "persons", Period.year(1998), values));
        }
        return new Panel(series);
    }

    private static SyntheticControlFit fit() {
        return SyntheticControl.of(panel(24))
                .treated("Treated land")
                .from(START)
                .fit();
    }

    private static List<Chart> charts(SyntheticControlFit fit) {
        return List.of(
                TwinChart.of(fit),
                GapChart.of(fit),
                LeaveOneOutChart.of(fit),
                WeightsChart.of(fit.impact()),
                RatioChart.of(fit),
                ImpactChart.of(fit.impact()));
    }

    @Test
    void everyChartDrawsAtTwoSizesOnEveryScale() {
        for (SyntheticControlFit fit : List.of(
                fit(),
                SyntheticControl.of(panel(5))
                        .treated("Treated land")
                        .from(START)
                        .onLog()
                        .fit(),
                SyntheticControl.of(panel(5))
                        .treated("Treated land")
                        .from(START)
                        .inPercent()
                        .fit())) {
            for (Chart chart : charts(fit)) {
                assertTrue(chart.png(Chart.WIDTH, Chart.HEIGHT).length > 5000, chart.title());
                assertTrue(chart.png(400, 300).length > 2000, chart.title());
            }
        }
    }

    @Test
    void theAlternativesSayWhatThePicturesShow() {
        SyntheticControlFit fit = fit();
        assertThat(TwinChart.of(fit).altText())
                .startsWith("Line chart of Treated land and its synthetic twin, 1998 to 2015. Mean gap from 2008 on: ")
                .endsWith("p = 0.040 among 24 placebos, which can be no smaller than 0.040.");
        assertThat(GapChart.of(fit).altText()).contains("placebos behind");
        assertThat(RatioChart.of(fit).altText()).contains("rank 1 of 25");
        assertThat(WeightsChart.of(fit.impact()).altText()).contains("of 24 donors have a weight. Donor ");
        assertThat(LeaveOneOutChart.of(fit).altText()).contains("twins without one donor. Mean gap");
    }

    @Test
    void linesOfEveryTwinLieWhereTheirGapsSay() {
        SyntheticControlFit fit = SyntheticControl.of(panel(8))
                .treated("Treated land")
                .from(START)
                .inPercent()
                .fit();
        TwinLines lines = new TwinLines(fit);
        List<Pane.Dot> twin = lines.twin("", Ink.EXPECTED).dots();
        List<Pane.Dot> again = lines.twin(fit.twin(), Ink.PLACEBO).dots();
        for (int t = 0; t < twin.size(); t++) {
            assertEquals(
                    twin.get(t).y(),
                    again.get(t).y(),
                    1e-9 * Math.abs(twin.get(t).y()));
        }
    }

    @Test
    void barsWithoutRoomAreCounted() {
        assertThat(RatioChart.of(fit()).svg(400, 300)).contains("more of the 25 have no room at this size.");
        assertThat(RatioChart.of(fit()).svg(1200, 900)).doesNotContain("no room");
    }

    @Test
    void theTreatedUnitIsShownWhateverItsPlace() {
        List<Bars.Bar> rows = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            rows.add(new Bars.Bar("b" + i, 9 - i, "", i == 7 ? Ink.TREATED : Ink.PLACEBO));
        }
        assertThat(new Bars(rows).shown(3)).extracting(Bars.Bar::name).containsExactly("b0", "b1", "b7");
        assertThat(new Bars(rows).shown(8)).hasSize(8).endsWith(rows.get(7));
    }

    @Test
    void aResultWithoutWeightsHasNoChartOfThem() {
        Impact impact = BeforeAfter.at(START).fit(panel(2).unit("Treated land"));
        Refusal.argument("before-after of Treated land has no weights to draw", () -> WeightsChart.of(impact));
    }
}
