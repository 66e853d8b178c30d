package org.migrationimpact.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.migrationimpact.inference.PanelFixture.factor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.WildDraws;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.inference.WildClusterBootstrap.Null;
import org.migrationimpact.model.Factor;

/** The wild cluster bootstrap against R's fwildclusterboot and against fitting every draw anew. */
class WildClusterBootstrapTest {

    private static PanelFixture.Fitted lm(Oracle oracle) {
        double[][] columns = {PanelFixture.ones(200), oracle.column("value"), oracle.column("capital")};
        PanelFixture.Fitted fitted = new PanelFixture(
                        List.of("(Intercept)", "value", "capital"), columns, oracle.column("inv"), List.of())
                .olsWithCoefficients();
        List<Factor> firm = List.of(factor("firm", oracle.column("firm")));
        return new PanelFixture.Fitted(fitted.coefficients(), fitted.scores().groupedBy(firm));
    }

    private static WildTest enumerated(Oracle oracle, Null imposed) {
        PanelFixture.Fitted fitted = lm(oracle);
        return WildClusterBootstrap.by("firm", 1)
                .draws(2000)
                .with(Multiplier.RADEMACHER)
                .with(imposed)
                .with(WildDraws.Count.ABOVE)
                .test(fitted.scores(), "value", fitted.coefficients()[1]);
    }

    @Test
    void theErrorsBehindItAreThoseOfSandwichAndClubSandwich() {
        Oracle oracle = Oracle.of("wild_grunfeld");
        PanelScores scores = lm(oracle).scores();
        JsonNode clustered = oracle.expected("lm_cluster").get("se");
        JsonNode reduced = oracle.expected("cr2_satterthwaite");
        for (int j = 0; j < 3; j++) {
            String name = scores.names().get(j);
            PanelErrors errors = BiasReduced.by("firm").of(scores);
            Close.relative(
                    clustered.get(name).asDouble(),
                    Clustered.by("firm").of(scores).standardError(name),
                    1e-8,
                    name);
            Close.relative(reduced.get("se").get(j).asDouble(), errors.standardError(name), 1e-8, name);
            Close.relative(reduced.get("df").get(j).asDouble(), errors.degreesOfFreedom(name), 1e-8, name);
            double p = errors.uncertainty(name).pValue(lm(oracle).coefficients()[j]);
            Close.relative(reduced.get("p").get(j).asDouble(), p, 1e-8, name);
        }
    }

    /**
     * All signs are gone through, so statistic and p-value are exact. The ends of the interval are jumps of a step function; R looks for them
     * with at most ten steps of uniroot, which leaves its ends 1e-4 from the jump; here they are found to the last digit.
     */
    @ParameterizedTest
    @EnumSource(Null.class)
    void enumeratedSignsGiveTheFiguresOfFwildclusterboot(Null imposed) {
        Oracle oracle = Oracle.of("wild_grunfeld");
        JsonNode expected = oracle.expected(
                imposed == Null.IMPOSED
                        ? "wild_cluster_rademacher_enumerated"
                        : "wild_cluster_unrestricted_enumerated");
        WildTest test = enumerated(oracle, imposed);
        Close.relative(expected.get("t_stat").asDouble(), test.statistic(), 1e-10, "t");
        assertEquals(expected.get("p").asDouble(), test.pValue(), 1e-15);
        assertEquals(expected.get("boot_iter").asInt(), 2 * test.draws().count(), "mirror images are left out");
        Interval interval = test.interval(0.95);
        Close.relative(expected.get("conf_int").get(0).asDouble(), interval.low(), 1e-4, "low");
        Close.relative(expected.get("conf_int").get(1).asDouble(), interval.high(), 1e-4, "high");
        assertEquals(0, test.monteCarloError());
    }

    @Test
    void theEndsOfTheIntervalAreWhereThePValueCrosses() {
        WildTest test = enumerated(Oracle.of("wild_grunfeld"), Null.IMPOSED);
        for (double level : new double[] {0.8, 0.9, 0.95, 0.99}) {
            Interval interval = test.interval(level);
            for (double end : new double[] {interval.low(), interval.high()}) {
                double outwards = Math.signum(end - test.estimate()) * 1e-9;
                assertTrue(test.draws().pValue(test.estimate() - end - outwards) <= 1 - level);
                assertTrue(test.draws().pValue(test.estimate() - end + outwards) > 1 - level);
            }
        }
    }

    private static final SmallPanel PANEL = SmallPanel.unbalanced();

    private static PanelFixture.Fitted weighted() {
        PanelFixture.Fitted fitted =
                PANEL.twoWay().weighted(PANEL.weightOfRow()).olsWithCoefficients();
        return new PanelFixture.Fitted(fitted.coefficients(), PANEL.complete(fitted.scores()));
    }

