package org.migrationimpact.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.covariance.Resampled;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Window;
import org.migrationimpact.regression.Coefficient;

class BeforeAfterTest {

    private static final Period JANUARY_2011 = Period.month(2011, 1);

    private static Series nile() {
        return Series.of(
                "Nile", "10^8 m3", Period.year(1871), Oracle.of("tests_nile").column("flow"));
    }

    private static JsonNode nile(String name) {
        return Oracle.of("tests_nile").expected(name);
    }

    private static Impact nile(Comparison comparison) {
        return BeforeAfter.at(Period.year(1899)).with(comparison).fit(nile());
    }

    @Test
    void theAlbanianMeansAreThePublishedOnes() {
        Impact impact = BeforeAfter.at(JANUARY_2011).fit(Figures.albanians());
        assertEquals(2936.17, impact.term("intercept").estimate(), 0.005);
        assertEquals(
                434.167, impact.term("intercept").estimate() + impact.effect().estimate(), 0.0005);
        Impact percent = BeforeAfter.at(JANUARY_2011).with(Scale.PERCENT).fit(Figures.albanians());
        assertEquals(-85.2, percent.effect().estimate(), 0.05);
        assertEquals("%", percent.effect().unit());
    }

    @Test
    void welchHasRsFigures() {
        Coefficient level = nile(Comparison.welch()).effect().coefficient();
        JsonNode expected = nile("welch_t");
        Close.relative(-expected.get("t").asDouble(), level.statistic(), 1e-10, "t");
        Close.relative(expected.get("df").asDouble(), level.degreesOfFreedom(), 1e-10, "df");
        Close.relative(expected.get("p").asDouble(), level.pValue(), 1e-9, "p");
        Interval interval = level.interval(0.95);
        Close.relative(-expected.get("ci").get(1).asDouble(), interval.low(), 1e-9, "low");
        Close.relative(-expected.get("ci").get(0).asDouble(), interval.high(), 1e-9, "high");
    }

    @Test
    void mannWhitneyWithTiesHasRsFigures() {
        Coefficient level = nile(Comparison.mannWhitney()).effect().coefficient();
        JsonNode expected = nile("mann_whitney_normal_cc");
        assertEquals(28 * 72 - expected.get("W").asDouble(), level.statistic());
        Close.relative(expected.get("p").asDouble(), level.pValue(), 1e-9, "p");
        assertEquals(-nile("hodges_lehmann").get("shift").asDouble(), level.estimate());
        Interval interval = level.interval(0.95);
        assertEquals(-316, interval.low(), 1e-9);
        assertEquals(-196, interval.high(), 1e-9);
    }

    @Test
    void effectSizesHaveMetaforsFigures() {
        Impact impact = nile(Comparison.welch());
        JsonNode expected = nile("effect_sizes");
        Close.relative(
                -expected.get("hedges_g").asDouble(),
                impact.diagnostics().get(0).statistic(),
                1e-9,
                "g");
        Close.relative(
                -expected.get("cliffs_delta").asDouble(),
                impact.diagnostics().get(1).statistic(),
                1e-12,
                "delta");
    }

    @Test
    void theErrorOfTheBlockBootstrapIsItsExactOne() {
        // The mean of 100 values against a side without variation: only the first side has an error.
        double[] flow = Oracle.of("tests_nile").column("flow");
        double[] all = IntStream.range(0, 200)
                .mapToDouble(i -> i < 100 ? flow[i] : 900)
                .toArray();
        Impact impact = BeforeAfter.at(Period.year(1971))
                .with(new BlockBootstrap(5, 199, 1))
                .fit(Series.of("Nile and a constant", "10^8 m3", Period.year(1871), all));
        Close.relative(
                nile("moving_block_bootstrap_mean_l5")
                        .get("block_mean_sd_over_sqrt_k")
                        .asDouble(),
                impact.effect().coefficient().standardError(),
                1e-10,
                "exact error");
    }

