package org.migrationimpact.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.covariance.Robust;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Pulse;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.Window;

class InterruptedTimeSeriesTest {

    private static final Period JANUARY_2011 = Period.month(2011, 1);

    private static InterruptedTimeSeries albanian() {
        return InterruptedTimeSeries.at(JANUARY_2011)
                .onLog()
                .with(Season.DUMMIES)
                .with(NeweyWest.lags(3));
    }

    /** Checked against R 4.2.2, lm and sandwich::NeweyWest(lag = 3, prewhite = FALSE). */
    @Test
    void theAlbanianStepHasItsReferenceValues() {
        Impact impact = albanian().fit(Figures.albanians());
        assertEquals(-1.679864122, impact.term("level").estimate(), 5e-10);
        assertEquals(0.274524838, impact.term("level").standardError(), 5e-10);
        assertEquals(0.018871884, impact.term("slope").estimate(), 5e-10);
        assertEquals(0.016057617, impact.term("slope").standardError(), 5e-10);
        Impact without = albanian().with(NeweyWest.lags(3).withoutFactor()).fit(Figures.albanians());
        assertEquals(0.227623971, without.term("level").standardError(), 5e-10);
    }

    @Test
    void atTheDateOfAdoptionTheStepIsAnother() {
        Impact impact = albanian().startingAt(Period.month(2010, 11)).fit(Figures.albanians());
        assertEquals(-1.586616572, impact.effect().estimate(), 5e-10);
        assertEquals(0.314148398, impact.effect().coefficient().standardError(), 5e-10);
    }

    @Test
    void leavingOutTheMonthsOfAnticipationKeepsTheLagsOnTheCalendar() {
        Impact impact = albanian().without(Donut.before(2)).fit(Figures.albanians());
        assertEquals(-1.8884, impact.effect().estimate(), 5e-5);
        assertThat(impact.sample().toString()).isEqualTo("48 rows read, 46 used; 2 in the donut");
        assertThat(impact.convention("donut")).isEqualTo("2 periods before the start and 0 from it on");
    }

    @Test
    void theRuleOfThumbGivesThreeLagsForFortyEightMonths() {
        Impact impact = InterruptedTimeSeries.at(JANUARY_2011).onLog().fit(Figures.albanians());
        assertEquals("Newey–West, Bartlett, 3 lags by 4(T/100)^(2/9), T/(T-K)", impact.convention("covariance"));
        assertEquals(0.274524838, impact.effect().coefficient().standardError(), 5e-10);
    }

    @Test
    void aMeasureBeginsWithItsFirstWholePeriodAndSaysSo() {
        Impact impact = InterruptedTimeSeries.of(MeasureInventory.standard().get("M034"))
                .onLog()
                .fit(Figures.albanians());
        assertEquals(JANUARY_2011, impact.path().firstTreated());
        assertThat(impact.warnings().stream().map(Warning::toString))
                .contains(
                        "W-START-001 M034 began within 2010-12; that month is partly treated and counts as before unless a donut"
                                + " leaves it out");
    }

    @Test
    void aDonutAroundThePartlyTreatedPeriodLeavesNothingToWarnOf() {
        Impact impact = InterruptedTimeSeries.of(MeasureInventory.standard().get("M034"))
                .onLog()
                .without(Donut.before(1))
                .fit(Figures.albanians());
        assertThat(impact.warnings().stream().map(Warning::code)).doesNotContain("W-START-001");
    }

    @Test
    void theSeatBeltLawHasRsFigures() {
        Oracle oracle = Oracle.of("its_seatbelts");
        Series drivers = Series.of("log_drivers", "log drivers", Period.ordinal(1), oracle.column("log_drivers"));
        Map<String, Covariance> conventions = Map.of(
                "plain_hc0", Robust.HC0,
                "plain_hc1", Robust.HC1,
                "plain_hc2", Robust.HC2,
                "plain_hc3", Robust.HC3,
                "plain_newey_west_lag12", NeweyWest.lags(12).withoutFactor(),
                "plain_newey_west_lag12_adjust", NeweyWest.lags(12));
        conventions.forEach((name, covariance) -> {
            Impact impact = InterruptedTimeSeries.at(Period.ordinal(170))
                    .with(covariance)
                    .fit(drivers);
            compare(
                    impact,
                    oracle.expected(name).get("se"),
                    oracle.expected("plain_ols").get("coef"));
        });
    }

