package org.migrationimpact.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.assess.CheckResult;
import org.migrationimpact.assess.PlaceboInTime;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.ArimaErrors;
import org.migrationimpact.forecast.ArimaErrors.Likelihood;
import org.migrationimpact.forecast.ArimaFit;
import org.migrationimpact.forecast.ArimaOrder;
import org.migrationimpact.forecast.Noise;
import org.migrationimpact.impact.ArimaIntervention.Shape;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.LevelShift;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Window;

class ArimaInterventionTest {

    private static final Period FIRST = Period.month(2010, 1);
    private static final Period START = FIRST.plus(60);
    private static final ArimaOrder AR1 = ArimaOrder.of(1, 0, 0);

    /** An AR(1) about 100 over 90 months, changed from START on by what is given for the k-th treated month, from 0. */
    private static Series changed(IntToDoubleFunction effect) {
        double[] e = Noise.of(90, 777);
        double[] y = new double[90];
        double x = 0;
        for (int t = 0; t < 90; t++) {
            x = 0.5 * x + e[t];
            y[t] = 100 + x + (t >= 60 ? effect.applyAsDouble(t - 60) : 0);
        }
        return Series.of("made", "persons", FIRST, y);
    }

    private static void assertRecovered(double truth, Impact impact) {
        assertTrue(impact.effect().coefficient().interval(0.99).contains(truth), impact::summary);
        assertTrue(impact.effect().coefficient().pValue() < 0.001, impact::summary);
    }

    @Test
    void aKnownStepPulseAndRampAreRecovered() {
        ArimaIntervention method = ArimaIntervention.at(START).with(AR1);
        assertRecovered(6, method.fit(changed(k -> 6)));
        assertRecovered(8, method.with(Shape.PULSE).fit(changed(k -> k == 0 ? 8 : 0)));
        assertEquals(
                0.5,
                method.with(Shape.RAMP)
                        .fit(changed(k -> 0.5 * (k + 1)))
                        .effect()
                        .estimate(),
                0.06);
        assertRecovered(6, ArimaIntervention.at(START).fit(changed(k -> 6)));
    }

    @Test
    void theTermBearsTheNameOfTheShape() {
        Series y = changed(k -> 6);
        ArimaIntervention method = ArimaIntervention.at(START).with(AR1);
        assertEquals("level", method.fit(y).effect().coefficient().term());
        assertEquals(
                "pulse", method.with(Shape.PULSE).fit(y).effect().coefficient().term());
        assertEquals(
                "ramp", method.with(Shape.RAMP).fit(y).effect().coefficient().term());
        assertEquals(
                "change of made with each month from 2015-01 on",
                method.with(Shape.RAMP).fit(y).effect().estimand());
        assertEquals(
                "change of made in 2015-01 alone",
                method.with(Shape.PULSE).fit(y).effect().estimand());
    }

    @Test
    void theHeadlineIsTheCoefficientOfTheRegression() {
        Series y = changed(k -> 6);
        ArimaFit fit = ArimaErrors.of(AR1).fit(y, List.of(new LevelShift("level", START, 1)));
        Impact impact = ArimaIntervention.at(START).with(AR1).fit(y);
        assertEquals(fit.coefficient("level").estimate(), impact.effect().estimate());
        assertEquals(
                fit.coefficient("level").standardError(),
                impact.effect().coefficient().standardError());
        assertEquals(
                List.of("ar1", "intercept", "level"),
                impact.terms().stream().map(t -> t.term()).toList());
    }

    /** By hand: with one autoregressive coefficient the forecast is m + φ^h (last − m), its shocks σ² Σ φ^(2i). */
    @Test
    void theCounterfactualIsTheForecastFromBeforeTheStart() {
        Series y = changed(k -> 6);
        Impact impact = ArimaIntervention.at(START).with(AR1).fit(y);
        double phi = impact.term("ar1").estimate();
        double mean = impact.term("intercept").estimate();
        double sigma2 = ArimaErrors.of(AR1)
                .fit(y, List.of(new LevelShift("level", START, 1)))
                .sigma2();
        double last = y.at(START.plus(-1)) - mean;
        double shocks = 0;
        for (int h = 1; h <= 30; h++) {
            EffectPath.Point point = impact.path().treated().get(h - 1);
            Close.relative(mean + Math.pow(phi, h) * last, point.predicted(), 1e-9, "month " + h);
            shocks += sigma2 * Math.pow(phi, 2 * (h - 1));
            assertTrue(point.standardError() > Math.sqrt(shocks), "coefficients add to the error");
            assertTrue(point.standardError() < 1.1 * Math.sqrt(shocks), "but not much");
            Close.relative(impact.effect().estimate(), point.fitted() - point.predicted(), 1e-9, "effect");
        }
    }

    @Test
    void beforeTheStartThePathIsOneStepAhead() {
        Series y = changed(k -> 6);
        Impact impact = ArimaIntervention.at(START).with(AR1).fit(y);
        double phi = impact.term("ar1").estimate();
        double mean = impact.term("intercept").estimate();
        EffectPath.Point tenth = impact.path().points().get(9);
        Close.relative(mean + phi * (y.value(8) - mean), tenth.predicted(), 1e-9, "tenth month");
        assertEquals(90, impact.path().points().size());
        assertEquals(FIRST, impact.path().points().get(0).period());
    }

