package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.assess.Detectable;
import org.migrationimpact.assess.PowerCurve;
import org.migrationimpact.assess.Rate;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Scale;

class PowerChartTest {

    private static PowerCurve curve(double percent) {
        return new PowerCurve(
                "interrupted-time-series",
                "detections, AL",
                "detections",
                Scale.LEVEL,
                Period.month(2011, 1),
                0.8,
                0.05,
                "AR(1) errors with 0.42",
                1000,
                List.of(
                        new Detectable(6, 40, 1.5, 4 * percent, new Rate(120, 1000, 1000)),
                        new Detectable(12, 30, 1.2, 3 * percent, new Rate(90, 1000, 1000)),
                        new Detectable(24, 22, 1, 2.2 * percent, new Rate(70, 1000, 1000)),
                        new Detectable(48, 18, 0.8, 1.8 * percent, new Rate(60, 1000, 1000))));
    }

    @Test
    void theLineIsTheSmallestEffectByMonthsAndTheWordsSayWhatItMeans() {
        Figure figure = PowerChart.of(curve(10)).figure();
        assertEquals(
                "After 48 months an effect of 18 % shows with power 80 %; tests at the 5 % level.", figure.subtitle());
        assertEquals(
                List.of(new Pane.Dot(6, 40), new Pane.Dot(12, 30), new Pane.Dot(24, 22), new Pane.Dot(48, 18)),
                figure.panes().get(0).traces().get(0).dots());
        assertThat(figure.notes().get(0))
                .isEqualTo(
                        "Where there is no effect, the design finds one in 6.0 to 12.0 % of the series; 5 % is promised.");
        assertThat(figure.axis()).isEqualTo("smallest effect, %, by the number of months after the measure");
    }

    @Test
    void withoutAPercentageTheUnitOfTheSeriesIsShown() {
        Figure figure = PowerChart.of(curve(Double.NaN)).figure();
        assertEquals(
                "After 48 months an effect of 18 detections shows with power 80 %; tests at the 5 % level.",
                figure.subtitle());
    }

    @Test
    void itIsDrawnAtTwoSizes() {
        assertThat(PowerChart.of(curve(10)).svg(1200, 640)).startsWith("<svg");
        assertThat(PowerChart.of(curve(10)).png(480, 360)).hasSizeGreaterThan(2_000);
    }
}