    private static void compare(Impact impact, JsonNode errors, JsonNode estimates) {
        // R's column t_law is 1 in the first month of the law, our slope 0: so their level and slope together are our
        // level.
        Map<String, String> terms = Map.of("(Intercept)", "intercept", "t", "trend", "t_law", "slope");
        double level = estimates.get("law").asDouble() + estimates.get("t_law").asDouble();
        Close.relative(level, impact.effect().estimate(), 1e-9, "level");
        terms.forEach((theirs, ours) -> {
            Close.relative(estimates.get(theirs).asDouble(), impact.term(ours).estimate(), 1e-9, ours);
            Close.relative(errors.get(theirs).asDouble(), impact.term(ours).standardError(), 1e-8, ours + " error");
        });
    }

    @Test
    void theSeatBeltLawWithSeasonAndCovariatesHasRsFigures() {
        Oracle oracle = Oracle.of("its_seatbelts");
        Period start = Period.month(1969, 1);
        Impact impact = InterruptedTimeSeries.at(Period.month(1983, 2))
                .with(NeweyWest.lags(12))
                .withCovariates(List.of(
                        Series.of("log_petrol", "log price", start, oracle.column("log_petrol")),
                        Series.of("log_kms", "log km", start, oracle.column("log_kms"))))
                .fit(Series.of("log_drivers", "log drivers", start, oracle.column("log_drivers")));
        JsonNode coefficients = oracle.expected("ols").get("coef");
        JsonNode errors = oracle.expected("newey_west_lag12_adjust").get("se");
        for (String[] pair : new String[][] {
            {"(Intercept)", "intercept"},
            {"t", "trend"},
            {"t_law", "slope"},
            {"factor(month)7", "season.7"},
            {"log_kms", "log_kms"}
        }) {
            Close.relative(
                    coefficients.get(pair[0]).asDouble(), impact.term(pair[1]).estimate(), 1e-8, pair[1]);
            Close.relative(
                    errors.get(pair[0]).asDouble(), impact.term(pair[1]).standardError(), 1e-8, pair[1] + " error");
        }
    }

    @Test
    void addingAConstantToEveryMonthLeavesTheEffectUnchanged() {
        InterruptedTimeSeries method = InterruptedTimeSeries.at(JANUARY_2011);
        double effect = method.fit(Figures.albanians()).effect().estimate();
        double moved = method.fit(Figures.albanians().map("detections", v -> v + 1e4))
                .effect()
                .estimate();
        Close.relative(effect, moved, 1e-10, "effect");
    }

    @Test
    void aMultipleOfTheSeriesHasTheSameEffectOnTheLogScale() {
        Impact once = albanian().fit(Figures.albanians());
        Impact thrice = albanian().fit(Figures.albanians().map("detections", v -> 3 * v));
        Close.relative(once.effect().estimate(), thrice.effect().estimate(), 1e-10, "effect");
        Close.relative(
                once.effect().coefficient().standardError(),
                thrice.effect().coefficient().standardError(),
                1e-10,
                "error");
    }

    @Test
    void aKnownStepAndSlopeAreRecovered() {
        double[] values = IntStream.range(0, 60)
                .mapToDouble(
                        t -> 50 + 2 * (t + 1) + (t >= 36 ? 20 + 0.5 * (t - 36) : 0) + 3 * Math.sin(t * Math.PI / 6))
                .toArray();
        Impact impact = InterruptedTimeSeries.at(Period.month(2018, 1))
                .fit(Series.of("x", "persons", Period.month(2015, 1), values));
        assertEquals(20, impact.effect().estimate(), 1e-9);
        assertEquals(0.5, impact.term("slope").estimate(), 1e-10);
        assertEquals(2, impact.term("trend").estimate(), 1e-10);
        EffectPath path = impact.path();
        EffectPath.Point last = path.points().get(59);
        assertEquals(20 + 0.5 * 23, path.effect(last), 1e-8);
    }

    @Test
    void aRampReachesTheWholeLevelAtItsEnd() {
        double[] values = IntStream.range(0, 40)
                .mapToDouble(t -> 10 + t + (t >= 20 ? 12 * Math.min(1, (t - 19) / 4.0) : 0))
                .toArray();
        Impact impact = InterruptedTimeSeries.at(Period.year(2000))
                .withRamp(4)
                .with(InterruptedTimeSeries.Slope.STAYS)
                .fit(Series.of("x", "persons", Period.year(1980), values));
        assertEquals(12, impact.effect().estimate(), 1e-9);
        assertThat(impact.terms().stream().map(t -> t.term())).containsExactly("intercept", "trend", "level");
    }

