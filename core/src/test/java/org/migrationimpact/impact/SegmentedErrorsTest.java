package org.migrationimpact.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.InterruptedTimeSeries.Outliers;
import org.migrationimpact.impact.InterruptedTimeSeries.Slope;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.Shape;
import org.migrationimpact.regression.Coefficient;

/** Shapes, anticipation, errors, counts and outliers of an interrupted time series. */
class SegmentedErrorsTest {

    private static final Period FIRST = Period.month(2008, 1);
    private static final Period START = Period.month(2011, 1);

    private static Series series(double... values) {
        return Series.of("x", "persons", FIRST, values);
    }

    private static double[] line(int n, IntToDoubleFunction more) {
        return IntStream.range(0, n)
                .mapToDouble(t -> 10 + 0.5 * (t + 1) + more.applyAsDouble(t))
                .toArray();
    }

    private static double[] noisy(long seed, int n, double rho) {
        Random random = new Random(seed);
        double[] values = new double[n];
        double error = random.nextGaussian() / Math.sqrt(1 - rho * rho);
        for (int t = 0; t < n; t++) {
            error = t == 0 ? error : rho * error + random.nextGaussian();
            values[t] = 100 + error;
        }
        return values;
    }

    private static InterruptedTimeSeries plain() {
        return InterruptedTimeSeries.at(START).with(Season.NONE);
    }

    @Test
    void aTemporaryMeasureLeavesNothingBehind() {
        Impact impact = plain().with(Shape.until(Period.month(2011, 12)))
                .fit(series(line(60, t -> t >= 36 && t < 48 ? 8 + 0.25 * (t - 36) : 0)));
        assertEquals(8, impact.term("level").estimate(), 1e-9);
        assertEquals(0.25, impact.term("slope").estimate(), 1e-10);
        assertEquals(0, impact.path().effect(impact.path().points().get(59)), 1e-8);
        assertEquals("temporary: 1 from the first treated period to 2011-12, then 0", impact.convention("level"));
        assertThat(impact.effect().estimand()).contains("at 2011-01, until 2011-12");
        double total = impact.path().sums().get(1).estimate();
        assertEquals(12 * 8 + 0.25 * 66, total, 1e-7);
    }

    @Test
    void aPulseHasNoSlope() {
        Impact impact = plain().with(Shape.pulse(3)).fit(series(line(60, t -> t >= 36 && t < 39 ? -6 : 0)));
        assertEquals(-6, impact.term("level").estimate(), 1e-9);
        assertThat(impact.terms().stream().map(Coefficient::term)).containsExactly("intercept", "trend", "level");
    }

    @Test
    void eachOfSeveralInterventionsCanHaveItsShape() {
        Impact impact = InterruptedTimeSeries.at(Period.month(2009, 7), START)
                .with(Season.NONE)
                .with(Slope.STAYS)
                .with(Shape.pulse(2), Shape.ramp(4))
                .fit(series(line(
                        60, t -> (t == 18 || t == 19 ? 5 : 0) + (t >= 36 ? 12 * Math.min(1, (t - 35) / 4.0) : 0))));
        assertEquals(5, impact.term("level@2009-07").estimate(), 1e-9);
        assertEquals(12, impact.term("level@2011-01").estimate(), 1e-9);
        assertEquals("2009-07, 2011-01", impact.convention("interventions"));
        Refusal.argument(
                "2 shapes for 1 interventions; give one for all, or one for each",
                () -> plain().with(Shape.STEP, Shape.pulse(1)).fit(series(line(60, t -> 0))));
    }

    @Test
    void anEndBeforeTheStartIsRefused() {
        Refusal.of(
                InputException.class,
                "E-SHAPE-001 the intervention from 2011-01 would end with 2010-05; its last treated period is a month from 2011-01"
                        + " on",
                () -> plain().with(Shape.until(Period.month(2010, 5))).fit(series(line(60, t -> 0))));
    }

    @Test
    void anticipationHasATermOfItsOwn() {
        Impact impact = plain().withAnticipation(2).fit(series(line(60, t -> t >= 36 ? 7 : t >= 34 ? 3 : 0)));
        assertEquals(3, impact.term("anticipation").estimate(), 1e-9);
        assertEquals(7, impact.term("level").estimate(), 1e-9);
    }

    @Test
    void praisWinstenOfTheSeatBeltLawHasTheReferenceValues() {
        Oracle oracle = Oracle.of("its_seatbelts");
        Series drivers = Series.of("log_drivers", "log drivers", Period.ordinal(1), oracle.column("log_drivers"));
        Impact impact = InterruptedTimeSeries.at(Period.ordinal(170))
                .with(Errors.praisWinsten())
                .fit(drivers);
        var expected = oracle.expected("plain_prais_winsten_iterated");
        Close.relative(
                expected.get("coef").get("t_law").asDouble(),
                impact.term("slope").estimate(),
                1e-8,
                "slope");
        Close.relative(
                expected.get("se").get("t_law").asDouble(), impact.term("slope").standardError(), 1e-8, "error");
        Close.relative(expected.get("rho").asDouble(), impact.term("ar.1").estimate(), 1e-8, "rho");
        assertEquals("classical, s² with T-K", impact.convention("covariance"));
    }

