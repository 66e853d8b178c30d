package org.migrationimpact.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;

class SamplesTest {

    private static final double[] BEFORE = {1, 2, 2, 5, 7, 8};
    private static final double[] AFTER = {2, 4, 6, 9, 9};

    private interface Statistic {
        double of(double[] before, double[] after);
    }

    /** The chance of a statistic at least as far from its mean, by going through every way to share out the values. */
    private static double enumerated(double[] before, double[] after, Statistic statistic) {
        double[] all = Sides.together(before, after);
        double[] found = IntStream.range(0, 1 << all.length)
                .filter(chosen -> Integer.bitCount(chosen) == before.length)
                .mapToDouble(chosen -> statistic.of(side(all, chosen, 1), side(all, chosen, 0)))
                .toArray();
        double middle = Arrays.stream(found).average().orElseThrow();
        double here = Math.abs(statistic.of(before, after) - middle) - 1e-9;
        return Arrays.stream(found).filter(v -> Math.abs(v - middle) >= here).count() / (double) found.length;
    }

    private static double[] side(double[] all, int chosen, int bit) {
        return IntStream.range(0, all.length)
                .filter(i -> (chosen >> i & 1) == bit)
                .mapToDouble(i -> all[i])
                .toArray();
    }

    @Test
    void exactChancesAreThoseOfGoingThroughEveryWay() {
        Random random = new Random(3);
        for (int trial = 0; trial < 20; trial++) {
            double[] before = random.ints(3 + trial % 4, 0, 9).asDoubleStream().toArray();
            double[] after = random.ints(6, 2, 12).asDoubleStream().toArray();
            assertEquals(
                    enumerated(before, after, (b, a) -> RankTest.of(b, a).statistic()),
                    RankTest.of(before, after).exact(),
                    1e-12);
            assertEquals(
                    enumerated(
                            before,
                            after,
                            (b, a) -> Moments.of(a).mean() - Moments.of(b).mean()),
                    PermutationTest.of(before, after).pValue(),
                    1e-12);
        }
    }

    @Test
    void signedRanksAreThoseOfEveryChoiceOfSigns() {
        double[] before = {1, 2, 3, 4, 5, 6, 7};
        double[] after = {2, 2, 5, 3, 9, 8, 7.5};
        SignedRankTest test = SignedRankTest.of(before, after);
        int[] ranks = {5, 9, 5, 12, 9, 2}; // twice the ranks of 1, 2, 1, 4, 2, 0.5
        long asFar = IntStream.range(0, 64)
                .map(signs -> IntStream.range(0, 6)
                        .filter(i -> (signs >> i & 1) == 1)
                        .map(i -> ranks[i])
                        .sum())
                .filter(sum -> Math.abs(sum - 21) >= 16)
                .count();
        assertEquals(18.5, test.statistic());
        assertEquals(6, test.used());
        assertEquals(asFar / 64.0, test.exact(), 1e-15);
    }

    @Test
    void decimalsAreCountedInTheirUnit() {
        double[] before = Arrays.stream(BEFORE).map(v -> 0.001 * v + 3).toArray();
        double[] after = Arrays.stream(AFTER).map(v -> 0.001 * v + 3).toArray();
        assertEquals(
                PermutationTest.of(BEFORE, AFTER).pValue(),
                PermutationTest.of(before, after).pValue(),
                1e-12);
    }

    @Test
    void exchangingTheSamplesTurnsTheSignAndKeepsThePValue() {
        assertEquals(
                -MeanTest.welch(BEFORE, AFTER).statistic(),
                MeanTest.welch(AFTER, BEFORE).statistic(),
                1e-14);
        assertEquals(
                VarianceTest.of(BEFORE, AFTER).pValue(),
                VarianceTest.of(AFTER, BEFORE).pValue(),
                1e-12);
        assertEquals(
                KolmogorovSmirnov.of(BEFORE, AFTER).pValue(),
                KolmogorovSmirnov.of(AFTER, BEFORE).pValue());
        assertEquals(
                RankTest.of(BEFORE, AFTER).exact(), RankTest.of(AFTER, BEFORE).exact(), 1e-14);
        assertEquals(
                -EffectSize.of(BEFORE, AFTER).logRatio(),
                EffectSize.of(AFTER, BEFORE).logRatio(),
                1e-14);
    }

    @Test
    void bothFormsOfSmirnovsSeriesMeet() {
        KolmogorovSmirnov below = new KolmogorovSmirnov(0.9999999, 2, 2);
        KolmogorovSmirnov above = new KolmogorovSmirnov(1.0000001, 2, 2);
        Close.relative(above.pValue(), below.pValue(), 1e-6, "at z = 1");
        assertEquals(1, new KolmogorovSmirnov(0, 5, 5).pValue());
    }

    @Test
    void theIntervalOfTheRatioOfVariancesHoldsWhatTheTestDoesNotRefuse() {
        VarianceTest test = VarianceTest.of(BEFORE, AFTER);
        double low = test.interval(0.95).low();
        VarianceTest there = new VarianceTest(test.ratio() / low, test.above(), test.below());
        assertEquals(0.05, there.pValue(), 1e-7);
    }

    @Test
    void samplesThatCannotBeComparedAreRefused() {
        Refusal.of(
                DataException.class,
                "E-SAMPLES-001 after: 1 values; a comparison needs 2 on each side",
                () -> MeanTest.welch(BEFORE, new double[] {1}));
        Refusal.of(
                DataException.class,
                "E-SAMPLES-002 all values of a side are equal; a test of means needs some that differ",
                () -> MeanTest.student(new double[] {1, 1}, new double[] {2, 2}));
        Refusal.of(
                DataException.class,
                "E-SAMPLES-003 all values of a side are equal; a ratio of variances needs some that differ",
                () -> VarianceTest.of(BEFORE, new double[] {2, 2}));
        Refusal.of(
                DataException.class,
                "E-SAMPLES-005 0 pairs changed; a test of signed ranks needs 1 to 2000",
                () -> SignedRankTest.of(BEFORE, BEFORE));
        Refusal.of(
                DataException.class,
                "E-SAMPLES-007 all values are equal; a permutation test needs some that differ",
                () -> PermutationTest.of(new double[] {3, 3}, new double[] {3, 3}));
        Refusal.of(
                DataException.class,
                "E-SAMPLES-009 6 values have not two blocks of 4; take shorter ones",
                () -> MovingBlocks.of(BEFORE, 4));
        Refusal.argument(
                "pairs need as many values before as after, got 6 and 5", () -> MeanTest.paired(BEFORE, AFTER));
    }

    @Test
    void valuesWithoutACommonUnitHaveNoExactPermutation() {
        Refusal.of(
                DataException.class,
                "E-SAMPLES-006 the values have no common unit of at least 0.000001, or spread over more than 100 million of it; round"
                        + " them for an exact permutation test",
                () -> PermutationTest.of(new double[] {1, Math.PI}, new double[] {Math.E, 4}));
        double[] wide = IntStream.range(0, 200).mapToDouble(i -> 997.0 * i * i).toArray();
        Refusal.of(
                DataException.class,
                "E-SAMPLES-008 400 values over 3.9482198E7 units are too many for an exact permutation test: round them, or take a rank"
                        + " test",
                () -> PermutationTest.of(
                        wide, Arrays.stream(wide).map(v -> v + 1).toArray()));
    }
}
