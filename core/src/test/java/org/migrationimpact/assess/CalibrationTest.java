package org.migrationimpact.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.Errors;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.impact.Status;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;

class CalibrationTest {

    private static final Period START = Drawn.FIRST.plus(60);

    private static InterruptedTimeSeries design() {
        return InterruptedTimeSeries.at(START).with(Season.NONE);
    }

    private static Calibration calibration() {
        return Calibration.seeded(1).withDraws(100);
    }

    private static double share(Calibrated calibrated) {
        return calibrated.onDrawnSeries().orElseThrow().falsePositives().share();
    }

    @Test
    void whereMonthsDependOnEachOtherTheDefaultFindsTooMuchAndTheWarningNamesWhatKeepsItsLevel() {
        Series series = Drawn.series(1, 0.5, 84);
        Calibrated calibrated = calibration()
                .comparedWith("errors: prais-winsten", design().with(Errors.praisWinsten()))
                .comparedWith("errors: reml", design().with(Errors.reml()))
                .measure(design(), series);
        assertTrue(calibrated.findsTooMuch());
        assertThat(share(calibrated)).isGreaterThan(0.15);
        assertEquals(
                calibrated.better().orElseThrow(),
                calibrated.alternatives().get(calibrated.alternatives().size() - 1));
        assertThat(calibrated.warning().orElseThrow().toString())
                .startsWith("W-CALIBRATION-001")
                .contains("drawn from the periods before 2007-01 (level, trend, season and AR(1) errors with 0.")
                .contains("; take errors: ");
    }

    @Test
    void classicalErrorsOfIndependentMonthsKeepTheirPromiseAndNothingElseIsTried() {
        Calibrated calibrated = calibration()
                .with(Noise.blocks(1))
                .comparedWith("errors: reml", design().with(Errors.reml()))
                .measure(design().with(new Classical()), Drawn.series(2, 0, 84));
        Rate found = calibrated.onDrawnSeries().orElseThrow().falsePositives();
        assertTrue(found.interval(0.999).contains(0.05), found.toString());
        assertThat(calibrated.alternatives()).isEmpty();
        assertThat(calibrated.warning()).isEmpty();
        Realised dates = calibrated.atPlaceboDates().orElseThrow();
        assertEquals(49, dates.falsePositives().trials());
        assertThat(dates.falsePositives().effective()).isBetween(2.0, 30.0);
    }

    @Test
    void theSameSeedGivesTheSameBitsOnOneThreadAndOnFour() throws InterruptedException, ExecutionException {
        Series series = Drawn.series(3, 0.5, 84);
        String one = in(new ForkJoinPool(1), series);
        assertEquals(one, in(new ForkJoinPool(4), series));
    }

