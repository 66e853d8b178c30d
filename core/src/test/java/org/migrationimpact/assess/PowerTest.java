package org.migrationimpact.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.impact.Method;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Intercept;
import org.migrationimpact.model.LevelShift;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.SeasonalDummies;
import org.migrationimpact.model.SlopeChange;
import org.migrationimpact.model.Term;
import org.migrationimpact.model.Trend;
import org.migrationimpact.model.Window;
import org.migrationimpact.regression.Coefficient;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

class PowerTest {

    private static final Period START = Drawn.FIRST.plus(60);

    private static InterruptedTimeSeries design() {
        return InterruptedTimeSeries.at(START).with(Season.NONE).with(new Classical());
    }

    private static List<Period> months(int count) {
        return IntStream.range(0, count).mapToObj(Drawn.FIRST::plus).toList();
    }

    private static List<Term> terms(Term... changes) {
        List<Term> terms = new ArrayList<>(List.of(new Intercept(), new Trend(Drawn.FIRST)));
        terms.addAll(List.of(changes));
        terms.add(SeasonalDummies.of(months(60)));
        return terms;
    }

    /** Least squares with the standard deviation of the drawn errors: the quantiles of t, times the standard error of the level. */
    private static double closedForm(double sigma, int after) {
        Design columns = Design.of(
                months(60 + after), terms(new LevelShift("level", START, 1), new SlopeChange("slope", START)));
        double[] any = Drawn.series(99, 0, 60 + after).values();
        Fit fit = Ols.fit(any, columns, new Classical());
        double error = fit.coefficient("level").standardError() / fit.sigma() * sigma;
        StudentT t = new StudentT(1, fit.degreesOfFreedom());
        return (t.quantile(0.95) + t.quantile(0.6)) * error;
    }

    @Test
    void independentErrorsGiveTheClosedFormOfLeastSquares() {
        Series series = Drawn.series(1, 0, 60);
        double sigma = Ols.fit(series.values(), Design.of(months(60), terms()), new Classical())
                .sigma();
        PowerCurve curve = Power.of(design().with(Season.DUMMIES))
                .withDraws(1_000)
                .with(Noise.blocks(1))
                .over(series, 12, 36);
        for (Detectable row : curve.rows()) {
            assertEquals(closedForm(sigma, row.periods()), row.effect(), 4 * row.error(), row.periods() + " months");
        }
    }

    @Test
    void anEffectOfTheSizeFoundIsShownInFourOfFiveSeries() {
        Series before = Drawn.series(2, 0.4, 60);
        double effect =
                Power.of(design()).withDraws(100).over(before, 24).rows().get(0).effect();
        NullModel model = NullModel.of(before, Scale.LEVEL, Noise.autoregressive());
        double[] expected = model.expected(Drawn.FIRST, START.plus(23));
        for (int t = 60; t < expected.length; t++) {
            expected[t] += effect;
        }
        long shown = Draws.of(
                        77,
                        400,
                        random -> model.series(Drawn.FIRST, expected, model.deviations(random, expected.length)))
                .stream()
                .filter(drawn ->
                        design().bare().fit(drawn).effect().coefficient().pValue() < 0.05)
                .count();
        assertEquals(0.8, shown / 400.0, 0.1);
    }

    /** The same test with estimate and error doubled: an effect moves the estimate by twice as much. */
    private record Doubled(Method single) implements Method {

        private static final long serialVersionUID = 1L;

        @Override
        public String design() {
            return single.design();
        }

        @Override
        public Impact fit(Series series) {
            Impact impact = single.fit(series);
            Effect effect = impact.effect();
            StudentT error = (StudentT) effect.coefficient().uncertainty();
            Coefficient twice = new Coefficient(
                    "level", 2 * effect.estimate(), new StudentT(2 * error.standardError(), error.degreesOfFreedom()));
            return new Impact(
                    impact.design(),
                    impact.subject(),
                    new Effect(effect.estimand(), effect.unit(), effect.scale(), twice),
                    impact.terms(),
                    impact.path(),
                    impact.sample(),
                    impact.conventions(),
                    impact.diagnostics(),
                    impact.warnings());
        }

        @Override
        public Period start(Series series) {
            return single.start(series);
        }

        @Override
        public Method startingAt(Period start) {
            return new Doubled(single.startingAt(start));
        }

        @Override
        public Method within(Window window) {
            return new Doubled(single.within(window));
        }

        @Override
        public BeforeAfter plain() {
            return single.plain();
        }
    }

