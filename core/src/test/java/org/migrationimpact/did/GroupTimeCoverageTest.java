package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;
import org.migrationimpact.regression.Coefficient;

/**
 * How often the 95 % interval contains the true effect when clusters are few, treated at different dates and with effects that differ
 * between cohorts and grow. The figures stand in docs/COVERAGE.md. A share of the draws runs in every build, all of them with -Dslow.
 */
class GroupTimeCoverageTest {

    private static final Logger LOG = System.getLogger(GroupTimeCoverageTest.class.getName());
    private static final int PERIODS = 10;
    private static final int UNITS = 4; // a cluster
    private static final int[] FIRST = {0, 4, 0, 6, 8}; // of the clusters in turn

    private record Case(
            int clusters, StandardErrors errors, double simple, double dynamic, double first, double last) {}

    private static final List<Case> CASES = List.of(
            new Case(10, StandardErrors.ANALYTIC, 0.943, 0.913, 0.951, 0.832),
            new Case(20, StandardErrors.ANALYTIC, 0.952, 0.933, 0.95, 0.9),
            new Case(50, StandardErrors.ANALYTIC, 0.95, 0.941, 0.948, 0.931),
            new Case(10, StandardErrors.JACKKNIFE, 0.982, 0.967, 0.985, 0.922),
            new Case(20, StandardErrors.JACKKNIFE, 0.975, 0.963, 0.976, 0.94),
            new Case(50, StandardErrors.JACKKNIFE, 0.961, 0.958, 0.963, 0.947));

    private static double effect(int first, int period) {
        return period < first ? 0 : 0.1 * first + 0.3 * (period - first);
    }

    private static AdoptionPanel draw(int clusters, long seed) {
        Random random = new Random(seed);
        List<String> unit = new ArrayList<>();
        List<String> cluster = new ArrayList<>();
        List<Period> period = new ArrayList<>();
        List<Optional<Period>> treated = new ArrayList<>();
        List<Double> outcome = new ArrayList<>();
        for (int c = 0; c < clusters; c++) {
            int first = FIRST[c % FIRST.length];
            double[] shock = new double[PERIODS];
            for (int t = 0; t < PERIODS; t++) {
                shock[t] = random.nextGaussian() + (t == 0 ? 0 : 0.5 * shock[t - 1]);
            }
            for (int u = 0; u < UNITS; u++) {
                double level = random.nextGaussian();
                for (int t = 1; t <= PERIODS; t++) {
                    unit.add(c + "-" + u);
                    cluster.add("c" + c);
                    period.add(Period.ordinal(t));
                    treated.add(first == 0 ? Optional.empty() : Optional.of(Period.ordinal(first)));
                    outcome.add(level + shock[t - 1] + (first == 0 ? 0 : effect(first, t)) + random.nextGaussian());
                }
            }
        }
        double[] values = outcome.stream().mapToDouble(d -> d).toArray();
        return AdoptionColumns.of(unit, period, values, treated)
                .clusteredBy("cluster", cluster)
                .panel();
    }

    private static double simpleTruth() {
        return IntStream.of(4, 6, 8)
                        .mapToDouble(first -> IntStream.rangeClosed(first, PERIODS)
                                .mapToDouble(t -> effect(first, t))
                                .sum())
                        .sum()
                / (7 + 5 + 3);
    }

    private static double eventTruth(int event) {
        return IntStream.of(4, 6, 8)
                .filter(first -> first + event <= PERIODS)
                .mapToDouble(first -> effect(first, first + event))
                .average()
                .orElseThrow();
    }

    private static double[] coverage(Case one, int draws) {
        double dynamic = IntStream.rangeClosed(0, 6)
                .mapToDouble(GroupTimeCoverageTest::eventTruth)
                .average()
                .orElseThrow();
        int[][] hits = IntStream.range(0, draws)
                .parallel()
                .mapToObj(seed -> {
                    GroupTimeFit fit = GroupTimeEffects.of(draw(one.clusters(), seed))
                            .with(one.errors())
                            .with(MultiplierBootstrap.rademacher(99, 1))
                            .fit();
                    return new int[] {
                        hit(fit.overall(Aggregation.SIMPLE), simpleTruth()),
                        hit(fit.overall(Aggregation.DYNAMIC), dynamic),
                        hit(fit.aggregate(Aggregation.DYNAMIC).row("0").coefficient(), eventTruth(0)),
                        hit(fit.aggregate(Aggregation.DYNAMIC).row("6").coefficient(), eventTruth(6))
                    };
                })
                .toArray(int[][]::new);
        return IntStream.range(0, 4)
                .mapToDouble(j -> IntStream.range(0, draws)
                        .mapToDouble(i -> hits[i][j])
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static int hit(Coefficient found, double truth) {
        return found.interval(0.95).contains(truth) ? 1 : 0;
    }

    private static void compare(List<Case> cases, int draws, double tolerance) {
        List<String> misses = new ArrayList<>();
        for (Case one : cases) {
            double[] found = coverage(one, draws);
            double[] documented = {one.simple(), one.dynamic(), one.first(), one.last()};
            String line = String.format(
                    Locale.ROOT,
                    "| %s, %d clusters | %.3f | %.3f | %.3f | %.3f |",
                    one.errors(),
                    one.clusters(),
                    found[0],
                    found[1],
                    found[2],
                    found[3]);
            LOG.log(Level.INFO, line);
            for (int j = 0; j < 4; j++) {
                if (Math.abs(found[j] - documented[j]) > tolerance) {
                    misses.add(line + " documented " + documented[j]);
                }
            }
        }
        assertEquals(List.of(), misses);
    }

    @Test
    void aShareOfTheDrawsHasTheDocumentedCoverage() {
        compare(CASES.stream().filter(one -> one.clusters() <= 20).toList(), 80, 0.13);
    }

    @Test
    @Tag("slow")
    void allDrawsHaveTheDocumentedCoverage() {
        compare(CASES, 4_000, 0.001);
    }
}