    @Test
    void severalInterventionsAreNamedByTheirPeriods() {
        double[] values = IntStream.range(0, 60)
                .mapToDouble(t -> 5 + t + (t >= 20 ? 7 : 0) + (t >= 40 ? -3 : 0))
                .toArray();
        Impact impact = InterruptedTimeSeries.at(Period.month(2012, 9), Period.month(2014, 5))
                .fit(Series.of("x", "persons", Period.month(2011, 1), values));
        assertEquals(7, impact.term("level@2012-09").estimate(), 1e-9);
        assertEquals(-3, impact.term("level@2014-05").estimate(), 1e-9);
        assertEquals(0, impact.term("slope@2014-05").estimate(), 1e-10);
        EffectPath.Point last = impact.path().points().get(59);
        assertEquals(4, impact.path().effect(last), 1e-8);
    }

    @Test
    void aShockWithALevelOfItsOwnDoesNotMoveTheStep() {
        double[] values = IntStream.range(0, 48)
                .mapToDouble(t -> 5 + t + (t >= 24 ? 7 : 0) + (t >= 10 && t < 14 ? 100 : 0))
                .toArray();
        Impact impact = InterruptedTimeSeries.at(Period.month(2013, 1))
                .withShocks(List.of(new Pulse("S01", Period.month(2011, 11), Period.month(2012, 2))))
                .fit(Series.of("x", "persons", Period.month(2011, 1), values));
        assertEquals(7, impact.effect().estimate(), 1e-9);
        assertEquals(100, impact.term("S01").estimate(), 1e-9);
        assertEquals("S01 2011-11..2012-02", impact.convention("shocks"));
    }

    @Test
    void gapsAreKeptOnTheCalendar() {
        double[] values = Figures.albanians().values();
        values[10] = Double.NaN;
        values[30] = Double.NaN;
        Series holes = Series.of("Albanians", "detections", Period.month(2009, 1), values);
        Impact impact = albanian().fit(holes);
        assertThat(impact.sample().toString()).isEqualTo("48 rows read, 46 used; 2 missing outcome");
        double byHand = slowNeweyWest(holes);
        Close.relative(byHand, impact.effect().coefficient().standardError(), 1e-9, "calendar lags");
    }

    /** The obvious twin: every pair of months, weighted by their distance on the calendar. */
    private static double slowNeweyWest(Series series) {
        int[] used = IntStream.range(0, series.size())
                .filter(i -> !Double.isNaN(series.value(i)))
                .toArray();
        double[][] x =
                Arrays.stream(used).mapToObj(InterruptedTimeSeriesTest::row).toArray(double[][]::new);
        var matrix = new org.apache.commons.math3.linear.Array2DRowRealMatrix(x);
        double[] y =
                Arrays.stream(used).mapToDouble(i -> Math.log(series.value(i))).toArray();
        var bread = new org.apache.commons.math3.linear.LUDecomposition(
                        matrix.transpose().multiply(matrix))
                .getSolver()
                .getInverse();
        double[] b = bread.operate(matrix.transpose().operate(y));
        double[] fitted = matrix.operate(b);
        var meat = new org.apache.commons.math3.linear.Array2DRowRealMatrix(15, 15);
        for (int s = 0; s < used.length; s++) {
            for (int t = 0; t < used.length; t++) {
                double weight = Math.max(0, 1 - Math.abs(used[s] - used[t]) / 4.0);
                for (int i = 0; i < 15; i++) {
                    for (int j = 0; j < 15; j++) {
                        meat.addToEntry(i, j, weight * x[s][i] * (y[s] - fitted[s]) * (y[t] - fitted[t]) * x[t][j]);
                    }
                }
            }
        }
        double n = used.length;
        return Math.sqrt(bread.multiply(meat).multiply(bread).getEntry(2, 2) * n / (n - 15));
    }

    private static double[] row(int t) {
        double[] row = new double[15];
        row[0] = 1;
        row[1] = t + 1;
        row[2] = t >= 24 ? 1 : 0;
        row[3] = Math.max(0, t - 24);
        if (t % 12 > 0) {
            row[3 + t % 12] = 1;
        }
        return row;
    }

