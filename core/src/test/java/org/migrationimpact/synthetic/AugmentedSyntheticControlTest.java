package org.migrationimpact.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Weight;

class AugmentedSyntheticControlTest {

    private static AugmentedSyntheticControl california() {
        return AugmentedSyntheticControl.of(Tables.california())
                .treated("California")
                .from(Period.year(1989));
    }

    private static AugmentedSyntheticControl first(double[][] rows) {
        return AugmentedSyntheticControl.of(Tables.of(rows)).treated("u0").from(Period.year(2010));
    }

    /** augsynth's weights come from a solver that stops at about 1e-6. */
    @Test
    void californiaIsThatOfAugsynth() {
        var expected = Tables.expected("sc_prop99", "augsynth_ridge");
        AugmentedSyntheticControlFit fit = california().withoutErrors().fit();
        Close.relative(expected.get("lambda").asDouble(), fit.penalty(), 1e-9, "penalty");
        Close.relative(expected.get("avg_att").asDouble(), fit.estimate(), 2e-6, "effect");
        Close.relative(expected.get("l2_imbalance").asDouble(), fit.imbalance(), 2e-6, "imbalance");
        for (Weight weight : fit.impact().breakdown().weights()) {
            assertEquals(expected.get("weights").get(weight.unit()).asDouble(), weight.weight(), 3e-6, weight.unit());
        }
        Close.relative(-15.952566572877407, fit.estimate(), 1e-10, "the formula in numpy 2.4.6 with an exact simplex");
    }

    @Test
    void jackknifePlusIsThatOfAugsynth() {
        var expected = Tables.expected("sc_prop99", "augsynth_jackknife_plus");
        EffectPath path = california().withJackknifePlus().fit().impact().path();
        List<EffectPath.Point> treated = path.treated();
        for (int k = 0; k < treated.size(); k++) {
            var interval = path.effectInterval(treated.get(k), 0.95);
            Close.relative(expected.get("lower").get(19 + k).asDouble(), interval.low(), 2e-5, "low " + k);
            Close.relative(expected.get("upper").get(19 + k).asDouble(), interval.high(), 2e-5, "high " + k);
        }
    }

    @Test
    void jackknifePlusOfTheMean() {
        var interval = california()
                .withJackknifePlus()
                .fit()
                .impact()
                .effect()
                .coefficient()
                .interval(0.95);
        Close.relative(-22.137127773739884, interval.low(), 1e-7, "numpy 2.4.6, the formula");
        Close.relative(-12.268522002567728, interval.high(), 1e-7, "numpy 2.4.6, the formula");
    }

    /** The error of a period left out is that of a ridge that never saw the period. */
    @Test
    void theClosedPathOfErrorsIsThatOfRidgesFittedAnew() {
        double[][] y = Tables.formula(12, 9);
        double[][] donors = Arrays.copyOfRange(y, 1, 12);
        AugmentedTwin twin = AugmentedTwin.of(donors, y[0]);
        List<Penalty> search = twin.search();
        for (int k : new int[] {0, 7, 20}) {
            double penalty = search.get(k).value();
            double mean = IntStream.range(0, 9)
                    .mapToDouble(left -> Math.pow(errorAnew(donors, y[0], left, penalty), 2))
                    .average()
                    .orElseThrow();
            Close.relative(mean, search.get(k).meanSquaredError(), 1e-7, "penalty " + k);
        }
    }

    private static double errorAnew(double[][] donors, double[] target, int left, double penalty) {
        double[][] fewer = Arrays.stream(donors)
                .map(row -> AugmentedTwin.without(row, left))
                .toArray(double[][]::new);
        double[] weights =
                AugmentedTwin.of(fewer, AugmentedTwin.without(target, left)).weights(penalty);
        return target[left]
                - IntStream.range(0, donors.length)
                        .mapToDouble(j -> weights[j] * donors[j][left])
                        .sum();
    }

    @Test
    void aLargePenaltyLeavesTheSyntheticControl() {
        AugmentedSyntheticControlFit fit =
                california().withPenalty(1e15).withoutErrors().fit();
        double exact = Tables.expected("sc_prop99", "sc_outcomes_only_exact")
                .get("att")
                .asDouble();
        Close.relative(exact, fit.estimate(), 1e-8, "effect");
        Close.relative(fit.simplexImbalance(), fit.imbalance(), 1e-8, "imbalance");
    }

    @Test
    void weightsSumToOneAndFitNoWorseThanTheSyntheticControl() {
        AugmentedSyntheticControlFit fit = california().withoutErrors().fit();
        double sum = fit.impact().breakdown().weights().stream()
                .mapToDouble(Weight::weight)
                .sum();
        assertEquals(1, sum, 1e-12);
        assertTrue(fit.imbalance() < fit.simplexImbalance());
    }

    @Test
    void levelsOfPeriodsLeaveTheEffectUnchanged() {
        double[][] y = Tables.formula(15, 16);
        double[][] moved = Arrays.stream(y)
                .map(row ->
                        IntStream.range(0, 16).mapToDouble(t -> row[t] + t * t).toArray())
                .toArray(double[][]::new);
        Close.relative(
                first(y).withoutErrors().fit().estimate(),
                first(moved).withoutErrors().fit().estimate(),
                1e-7,
                "effect");
    }

    @Test
    void aKnownEffectLiesInTheConformalInterval() {
        double[][] y = Tables.factors(25, 60, 0.3, 5);
        for (int t = 50; t < 60; t++) {
            y[0][t] += 4;
        }
        AugmentedSyntheticControlFit fit = AugmentedSyntheticControl.of(Tables.of(y))
                .treated("u0")
                .from(Period.year(2050))
                .fit();
        var interval = fit.impact().effect().coefficient().interval(0.9);
        assertTrue(interval.contains(4) && interval.width() < 3, interval.toString());
        assertTrue(interval.contains(fit.estimate()));
        assertEquals(1.0 / 60, fit.impact().effect().coefficient().pValue(), 1e-12);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws Exception {
        AugmentedSyntheticControl question = first(Tables.formula(15, 16));
        AugmentedSyntheticControlFit alone =
                new ForkJoinPool(1).submit(question::fit).get();
        assertEquals(alone, new ForkJoinPool(4).submit(question::fit).get());
        assertEquals(alone, Serialized.copy(alone));
    }

    @Test
    void severalDatesAreRefused() {
        Refusal.of(
                DataException.class,
                "E-ASCM-001 the treated units begin in 2008, 2010; an augmented synthetic control has one date; fit each by itself, or take"
                        + " synthetic difference-in-differences",
                () -> AugmentedSyntheticControl.of(Tables.of(Tables.formula(8, 14)))
                        .treated("u0")
                        .from(Period.year(2008))
                        .treated("u1")
                        .from(Period.year(2010))
                        .fit());
    }

    @Test
    void tooLittleIsRefused() {
        double[][] y = Tables.formula(8, 14);
        Refusal.of(
                DataException.class,
                "E-ASCM-002 an augmented synthetic control needs 2 or more never treated units, there are 1",
                () -> first(Arrays.copyOf(y, 2)).fit());
        Refusal.of(
                DataException.class,
                "E-ASCM-003 an augmented synthetic control needs 3 or more periods before, there are 2 before 2002",
                () -> AugmentedSyntheticControl.of(Tables.of(y))
                        .treated("u0")
                        .from(Period.year(2002))
                        .fit());
        Refusal.argument("a penalty is finite and above 0, got 0.0", () -> first(y).withPenalty(0));
    }
}
