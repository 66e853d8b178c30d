package org.migrationimpact.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Weight;
import org.migrationimpact.report.ResultJson;

class SyntheticControlTest {

    private static final Panel PANEL = Made.treated(Made.panel(20, 36, 0.3, 1), 5);
    private static final Panel SMALL = Made.treated(Made.panel(6, 36, 0.3, 1), 5);

    @Test
    void aKnownEffectIsRecovered() {
        SyntheticControlFit fit = Made.control(PANEL).fit();
        assertEquals(5, fit.effect(), 0.5);
        assertTrue(fit.impact().effect().coefficient().pValue() < 0.05);
        assertTrue(fit.ofMean().interval(fit.effect(), 0.95).contains(5));
        assertTrue(fit.ofMean().zero() < 0.05);
    }

    @Test
    void addingAConstantToAllSeriesLeavesTheResult() {
        SyntheticControlFit fit = Made.control(PANEL).fit();
        SyntheticControlFit moved =
                Made.control(Made.changed(PANEL, v -> v + 1e4)).fit();
        assertEquals(fit.effect(), moved.effect(), 1e-8);
        assertArrayEquals(fit.twin().gaps(), moved.twin().gaps(), 1e-8);
        assertEquals(fit.rank().beyond(), moved.rank().beyond());
    }

    @Test
    void multiplyingAllSeriesMultipliesTheEffectAndItsInterval() {
        SyntheticControlFit fit = Made.control(PANEL).fit();
        SyntheticControlFit times =
                Made.control(Made.changed(PANEL, v -> 8 * v)).fit();
        assertEquals(8 * fit.effect(), times.effect(), 1e-9);
        Interval interval = fit.ofMean().interval(fit.effect(), 0.9);
        Interval larger = times.ofMean().interval(times.effect(), 0.9);
        assertEquals(8 * interval.low(), larger.low(), 1e-6);
        assertEquals(8 * interval.high(), larger.high(), 1e-6);
    }

    @Test
    void theOrderOfTheUnitsDoesNotMatter() {
        List<Series> reversed = new ArrayList<>(PANEL.series());
        Collections.reverse(reversed);
        SyntheticControlFit fit = Made.control(PANEL).fit();
        SyntheticControlFit back = Made.control(new Panel(reversed)).fit();
        assertEquals(fit.effect(), back.effect(), 1e-12);
        for (Weight weight : fit.weights()) {
            assertEquals(weight.weight(), back.twin().weight(weight.unit()), 1e-12);
        }
        assertEquals(fit.rank().beyond(), back.rank().beyond());
        assertEquals(
                fit.ofMean().interval(0, 0.95).low(),
                back.ofMean().interval(0, 0.95).low(),
                1e-8);
    }

    @Test
    void placebosAndLeaveOneOutAreFitsOfTheSmallerPanels() {
        SyntheticControlFit fit = Made.control(SMALL).fit();
        Panel withoutTreated = SMALL.without("T");
        SyntheticControlFit placebo = SyntheticControl.of(withoutTreated)
                .treated("D3")
                .from(Made.START)
                .fit();
        assertArrayEquals(placebo.twin().gaps(), named(fit.placebos(), "D3").gaps(), 1e-7);
        for (Refit without : fit.leaveOneOut()) {
            double[] slow =
                    Made.control(SMALL.without(without.name())).fit().twin().gaps();
            assertArrayEquals(slow, without.gaps(), 1e-7, without.name());
        }
    }