    /** Each draw is made and fitted anew: outcome under the null, plus residuals under the null times signs, all effects estimated again. */
    @ParameterizedTest
    @EnumSource(Null.class)
    void sumsByClusterGiveWhatFittingEveryDrawGives(Null imposed) {
        double hypothesis = 0.4;
        PanelFixture.Fitted fitted = weighted();
        Factor region = PANEL.region();
        double[][][] parts = WildSums.of(fitted.scores(), Absorption.of(fitted.scores(), region), 0, imposed)
                .draws(8, 4 / 3.0 * 87 / (88 - 11), (draw, g) -> (draw >> g & 1) == 1 ? -1 : 1); // K = 2 + 9 years
        double delta = fitted.coefficients()[0] - hypothesis;
        int beyond = 0;
        double observed = Math.abs(fitted.coefficients()[0] - hypothesis)
                / Clustered.by("region").of(fitted.scores()).standardError("x1");
        for (int draw = 0; draw < 8; draw++) {
            double[] y = outcome(fitted, imposed, hypothesis, draw, region);
            PanelFixture.Fitted again = new PanelFixture(
                            SmallPanel.NAMES, PANEL.x(), y, List.of(PANEL.unit(), PANEL.year()))
                    .weighted(PANEL.weightOfRow())
                    .olsWithCoefficients();
            double centre = imposed == Null.IMPOSED ? hypothesis : fitted.coefficients()[0];
            double t = (again.coefficients()[0] - centre)
                    / Clustered.by("region").of(PANEL.complete(again.scores())).standardError("x1");
            double variance = parts[1][draw][0] + delta * (2 * parts[1][draw][1] + delta * parts[1][draw][2]);
            double fast = (parts[0][draw][0] + parts[0][draw][1] * delta) / Math.sqrt(variance);
            assertEquals(t, fast, 1e-9 * Math.abs(t) + 1e-9, "draw " + draw);
            beyond += Math.abs(t) >= observed * (1 - 1e-9) ? 1 : 0;
        }
        WildTest test = WildClusterBootstrap.by("region", 1)
                .with(Multiplier.RADEMACHER)
                .with(imposed)
                .test(fitted.scores(), "x1", fitted.coefficients()[0], hypothesis);
        assertEquals(8, test.draws().count());
        assertEquals(beyond / 8.0, test.pValue());
        assertTrue(imposed == Null.NOT_IMPOSED || beyond >= 1);
    }

    /** y of a draw; without effects, which do not matter to what is estimated. */
    private static double[] outcome(
            PanelFixture.Fitted fitted, Null imposed, double hypothesis, int draw, Factor region) {
        double[][] x = PANEL.x();
        double[] y = PANEL.y();
        double[] rest = IntStream.range(0, y.length)
                .mapToDouble(i -> y[i] - hypothesis * x[0][i])
                .toArray();
        PanelScores restricted = new PanelFixture(
                        List.of("x2"), new double[][] {x[1]}, rest, List.of(PANEL.unit(), PANEL.year()))
                .weighted(PANEL.weightOfRow())
                .ols();
        PanelScores base = imposed == Null.IMPOSED ? restricted : fitted.scores();
        return IntStream.range(0, y.length)
                .mapToDouble(i ->
                        y[i] - base.residual(i) + ((draw >> region.code(i) & 1) == 1 ? -1 : 1) * base.residual(i))
                .toArray();
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws Exception {
        PanelFixture.Fitted fitted = weighted();
        WildClusterBootstrap bootstrap = WildClusterBootstrap.by("unit", 7).draws(999);
        WildTest here = bootstrap.test(fitted.scores(), "x1", fitted.coefficients()[0]);
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            WildTest alone = one.submit(() -> bootstrap.test(fitted.scores(), "x1", fitted.coefficients()[0]))
                    .get();
            assertEquals(here.draws(), alone.draws());
            assertEquals(here.interval(0.95), alone.interval(0.95));
        } finally {
            one.shutdown();
        }
        assertEquals(here.draws(), Serialized.copy(here.draws()));
    }

    @Test
    void moreDrawsContinueFewerOnes() {
        PanelFixture.Fitted fitted = weighted();
        WildClusterBootstrap bootstrap = WildClusterBootstrap.by("unit", 7).with(Multiplier.WEBB);
        double few = bootstrap
                .draws(999)
                .test(fitted.scores(), "x1", fitted.coefficients()[0], 0.5)
                .pValue();
        WildTest many = bootstrap.draws(99_999).test(fitted.scores(), "x1", fitted.coefficients()[0], 0.5);
        assertEquals(many.pValue(), few, 4 * Math.sqrt(few * (1 - few) / 999), "four Monte Carlo errors");
        Close.relative(
                Math.sqrt(many.pValue() * (1 - many.pValue()) / 99_999),
                many.monteCarloError(),
                1e-12,
                "Monte Carlo error");
    }

