package org.migrationimpact.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;

/**
 * How often the placebo test finds an effect where there is none, and how often conformal intervals hold the true effect of nothing. The
 * table of docs/COVERAGE.md is printed by the slow run; a share of the draws runs in every build.
 */
class TwinSizeTest {

    private static final Logger LOG = System.getLogger(TwinSizeTest.class.getName());
    private static final int DONORS = 19;
    private static final int AFTER = 12;

    private enum Loads {
        ALIKE,
        AMID,
        OUTSIDE
    }

    /** Per mille: placebo tests at 5 % that reject, 90 % intervals of the mean and of the first period that hold 0. */
    private record Case(
            String name, Loads loads, double memory, double correlation, int before, List<Double> expected) {}

    private static final List<Case> CASES = List.of(
            new Case("one of the units", Loads.ALIKE, 0.5, 0, 24, List.of(57.0, 919.0, 927.0)),
            new Case("one of the units", Loads.ALIKE, 0.5, 0, 60, List.of(57.0, 903.0, 918.0)),
            new Case("one of the units, AR(0.5)", Loads.ALIKE, 0.5, 0.5, 24, List.of(47.5, 914.5, 913.0)),
            new Case("one of the units, AR(0.5)", Loads.ALIKE, 0.5, 0.5, 60, List.of(52.0, 895.5, 901.5)),
            new Case("one of the units, random walks", Loads.ALIKE, 1, 0, 24, List.of(48.5, 909.5, 917.0)),
            new Case("one of the units, random walks", Loads.ALIKE, 1, 0, 60, List.of(39.5, 882.5, 885.0)),
            new Case("amid the units", Loads.AMID, 0.5, 0, 24, List.of(88.0, 920.5, 918.0)),
            new Case("amid the units, random walks", Loads.AMID, 1, 0, 60, List.of(44.0, 946.5, 906.5)),
            new Case("outside the units", Loads.OUTSIDE, 0.5, 0, 24, List.of(11.0, 913.5, 918.0)),
            new Case("outside the units, random walks", Loads.OUTSIDE, 1, 0, 60, List.of(251.0, 650.5, 702.5)));

    private static double[][] units(Case one, long seed) {
        Random random = new Random(seed);
        int periods = one.before() + AFTER;
        double[][] factors = {path(random, periods, one.memory()), path(random, periods, one.memory())};
        double[][] units = new double[DONORS + 1][];
        for (int j = 0; j <= DONORS; j++) {
            double[] loads = {random.nextDouble(), random.nextDouble()};
            if (j == 0 && one.loads() != Loads.ALIKE) {
                Arrays.fill(loads, one.loads() == Loads.AMID ? 0.5 : 1.5);
            }
            double[] unit = path(random, periods, one.correlation());
            for (int t = 0; t < periods; t++) {
                unit[t] = 0.5 * unit[t] + loads[0] * factors[0][t] + loads[1] * factors[1][t];
            }
            units[j] = unit;
        }
        return units;
    }

    private static double[] path(Random random, int periods, double memory) {
        double[] path = new double[periods];
        double now = memory < 1 ? random.nextGaussian() / Math.sqrt(1 - memory * memory) : 0;
        for (int t = 0; t < periods; t++) {
            now = t == 0 ? now : memory * now + random.nextGaussian();
            path[t] = now;
        }
        return path;
    }

    private static boolean[] draw(Case one, long seed) {
        double[][] units = units(one, seed);
        List<String> names =
                IntStream.range(0, units.length).mapToObj(j -> "u" + j).toList();
        TwinData data = new TwinData(names, Period.ordinal(1), units, 0, one.before(), Baseline.NONE);
        Twins twins = new Twins(data, TwinSearch.ByOutcomes.of(data));
        double p = TwinRank.of(twins.treated(""), twins.placebos(), List.of()).pValue(0);
        return new boolean[] {p <= 0.05 + 1e-9, holds(units, AFTER), holds(untilFirst(units, one.before()), 1)};
    }

    private static double[][] untilFirst(double[][] units, int before) {
        return Arrays.stream(units).map(unit -> Arrays.copyOf(unit, before + 1)).toArray(double[][]::new);
    }

    /** Whether the 90 % interval holds 0: whether the test of 0 does not reject. */
    private static boolean holds(double[][] units, int after) {
        int[] groups = Baseline.NONE.groups(Period.ordinal(1), units[0].length);
        return NullEffect.refitted(units, groups, after).pValue(0) > 0.1 + 1e-12;
    }

    private static void compare(int draws, double tolerance, List<Case> cases) {
        List<String> misses = new ArrayList<>();
        for (Case one : cases) {
            boolean[][] found = IntStream.range(0, draws)
                    .parallel()
                    .mapToObj(i -> draw(one, i))
                    .toArray(boolean[][]::new);
            double[] shares = new double[3];
            for (int k = 0; k < 3; k++) {
                int column = k;
                shares[k] =
                        1000.0 * Arrays.stream(found).filter(row -> row[column]).count() / draws;
                if (Math.abs(shares[k] - one.expected().get(k)) > tolerance) {
                    misses.add(one + ": " + Arrays.toString(shares));
                }
            }
            LOG.log(
                    Level.INFO,
                    String.format(
                            Locale.ROOT,
                            "| %s | %d/%d | %.1f | %.1f | %.1f |",
                            one.name(),
                            one.before(),
                            AFTER,
                            shares[0] / 10,
                            shares[1] / 10,
                            shares[2] / 10));
        }
        assertEquals(List.of(), misses);
    }

    @Test
    void aShareOfTheDrawsAgreesWithTheDocumentedFigures() {
        compare(200, 60, CASES.subList(0, 1));
        compare(200, 60, CASES.subList(6, 7));
    }

    @Test
    @Tag("slow")
    void sizesAndCoveragesAreThoseOfTheDocuments() {
        compare(2000, 1, CASES);
        assertThat(CASES).isNotEmpty();
    }
}
