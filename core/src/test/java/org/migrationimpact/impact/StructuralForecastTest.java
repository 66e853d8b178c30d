package org.migrationimpact.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.assess.CheckResult;
import org.migrationimpact.assess.PlaceboInTime;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.Component;
import org.migrationimpact.forecast.JointForecast;
import org.migrationimpact.forecast.StructuralModel;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.Window;

class StructuralForecastTest {

    private static final Period FIRST = Period.month(2005, 1);
    private static final Period START = Period.month(2010, 1);
    private static final StructuralForecast DESIGN = StructuralForecast.at(START);

    /** Sixty months before and twelve after: level that wanders, season, noise, and a fall of 30 from 2010 on. */
    private static double[] values() {
        Random random = new Random(4);
        double[] y = new double[72];
        double level = 200;
        for (int t = 0; t < y.length; t++) {
            y[t] = level + 15 * Math.sin(t * Math.PI / 6) + 3 * random.nextGaussian() - (t < 60 ? 0 : 30);
            level += random.nextGaussian();
        }
        return y;
    }

    private static Series series(double... values) {
        return Series.of("crossings", "persons", FIRST, values);
    }

    @Test
    void aFallIsFoundInsideItsInterval() {
        Impact impact = DESIGN.fit(series(values()));
        assertTrue(impact.effect().coefficient().interval(0.95).contains(-30), impact.toString());
        assertTrue(impact.effect().coefficient().pValue() < 0.01, impact.toString());
        assertEquals("persons", impact.effect().unit());
        assertEquals(
                "mean effect on crossings, 2010-01..2010-12, against a structural forecast from the months before",
                impact.effect().estimand());
        assertEquals("normal; the relative effect has the quantiles of its ratio", impact.convention("distribution"));
        assertEquals(72, impact.sample().used());
    }

    @Test
    void theEffectIsObservedLessTheForecastOfTheModelOfThePeriodsBefore() {
        double[] y = values();
        Impact impact = DESIGN.fit(series(y));
        JointForecast forecast = StructuralModel.localLevel()
                .withSlope(Component.FIXED)
                .fit(series(Arrays.copyOf(y, 60)))
                .forecast(12);
        double sum = 0;
        double expected = 0;
        for (int h = 0; h < 12; h++) {
            EffectPath.Point point = impact.path().treated().get(h);
            assertEquals(forecast.mean(h), point.predicted(), 1e-9);
            assertTrue(point.standardError() > 0.95 * forecast.standardError(h));
            assertEquals(y[60 + h] - forecast.mean(h), impact.path().effect(point), 1e-9);
            sum += y[60 + h] - forecast.mean(h);
            expected += forecast.mean(h);
        }
        assertEquals(sum, impact.term("cumulative").estimate(), 1e-8);
        assertEquals(sum / 12, impact.term("mean").estimate(), 1e-9);
        assertEquals(100 * sum / expected, impact.term("relative").estimate(), 1e-9);
        assertEquals(
                impact.term("cumulative").standardError(),
                12 * impact.term("mean").standardError(),
                1e-9);
    }

    @Test
    void theErrorOfTheSumHoldsTheCovarianceOfAllErrorsExactly() {
        double[] y = values();
        JointForecast forecast = StructuralModel.localLevel()
                .withSlope(Component.FIXED)
                .fit(series(Arrays.copyOf(y, 60)))
                .forecast(12);
        double[] ones = new double[12];
        Arrays.fill(ones, 1.0 / 12);
        String given = String.format(
                java.util.Locale.ROOT, "std.error %.4g given the variances", Math.sqrt(forecast.varianceOfSum(ones)));
        assertThat(DESIGN.fit(series(y)).convention("variances drawn")).contains(given, "Monte Carlo error");
    }

    @Test
    void theLastPointOfTheCumulativePathIsTheCumulativeEffect() {
        ForecastDetail detail = DESIGN.detail(series(values()));
        List<EffectPath.Point> points = detail.cumulative().treated();
        EffectPath.Point last = points.get(points.size() - 1);
        assertEquals(
                detail.impact().term("cumulative").estimate(),
                detail.cumulative().effect(last),
                1e-8);
        assertEquals(detail.impact().term("cumulative").standardError(), last.standardError(), 1e-9);
        assertEquals(
                List.of("level", "slope", "season"),
                detail.components().stream().map(c -> c.mean().name()).toList());
        assertEquals(72, detail.components().get(0).mean().size());
        assertEquals(60, detail.innovations().size());
        assertEquals(DESIGN.fit(series(values())), detail.impact());
    }