    @Test
    void whereAnEffectDoesNotMoveTheEstimateByItselfItIsSoughtAndFoundTheSame() {
        Series before = Drawn.series(3, 0.3, 60);
        Detectable quick =
                Power.of(design()).withDraws(60).over(before, 24).rows().get(0);
        Detectable sought = Power.of(new Doubled(design().with(InterruptedTimeSeries.Outliers.UNEXAMINED)))
                .withDraws(60)
                .over(before, 24)
                .rows()
                .get(0);
        assertEquals(quick.effect(), sought.effect(), 0.05 * quick.effect());
        assertEquals(quick.falsePositives(), sought.falsePositives());
    }

    @Test
    void longerAfterwardsAndSmallerSpreadFindSmallerEffects() {
        Series before = Drawn.series(4, 0.3, 60);
        List<Detectable> rows =
                Power.of(design()).withDraws(100).over(before, 48, 6, 24).rows();
        assertEquals(List.of(6, 24, 48), rows.stream().map(Detectable::periods).toList());
        assertTrue(rows.get(0).effect() > rows.get(1).effect()
                && rows.get(1).effect() > rows.get(2).effect());
        Series half = before.map("persons", value -> 100 + (value - 100) / 2);
        Close.relative(
                rows.get(1).effect() / 2,
                Power.of(design()).withDraws(100).over(half, 24).rows().get(0).effect(),
                1e-6,
                "half the spread");
    }

    @Test
    void onLogarithmsTheEffectIsAFactorAndTheSeriesMayBeRescaled() {
        Series before = Drawn.series(5, 0.3, 60);
        Detectable row = Power.of(design().onLog())
                .withDraws(100)
                .over(before, 24)
                .rows()
                .get(0);
        assertEquals(100 * Math.expm1(row.effect()), row.percent(), 1e-12);
        Close.relative(
                row.effect(),
                Power.of(design().onLog())
                        .withDraws(100)
                        .over(before.map("persons", value -> 7 * value), 24)
                        .rows()
                        .get(0)
                        .effect(),
                1e-6,
                "seven times as many");
    }

    @Test
    void theMonthsUntilAnEffectShowsAreTheFewestThatSuffice() {
        Series before = Drawn.series(6, 0.3, 60);
        Power power = Power.of(design()).withDraws(50);
        PowerCurve all = power.over(before, 12, 24, 36);
        double percent = all.rows().get(1).percent() * 1.0001;
        int months = power.periodsUntil(percent, before, 36).orElseThrow();
        assertThat(months).isBetween(13, 24);
        List<Detectable> around = power.over(before, months - 1, months).rows();
        assertTrue(around.get(0).percent() > percent && around.get(1).percent() <= percent);
        assertEquals(24, all.periodsUntil(percent).orElseThrow());
        assertEquals(OptionalInt.empty(), power.periodsUntil(0.01, before, 36));
        assertEquals(OptionalInt.empty(), all.periodsUntil(0.01));
    }

    @Test
    void whatCameAfterTheMeasureIsNotLookedAt() {
        Series whole = Drawn.series(7, 0.3, 84);
        Power power = Power.of(design()).withDraws(100);
        assertEquals(
                power.over(whole.between(Drawn.FIRST, START.plus(-1)), 12).toString(),
                power.over(whole, 12).toString());
    }

    @Test
    void tooFewPeriodsAfterAreRefused() {
        Refusal.of(
                DataException.class,
                "E-POWER-001 the design cannot answer with 2 periods from the measure on: crossings has 2 months with a value from"
                        + " 2007-01 on; an interrupted time series needs 3; ask for more periods",
                () -> Power.of(design()).withDraws(50).over(Drawn.series(8, 0, 60), 2));
    }

    @Test
    void choicesOutsideTheirRangeAreRefused() {
        Power power = Power.of(design());
        Series series = Drawn.series(8, 0, 60);
        Refusal.argument("draws are 50 to 100000, got 49", () -> power.withDraws(49));
        Refusal.argument("a power lies between 0.5 and 0.99, got 1.0", () -> power.at(1));
        Refusal.argument("a level lies between 0 and 0.5, got 0.0", () -> power.atLevel(0));
        Refusal.argument("periods after the measure are 1 to 600, got [0]", () -> power.over(series, 0));
        Refusal.argument("an effect is more than 0 %, got 0.0", () -> power.periodsUntil(0, series, 12));
        Refusal.argument("periods after the measure are 1 to 600, got 601", () -> power.periodsUntil(5, series, 601));
    }

    @Test
    void theTableSaysOnWhatItRests() throws java.io.IOException, ClassNotFoundException {
        PowerCurve curve =
                Power.of(design()).withDraws(100).seeded(3).at(0.9).atLevel(0.1).over(Drawn.series(9, 0.3, 60), 12);
        assertThat(curve.toString())
                .startsWith(
                        "Smallest effect on crossings that interrupted-time-series at 2007-01 shows with power 90 % at the 10 %")
                .contains("100 series for each row, with AR(1) errors with ");
        assertEquals(curve, Serialized.copy(curve));
    }
}
