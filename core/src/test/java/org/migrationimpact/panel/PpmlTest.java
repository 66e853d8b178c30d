package org.migrationimpact.panel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.inference.PanelRobust;
import org.migrationimpact.model.Factor;

class PpmlTest {

    private static PpmlFit fit(RandomPanel panel) {
        return Ppml.on(panel.columns()).absorbing(panel.effects()).fit(panel.rows());
    }

    private static double[] estimates(PanelFit fit) {
        return fit.coefficients().stream().mapToDouble(c -> c.estimate()).toArray();
    }

    private static double[] errors(PanelFit fit) {
        return fit.coefficients().stream().mapToDouble(c -> c.standardError()).toArray();
    }

    /** Newton's method with a dummy for every level of every row that the fit used. */
    private static double[] slopesWithDummies(RandomPanel panel, int[] used) {
        int columns = panel.x.length;
        int[] size = Arrays.stream(panel.codes)
                .mapToInt(code -> Arrays.stream(code).max().orElse(0) + 1)
                .toArray();
        double[][] design =
                new double[used.length][columns + Arrays.stream(size).sum()];
        for (int i = 0; i < used.length; i++) {
            for (int j = 0; j < columns; j++) {
                design[i][j] = panel.x[j][used[i]];
            }
            int begin = columns;
            for (int f = 0; f < size.length; f++) {
                design[i][begin + panel.codes[f][used[i]]] = 1;
                begin += size[f];
            }
        }
        double[] eta = Arrays.stream(used)
                .mapToDouble(i -> Math.log((panel.y[i] + 1) / 2))
                .toArray();
        double[] solution = new double[0];
        for (int step = 0; step < 30; step++) {
            double[][] scaled = new double[used.length][];
            double[] target = new double[used.length];
            for (int i = 0; i < used.length; i++) {
                double mu = Math.exp(eta[i]);
                double root = Math.sqrt(mu * panel.weights[used[i]]);
                target[i] = root * (eta[i] + (panel.y[used[i]] - mu) / mu);
                scaled[i] = Arrays.stream(design[i]).map(v -> v * root).toArray();
            }
            solution = new SingularValueDecomposition(new Array2DRowRealMatrix(scaled))
                    .getSolver()
                    .solve(new ArrayRealVector(target))
                    .toArray();
            eta = new Array2DRowRealMatrix(design).operate(solution);
        }
        return Arrays.copyOf(solution, columns);
    }

    @Test
    void theSlopesAreThoseOfARegressionWithADummyForEveryLevel() {
        Random random = new Random(20260912);
        for (int trial = 0; trial < 20; trial++) {
            int[] levels = random.ints(1 + trial % 3, 2, 7).toArray();
            RandomPanel panel =
                    RandomPanel.of(random, 60, 1 + trial % 2, levels).counted(random);
            PpmlFit fit = fit(panel);
            double[] dummies = slopesWithDummies(panel, fit.rows());
            for (int j = 0; j < dummies.length; j++) {
                Close.relative(dummies[j], estimates(fit)[j], 1e-8, "trial " + trial + ", column " + j);
            }
        }
    }

