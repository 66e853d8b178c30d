package org.migrationimpact.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.RankShift;

/** The Nile before and from 1899 against R 4.2.2 with coin, exactRankTests, metafor and boot; x is before there, and comes first. */
class NileTest {

    private final Oracle oracle = Oracle.of("tests_nile");
    private final double[] flow = oracle.column("flow");
    private final double[] x = Arrays.copyOfRange(flow, 0, 28);
    private final double[] y = Arrays.copyOfRange(flow, 28, 100);

    private JsonNode expected(String name) {
        return oracle.expected(name);
    }

    private static void same(JsonNode expected, double actual, String what) {
        Close.relative(expected.asDouble(), actual, 1e-8, what);
    }

    private static void sameInterval(JsonNode expected, Interval actual) {
        same(expected.get(0), actual.low(), "low");
        same(expected.get(1), actual.high(), "high");
    }

    @Test
    void studentsAndWelchsTAreRs() {
        MeanTest student = MeanTest.student(y, x); // R takes x less y
        same(expected("student_t").get("t"), student.statistic(), "t");
        same(expected("student_t").get("df"), student.degreesOfFreedom(), "df");
        same(expected("student_t").get("p"), student.pValue(), "p");
        sameInterval(expected("student_t").get("ci"), student.interval(0.95));
        MeanTest welch = MeanTest.welch(y, x);
        same(expected("welch_t").get("t"), welch.statistic(), "t");
        same(expected("welch_t").get("df"), welch.degreesOfFreedom(), "df");
        same(expected("welch_t").get("p"), welch.pValue(), "p");
        sameInterval(expected("welch_t").get("ci"), welch.interval(0.95));
        same(expected("welch_t").get("means").get(0), Moments.of(x).mean(), "mean before");
        same(expected("welch_t").get("means").get(1), Moments.of(y).mean(), "mean after");
    }

    @Test
    void mannWhitneyIsRsWithAndWithoutContinuity() {
        RankTest test = RankTest.of(y, x);
        same(expected("mann_whitney_normal_cc").get("W"), test.statistic(), "W");
        same(expected("mann_whitney_normal_cc").get("p"), test.continuous(), "p");
        same(expected("mann_whitney_normal_cc").get("shift"), test.shift(), "shift");
        same(expected("hodges_lehmann").get("shift"), test.shift(), "Hodges-Lehmann");
        sameInterval(expected("mann_whitney_normal_cc").get("ci"), new RankShift(y, x).interval(0, 0.95));
        same(expected("mann_whitney_normal_nocc").get("W"), test.statistic(), "W");
        same(expected("mann_whitney_normal_nocc").get("p"), test.normal(), "p");
    }

    /**
     * With 50 values or more on a side exactRankTests is normal without continuity, by {@code 1 - pnorm(z)}, which leaves 1e-7 of its
     * digits: that figure is the normal one. The exact chance is a seventy-sixth of it.
     */
    @Test
    void theExactRankTestOfExactRankTestsIsTheNormalOneInLargeSamples() {
        RankTest test = RankTest.of(y, x);
        same(expected("mann_whitney_exact_ties").get("W"), test.statistic(), "W");
        Close.relative(
                expected("mann_whitney_exact_ties").get("p").asDouble(),
                test.normal(),
                2e-7,
                "the tail of 1 less a number near 1");
        Close.relative(7.06793341012663e-12, test.exact(), 1e-8, "the exact chance, as counted here");
    }

    @Test
    void thePermutationOfTheMeanIsCoins() {
        PermutationTest test = PermutationTest.of(y, x);
        same(expected("permutation_mean").get("Z"), test.statistic(), "Z");
        same(expected("permutation_mean").get("p"), test.pValue(), "p");
    }

    @Test
    void kolmogorovSmirnovAndTheRatioOfVariancesAreRs() {
        KolmogorovSmirnov ks = KolmogorovSmirnov.of(x, y);
        same(expected("ks").get("D"), ks.distance(), "D");
        same(expected("ks").get("p"), ks.pValue(), "p");
        VarianceTest f = VarianceTest.of(y, x);
        same(expected("var_F_levene").get("F"), f.ratio(), "F");
        same(expected("var_F_levene").get("p"), f.pValue(), "p");
    }

    @Test
    void sizesAreMetafors() {
        JsonNode expected = expected("effect_sizes");
        EffectSize size = EffectSize.of(y, x);
        same(expected.get("cohen_d"), size.cohensD(), "d");
        same(expected.get("hedges_g"), size.hedgesG(), "g");
        same(expected.get("hedges_g_var"), size.hedgesVariance(), "variance of g");
        same(expected.get("log_ratio_of_means"), size.logRatio(), "log ratio");
        same(expected.get("log_ratio_var"), size.logRatioVariance(), "variance of the log ratio");
        same(expected.get("cliffs_delta"), size.cliffsDelta(), "delta");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10})
    void movingBlocksAreBootsWithinItsMonteCarloErrorAndTheExactFigureExactly(int length) {
        JsonNode expected = expected("moving_block_bootstrap_mean_l" + length);
        MovingBlocks blocks = MovingBlocks.of(flow, length);
        same(expected.get("block_mean_sd_over_sqrt_k"), blocks.standardError(), "exact");
        int draws = 20_000;
        double error = blocks.standardError();
        assertEquals(expected.get("se_boot").asDouble(), error, 3.5 * error / Math.sqrt(2.0 * draws));
        assertEquals(expected.get("mean_boot").asDouble(), blocks.mean(), 3.5 * error / Math.sqrt(draws));
        Random random = new Random(1);
        Moments drawn = Moments.of(IntStream.range(0, draws)
                .mapToDouble(i -> blocks.draw(random).mean())
                .toArray());
        assertEquals(error, Math.sqrt(drawn.variance()), 3.5 * error / Math.sqrt(2.0 * draws));
        assertEquals(blocks.mean(), drawn.mean(), 3.5 * error / Math.sqrt(draws));
    }

    @Test
    void pairsAreRsButForThePointWhereItsSearchCameToRest() {
        JsonNode expected = expected("paired_differences");
        double[] first = Arrays.copyOfRange(flow, 0, 28);
        double[] second = Arrays.copyOfRange(flow, 28, 56);
        MeanTest test = MeanTest.paired(second, first);
        same(expected.get("t"), test.statistic(), "t");
        same(expected.get("p"), test.pValue(), "p");
        SignedRankTest ranks = SignedRankTest.of(second, first);
        same(expected.get("V"), ranks.statistic(), "V");
        same(expected.get("p_wilcoxon"), ranks.continuous(), "p");
        double point = expected.get("pseudomedian").asDouble();
        double[] moved = Arrays.stream(second).map(v -> v + point).toArray();
        assertEquals(
                28 * 29 / 4.0, SignedRankTest.of(moved, first).statistic(), "the middle, so any point here is a root");
        assertEquals(292.25, ranks.pseudomedian(), "the median of the means of two differences");
    }
}
