package org.migrationimpact.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Impact;

/**
 * How often the intervals of 95 % of comparisons with weighted units and completed tables hold the true effect of nothing. The table of
 * docs/COVERAGE.md is printed by the slow run; a share of the draws runs in every build.
 */
class PanelCoverageTest {

    private static final Logger LOG = System.getLogger(PanelCoverageTest.class.getName());
    private static final int UNITS = 20;
    private static final int BEFORE = 24;
    private static final int AFTER = 12;
    private static final Period START = Period.year(2000 + BEFORE);

    /** Factors and noise: how much each remembers. */
    private enum World {
        FACTORS("factors AR(0.5), noise iid", 0.5, 0),
        REMEMBERING("factors AR(0.5), noise AR(0.5)", 0.5, 0.5),
        WALKS("factors random walks, noise iid", 1, 0);

        private final String words;
        private final double memory;
        private final double correlation;

        World(String words, double memory, double correlation) {
            this.words = words;
            this.memory = memory;
            this.correlation = correlation;
        }
    }

    /** A way to an interval, and how many intervals of a thousand hold 0 in each world. */
    private record Way(String name, int draws, Function<Panel, Impact> fit, List<Double> expected) {}

    private static final List<Way> WAYS = List.of(
            new Way(
                    "synthetic DiD, 1 treated, every placebo",
                    500,
                    panel -> sdid(panel, 1).fit().impact(),
                    List.of(924.0, 932.0, 910.0)),
            new Way(
                    "synthetic DiD, 5 treated, jackknife",
                    500,
                    panel -> sdid(panel, 5).withJackknife().fit().impact(),
                    List.of(868.0, 884.0, 918.0)),
            new Way(
                    "synthetic DiD, 5 treated, 100 placebos",
                    200,
                    panel -> sdid(panel, 5).withPlacebos(100, 1).fit().impact(),
                    List.of(950.0, 935.0, 925.0)),
            new Way(
                    "synthetic DiD, 5 treated, bootstrap of 100",
                    200,
                    panel -> sdid(panel, 5).withBootstrap(100, 1).fit().impact(),
                    List.of(940.0, 950.0, 940.0)),
            new Way(
                    "augmented synthetic control, 1 treated, jackknife+",
                    500,
                    panel -> AugmentedSyntheticControl.of(panel)
                            .treated("u0")
                            .from(START)
                            .withJackknifePlus()
                            .fit()
                            .impact(),
                    List.of(996.0, 996.0, 976.0)),
            new Way(
                    "factors, 1 treated, parametric bootstrap of 100",
                    200,
                    panel -> InteractiveFixedEffects.of(panel)
                            .treated("u0")
                            .from(START)
                            .withParametricBootstrap(100, 1)
                            .fit()
                            .impact(),
                    List.of(970.0, 945.0, 945.0)),
            new Way(
                    "completion, 1 treated, every placebo",
                    100,
                    panel -> MatrixCompletion.of(panel)
                            .treated("u0")
                            .from(START)
                            .fit()
                            .impact(),
                    List.of(950.0, 970.0, 950.0)));

    private static SyntheticDifferenceInDifferences sdid(Panel panel, int treated) {
        SyntheticDifferenceInDifferences question = SyntheticDifferenceInDifferences.of(panel);
        for (int i = 0; i < treated; i++) {
            question = question.treated("u" + i);
        }
        return question.from(START);
    }

    /** Two factors with loads between 0 and 1, noise half as large as the steps of a factor. */
    private static Panel panel(World world, long seed) {
        Random random = new Random(seed);
        double[][] factors = {path(random, world.memory), path(random, world.memory)};
        double[][] units = new double[UNITS][];
        for (int j = 0; j < UNITS; j++) {
            double[] loads = {random.nextDouble(), random.nextDouble()};
            units[j] = path(random, world.correlation);
            for (int t = 0; t < units[j].length; t++) {
                units[j][t] = 0.5 * units[j][t] + loads[0] * factors[0][t] + loads[1] * factors[1][t];
            }
        }
        return Tables.of(units);
    }

    private static double[] path(Random random, double memory) {
        double[] path = new double[BEFORE + AFTER];
        double now = memory < 1 ? random.nextGaussian() / Math.sqrt(1 - memory * memory) : 0;
        for (int t = 0; t < path.length; t++) {
            now = t == 0 ? now : memory * now + random.nextGaussian();
            path[t] = now;
        }
        return path;
    }

    private static boolean holds(Impact impact) {
        return impact.effect().coefficient().interval(0.95).contains(0);
    }

    private static double share(Way way, World world, int draws) {
        return 1000.0
                * IntStream.range(0, draws)
                        .parallel()
                        .filter(i -> holds(way.fit().apply(panel(world, i))))
                        .count()
                / draws;
    }

    private static void compare(Way way, int draws, double tolerance) {
        List<String> misses = new ArrayList<>();
        for (World world : World.values()) {
            double share = share(way, world, draws);
            LOG.log(
                    Level.INFO,
                    String.format(Locale.ROOT, "| %s | %s | %d | %.1f |", way.name(), world.words, draws, share / 10));
            double expected = way.expected().get(world.ordinal());
            if (Math.abs(share - expected) > tolerance) {
                misses.add(way.name() + ", " + world.words + ": " + share);
            }
        }
        assertEquals(List.of(), misses);
    }

    @Test
    void aShareOfTheDrawsAgreesWithTheDocumentedFigures() {
        compare(WAYS.get(1), 100, 80);
    }

    @Test
    @Tag("slow")
    void coveragesAreThoseOfTheDocuments() {
        WAYS.forEach(way -> compare(way, way.draws(), 1));
    }
}
