package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Errors;
import org.migrationimpact.impact.Figures;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.InterruptedTimeSeries;

class ResidualChartTest {

    private static Impact impact(Errors errors) {
        return InterruptedTimeSeries.at(Period.month(2011, 1))
                .onLog()
                .with(errors)
                .fit(Figures.albanians());
    }

    @Test
    void theThreePlotsShowTimeLagsAndTheNormalDistribution() {
        Figure figure = ResidualChart.of(impact(Errors.ols())).figure();
        assertThat(figure.panes().stream().map(Pane::heading))
                .containsExactly(
                        "Over time; shaded: treated",
                        "Autocorrelation by lag",
                        "In order of size, against a normal distribution");
        assertEquals(48, figure.panes().get(0).traces().get(0).dots().size());
        assertEquals(16, figure.panes().get(1).bands().size());
        assertThat(figure.subtitle()).contains("of 16 autocorrelations lie outside ±0.28");
    }

    @Test
    void residualsHaveAVarianceOfOneAndTheAutocorrelationsOfTheFit() {
        PathResiduals residuals = PathResiduals.of(impact(Errors.ols()));
        assertEquals(48, Arrays.stream(residuals.sorted()).map(e -> e * e).sum(), 1e-9);
        assertThat(impact(Errors.ols()).diagnostics().get(0).reason())
                .contains(String.format(java.util.Locale.ROOT, "%.2f", residuals.autocorrelations()[0]));
    }

    @Test
    void theAutoregressionIsTakenOutOfTheResiduals() {
        Impact impact = impact(Errors.praisWinsten());
        PathResiduals residuals = PathResiduals.of(impact);
        assertEquals(47, residuals.count());
        assertEquals("what is left after the autoregression", residuals.kind());
        assertThat(Math.abs(residuals.autocorrelations()[0]))
                .isLessThan(Math.abs(PathResiduals.of(impact(Errors.ols())).autocorrelations()[0]));
    }
}