    private static Refit named(List<Refit> refits, String name) {
        return refits.stream()
                .filter(refit -> refit.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEarlierDateIsAFitOfTheShorterPanel() {
        SyntheticControlFit fit = Made.control(PANEL).fit();
        Refit earlier = named(fit.earlierDates(), "2011-06");
        SyntheticControlFit slow = SyntheticControl.of(PANEL)
                .treated("T")
                .from(Period.month(2011, 6))
                .within(Period.month(2010, 1), Period.month(2011, 12))
                .fit();
        assertArrayEquals(slow.twin().gaps(), earlier.gaps(), 1e-9);
        Refit later = named(fit.laterBeginnings(), "2010-07");
        SyntheticControlFit shorter =
                Made.control(PANEL).matchedFrom(Period.month(2010, 7)).fit();
        assertArrayEquals(shorter.twin().gaps(), later.gaps(), 1e-9);
        assertThat(fit.earlierDates()).extracting(Refit::name).first().isEqualTo("2011-01");
    }

    @Test
    void theConformalPValueIsThatOfEveryRunOfPeriods() {
        // the slow twin: the effect taken away, one fit over all periods, every run of periods summed
        SyntheticControlFit fit = Made.control(PANEL).fit();
        double effect = 4;
        int rows = 36;
        double[][] donors =
                PANEL.without("T").series().stream().map(Series::values).toArray(double[][]::new);
        double[] target = Made.treated(PANEL, -effect).unit("T").values();
        double[] weights = SimplexWeights.leastSquares().fit(donors, target).weights();
        double[] gaps = IntStream.range(0, rows)
                .mapToDouble(t -> target[t]
                        - IntStream.range(0, weights.length)
                                .mapToDouble(j -> weights[j] * donors[j][t])
                                .sum())
                .toArray();
        double[] runs = IntStream.range(0, rows)
                .mapToDouble(b -> Math.abs(IntStream.range(0, 12)
                        .mapToDouble(k -> gaps[(b + k) % rows])
                        .sum()))
                .toArray();
        double p = Arrays.stream(runs).filter(run -> run >= runs[24] - 1e-9).count() / (double) rows;
        double[][] units = PANEL.series().stream().map(Series::values).toArray(double[][]::new);
        int[] groups = Baseline.NONE.groups(Period.month(2010, 1), rows);
        assertEquals(p, NullEffect.refitted(units, groups, 12).pValue(effect));
        Interval interval = fit.ofMean().interval(0, 0.9);
        NullEffect test = NullEffect.refitted(units, groups, 12);
        assertTrue(test.pValue(interval.low()) > 0.1 && test.pValue(interval.low() - 1e-6) <= 0.1);
        assertTrue(test.pValue(interval.high()) > 0.1 && test.pValue(interval.high() + 1e-6) <= 0.1);
    }

    @Test
    void intervalsContainTheirEstimatesAndGrowWithTheLevel() {
        SyntheticControlFit fit = Made.control(PANEL).withConfidence(0.7).fit();
        double[] gaps = fit.twin().gaps();
        for (int t = 0; t < 12; t++) {
            Interval narrow = fit.ofPeriods().get(t).interval(0, 0.7);
            Interval wide = fit.ofPeriods().get(t).interval(0, 0.9);
            assertTrue(narrow.contains(gaps[24 + t]) && wide.low() <= narrow.low() && narrow.high() <= wide.high());
        }
    }

    @Test
    void nineDonorsCannotReachFivePercent() {
        Impact impact =
                Made.control(Made.treated(Made.panel(9, 36, 0.1, 2), 50)).fit().impact();
        assertEquals(0.1, impact.effect().coefficient().pValue(), 1e-15);
        assertThat(impact.warnings())
                .contains(
                        new Warning(
                                "W-SYNTH-001",
                                "9 donors cannot reach 5 %: the smallest p-value of a placebo in space is 0.1000; 19 donors are needed"));
    }

    @Test
    void aLogScaleGivesLogPointsAndAPathInTheUnitOfTheSeries() {
        Impact impact = Made.control(PANEL).onLog().fit().impact();
        assertEquals("log points", impact.effect().unit());
        double mean = impact.path().treated().stream()
                .mapToDouble(
                        p -> Math.log(p.observed()) - Math.log(impact.path().counterfactual(p)))
                .average()
                .orElseThrow();
        assertEquals(impact.effect().estimate(), mean, 1e-12);
        impact.path()
                .treated()
                .forEach(p -> assertTrue(impact.path()
                        .effectInterval(p, 0.9)
                        .contains(impact.path().effect(p))));
    }

    @Test
    void perCentTakesZerosAndUnitsOfAnySize() {
        List<Series> series = new ArrayList<>(PANEL.series());
        double first = series.get(1).value(0);
        series.set(1, series.get(1).map("persons", v -> 1e6 * Math.abs(v - first)));
        Impact impact = Made.control(new Panel(series)).inPercent().fit().impact();
        assertEquals("%", impact.effect().unit());
        double before = IntStream.range(0, 24)
                .mapToDouble(PANEL.unit("T")::value)
                .average()
                .orElseThrow();
        double mean = impact.path().treated().stream()
                .mapToDouble(impact.path()::effect)
                .average()
                .orElseThrow();
        assertEquals(impact.effect().estimate(), 100 * mean / before, 1e-10);
    }

    @Test
    void aTwinAboutItsOwnMeanDoesNotMindALevel() {
        List<Series> series = new ArrayList<>(PANEL.series());
        series.set(0, series.get(0).map("persons", v -> v + 300));
        SyntheticControlFit fit = Made.control(PANEL).with(Baseline.OWN_MEAN).fit();
        SyntheticControlFit higher =
                Made.control(new Panel(series)).with(Baseline.OWN_MEAN).fit();
        assertArrayEquals(fit.twin().gaps(), higher.twin().gaps(), 1e-9);
    }

    @Test
    void aTwinAboutItsOwnSeasonsDoesNotMindTheSeasonOfTheTreated() {
        Panel panel = Made.treated(Made.panel(20, 48, 0.3, 3), 5);
        List<Series> series = new ArrayList<>(panel.series());
        double[] values = series.get(0).values();
        for (int t = 0; t < values.length; t++) {
            values[t] += 20 * Math.sin(t * Math.PI / 6);
        }
        series.set(0, Series.of("T", "persons", Period.month(2010, 1), values));
        SyntheticControlFit plain =
                Made.control(panel).with(Baseline.OWN_SEASONS).fit();
        SyntheticControlFit seasonal =
                Made.control(new Panel(series)).with(Baseline.OWN_SEASONS).fit();
        assertArrayEquals(plain.twin().gaps(), seasonal.twin().gaps(), 1e-9);
        assertEquals(
                plain.ofMean().interval(0, 0.9).low(),
                seasonal.ofMean().interval(0, 0.9).low(),
                1e-7);
    }

    @Test
    void equalImportanceOfOnePredictorAPeriodIsTheOutcomesInStandardDeviations() {
        Panel small = Made.panel(12, 36, 0.3, 5);
        Predictor[] predictors = IntStream.range(0, 24)
                .mapToObj(t -> Predictor.mean(
                        "t" + t, small, List.of(Period.month(2010, 1).plus(t))))
                .toArray(Predictor[]::new);
        SyntheticControlFit fit =
                Made.control(small).matching(Importance.equal(), predictors).fit();
        double[][] units = small.series().stream()
                .map(series -> Arrays.copyOf(series.values(), 24))
                .toArray(double[][]::new);
        for (int t = 0; t < 24; t++) {
            double[] values = new double[13];
            for (int j = 0; j < 13; j++) {
                values[j] = units[j][t];
            }
            double sd = Math.sqrt(new org.apache.commons.math3.stat.descriptive.moment.Variance().evaluate(values));
            for (double[] unit : units) {
                unit[t] /= sd;
            }
        }
        double[] slow = SimplexWeights.leastSquares()
                .fit(Arrays.copyOfRange(units, 1, 13), units[0])
                .weights();
        assertArrayEquals(
                slow, fit.weights().stream().mapToDouble(Weight::weight).toArray(), 1e-9);
    }

    @Test
    void importanceByRegressionSumsToOneAndFavoursWhatExplains() {
        Panel panel = Made.panel(20, 36, 0.3, 6);
        Predictor useful = Predictor.mean("mean", panel, Period.month(2011, 6), Period.month(2011, 12));
        Map<String, Double> alphabet = new java.util.TreeMap<>();
        panel.units().forEach(unit -> alphabet.put(unit, (double) unit.hashCode() % 7));
        SyntheticControlFit fit = Made.control(panel)
                .matching(Importance.byRegression(), useful, Predictor.known("alphabet", alphabet))
                .fit();
        assertEquals(1, fit.balance().get(0).importance() + fit.balance().get(1).importance(), 1e-12);
        assertTrue(fit.balance().get(0).importance() > 0.9);
    }

    @Test
    void resultsAreTheSameOnEveryRunAndSurviveSerialization() throws IOException, ClassNotFoundException {
        SyntheticControlFit one = Made.control(PANEL).fit();
        assertEquals(one.toString(), Made.control(PANEL).fit().toString());
        assertEquals(one.toString(), Serialized.copy(one).toString());
    }

    @Test
    void theJsonHasWeightsAndPathAndNoNumberThatDoesNotExist() {
        Impact nine = Made.control(Made.panel(9, 36, 0.1, 2)).fit().impact();
        Impact short99 = Made.control(PANEL).withConfidence(0.999).fit().impact();
        for (Impact impact : List.of(nine, short99)) {
            String json = ResultJson.of(impact).withConfidence(0.999).text();
            assertThat(json)
                    .contains("\"design\" : \"synthetic-control\"", "\"weights\"", "\"path\"", "\"p.value\"")
                    .doesNotContain("NaN", "Infinity", "std.error", "conf.low");
            assertThat(ResultJson.of(impact).withConfidence(0.9).text()).contains("conf.low");
        }
    }

    @Test
    void rowsAreCounted() {
        Impact impact = Made.control(PANEL)
                .with(Donors.all().without("a test", "D1", "D2"))
                .within(Period.month(2010, 3), Period.month(2012, 6))
                .fit()
                .impact();
        assertEquals(
                "756 rows read, 532 used; 168 outside the periods, 56 of units that are no donors",
                impact.sample().toString());
    }

    @Test
    void unbalancedDonorsAreRefusedWithTheList() {
        List<Series> series = new ArrayList<>(PANEL.series());
        double[] gap = series.get(2).values();
        gap[3] = Double.NaN;
        gap[30] = Double.NaN;
        series.set(2, Series.of("D2", "persons", Period.month(2010, 1), gap));
        series.set(4, series.get(4).between(Period.month(2010, 5), Period.month(2012, 12)));
        Refusal.of(
                DataException.class,
                "E-SYNTH-005 2 of 20 donors lack values between 2010-01 and 2012-12: D2 (2 missing, first 2010-04), D4 (4 missing, first"
                        + " 2010-01); leave them out with Donors.without(reason, units), or choose periods that all have",
                () -> Made.control(new Panel(series)).fit());
    }

    @Test
    void figuresThatCannotAnswerAreRefused() {
        List<Series> series = new ArrayList<>(PANEL.series());
        double[] gap = series.get(0).values();
        gap[3] = Double.NaN;
        series.set(0, Series.of("T", "persons", Period.month(2010, 1), gap));
        Refusal.of(
                DataException.class,
                "E-SYNTH-004 T has no value in 2010-04; a twin needs the treated in every period from 2010-01 to 2012-12: choose periods"
                        + " with within(first, last)",
                () -> Made.control(new Panel(series)).fit());
        Refusal.of(
                DataException.class,
                "E-SYNTH-006 T is -50.0 in 2010-01; a logarithm needs values above 0: take the scale in per cent, which takes zeros, or"
                        + " leave the unit out",
                () -> Made.control(Made.changed(PANEL, v -> -50)).onLog().fit());
        Refusal.of(
                DataException.class,
                "E-SYNTH-007 T has the mean 0.0 over the matched periods 2010-01 to 2011-12; per cent of it mean nothing: leave the unit"
                        + " out, or take the level scale",
                () -> Made.control(Made.changed(PANEL, v -> 0)).inPercent().fit());
        Refusal.of(
                DataException.class,
                "E-SYNTH-009 T has 3 months to match before 2012-01 and 12 months from it on, between 2010-01 and 2012-12; a twin needs 4"
                        + " before and 1 from it on",
                () -> Made.control(PANEL).matchedFrom(Period.month(2011, 10)).fit());
        Refusal.of(
                DataException.class,
                "E-SYNTH-010 T has 23 months to match before 2012-01; means of each season need 24: take one mean for all seasons",
                () -> Made.control(PANEL)
                        .with(Baseline.OWN_SEASONS)
                        .matchedFrom(Period.month(2010, 2))
                        .fit());
        Refusal.of(
                InputException.class,
                "E-SYNTH-008 the first treated period 2012 is a year, the panel is by month; name the first treated month",
                () -> SyntheticControl.of(PANEL)
                        .treated("T")
                        .from(Period.year(2012))
                        .fit());
        Refusal.of(
                DataException.class,
                "E-SYNTH-003 T has 1 donor left; a twin needs 2; excluded are D1 (a test)",
                () -> Made.control(Made.panel(2, 36, 1, 1))
                        .with(Donors.all().without("a test", "D1"))
                        .fit());
    }

    @Test
    void predictorsThatAreNotKnownAreRefused() {
        Refusal.of(
                DataException.class,
                "E-SYNTH-001 the predictor m has no value for T in 2009-12; name other periods, or leave the unit out",
                () -> Predictor.mean("m", PANEL, Period.month(2009, 12), Period.month(2010, 1)));
        Predictor one = Predictor.known("area", Map.of("T", 1.0));
        Refusal.argument(
                "the predictor area is not known of D1",
                () -> Made.control(PANEL).matching(Importance.equal(), one).fit());
        Panel small = Made.panel(2, 36, 1, 1);
        Predictor a = Predictor.mean("a", small, List.of(Period.month(2010, 1)));
        Predictor b = Predictor.mean("b", small, List.of(Period.month(2010, 2)));
        Refusal.of(
                DataException.class,
                "E-SYNTH-002 importance by regression of 2 predictors needs 4 units, there are 3; take fewer predictors, or importance"
                        + " that is equal or by the data",
                () -> Made.control(small)
                        .matching(Importance.byRegression(), a, b)
                        .fit());
    }

    @Test
    void programmersAreToldWhatIsMissing() {
        Refusal.argument(
                "fit() answers for one treated unit, got 0; fitEach() answers for several",
                () -> SyntheticControl.of(PANEL).fit());
        Refusal.argument(
                "T is treated, and from(...) does not say from when on",
                () -> SyntheticControl.of(PANEL).treated("T").fit());
        Refusal.argument(
                "name a treated unit before its date", () -> Made.control(PANEL).from(Made.START));
        Refusal.argument(
                "T is named as treated twice", () -> Made.control(PANEL).treated("T"));
        Refusal.argument(
                "1 predictors need as many shares, got 2",
                () -> Made.control(PANEL).matching(Importance.given(1, 2), Predictor.known("a", Map.of("T", 1.0))));
        Refusal.argument("at least one share of importance is above 0, got none", () -> Importance.given(0, 0));
    }
}