    @Test
    void addingAConstantLeavesTheEffectUnchanged() {
        Impact impact = DESIGN.fit(series(values()));
        Impact moved =
                DESIGN.fit(series(Arrays.stream(values()).map(v -> v + 10_000).toArray()));
        Close.relative(impact.effect().estimate(), moved.effect().estimate(), 1e-8, "effect");
        Close.relative(
                impact.term("cumulative").standardError(),
                moved.term("cumulative").standardError(),
                1e-6,
                "error");
    }

    @Test
    void whatHappensAfterTheStartDoesNotTouchTheCounterfactual() {
        double[] other = values();
        Arrays.fill(other, 60, 72, 1000);
        List<EffectPath.Point> one = DESIGN.fit(series(values())).path().treated();
        List<EffectPath.Point> two = DESIGN.fit(series(other)).path().treated();
        for (int h = 0; h < 12; h++) {
            assertEquals(one.get(h).predicted(), two.get(h).predicted());
            assertEquals(one.get(h).standardError(), two.get(h).standardError());
        }
    }

    @Test
    void onLogarithmsTheEffectIsAFactorAndTheSumIsInTheUnitOfTheSeries() {
        Impact impact = DESIGN.onLog().fit(series(values()));
        assertEquals("log points", impact.effect().unit());
        assertEquals(-15, impact.effect().percent(), 6);
        double sum = impact.path().treated().stream()
                .mapToDouble(impact.path()::effect)
                .sum();
        assertEquals(sum, impact.term("cumulative").estimate(), 1e-9);
        Interval interval = impact.term("cumulative").interval(0.95);
        assertTrue(interval.contains(sum) && interval.high() < 0, interval.toString());
        EffectPath cumulative = DESIGN.onLog().detail(series(values())).cumulative();
        Interval last = cumulative.effectInterval(cumulative.treated().get(11), 0.95);
        Close.relative(last.low(), interval.low(), 1e-3, "low");
        Close.relative(last.high(), interval.high(), 1e-3, "high");
        assertTrue(impact.term("relative")
                .interval(0.95)
                .contains(impact.term("relative").estimate()));
    }

    @Test
    void theRelativeIntervalIsThatOfTheMeanWithItsBase() {
        Impact impact = DESIGN.withDraws(999, 1).fit(series(values()));
        Interval sum = impact.term("cumulative").interval(0.95);
        double observed = Arrays.stream(values()).skip(60).sum();
        Interval relative = impact.term("relative").interval(0.95);
        assertEquals(100 * (observed / (observed - sum.low()) - 1), relative.low(), 0.05);
        assertEquals(100 * (observed / (observed - sum.high()) - 1), relative.high(), 0.05);
    }

    @Test
    void aBaseThatMayBeNothingHasNoRelativeEffect() {
        Impact impact = DESIGN.with(Season.NONE)
                .fit(series(Arrays.stream(values()).map(v -> v - 185).toArray()));
        assertThat(impact.terms()).noneMatch(term -> term.term().equals("relative"));
        assertThat(impact.warnings()).anyMatch(w -> w.code().equals("W-FORECAST-003"));
    }

    @Test
    void missingPeriodsAreLeftOutOfModelAndSums() {
        double[] y = values();
        y[10] = Double.NaN;
        y[11] = Double.NaN;
        y[65] = Double.NaN;
        Impact impact = DESIGN.without(Donut.around(1, 1)).fit(series(y));
        assertEquals(67, impact.sample().used());
        assertEquals(12, impact.path().treated().size());
        double sum = impact.path().treated().stream()
                .skip(1)
                .mapToDouble(impact.path()::effect)
                .filter(e -> !Double.isNaN(e))
                .sum();
        assertEquals(sum, impact.term("cumulative").estimate(), 1e-9);
        assertEquals(sum / 10, impact.term("mean").estimate(), 1e-9);
    }

