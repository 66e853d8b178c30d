package org.migrationimpact.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.inference.RandomisationInference.Tail;
import org.migrationimpact.model.Factor;

/** Randomisation inference against cases that can be counted by hand and against all deals. */
class RandomisationInferenceTest {

    private static final double[] CONTRASTS = {3.1, 2.7, 2.9, 0.2, -0.4, 0.9, 0.1, -1.0, 3.0};
    private static final Factor TREATMENT = treated(9, 3);

    /** The first ones are treated. */
    private static Factor treated(int units, int treated) {
        return Factor.of(
                "treatment",
                IntStream.range(0, units)
                        .mapToObj(u -> u < treated ? "treated" : "control")
                        .toList());
    }

    /** Fisher's lady: of 8 cups she names all 4 that had milk first, which is 1 of 70 ways. */
    @Test
    void theLadyWhoNamesEveryCupHasOneInSeventy() {
        double[] cups = {1, 1, 1, 1, 0, 0, 0, 0};
        RandomisationInference lady = RandomisationInference.of(treated(8, 4), 1);
        assertEquals(
                1 / 70.0,
                lady.with(Tail.HIGHER).differenceInMeans("treated", cups).pValue(),
                1e-15);
        RandomisationTest both = lady.differenceInMeans("treated", cups);
        assertEquals(2 / 70.0, both.pValue(), 1e-15);
        assertEquals(2 / 70.0, both.smallest(), 1e-15);
        assertEquals(70, both.draws());
        assertEquals(0, both.monteCarloError());
    }

    @Test
    void oneTreatedUnitOfNineCannotReachFivePerCent() {
        double[] effects = {9, 1, 2, 3, 4, 3, 2, 1, 0};
        RandomisationTest test = RandomisationInference.of(treated(9, 1), 1).differenceInMeans("treated", effects);
        assertEquals(1 / 9.0, test.pValue(), 1e-15);
        assertEquals(1 / 9.0, test.smallest(), 1e-15);
        assertEquals(
                "W-RANDOM-001 with 9 units no p-value below 0.1111 can come out, so nothing can be significant at 5 %; bring in more untreated units",
                test.warnings().get(0).toString());
        assertEquals(
                "statistic 7.00000, p = 0.1111 (Monte Carlo error 0.0, smallest p attainable 0.11, 9 of 9.00000 deals)",
                test.toString());
    }

    @Test
    void allDealsAreCountedAsBySubsets() {
        RandomisationTest test = RandomisationInference.of(TREATMENT, 1).differenceInMeans("treated", CONTRASTS);
        double observed = Math.abs(contrast(0b111));
        int beyond = 0;
        int all = 0;
        for (int set = 0; set < 1 << 9; set++) {
            if (Integer.bitCount(set) == 3) {
                all++;
                beyond += Math.abs(contrast(set)) >= observed - 1e-9 ? 1 : 0;
            }
        }
        assertEquals(84, all);
        assertEquals(beyond / 84.0, test.pValue(), 1e-15);
        assertEquals(84, test.deals());
        assertEquals(contrast(0b111), test.statistic(), 1e-12);
    }

    private static double contrast(int set) {
        double treated = 0;
        double others = 0;
        for (int u = 0; u < 9; u++) {
            treated += (set >> u & 1) * CONTRASTS[u];
            others += (1 - (set >> u & 1)) * CONTRASTS[u];
        }
        return treated / 3 - others / 6;
    }

    @Test
    void randomDealsComeNearTheExactShare() {
        double exact = RandomisationInference.of(treated(16, 8), 1)
                .draws(12_870)
                .differenceInMeans("treated", sixteen())
                .pValue();
        RandomisationTest random =
                RandomisationInference.of(treated(16, 8), 1).draws(12_869).differenceInMeans("treated", sixteen());
        assertEquals(12_869, random.draws());
        assertEquals(12_870, random.deals());
        assertEquals(exact, random.pValue(), 4 * random.monteCarloError());
        assertTrue(random.monteCarloError() > 0);
    }

    private static double[] sixteen() {
        return IntStream.range(0, 16)
                .mapToDouble(u -> u * 7919 % 101 / 50.0 + (u < 8 ? 0.4 : 0))
                .toArray();
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws Exception {
        RandomisationInference inference =
                RandomisationInference.of(treated(16, 8), 5).draws(999);
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            RandomisationTest alone = one.submit(() -> inference.differenceInMeans("treated", sixteen()))
                    .get();
            assertEquals(inference.differenceInMeans("treated", sixteen()), alone);
        } finally {
            one.shutdown();
        }
    }

    @Test
    void labelsStayWithinTheirGroups() {
        Factor routes = Factor.of("route", 0, 0, 0, 1, 1, 1, 1, 1, 1);
        Factor cohorts = Factor.of(
                "cohort", List.of("2010", "2012", "never", "2010", "never", "never", "never", "2012", "2012"));
        Set<List<Integer>> seen = new HashSet<>();
        List<Integer> sums = new ArrayList<>();
        RandomisationTest test = RandomisationInference.of(cohorts, 1)
                .within(routes)
                .test(codes -> {
                    synchronized (seen) {
                        seen.add(IntStream.of(codes).boxed().toList());
                        sums.add(codes[0] + codes[1] + codes[2]);
                    }
                    return codes[0];
                });
        assertEquals(6 * 60, test.deals(), "3! times 6!/(1! 2! 3!)");
        assertEquals(360, seen.size());
        assertTrue(sums.stream().allMatch(sum -> sum == 3), "the first route keeps one of each");
    }

    @Test
    void aConstantAddedToEveryUnitChangesNothing() {
        RandomisationInference inference = RandomisationInference.of(TREATMENT, 1);
        double[] moved = Arrays.stream(CONTRASTS).map(c -> c + 100).toArray();
        assertEquals(
                inference.differenceInMeans("treated", CONTRASTS).pValue(),
                inference.differenceInMeans("treated", moved).pValue());
    }

    @Test
    void oneDealAndEndlessStatisticsAreRefused() {
        Refusal.of(
                DataException.class,
                "E-RANDOM-001 the labels of 9 units can be dealt in one way only, as treatment does not differ within all units; bring in untreated"
                        + " units, or take coarser groups",
                () -> RandomisationInference.of(treated(9, 9), 1).differenceInMeans("treated", CONTRASTS));
        Refusal.of(
                EstimationException.class,
                "E-RANDOM-002 the statistic of the observed labels is NaN; take one that every deal of the labels allows",
                () -> RandomisationInference.of(TREATMENT, 1).test(codes -> Double.NaN));
        Refusal.argument(
                "no unit has the treatment 'yes'",
                () -> RandomisationInference.of(TREATMENT, 1).differenceInMeans("yes", CONTRASTS));
        Refusal.argument(
                "1 contrasts for 9 units",
                () -> RandomisationInference.of(TREATMENT, 1).differenceInMeans("treated", 1));
        Refusal.argument(
                "draws lie between 99 and 10000000, got 0",
                () -> RandomisationInference.of(TREATMENT, 1).draws(0));
        Refusal.argument(
                "route has 1 units, treatment 9",
                () -> RandomisationInference.of(TREATMENT, 1).within(Factor.of("route", 1)));
    }
}