    @Test
    void periodsWithoutARowAreWarnedOfAndNotCountedAsRead() {
        var builder = Observations.of("detections", "detections", List.of());
        double[] values = Figures.albanians().values();
        for (int i = 0; i < 48; i++) {
            if (i != 5) {
                builder.add(List.of(), Period.month(2009, 1).plus(i), values[i]);
            }
        }
        Impact impact = albanian().fit(builder.build(Source.named("test")).series());
        assertThat(impact.sample().read()).isEqualTo(47);
        assertThat(impact.warnings().stream().map(Warning::toString))
                .contains(
                        "W-SERIES-001 detections has no row, which is not zero in 1 month: 2009-06; a comparison leaves it out");
    }

    @Test
    void suppressedIsCountedApartFromMissing() {
        var builder = Observations.of("detections", "detections", List.of());
        double[] values = Figures.albanians().values();
        for (int i = 0; i < 48; i++) {
            Flag flag = i == 5 ? Flag.SUPPRESSED : i == 6 ? Flag.NOT_AVAILABLE : Flag.PROVISIONAL;
            builder.add(
                    List.of(),
                    Period.month(2009, 1).plus(i),
                    i == 5 || i == 6 ? Double.NaN : values[i],
                    java.util.Set.of(flag),
                    i + 2);
        }
        Impact impact = albanian().fit(builder.build(Source.named("test")).series());
        assertThat(impact.sample().toString())
                .isEqualTo("48 rows read, 46 used; 1 suppressed outcome, 1 missing outcome");
        assertThat(impact.warnings().stream().map(Warning::code)).contains("W-SERIES-003", "W-SERIES-004");
    }

    @Test
    void theBandWidensWithTheDistanceFromWhatWasSeen() {
        EffectPath path = albanian().fit(Figures.albanians()).path();
        List<EffectPath.Point> treated = path.treated();
        assertEquals(24, treated.size());
        assertThat(treated.get(23).standardError()).isGreaterThan(treated.get(0).standardError());
        double counterfactual = path.counterfactual(treated.get(0));
        assertThat(path.counterfactualBand(treated.get(0), 0.95).contains(counterfactual))
                .isTrue();
        assertEquals(410 - counterfactual, path.effect(treated.get(0)), 1e-9);
    }

    private static String refusal(Class<? extends ImpactException> type, InterruptedTimeSeries method, Series series) {
        return assertThrows(type, () -> method.fit(series)).line();
    }

    @Test
    void tooLittleBeforeIsRefused() {
        assertEquals(
                "E-SAMPLE-003 Albanians has 3 months with a value before 2009-04; an interrupted time series needs 4",
                refusal(DataException.class, InterruptedTimeSeries.at(Period.month(2009, 4)), Figures.albanians()));
    }

    @Test
    void tooLittleAfterIsRefused() {
        assertEquals(
                "E-SAMPLE-003 Albanians has 2 months with a value from 2012-11 on; an interrupted time series needs 3",
                refusal(DataException.class, InterruptedTimeSeries.at(Period.month(2012, 11)), Figures.albanians()));
    }

    @Test
    void aStartOutsideTheSeriesIsRefused() {
        assertEquals(
                "E-SAMPLE-001 Albanians runs from 2009-01 to 2012-12; the first treated month 2016-03 lies outside",
                refusal(DataException.class, InterruptedTimeSeries.at(Period.month(2016, 3)), Figures.albanians()));
    }

    @Test
    void aStartOfAnotherFrequencyIsRefused() {
        assertEquals(
                "E-START-001 the first treated period 2011 is a year, the series is by month; name the first treated month",
                refusal(InputException.class, InterruptedTimeSeries.at(Period.year(2011)), Figures.albanians()));
    }

    @Test
    void zerosOnTheLogScaleAreRefused() {
        double[] values = Figures.albanians().values();
        values[40] = 0;
        assertEquals(
                "E-SAMPLE-002 Albanians is 0.0 in 2012-05; a logarithm needs values above 0: take the level scale (adding 1 before the"
                        + " logarithm would make the answer depend on the unit)",
                refusal(
                        DataException.class,
                        albanian(),
                        Series.of("Albanians", "detections", Period.month(2009, 1), values)));
    }