    @Test
    void aColumnExplainsWhatItExplains() {
        double[] x = new Random(5).doubles(72).map(u -> 20 * u).toArray();
        double[] y = values();
        Arrays.setAll(y, t -> y[t] + 2 * x[t]);
        Impact impact = DESIGN.withCovariates(List.of(series(x).named("trade"))).fit(series(y));
        assertTrue(impact.term("trade").interval(0.99).contains(2), impact.toString());
        assertTrue(impact.effect().coefficient().interval(0.95).contains(-30), impact.toString());
    }

    @Test
    void givenTheVariancesTheErrorsAreThoseOfTheForecastAlone() {
        double[] y = values();
        JointForecast forecast = StructuralModel.localLevel()
                .withSlope(Component.FIXED)
                .fit(series(Arrays.copyOf(y, 60)))
                .forecast(12);
        Impact impact = DESIGN.givenVariances().fit(series(y));
        double[] ones = new double[12];
        Arrays.fill(ones, 1);
        Close.relative(
                Math.sqrt(forecast.varianceOfSum(ones)),
                impact.term("cumulative").standardError(),
                1e-9,
                "sum");
        Close.relative(forecast.standardError(7), impact.path().treated().get(7).standardError(), 1e-9, "a month");
        assertEquals("none", impact.convention("variances drawn"));
    }

    @Test
    void placebosRunWithIt() {
        CheckResult result =
                new PlaceboInTime(18).check(DESIGN.with(Season.NONE).withDraws(99, 1), series(values()));
        assertEquals(Status.PASSED, result.finding().status(), result.toString());
        assertTrue(result.evidence().size() > 20, result.toString());
    }

    @Test
    void aDesignAndItsResultSurviveSerialization() throws Exception {
        StructuralForecast copy = (StructuralForecast) Serialized.copy(DESIGN);
        assertEquals(DESIGN.toString(), copy.toString());
        assertEquals(DESIGN.fit(series(values())), Serialized.copy(copy.fit(series(values()))));
        assertEquals(
                "structural-forecast at 2010-01, level scale, level stochastic, slope fixed, season: what suits the frequency,"
                        + " stochastic, window whole series, donut none, 500 draws from seed 1",
                DESIGN.toString());
    }

    @Test
    void theDesignKeepsItsTermsAtAnotherDate() {
        Impact impact = DESIGN.onLog()
                .startingAt(Period.month(2009, 1))
                .within(Window.between(FIRST, Period.month(2009, 12)))
                .fit(series(values()));
        assertEquals(Period.month(2009, 1), impact.path().firstTreated());
        assertEquals(Scale.LOG, impact.effect().scale());
        assertEquals("before-after", DESIGN.plain().design());
        assertEquals(START, DESIGN.start(series(values())));
    }

    @Test
    void aShortSeriesHasNoSeasonAndSaysSo() {
        Impact impact = StructuralForecast.at(FIRST.plus(20)).fit(series(Arrays.copyOf(values(), 24)));
        assertThat(impact.warnings().stream().map(w -> w.code() + " " + w.message()))
                .contains(
                        "W-FORECAST-002 crossings has 20 months before, fewer than two cycles of its seasons: none was taken out; name"
                                + " a season to insist on it",
                        "W-FORECAST-005 crossings has 20 months before; with fewer than 24 the variances rest on little");
    }

    @Test
    void tooLittleIsRefused() {
        Refusal.of(
                DataException.class,
                "E-SAMPLE-003 crossings has 4 months with a value before 2005-05; a structural forecast needs 5",
                () -> StructuralForecast.at(FIRST.plus(4)).fit(series(values())));
        Refusal.of(
                DataException.class,
                "E-STRUCT-001 crossings has 6 months with a value from 2005-01 to 2005-06; a structural model of 2 fixed terms and 2"
                        + " variances needs 7: widen the window or leave components out",
                () -> StructuralForecast.at(FIRST.plus(6)).fit(series(values())));
    }

    @Test
    void wrongArgumentsAreRefused() {
        Refusal.argument("draws are 99 or more, got 98", () -> DESIGN.withDraws(98, 1));
        Refusal.argument(
                "a structural model is fitted to levels or logarithms; the term 'relative' is the effect in per cent",
                () -> DESIGN.with(Scale.PERCENT));
    }
}