    private static String in(ForkJoinPool pool, Series series) throws InterruptedException, ExecutionException {
        try {
            return pool.submit(() -> calibration().measure(design(), series) + " "
                            + Draws.of(9, 50, random -> Double.doubleToRawLongBits(random.nextGaussian())))
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void whatHappensAfterTheStartChangesNothing() {
        Series series = Drawn.series(4, 0.5, 84);
        double[] changed = series.values();
        Arrays.fill(changed, 60, 84, 1e6);
        changed[70] = 2e6; // a fit without any scatter has no error
        Series other = Series.of(series.name(), series.unit(), series.start(), changed);
        assertEquals(
                calibration().measure(design(), series).toString(),
                calibration().measure(design(), other).toString());
    }

    @Test
    void addingAConstantAndATrendLeavesTheShareUnchanged() {
        Series series = Drawn.series(5, 0.5, 84);
        double[] moved = IntStream.range(0, 84)
                .mapToDouble(t -> series.value(t) + 1000 + 3 * t)
                .toArray();
        assertEquals(
                share(calibration().measure(design(), series)),
                share(calibration().measure(design(), Series.of("crossings", "persons", series.start(), moved))),
                0.021); // one draw may lie at the critical value
    }

    @Test
    void missingMonthsAreMissingInTheDrawnSeriesToo() {
        double[] values = Drawn.series(6, 0.5, 84).values();
        new Random(6).ints(15, 1, 59).forEach(t -> values[t] = Double.NaN);
        Series series = Series.of("crossings", "persons", Drawn.FIRST, values);
        assertThat(share(calibration().measure(design(), series))).isBetween(0.03, 0.6);
    }

    @Test
    void withoutDrawsThePlaceboDatesRemain() {
        Calibrated calibrated = Calibration.seeded(1).withDraws(0).measure(design(), Drawn.series(7, 0.5, 84));
        assertThat(calibrated.onDrawnSeries()).isEmpty();
        assertEquals("no series were asked for", calibrated.noise());
        assertThat(calibrated.atPlaceboDates()).isPresent();
    }

    @Test
    void asACheckItFailsWhereTooMuchIsFoundAndCostsOneStep() {
        Series series = Drawn.series(1, 0.5, 84);
        CheckResult failed = calibration().check(design(), series);
        assertEquals(Status.FAILED, failed.status());
        assertEquals(1, failed.deduction());
        assertThat(failed.reason()).contains("of 100 series without an effect").contains("dates before 2007-01");
        CheckResult passed = calibration().check(design().with(Errors.praisWinsten()), series);
        assertEquals(Status.PASSED, passed.status());
        assertEquals(0, passed.deduction());
    }

    @Test
    void tooFewPeriodsBeforeLeaveNothingToCalibrateOn() {
        Series series = Drawn.series(8, 0, 20);
        CheckResult result = calibration()
                .check(InterruptedTimeSeries.at(Drawn.FIRST.plus(7)).with(Season.NONE), series);
        assertEquals(Status.NOT_APPLICABLE, result.status());
        assertEquals(
                "no series could be drawn (crossings has 7 values before the measure, to 2002-07; a model of them to draw from"
                        + " needs 8), and too few dates before the measure allow a placebo",
                result.reason());
    }

    @Test
    void aBeforeAfterComparisonIsCalibratedOnTheTrendThatItIgnores() {
        double[] rising = IntStream.range(0, 84)
                .mapToDouble(t -> Drawn.series(9, 0, 84).value(t) + 0.5 * t)
                .toArray();
        Series series = Series.of("crossings", "persons", Drawn.FIRST, rising);
        assertThat(share(calibration().measure(BeforeAfter.at(START), series))).isEqualTo(1);
    }

    @Test
    void drawnErrorsHaveTheAutocorrelationAndVarianceOfTheSeries() {
        NullModel model = NullModel.of(Drawn.series(10, 0.6, 600), Scale.LEVEL, Noise.autoregressive());
        double[] drawn =
                Draws.of(1, 1, random -> model.deviations(random, 20_000)).get(0);
        double variance = 0;
        double product = 0;
        for (int t = 1; t < drawn.length; t++) {
            variance += drawn[t] * drawn[t];
            product += drawn[t] * drawn[t - 1];
        }
        assertEquals(0.6, product / variance, 0.08);
        assertEquals(1 / (1 - 0.36), variance / drawn.length, 0.25);
    }

    @Test
    void higherOrdersAndBlocksDrawToo() {
        Series series = Drawn.series(11, 0.5, 84);
        assertThat(calibration()
                        .with(Noise.autoregressive(3))
                        .measure(design(), series)
                        .noise())
                .startsWith("AR(3) errors with ");
        assertEquals(
                "blocks of 8 deviations",
                calibration().with(Noise.blocks(0)).measure(design(), series).noise());
    }

    @Test
    void blocksLongerThanTheSeriesAreRefused() {
        Series series = Drawn.series(12, 0, 30);
        Refusal.of(
                DataException.class,
                "E-CALIBRATION-001 the periods 2002-01 to 2004-06 have 1 run of 30 without a gap, and two are needed to draw from;"
                        + " take shorter blocks or autoregressive errors",
                () -> NullModel.of(series, Scale.LEVEL, Noise.blocks(30)));
    }

    @Test
    void valuesWithoutALogarithmAreRefused() {
        double[] values = Drawn.series(12, 0, 40).values();
        values[3] = 0;
        Series series = Series.of("crossings", "persons", Drawn.FIRST, values);
        Refusal.of(
                DataException.class,
                "E-CALIBRATION-003 crossings is 0.0 in 2002-04; series like it cannot be drawn on a log scale, which needs values"
                        + " above 0",
                () -> NullModel.of(series, Scale.LOG, Noise.autoregressive()));
    }

    @Test
    void theIntervalOfARateIsWilsonsAndCountsEffectiveTrials() {
        Interval interval = Rate.of(5, 50).interval(0.95); // R: prop.test(5, 50, correct = FALSE)$conf.int
        assertEquals(0.0434758, interval.low(), 1e-6);
        assertEquals(0.2136023, interval.high(), 1e-6);
        assertThat(new Rate(5, 50, 10).interval(0.95).high()).isGreaterThan(0.35);
        assertEquals(0.03, new Rate(10, 100, 100).standardError(), 1e-12);
    }

    @Test
    void statisticsThatRepeatThemselvesAreWorthFewAndAlternatingOnesAll() {
        assertEquals(
                40,
                Realised.effective(
                        IntStream.range(0, 40).mapToDouble(i -> i % 2).toArray()),
                1e-12);
        assertThat(Realised.effective(IntStream.range(0, 40).mapToDouble(i -> i).toArray()))
                .isLessThan(4);
    }

    @Test
    void choicesOutsideTheirRangeAreRefused() {
        Refusal.argument("draws are 0 to 100000, got -1", () -> calibration().withDraws(-1));
        Refusal.argument(
                "a margin has 1 to 10000 periods, got 0", () -> calibration().withMargin(0));
        Refusal.argument("an autoregression has an order of 1 to 24, got 0", () -> Noise.autoregressive(0));
        Refusal.argument("a block has 1 to 10000 periods (0 is automatic), got -1", () -> Noise.blocks(-1));
        Refusal.argument("hits are 0 to the number of trials, got 3 of 2", () -> Rate.of(3, 2));
        Refusal.argument("effective trials are 1 to the number of trials, 2, got 3.0", () -> new Rate(1, 2, 3));
    }

    @Test
    void aCalibrationAndItsResultSurviveSerialisation() throws java.io.IOException, ClassNotFoundException {
        Calibrated calibrated = calibration().measure(design(), Drawn.series(1, 0.5, 84));
        assertEquals(calibrated.toString(), Serialized.copy(calibrated).toString());
        assertEquals(calibration().toString(), Serialized.copy(calibration()).toString());
    }

    /** The rate that the calibration gives on single series, against the rate over many series of the process they are from. */
    @Test
    @Tag("slow")
    void theCalibrationOfSingleSeriesAgreesWithTheSizeOverManySeries() {
        int many = 2_000;
        long found = IntStream.range(0, many)
                .parallel()
                .filter(i -> design().bare()
                                .fit(Drawn.series(1_000 + i, 0.5, 84))
                                .effect()
                                .coefficient()
                                .pValue()
                        < 0.05)
                .count();
        double calibrated = IntStream.range(0, 40)
                .mapToDouble(i -> share(calibration().measure(design(), Drawn.series(5_000 + i, 0.5, 84))))
                .average()
                .orElseThrow();
        assertEquals(found / (double) many, calibrated, 0.03);
    }
}