    @Test
    void thePathCoversGapsDifferencesAndTheFirstYear() {
        Series y = changed(k -> 6);
        double[] gaps = y.values();
        gaps[5] = gaps[40] = gaps[70] = Double.NaN;
        Impact impact =
                ArimaIntervention.at(START).with(ArimaOrder.airline()).fit(Series.of("gaps", "persons", FIRST, gaps));
        assertEquals(90, impact.path().points().size());
        impact.path()
                .points()
                .forEach(p -> assertTrue(
                        Double.isFinite(p.predicted()) && p.standardError() > 0 && Double.isFinite(p.standardError()),
                        p::toString));
        assertEquals(87, impact.sample().used());
        assertTrue(Double.isNaN(impact.path().effect(impact.path().points().get(40))));
    }

    @Test
    void aDonutLeavesValuesOutAndKeepsTheirPlace() {
        Series y = changed(k -> 6);
        double[] gaps = y.values();
        gaps[60] = gaps[61] = Double.NaN;
        ArimaIntervention method = ArimaIntervention.at(START).with(AR1);
        assertEquals(
                method.fit(Series.of("made", "persons", FIRST, gaps)).effect().estimate(),
                method.without(Donut.around(0, 2)).fit(y).effect().estimate());
    }

    @Test
    void logarithmsMakeFactors() {
        Series y = changed(k -> 30);
        ArimaIntervention method = ArimaIntervention.at(START).with(AR1);
        Impact impact = method.onLog().fit(y);
        assertTrue(Math.abs(impact.effect().percent() - 30) < 3, impact::summary);
        assertEquals(
                method.fit(y.map("log", Math::log)).effect().estimate(),
                impact.effect().estimate(),
                1e-12);
        Refusal.argument(
                "an ARIMA model is fitted to levels or logarithms; take Scale.LOG for relative effects",
                () -> method.with(Scale.PERCENT));
    }

    @Test
    void theRestrictedLikelihoodHasWiderIntervals() {
        Series y = changed(k -> 6);
        ArimaIntervention method = ArimaIntervention.at(START).with(AR1);
        Impact full = method.fit(y);
        Impact restricted =
                method.with(ArimaErrors.of(AR1).with(Likelihood.RESTRICTED)).fit(y);
        assertTrue(restricted.effect().coefficient().interval(0.95).width()
                > 1.02 * full.effect().coefficient().interval(0.95).width());
        assertEquals(88, restricted.effect().coefficient().degreesOfFreedom());
        assertEquals(Double.POSITIVE_INFINITY, full.effect().coefficient().degreesOfFreedom());
        assertEquals(
                List.of("W-ARIMA-005"),
                full.warnings().stream().map(w -> w.code()).toList());
    }

    @Test
    void covariatesThatAreMissingDropTheirPeriods() {
        Series y = changed(k -> 6);
        double[] x = Noise.of(90, 4242);
        double[] both =
                IntStream.range(0, 90).mapToDouble(t -> y.value(t) + 3 * x[t]).toArray();
        x[20] = x[75] = Double.NaN;
        Impact impact = ArimaIntervention.at(START)
                .with(AR1)
                .withCovariates(List.of(Series.of("x", "units", FIRST, x)))
                .fit(Series.of("made", "persons", FIRST, both));
        assertEquals(3, impact.term("x").estimate(), 0.3);
        assertEquals(88, impact.sample().used());
        assertEquals(88, impact.path().points().size());
    }

    @Test
    void aPlaceboInTimeRunsWithIt() {
        CheckResult placebo = PlaceboInTime.standard()
                .check(
                        ArimaIntervention.at(START).with(ArimaErrors.of(AR1).with(Likelihood.RESTRICTED)),
                        changed(k -> 6));
        assertEquals(Status.PASSED, placebo.finding().status());
        assertEquals(31, placebo.evidence().size());
    }

    @Test
    void aDifferenceTooManyIsSaid() {
        Series y = changed(k -> 6);
        Impact impact = ArimaIntervention.at(START).with(ArimaOrder.of(0, 2, 2)).fit(y);
        assertTrue(impact.warnings().stream().anyMatch(w -> w.code().equals("W-ARIMA-003")), impact::summary);
        assertTrue(impact.convention("optimum").startsWith("log likelihood"), impact::summary);
    }

    @Test
    void aWindowAndTooFewPeriodsAreTakenSeriously() {
        Series y = changed(k -> 6);
        ArimaIntervention method = ArimaIntervention.at(START).with(AR1);
        assertEquals(48, method.within(Window.around(24)).fit(y).sample().used());
        Refusal.of(
                DataException.class,
                "E-SAMPLE-003 made has 5 months with a value before 2015-01; an ARIMA intervention needs 8",
                () -> method.within(Window.around(5)).fit(y));
        assertEquals(START, method.start(y));
        assertEquals("arima-intervention", method.design());
        assertEquals(
                "arima-intervention at 2015-01, step, ARIMA (1, 0, 0), FULL, constant BY_DIFFERENCES, level scale, window whole series, donut"
                        + " none",
                method.toString());
        assertTrue(method.plain().fit(y).effect().estimate() > 4);
    }

    @Test
    void methodAndResultSurviveSerialisation() throws Exception {
        Series y = changed(k -> 6);
        ArimaIntervention method = ArimaIntervention.at(START).with(AR1);
        Impact copy = ((Method) Serialized.copy(method)).fit(y);
        assertEquals(method.fit(y).summary(), copy.summary());
        assertEquals(copy.summary(), ((Impact) Serialized.copy(copy)).summary());
    }
}