    /** The forecast of AR(1) errors after the last month before: its first step keeps ρ of the last error. */
    @Test
    void theCounterfactualGoesOnFromTheLastErrorsBefore() {
        Impact impact = plain().with(Errors.reml()).fit(series(noisy(3, 72, 0.7)));
        double rho = impact.term("ar.1").estimate();
        List<EffectPath.Point> points = impact.path().points();
        EffectPath.Point last = points.get(35);
        double error = last.observed() - last.fitted();
        double level = impact.term("level").estimate();
        EffectPath.Point first = points.get(36);
        assertEquals(first.fitted() - level + rho * error, first.predicted(), 1e-9);
        assertThat(points.get(71).standardError()).isGreaterThan(first.standardError());
    }

    @Test
    void aGapIsAGapForAutoregressiveErrors() {
        double[] values = noisy(5, 72, 0.6);
        Impact whole = plain().with(Errors.reml()).fit(series(values));
        values[20] = Double.NaN;
        values[21] = Double.NaN;
        Impact holed = plain().with(Errors.reml()).fit(series(values));
        assertEquals(70, holed.sample().used());
        assertEquals(whole.term("level").estimate(), holed.term("level").estimate(), 0.3);
        assertThat(plain().with(Errors.praisWinsten().withOrder(2))
                        .fit(series(values))
                        .term("ar.2")
                        .standardError())
                .isPositive();
    }

    @Test
    void aKnownFactorOfCountsIsRecovered() {
        double[] exposure =
                IntStream.range(0, 60).mapToDouble(t -> 100 + 10 * (t % 5)).toArray();
        double[] counts = IntStream.range(0, 60)
                .mapToDouble(t -> exposure[t] * Math.exp(1 + 0.01 * (t + 1) + (t >= 36 ? Math.log(0.5) : 0)))
                .toArray();
        Impact impact = plain().with(Errors.poisson())
                .withExposure(Series.of("orders", "orders", FIRST, exposure))
                .fit(series(counts));
        assertEquals(Math.log(0.5), impact.effect().estimate(), 1e-9);
        assertEquals(-50, impact.effect().percent(), 1e-7);
        EffectPath.Point last = impact.path().points().get(59);
        Close.relative(2 * last.observed(), impact.path().counterfactual(last), 1e-8, "counterfactual");
        double treated = Arrays.stream(counts).skip(36).sum();
        Close.relative(-treated, impact.path().sums().get(1).estimate(), 1e-8, "total");
    }

    @Test
    void nothingButZerosAfterwardsHasNoFactor() {
        double[] counts =
                IntStream.range(0, 60).mapToDouble(t -> t < 36 ? 5 + t % 3 : 0).toArray();
        Refusal.of(
                DataException.class,
                "E-ITS-002 x is 0 in every period from 2011-01, so the logarithm of its mean has no finite value there and no factor"
                        + " of change exists; take errors: ols, or before-after",
                () -> plain().with(Errors.poisson()).fit(series(counts)));
    }

    @Test
    void outliersAreReportedAndKept() {
        double[] values = noisy(8, 72, 0.3);
        values[20] += 15;
        for (int t = 38; t < 72; t++) {
            values[t] += 12;
        }
        Impact impact = plain().fit(series(values));
        assertThat(impact.diagnostics().get(impact.diagnostics().size() - 1).reason())
                .contains("additive 2009-09")
                .contains("level shift 2011-03")
                .endsWith("all are kept in the sample as they are");
        assertThat(impact.warnings().stream().map(Warning::code)).contains("W-ITS-005");
        assertEquals(72, impact.sample().used());
        Impact asTerms = plain().with(Outliers.AS_TERMS).fit(series(values));
        assertEquals(15, asTerms.term("additive@2009-09").estimate(), 3.5);
        Impact unexamined = plain().with(Outliers.UNEXAMINED).fit(series(values));
        assertThat(unexamined.warnings().stream().map(Warning::code)).doesNotContain("W-ITS-005");
        assertEquals(impact.effect().estimate(), unexamined.effect().estimate(), 0);
    }

    @Test
    void theMeanEffectIsTheLevelWhereTheSlopeStays() {
        Impact impact = plain().with(Slope.STAYS).fit(series(noisy(9, 72, 0.5)));
        Coefficient mean = impact.path().sums().get(0);
        assertEquals("effect.mean", mean.term());
        Close.relative(impact.effect().estimate(), mean.estimate(), 1e-10, "mean");
        Close.relative(impact.effect().coefficient().standardError(), mean.standardError(), 1e-10, "error");
        Coefficient total = impact.path().sums().get(1);
        Close.relative(36 * mean.standardError(), total.standardError(), 1e-10, "error of the total");
    }

    /** With a step and a slope the least-squares residuals of the treated months add up to 0, so path and sum agree. */
    @Test
    void theTotalIsTheSumOfThePath() {
        Impact impact = plain().fit(series(noisy(10, 72, 0.5)));
        double sum = impact.path().treated().stream()
                .mapToDouble(impact.path()::effect)
                .sum();
        Close.relative(sum, impact.path().sums().get(1).estimate(), 1e-8, "total");
    }

    @Test
    void theDesignCanBeSerialised() throws IOException, ClassNotFoundException {
        InterruptedTimeSeries design =
                plain().with(Errors.cochraneOrcutt().withOrder(2)).with(Shape.until(Period.month(2012, 1)));
        assertEquals(design.toString(), Serialized.copy(design).toString());
        Refusal.argument(
                "an order belongs to Prais–Winsten and Cochrane–Orcutt, not to ordinary least squares",
                () -> Errors.ols().withOrder(2));
        Refusal.argument(
                "an exposure belongs to counts, Errors.poisson() or Errors.negativeBinomial(), not to ordinary least squares",
                () -> plain().withExposure(series(noisy(1, 72, 0))).fit(series(noisy(1, 72, 0))));
    }
}