    @Test
    void oneSeedGivesTheSameBitsOnAnyNumberOfThreads() throws Exception {
        BeforeAfter method = BeforeAfter.at(JANUARY_2011).with(Comparison.blockBootstrap());
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4);
        Coefficient alone = one.submit(
                        () -> method.fit(Figures.albanians()).effect().coefficient())
                .get();
        Coefficient together = four.submit(
                        () -> method.fit(Figures.albanians()).effect().coefficient())
                .get();
        one.shutdown();
        four.shutdown();
        assertEquals(alone, together);
        Impact other = BeforeAfter.at(JANUARY_2011)
                .with(new BlockBootstrap(0, 1999, 2))
                .fit(Figures.albanians());
        assertThat(other.effect().coefficient()).isNotEqualTo(alone);
    }

    @Test
    void theBootstrapPrintsItsMonteCarloError() {
        Impact impact =
                BeforeAfter.at(JANUARY_2011).with(Comparison.blockBootstrap()).fit(Figures.albanians());
        assertEquals(3 / 2000.0, impact.effect().coefficient().pValue());
        assertEquals("1999 draws", ((Resampled) impact.effect().coefficient().uncertainty()).count() + " draws");
        assertThat(impact.convention("draws")).isEqualTo("1999 from seed 1; Monte Carlo error of the p-value 0.0009");
        assertThat(impact.convention("block")).isEqualTo("3 periods by ⌈n^(1/3)⌉");
    }

    @Test
    void theDeltaMethodAgreesWithTheRatioOfLogarithmsForSmallErrors() {
        double[] values = IntStream.range(0, 400)
                .mapToDouble(i -> (i < 200 ? 1000 : 1100) + 5 * Math.sin(i * 1.7))
                .toArray();
        Series series = Series.of("x", "persons", Period.ordinal(1), values);
        BeforeAfter method = BeforeAfter.at(Period.ordinal(201)).with(Comparison.welch());
        Coefficient percent = method.with(Scale.PERCENT).fit(series).effect().coefficient();
        Coefficient log = method.with(Scale.LOG).fit(series).effect().coefficient();
        Close.relative(100 * Math.expm1(log.estimate()), percent.estimate(), 1e-3, "change");
        Close.relative(100 * Math.exp(log.estimate()) * log.standardError(), percent.standardError(), 1e-2, "error");
    }

    @Test
    void percentByNeweyWestAndByWelchAgreeWithoutLags() {
        BeforeAfter method = BeforeAfter.at(JANUARY_2011).with(Scale.PERCENT);
        Coefficient hac = method.with(Comparison.neweyWest(NeweyWest.lags(0).withoutFactor()))
                .fit(Figures.albanians())
                .effect()
                .coefficient();
        Coefficient welch = method.with(Comparison.welch())
                .fit(Figures.albanians())
                .effect()
                .coefficient();
        Close.relative(welch.standardError() * Math.sqrt(23 / 24.0), hac.standardError(), 1e-9, "error");
    }

    @Test
    void turningTheSeriesUpsideDownTurnsTheShift() {
        BeforeAfter method = BeforeAfter.at(JANUARY_2011).with(Comparison.mannWhitney());
        Coefficient up = method.fit(Figures.albanians()).effect().coefficient();
        Coefficient down = method.fit(Figures.albanians().map("detections", v -> -v))
                .effect()
                .coefficient();
        assertEquals(-up.estimate(), down.estimate());
        assertEquals(up.pValue(), down.pValue(), 1e-15);
        assertEquals(-up.interval(0.95).low(), down.interval(0.95).high());
    }

    @Test
    void windowAndDonutAreCounted() {
        Impact impact = BeforeAfter.at(JANUARY_2011)
                .within(Window.around(12))
                .without(Donut.around(1, 1))
                .fit(Figures.albanians());
        assertEquals(
                "48 rows read, 22 used; 24 outside the window, 2 in the donut",
                impact.sample().toString());
    }

    @Test
    void itAlwaysSaysThatThereIsNoCounterfactual() {
        assertThat(BeforeAfter.at(JANUARY_2011).fit(Figures.albanians()).warnings().stream()
                        .map(w -> w.code()))
                .contains("W-BEFORE-001");
    }

    @Test
    void aRankTestHasNoPercentage() {
        BeforeAfter method = BeforeAfter.at(JANUARY_2011).with(Scale.PERCENT).with(Comparison.mannWhitney());
        assertEquals(
                "E-RANK-001 a rank test has no change in per cent; take the level scale, or log for relative changes",
                assertThrows(InputException.class, () -> method.fit(Figures.albanians()))
                        .line());
    }

    @Test
    void percentOfNearlyNothingIsRefused() {
        Series series = Series.of("balance", "persons", Period.year(2000), 1, -1, 1, -1, 5, 6, 7);
        assertEquals(
                "E-BEFORE-001 balance has the mean 0.0 before; a change in per cent of nearly nothing means nothing: take the level"
                        + " scale",
                assertThrows(
                                DataException.class,
                                () -> BeforeAfter.at(Period.year(2004))
                                        .with(Scale.PERCENT)
                                        .fit(series))
                        .line());
    }

    @Test
    void blocksNeedConsecutivePeriods() {
        double[] values = Figures.albanians().values();
        values[4] = Double.NaN;
        Series holes = Series.of("Albanians", "detections", Period.month(2009, 1), values);
        BeforeAfter method = BeforeAfter.at(JANUARY_2011).with(Comparison.blockBootstrap());
        assertEquals(
                "E-BOOT-003 Albanians has nothing between 2009-04 and 2009-06; blocks need consecutive periods: choose a window"
                        + " without the gap",
                assertThrows(DataException.class, () -> method.fit(holes)).line());
    }

    @Test
    void blocksLongerThanHalfASideAreRefused() {
        BeforeAfter method = BeforeAfter.at(JANUARY_2011).with(new BlockBootstrap(13, 199, 1));
        assertEquals(
                "E-BOOT-004 Albanians has 24 periods on one side; two blocks of 13 need 26: take shorter blocks or a longer window",
                assertThrows(DataException.class, () -> method.fit(Figures.albanians()))
                        .line());
    }

    @Test
    void ranksOfAHandfulOfYearsSayWhatTheyCannotReach() {
        Series few = Series.of("few", "persons", Period.year(2000), 1, 4, 2, 8, 9, 7);
        Impact impact =
                BeforeAfter.at(Period.year(2003)).with(Comparison.mannWhitney()).fit(few);
        assertEquals(0.1, impact.effect().coefficient().pValue(), 1e-15);
        assertThat(impact.warnings().stream().map(w -> w.toString()))
                .contains(
                        "W-RANK-001 3 values before and 3 after cannot have a p-value below 0.100, and the interval reaches no more"
                                + " than 90.0 %");
    }

    @Test
    void theTermsAreTheMeanBeforeAndTheChange() {
        assertEquals(
                List.of("intercept", "level"),
                BeforeAfter.at(JANUARY_2011).fit(Figures.albanians()).terms().stream()
                        .map(Coefficient::term)
                        .toList());
    }
}