    @Test
    void twoHundredMonthsOfZerosAreRefused() {
        Series zeros = Series.of("zeros", "detections", Period.month(2009, 1), new double[200]);
        assertEquals(
                "E-SAMPLE-004 zeros is 0.0 in all 200 months that would be used; where nothing varies nothing can be estimated",
                refusal(DataException.class, InterruptedTimeSeries.at(JANUARY_2011), zeros));
    }

    @Test
    void twoMeasuresCloserThanTheDataCanSeparateAreRefused() {
        assertEquals(
                "E-ITS-001 Albanians has 2 months with a value from 2010-11 to before 2011-01; each of several interventions needs 3:"
                        + " measures closer in time than the data can separate are one bundle",
                refusal(
                        DataException.class,
                        InterruptedTimeSeries.at(Period.month(2010, 11), JANUARY_2011),
                        Figures.albanians()));
    }

    @Test
    void aShockThatCoversTheWholeTimeAfterIsCollinearAndNamed() {
        InterruptedTimeSeries method = InterruptedTimeSeries.at(JANUARY_2011)
                .withShocks(List.of(new Pulse("S04", JANUARY_2011, Period.month(2012, 12))));
        assertEquals(
                "E-MODEL-001 S04 cannot be told from level; leave one of them out, or widen the window",
                refusal(EstimationException.class, method, Figures.albanians()));
    }

    @Test
    void seasonsOfYearsAreRefused() {
        Series years = Series.of(
                "x", "persons", Period.year(1990), new Random(1).doubles(30).toArray());
        assertEquals(
                "E-SEASON-001 a series by year has no seasons; leave the season out (none)",
                refusal(
                        DataException.class,
                        InterruptedTimeSeries.at(Period.year(2010)).with(Season.DUMMIES),
                        years));
    }

    @Test
    void aYearAndAHalfHasNoSeasonToTakeOutAndSaysSo() {
        Series short18 = Figures.albanians().between(Period.month(2010, 1), Period.month(2011, 6));
        Impact impact = InterruptedTimeSeries.at(JANUARY_2011).onLog().fit(short18);
        assertThat(impact.terms().stream().map(t -> t.term())).containsExactly("intercept", "trend", "level", "slope");
        assertThat(impact.convention("season")).isEqualTo("none");
        assertThat(impact.warnings().stream().map(Warning::toString))
                .contains(
                        "W-ITS-004 Albanians has 18 months, fewer than two cycles of its seasons: none was taken out; name a season"
                                + " to insist on it");
    }

    @Test
    void perCentIsNoScaleOfATrend() {
        assertEquals(
                "a trend is fitted to levels or logarithms; take Scale.LOG for relative effects",
                assertThrows(IllegalArgumentException.class, () -> albanian().with(Scale.PERCENT))
                        .getMessage());
    }

    @Test
    void theSummaryIsReadByAMinisterFromItsSecondLine() {
        String[] lines = albanian().fit(Figures.albanians()).toString().split("\n", -1);
        assertEquals("interrupted-time-series: Albanians", lines[0]);
        assertEquals(
                "change of level of Albanians at 2011-01, against its trend before: -1.6799 log points (95 % interval -2.2384 to"
                        + " -1.1213), that is -81.4 % (-89.3 to -67.4 %)",
                lines[1]);
    }

    @Test
    void fourierWavesReplaceTheDummies() {
        Impact impact = albanian().with(Season.fourier(2)).fit(Figures.albanians());
        assertThat(impact.terms().stream().map(t -> t.term()))
                .containsExactly(
                        "intercept",
                        "trend",
                        "level",
                        "slope",
                        "season.sin1",
                        "season.cos1",
                        "season.sin2",
                        "season.cos2");
    }

    @Test
    void sixWavesOfAMonthlySeriesAreAsGoodAsElevenDummies() {
        Impact waves = albanian().with(Season.fourier(6)).fit(Figures.albanians());
        Close.relative(
                albanian().fit(Figures.albanians()).effect().estimate(),
                waves.effect().estimate(),
                1e-9,
                "level");
    }

    @Test
    void aWindowMaySayHowManyPeriodsOnEachSide() {
        Impact impact = InterruptedTimeSeries.at(JANUARY_2011)
                .with(Season.NONE)
                .within(Window.around(12))
                .fit(Figures.albanians());
        assertEquals("2010-01..2011-12", impact.convention("window"));
        assertEquals(
                "48 rows read, 24 used; 24 outside the window", impact.sample().toString());
    }
}
