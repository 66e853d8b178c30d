package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;
import org.migrationimpact.regression.Coefficient;

/**
 * What designs find where units are treated at three dates or never, and effects differ between cohorts and grow: bias, and how often the
 * 95 % interval contains the mean effect on the treated rows. The figures stand in docs/COVERAGE.md. A share of the draws runs in every
 * build, all of them with -Dslow.
 */
class StaggeredBiasTest {

    private static final Logger LOG = System.getLogger(StaggeredBiasTest.class.getName());
    private static final int PERIODS = 12;
    private static final int[] FIRST = {0, 3, 6, 9};

    private static double effect(int first, int period) {
        return first == 0 || period < first ? 0 : 2.0 * (9 - first) / 6 + 0.5 * (period - first);
    }

    /** Units of unit variance, and errors with a correlation of 0.5 from one period to the next. */
    private static AdoptionPanel draw(int units, long seed) {
        RandomGenerator random = RandomPanels.random(seed);
        List<String> unit = new ArrayList<>();
        List<Period> period = new ArrayList<>();
        List<Optional<Period>> treated = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            int first = FIRST[u % FIRST.length];
            double level = random.nextGaussian();
            double error = random.nextGaussian();
            for (int t = 0; t < PERIODS; t++) {
                unit.add("u" + (1000 + u));
                period.add(Period.ordinal(t));
                treated.add(first == 0 ? Optional.empty() : Optional.of(Period.ordinal(first)));
                y.add(level + 0.3 * t + effect(first, t) + error);
                error = 0.5 * error + Math.sqrt(0.75) * random.nextGaussian();
            }
        }
        return AdoptionColumns.of(unit, period, RandomPanels.doubles(y), treated)
                .panel();
    }

    private static double truth() {
        double sum = 0;
        int rows = 0;
        for (int first : new int[] {3, 6, 9}) {
            for (int t = first; t < PERIODS; t++) {
                sum += effect(first, t);
                rows++;
            }
        }
        return sum / rows;
    }

    private static Map<String, Function<AdoptionPanel, Coefficient>> designs() {
        Map<String, Function<AdoptionPanel, Coefficient>> designs = new LinkedHashMap<>();
        designs.put(
                "two-way fixed effects",
                panel -> TwoWayFixedEffects.of(panel).fit().coefficient());
        designs.put(
                "group-time, never treated",
                panel -> GroupTimeEffects.of(panel)
                        .with(MultiplierBootstrap.rademacher(99, 1))
                        .fit()
                        .overall(Aggregation.SIMPLE));
        designs.put("Sun and Abraham", panel -> SunAbraham.of(panel).fit().headline());
        designs.put("imputation", panel -> Imputation.of(panel).leads(0).fit().headline());
        designs.put("two stages", panel -> TwoStage.of(panel).fit().headline());
        return designs;
    }

    /** Mean error and coverage of each design. */
    private static Map<String, double[]> run(int units, int draws) {
        Map<String, double[]> found = new LinkedHashMap<>();
        double truth = truth();
        for (int draw = 0; draw < draws; draw++) {
            AdoptionPanel panel = draw(units, 1000 + draw);
            designs().forEach((name, design) -> {
                Coefficient c = design.apply(panel);
                double[] sums = found.computeIfAbsent(name, none -> new double[3]);
                sums[0] += (c.estimate() - truth) / draws;
                sums[1] += (c.interval(0.95).contains(truth) ? 1.0 : 0) / draws;
                sums[2] += c.standardError() / draws;
            });
        }
        return found;
    }

    @Test
    void onlyTwoWayFixedEffectsAreBiased() {
        Map<String, double[]> found = run(40, 40);
        double truth = truth();
        found.forEach((name, sums) -> {
            if (name.startsWith("two-way")) {
                assertTrue(sums[0] < -0.25 * truth, "two-way fixed effects lose a quarter and more, got " + sums[0]);
                assertTrue(sums[1] < 0.5, "and their interval misses, got " + sums[1]);
            } else {
                assertEquals(0, sums[0], 4 * sums[2] / Math.sqrt(40), name);
                assertTrue(sums[1] >= 0.8, name + " covers " + sums[1]);
            }
        });
    }

    @Test
    @Tag("slow")
    void theTableOfBiasAndCoverage() {
        for (int units : new int[] {12, 20, 48, 200}) {
            run(units, 1000).forEach((name, sums) -> {
                LOG.log(
                        Level.INFO,
                        () -> String.format(
                                Locale.ROOT,
                                "| %s | %d | %.3f | %.3f | %.3f |",
                                name,
                                units,
                                sums[0],
                                sums[2],
                                sums[1]));
                assertTrue(name.startsWith("two-way") || Math.abs(sums[0]) < 0.1, name);
            });
        }
    }
}