    /** Webb's and Mammen's points agree with the exact signs within four Monte Carlo errors and the little that the points differ by. */
    @Test
    void multipliersHaveMeanZeroAndVarianceOne() {
        for (Multiplier multiplier : Multiplier.values()) {
            double[] values = IntStream.range(0, 200_000)
                    .mapToDouble(i -> multiplier.of(Counter.bits(3, i, 0)))
                    .toArray();
            assertEquals(0, Arrays.stream(values).average().orElseThrow(), 0.01, multiplier + ", mean");
            assertEquals(
                    1, Arrays.stream(values).map(v -> v * v).average().orElseThrow(), 0.01, multiplier + ", variance");
            double third = Arrays.stream(values).map(v -> v * v * v).average().orElseThrow();
            assertEquals(multiplier == Multiplier.MAMMEN ? 1 : 0, third, 0.02, multiplier + ", third moment");
        }
        assertEquals(
                6,
                IntStream.range(0, 1000)
                        .mapToDouble(i -> Multiplier.WEBB.of(Counter.bits(3, i, 1)))
                        .distinct()
                        .count());
    }

    @Test
    void thePlanFollowsTheNumberOfClusters() {
        PanelFixture.Fitted fitted = weighted();
        double x1 = fitted.coefficients()[0];
        WildTest twelve = WildClusterBootstrap.by("unit", 1).test(fitted.scores(), "x1", x1);
        assertEquals(2048, twelve.draws().count(), "12 clusters: all signs");
        assertEquals(1 / 2048.0, twelve.smallest());
        WildTest nine = WildClusterBootstrap.by("year", 1).test(fitted.scores(), "x1", x1);
        assertEquals(9_999, nine.draws().count(), "9 clusters: Webb");
        assertEquals(WildDraws.Kind.RANDOM, nine.draws().kind());
        assertEquals(1e-4, nine.smallest());
    }

    @Test
    void fourClustersCannotRejectWithSigns() {
        PanelFixture.Fitted fitted = weighted();
        WildTest test = WildClusterBootstrap.by("region", 1)
                .with(Multiplier.RADEMACHER)
                .test(fitted.scores(), "x1", fitted.coefficients()[0]);
        assertEquals(0.125, test.smallest());
        assertTrue(test.pValue() >= 0.125);
        assertEquals(Double.NEGATIVE_INFINITY, test.interval(0.95).low());
        assertEquals(Double.POSITIVE_INFINITY, test.interval(0.95).high());
        assertEquals(
                "W-WILD-001 with 4 clusters of region the signs give no p-value below 0.1250; take Multiplier.WEBB",
                test.warnings().stream()
                        .map(Warning::toString)
                        .filter(w -> w.startsWith("W-WILD"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void itIsSummedUpWithDrawsAndErrors() {
        PanelFixture.Fitted fitted = weighted();
        String text = WildClusterBootstrap.by("year", 1)
                .draws(999)
                .test(fitted.scores(), "x1", fitted.coefficients()[0])
                .toString();
        assertTrue(text.contains("smallest p attainable 0.0010, 999 draws"), text);
        assertTrue(text.contains("wild cluster bootstrap by year, null imposed, statistic with CR1"), text);
        assertTrue(text.contains("B = 999: random draws of WEBB, seed 1"), text);
    }

    @Test
    void countsAndPerfectFitsAreRefused() {
        PanelScores counts = PANEL.scores().with(Likelihood.POISSON);
        Refusal.of(
                InputException.class,
                "E-WILD-001 the wild cluster bootstrap by 'unit' is made for least squares, the model is one of counts; take BiasReduced (CR2), or"
                        + " least squares on logarithms",
                () -> WildClusterBootstrap.by("unit", 1).test(counts, "x1", 1));
        PanelScores exact = PANEL.complete(PanelScores.of(
                SmallPanel.NAMES, PANEL.x(), new double[PANEL.size()], new double[][] {{1, 0}, {0, 1}}));
        Refusal.of(
                EstimationException.class,
                "E-WILD-002 the standard error of 'x1' clustered by 'unit' is 0, so there is no statistic to compare; check whether the model fits"
                        + " every row exactly",
                () -> WildClusterBootstrap.by("unit", 1).test(exact, "x1", 1));
        Refusal.argument(
                "draws lie between 99 and 10000000, got 98",
                () -> WildClusterBootstrap.by("unit", 1).draws(98));
    }
}
