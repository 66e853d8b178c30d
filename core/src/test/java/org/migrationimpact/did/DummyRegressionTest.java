package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;

/** The slow, obvious twin: least squares with a dummy for every unit and period, on random unbalanced weighted panels. */
class DummyRegressionTest {

    private static final double TIGHT = 1e-9;

    private static AdoptionPanel panel(long seed) {
        return RandomPanels.unbalanced(seed, 12 + (int) (seed % 7), 6 + (int) (seed % 4))
                .panel();
    }

    @Test
    void treatmentAndCovariateAreResidualisedTogether() {
        for (long seed = 1; seed <= 200; seed++) {
            AdoptionPanel panel = panel(seed);
            Timing timing = new Timing(panel, 0);
            double[] d = RandomPanels.column(panel, row -> timing.isFelt(row) ? 1 : 0);
            double[] slow = RandomPanels.withDummies(panel, RandomPanels.all(panel), d, panel.covariate("x"));
            TwoWayFit fast = TwoWayFixedEffects.of(panel).adjustedFor("x").fit();
            close(slow[0], fast.coefficient().estimate(), "treated, seed " + seed);
            close(slow[1], fast.impact().term("x").estimate(), "x, seed " + seed);
        }
    }

    private static void close(double expected, double found, String what) {
        assertEquals(expected, found, TIGHT * Math.max(1, Math.abs(expected)), what);
    }

    @Test
    void demeaningOnceByUnitAndOnceByPeriodWouldNotDo() {
        AdoptionPanel panel = panel(3);
        Timing timing = new Timing(panel, 0);
        double[] d = RandomPanels.column(panel, row -> timing.isFelt(row) ? 1 : 0);
        double[] y = RandomPanels.column(panel, panel::outcome);
        double[] onceD = demeanedOnce(panel, d);
        double[] onceY = demeanedOnce(panel, y);
        double top = 0;
        double below = 0;
        for (int row = 0; row < y.length; row++) {
            top += panel.weight(row) * onceD[row] * onceY[row];
            below += panel.weight(row) * onceD[row] * onceD[row];
        }
        double right = TwoWayFixedEffects.of(panel).fit().coefficient().estimate();
        assertNotEquals(top / below, right, 1e-3);
        close(RandomPanels.withDummies(panel, RandomPanels.all(panel), d)[0], right, "treated");
    }

    private static double[] demeanedOnce(AdoptionPanel panel, double[] values) {
        double[] byUnit = means(values, panel, panel::unitOf, panel.units().size());
        double[] byPeriod =
                means(values, panel, panel::periodOf, panel.periods().size());
        double all = Arrays.stream(values).average().orElseThrow();
        return RandomPanels.column(
                panel, row -> values[row] - byUnit[panel.unitOf(row)] - byPeriod[panel.periodOf(row)] + all);
    }

    private static double[] means(
            double[] values, AdoptionPanel panel, java.util.function.IntUnaryOperator group, int groups) {
        double[] sum = new double[groups];
        double[] weight = new double[groups];
        for (int row = 0; row < values.length; row++) {
            sum[group.applyAsInt(row)] += panel.weight(row) * values[row];
            weight[group.applyAsInt(row)] += panel.weight(row);
        }
        return IntStream.range(0, groups).mapToDouble(g -> sum[g] / weight[g]).toArray();
    }

    @Test
    void imputationIsARegressionOfTheUntreatedRowsCarriedOver() {
        for (long seed = 1; seed <= 60; seed++) {
            AdoptionPanel panel = panel(seed);
            Timing timing = new Timing(panel, 0);
            int[] untreated = IntStream.range(0, panel.size())
                    .filter(row -> !timing.isFelt(row))
                    .toArray();
            double[] b = RandomPanels.withDummies(panel, untreated, panel.covariate("x"));
            double sum = 0;
            double weight = 0;
            for (int row = 0; row < panel.size(); row++) {
                boolean known = IntStream.of(untreated).map(panel::unitOf).anyMatch(unitOf(panel, row));
                if (timing.isFelt(row) && known) {
                    double expected = b[0] * panel.covariate("x")[row]
                            + b[1 + panel.unitOf(row)]
                            + (panel.periodOf(row) == 0
                                    ? 0
                                    : b[1 + panel.units().size() + panel.periodOf(row) - 1]);
                    sum += panel.weight(row) * (panel.outcome(row) - expected);
                    weight += panel.weight(row);
                }
            }
            AdoptionFit fit = Imputation.of(panel).adjustedFor("x").leads(0).fit();
            close(sum / weight, fit.headline().estimate(), "seed " + seed);
        }
    }

