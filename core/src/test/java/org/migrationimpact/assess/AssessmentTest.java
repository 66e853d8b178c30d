package org.migrationimpact.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Serialized;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.ArimaOrder;
import org.migrationimpact.impact.ArimaIntervention;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.Figures;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.impact.Method;
import org.migrationimpact.impact.Status;
import org.migrationimpact.impact.StructuralForecast;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.measure.RouteInventory;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;

class AssessmentTest {

    private static final Measure WAIVER = MeasureInventory.standard().get("M034");

    private static Method method() {
        return InterruptedTimeSeries.of(WAIVER).onLog().with(Season.DUMMIES).with(NeweyWest.lags(3));
    }

    private static Assessed albanian() {
        return Assessment.of(WAIVER, Figures.albanians())
                .by(method())
                .on(RouteInventory.standard().get("CIRC-ALGR"))
                .untreated(new Panel(List.of(Figures.others())), "all other nationalities on that route")
                .run();
    }

    @Test
    void theWaiverIsNotCredibleAloneBecauseAllOthersFellAtTheSameDate() {
        Verdict verdict = albanian().verdict();
        assertEquals(EvidenceGrade.NOT_CREDIBLE, verdict.grade());
        assertEquals(
                "Not credible as an effect of the measure alone. From 2011-01 the level of Albanians changed by -81.4 % (95 % interval"
                        + " -89.3 to -67.4 %, p < 0.001), but all other nationalities on that route, which the measure did not concern,"
                        + " fell from 211.6 to 14.6 a month at the same date (-93.1 %, p < 0.001), the treated series by -85.2 %:"
                        + " something common changed.",
                verdict.answer());
        assertEquals(
                "Did M034 Visa-free short stays: Albania (in force 2010-12-15) change Albanians?", verdict.question());
    }

    @Test
    void everyStepOfTheGradeIsTraceable() {
        Assessed assessed = albanian();
        int steps = assessed.verdict().ingredients().stream()
                .mapToInt(Ingredient::steps)
                .sum();
        assertThat(steps).isLessThanOrEqualTo(0);
        assertThat(assessed.verdict().ingredients().stream().map(Ingredient::name))
                .contains(
                        "interrupted-time-series",
                        "same date on the untreated of the route",
                        "known events at the date");
        assertThat(assessed.checks().stream().mapToInt(CheckResult::deduction).sum())
                .isEqualTo(2 - steps);
    }

    @Test
    void theRecordingBreakAndTheOtherMeasuresAreKnown() {
        CheckResult known = albanian().checks().stream()
                .filter(c -> c.name().equals("known events at the date"))
                .findFirst()
                .orElseThrow();
        assertThat(known.reason()).contains("S04 Circular-route recording break", "M040");
        assertEquals(3, known.deduction());
    }

    private static final Measure MEASURE = Measure.named("X1", "A measure nobody else shares")
            .withPartners("MT")
            .inForceFrom("2006-01-01");

    /** A clean step on white noise, and untreated series without one. */
    private static Assessed clean(double step, double untreatedStep) {
        return clean(step, untreatedStep, InterruptedTimeSeries.of(MEASURE).with(Season.NONE));
    }

    private static Assessed clean(double step, double untreatedStep, Method method) {
        return Assessment.of(MEASURE, noise("treated", 1, step))
                .by(method)
                .untreated(
                        new Panel(List.of(noise("a", 2, untreatedStep), noise("b", 3, untreatedStep))),
                        "the two others")
                .run();
    }

    private static Series noise(String name, long seed, double step) {
        Random random = new Random(seed);
        double[] values = IntStream.range(0, 96)
                .mapToDouble(t -> 1000 + (t >= 48 ? step : 0) + 10 * random.nextGaussian())
                .toArray();
        return Series.of(name, "persons", Period.month(2002, 1), values);
    }

    @Test
    void aCleanStepThatTheUntreatedDoNotShareIsModerateEvidence() {
        Verdict verdict = clean(-100, 0).verdict();
        assertEquals(EvidenceGrade.MODERATE, verdict.grade());
        assertThat(verdict.answer())
                .startsWith("Moderate evidence of an effect. From 2006-01 the level of treated changed by -");
    }

    @Test
    void everyDesignWithATrendAndSeasonOfItsOwnGivesTwoSteps() {
        List<Method> designs = List.of(
                InterruptedTimeSeries.of(MEASURE).with(Season.NONE),
                ArimaIntervention.of(MEASURE).with(ArimaOrder.of(1, 0, 0)),
                StructuralForecast.of(MEASURE).with(Season.NONE).givenVariances());
        for (Method design : designs) {
            Ingredient first = clean(-100, 0, design).verdict().ingredients().get(0);
            assertEquals(design.design(), first.name());
            assertEquals(2, first.steps(), first.toString());
        }
        assertEquals(
                1,
                clean(-100, 0, BeforeAfter.of(MEASURE))
                        .verdict()
                        .ingredients()
                        .get(0)
                        .steps());
    }

    @Test
    void theSameStepOnTheUntreatedTakesTheEvidenceAway() {
        assertEquals(EvidenceGrade.NOT_CREDIBLE, clean(-100, -100).verdict().grade());
    }