    @Test
    void theOrderOfTheRowsChangesNoBit() {
        Random random = new Random(17);
        for (int[] levels : List.of(new int[] {9}, new int[] {30, 9}, new int[] {200, 90, 70})) {
            RandomPanel panel = RandomPanel.of(random, 2_000, 2, levels).counted(random);
            PpmlFit one = fit(panel);
            PpmlFit other = fit(panel.shuffled(random));
            assertArrayEquals(estimates(one), estimates(other), 0);
            assertArrayEquals(errors(one), errors(other), 0);
            assertEquals(one.deviance(), other.deviance());
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws Exception {
        Random random = new Random(18);
        RandomPanel panel = RandomPanel.of(random, 140_000, 2, 4_000, 90, 70).counted(random);
        PpmlFit one = on(1, panel);
        PpmlFit two = on(2, panel);
        assertArrayEquals(estimates(one), estimates(two), 0);
        assertArrayEquals(errors(one), errors(two), 0);
        assertEquals(one.deviance(), two.deviance());
    }

    private static PpmlFit on(int threads, RandomPanel panel) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> fit(panel)).get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void levelsAreFittedToTheirTotals() {
        Random random = new Random(19);
        RandomPanel panel = RandomPanel.of(random, 800, 1, 40, 20).counted(random);
        PpmlFit fit = Ppml.on("x0").absorbing("f0", "f1").fit(panel.rows());
        double[] mu = fit.fitted();
        for (int f = 0; f < 2; f++) {
            double[] gap = new double[40];
            for (int i = 0; i < mu.length; i++) {
                int row = fit.rows()[i];
                gap[panel.codes[f][row]] += panel.weights[row] * (panel.y[row] - mu[i]);
            }
            assertArrayEquals(new double[40], gap, 1e-7);
        }
    }

    @Test
    void twiceTheExposureIsHalfTheRateAndTheSameSlope() {
        Random random = new Random(20);
        RandomPanel panel = RandomPanel.of(random, 400, 1, 20, 9).counted(random);
        double[] exposure = random.doubles(400, 1, 5).toArray();
        Ppml model = Ppml.on("x0").absorbing("f0", "f1");
        PpmlFit one = model.fit(panel.rows().exposed(exposure));
        PpmlFit two = model.fit(
                panel.rows().exposed(Arrays.stream(exposure).map(v -> 2 * v).toArray()));
        Close.relative(estimates(one)[0], estimates(two)[0], 1e-9, "slope");
        Close.relative(one.deviance(), two.deviance(), 1e-12, "deviance");
        assertTrue(Math.abs(estimates(one)[0] - estimates(model.fit(panel.rows()))[0]) > 1e-4);
    }

    /** An outcome that is counted in thousands has the same slopes. */
    @Test
    void theUnitOfTheOutcomeChangesNoSlope() {
        Random random = new Random(21);
        RandomPanel panel = RandomPanel.of(random, 400, 2, 20, 9).counted(random);
        PanelRows large = PanelRows.of(
                        "z", Arrays.stream(panel.y).map(v -> v * 1e9).toArray())
                .with("x0", panel.x[0])
                .with("x1", panel.x[1])
                .weighted(panel.weights)
                .with(Factor.of("f0", panel.codes[0]))
                .with(Factor.of("f1", panel.codes[1]));
        PpmlFit other = Ppml.on("x0", "x1").absorbing("f0", "f1").fit(large);
        for (int j = 0; j < 2; j++) {
            Close.relative(estimates(fit(panel))[j], estimates(other)[j], 1e-9, "x" + j);
        }
    }

    @Test
    void aNegativeCountAndAnExposureOfZeroAreRefused() {
        PanelRows rows = PanelRows.of("y", 1, -2, 3).with("x", 1, 2, 4);
        Refusal.of(
                InputException.class,
                "E-PPML-001 y is -2.0 in row 1 (the first row is 0); Poisson counts are 0 or more",
                () -> Ppml.on("x").fit(rows));
        Refusal.of(
                InputException.class,
                "E-EFFECTS-006 an exposure is finite and above 0, got 0.0 in row 2 (the first row is 0)",
                () -> rows.exposed(1, 2, 0));
    }

    @Test
    void aFitGoesThroughSerialization() throws Exception {
        Random random = new Random(22);
        PpmlFit fit = fit(RandomPanel.of(random, 200, 2, 12, 9).counted(random));
        PpmlFit copy = (PpmlFit) Serialized.copy(fit);
        assertEquals(fit.summary(), copy.summary());
        assertEquals(
                fit.with(PanelRobust.HC1).summary(), copy.with(PanelRobust.HC1).summary());
    }

    @Test
    void theSummaryNamesEverythingThatWasChosen() {
        int n = 12;
        PanelRows rows = PanelRows.of("y", 1, 2, 0, 4, 3, 2, 6, 1, 0, 5, 2, 3)
                .with("x", 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0)
                .with(Factor.of("unit", IntStream.range(0, n).map(i -> i / 3).toArray()));
        String summary =
                Ppml.on("x").absorbing("unit").with(PanelRobust.HC1).fit(rows).summary();
        assertEquals(
                "Poisson counts of y, absorbing unit\n12 rows read, 12 used",
                summary.substring(0, summary.indexOf("\ndeviance")));
        assertTrue(summary.contains("errors: robust, HC1"), summary);
        assertTrue(summary.contains("absorbed by means by level"), summary);
    }

    @Test
    void anInterruptedFitStops() {
        RandomPanel panel = RandomPanel.of(new Random(23), 2_000, 1, 300, 90);
        Thread.currentThread().interrupt();
        try {
            Refusal.of(
                    EstimationException.class,
                    "E-EFFECTS-005 interrupted while fixed effects were absorbed",
                    () -> fit(panel.counted(new Random(24))));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