    private static java.util.function.IntPredicate unitOf(AdoptionPanel panel, int row) {
        return unit -> unit == panel.unitOf(row);
    }

    @Test
    void everyEffectOfSunAndAbrahamIsThatOfARegressionWithDummies() {
        for (long seed = 1; seed <= 20; seed++) {
            AdoptionPanel panel = panel(seed);
            Timing timing = new Timing(panel, 0);
            AdoptionFit fit = SunAbraham.of(panel).fit();
            int[] rows = timing.rowsWithBase();
            double[][] columns = fit.effects().stream()
                    .map(cell -> RandomPanels.column(
                            panel,
                            row -> panel.firstTreated(panel.unitOf(row))
                                                    .map(first ->
                                                            first.toString().equals(cell.cohort()))
                                                    .orElse(false)
                                            && panel.periods()
                                                    .get(panel.periodOf(row))
                                                    .toString()
                                                    .equals(cell.period())
                                    ? 1
                                    : 0))
                    .toArray(double[][]::new);
            double[] slow = RandomPanels.withDummies(panel, rows, columns);
            for (int k = 0; k < columns.length; k++) {
                close(slow[k], fit.effects().get(k).coefficient().estimate(), "seed " + seed + " cell " + k);
            }
        }
    }

    /** The variance of a mean of effects from the whole hat matrix: (A − B (Z'WZ)⁻¹ Z'W) e, by unit. */
    @Test
    void theAdjointWeightsAreThoseOfTheWholeMatrix() {
        AdoptionPanel panel = panel(11);
        Timing timing = new Timing(panel, 0);
        int[] untreated = IntStream.range(0, panel.size())
                .filter(row -> !timing.isFelt(row))
                .toArray();
        AdoptionFit fit = TwoStage.of(panel).fit();
        double direct = 0;
        double theta = fit.headline().estimate();
        double step = 1e-3;
        double[] influence = new double[panel.units().size()];
        double total = 0;
        boolean[] known = new boolean[panel.units().size()];
        IntStream.of(untreated).forEach(row -> known[panel.unitOf(row)] = true);
        for (int row = 0; row < panel.size(); row++) {
            total += timing.isFelt(row) && known[panel.unitOf(row)] ? panel.weight(row) : 0;
        }
        UntreatedOutcome outcome = new UntreatedOutcome(panel, flags(panel, timing), List.of());
        for (int row = 0; row < panel.size(); row++) {
            if (timing.isFelt(row)) {
                influence[panel.unitOf(row)] +=
                        known[panel.unitOf(row)] ? panel.weight(row) * (outcome.residual(row) - theta) / total : 0;
            } else {
                double slope = (headline(panel, row, step) - headline(panel, row, -step)) / (2 * step);
                influence[panel.unitOf(row)] += slope * outcome.residual(row);
            }
        }
        for (double value : influence) {
            direct += value * value;
        }
        Close.relative(Math.sqrt(direct), fit.headline().standardError(), 1e-9, "error");
    }

    private static boolean[] flags(AdoptionPanel panel, Timing timing) {
        boolean[] flags = new boolean[panel.size()];
        for (int row = 0; row < flags.length; row++) {
            flags[row] = !timing.isFelt(row);
        }
        return flags;
    }

    /** The headline with one outcome moved: the estimate is linear in it. */
    private static double headline(AdoptionPanel panel, int moved, double by) {
        double[] y = RandomPanels.column(panel, row -> panel.outcome(row) + (row == moved ? by : 0));
        AdoptionPanel other = Changed.outcome(panel, y).panel();
        return TwoStage.of(other).fit().headline().estimate();
    }
}
