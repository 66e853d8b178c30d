package org.migrationimpact.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.covariance.PlaceboRank;
import org.migrationimpact.covariance.PooledRanks;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.impact.Impact;

class SyntheticControlFitsTest {

    private static final Panel PANEL = Made.treated(Made.panel(20, 36, 0.3, 1), 5);

    private static SyntheticControlFits fits() {
        return SyntheticControl.of(PANEL)
                .treated("T")
                .from(Made.START)
                .treated("D1")
                .treated("D2")
                .from(Made.START.plus(6))
                .fitEach();
    }

    @Test
    void theEffectTogetherIsTheMeanOfTheUnits() {
        SyntheticControlFits fits = fits();
        double mean = fits.each().stream()
                .mapToDouble(SyntheticControlFit::effect)
                .average()
                .orElseThrow();
        assertEquals(mean, fits.effect(), 1e-12);
        assertEquals(3, fits.each().size());
        SyntheticControlFit alone =
                Made.control(PANEL.without("D1").without("D2")).fit();
        assertEquals(alone.effect(), fits.each().get(0).effect(), 1e-12);
    }

    @Test
    void cohortsAndEventTimesAreMeansOverTheirUnits() {
        SyntheticControlFits fits = fits();
        Impact impact = fits.impact();
        assertEquals(12 + 6, impact.breakdown().groupTime().size());
        GroupTime later = impact.breakdown().groupTime().get(12);
        assertEquals("2012-07", later.cohort() + later.period().substring(7));
        double mean = (fits.each().get(1).twin().gaps()[30]
                        + fits.each().get(2).twin().gaps()[30])
                / 2;
        assertEquals(mean, later.coefficient().estimate(), 1e-12);
        double first = (fits.each().get(0).twin().gaps()[24] + 2 * mean) / 3;
        assertEquals(
                first,
                impact.breakdown().aggregate("dynamic").row("0").coefficient().estimate(),
                1e-12);
        assertThat(impact.terms())
                .extracting(term -> term.term())
                .containsExactly("effect", "effect:T", "effect:D1", "effect:D2");
        assertEquals(Period.month(2012, 1), impact.path().firstTreated());
    }

    @Test
    void placesAmongPlacebosAddUp() {
        PlaceboRank best = new PlaceboRank(9, 0, 9, List.of());
        PlaceboRank third = new PlaceboRank(2, 2, 9, List.of());
        assertEquals(0.01, new PooledRanks(List.of(best, best)).pValue(0), 1e-15);
        assertEquals(
                0.06, new PooledRanks(List.of(best, third)).pValue(0), 1e-15); // sums of 0, 1 and 2: 1 + 2 + 3 of 100
        assertEquals(0.3, new PooledRanks(List.of(third)).pValue(0), 1e-15);
        assertEquals(0.01, new PooledRanks(List.of(best, best)).resolution(), 1e-15);
    }

    @Test
    void theResultSurvivesSerialization() throws IOException, ClassNotFoundException {
        SyntheticControlFits fits = fits();
        assertEquals(fits.toString(), Serialized.copy(fits).toString());
    }

    @Test
    void aTreatedUnitIsNeeded() {
        Refusal.argument(
                "at least one treated unit is needed, got none",
                () -> SyntheticControl.of(PANEL).fitEach());
    }
}