    @Test
    void noChangeIsSaidToBeNone() {
        assertThat(clean(0, 0).verdict().answer())
                .startsWith("No effect is shown. From 2006-01 the level of treated changed by ");
    }

    @Test
    void placebosFindWhatTheDesignFindsWhereNothingHappened() {
        InterruptedTimeSeries method =
                InterruptedTimeSeries.at(Period.month(2006, 1)).with(Season.NONE);
        long passed = IntStream.range(0, 20)
                .filter(seed -> PlaceboInTime.standard()
                                .check(method, noise("x", seed, -100))
                                .status()
                        == Status.PASSED)
                .count();
        assertThat(passed).isGreaterThanOrEqualTo(15);
        assertEquals(
                25,
                PlaceboInTime.standard()
                        .check(method, noise("x", 1, -100))
                        .evidence()
                        .size());
        Random random = new Random(9);
        double[] walk = new double[96];
        for (int t = 1; t < 96; t++) {
            walk[t] = walk[t - 1] + random.nextGaussian();
        }
        CheckResult restless = PlaceboInTime.standard()
                .check(
                        InterruptedTimeSeries.at(Period.month(2006, 1)).with(Season.NONE),
                        Series.of("walk", "persons", Period.month(2002, 1), walk));
        assertEquals(Status.FAILED, restless.status());
        assertEquals(1, restless.deduction());
    }

    @Test
    void tooFewPlacebosAreNoPlacebo() {
        CheckResult result = new PlaceboInTime(20)
                .check(
                        InterruptedTimeSeries.at(Period.month(2006, 1)).with(Season.NONE),
                        noise("x", 5, 0).between(Period.month(2003, 1), Period.month(2009, 1)));
        assertEquals(Status.NOT_APPLICABLE, result.status());
        assertEquals(
                "only 0 dates before the measure allow a placebo with 20 periods on each side; it takes 8",
                result.reason());
    }

    @Test
    void placebosStopWhenInterrupted() {
        Thread.currentThread().interrupt();
        EstimationException stopped = assertThrows(
                EstimationException.class,
                () -> PlaceboInTime.standard()
                        .check(InterruptedTimeSeries.at(Period.month(2006, 1)).with(Season.NONE), noise("x", 5, 0)));
        assertEquals("E-PLACEBO-001 interrupted after 0 placebo dates", stopped.line());
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void correlatedResidualsAreSeen() {
        CheckResult result = new ResidualAutocorrelation().check(method(), Figures.albanians());
        assertEquals(Status.FAILED, result.status());
        CheckResult without = new ResidualAutocorrelation().check(BeforeAfter.of(WAIVER), Figures.albanians());
        assertEquals("before-after has no residuals in time to look at", without.reason());
    }

    @Test
    void theAnswerThatDependsOnTheComparisonIsSaidToDependOnIt() {
        Panel others = new Panel(List.of(noise("flat", 2, 0), noise("falling", 3, -200)));
        CheckResult result =
                new ComparisonRange(others).check(BeforeAfter.at(Period.month(2006, 1)), noise("treated", 1, -100));
        assertEquals(Status.FAILED, result.status());
        assertThat(result.reason()).contains("(flat)", "(falling)", "the answer depends on the comparison");
    }

    @Test
    void aSlopeBeforeMakesTheBaseWindowMatter() {
        double[] values = IntStream.range(0, 60)
                .mapToDouble(t -> t < 40 ? Math.abs(t - 20) * 10 : 100)
                .toArray();
        CheckResult result = new BaseWindow()
                .check(BeforeAfter.at(Period.ordinal(41)), Series.of("peak", "persons", Period.ordinal(1), values));
        assertEquals(
                Status.PASSED,
                new BaseWindow().check(method(), Figures.albanians()).status());
        assertThat(result.reason()).contains("from 1", "from 21");
    }

    @Test
    void untreatedSeriesThatCannotAnswerAreNotApplicable() {
        Series zeros = Series.of("zeros", "detections", Period.month(2009, 1), new double[48]);
        CheckResult result =
                new SameRouteBreak(new Panel(List.of(zeros)), "nobody").check(method(), Figures.albanians());
        assertEquals(Status.NOT_APPLICABLE, result.status());
        assertEquals(
                "the untreated series cannot answer: nobody is 0.0 in all 48 months that would be used; where nothing varies nothing"
                        + " can be estimated",
                result.reason());
    }

    @Test
    void percentOfTheUntreatedTakesTheWindowOfTheDesign() {
        CheckResult result =
                new SameRouteBreak(new Panel(List.of(Figures.others())), "others").check(method(), Figures.albanians());
        assertEquals(211.6, result.evidence().get(0).term("intercept").estimate(), 0.05);
        assertEquals(Scale.LEVEL, result.evidence().get(0).effect().scale());
    }

    @Test
    void resultsSurviveSerialisation() throws Exception {
        Assessed assessed = albanian();
        assertEquals(assessed.toString(), Serialized.copy(assessed).toString());
    }

    @Test
    void onlyAFailureCostsSteps() {
        CheckResult passed = new BaseWindow().check(method(), Figures.albanians());
        assertEquals(
                "only a failure costs steps, got 1 for PASSED",
                assertThrows(IllegalArgumentException.class, () -> new CheckResult(passed.finding(), 1, List.of()))
                        .getMessage());
    }
}
