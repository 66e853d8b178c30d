package org.migrationimpact.panel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.inference.Clustered;
import org.migrationimpact.inference.PanelRobust;
import org.migrationimpact.model.Factor;

class FixedEffectsOlsTest {

    private static FixedEffectsFit fit(RandomPanel panel) {
        return FixedEffectsOls.on(panel.columns()).absorbing(panel.effects()).fit(panel.rows());
    }

    private static double[] estimates(PanelFit fit) {
        return fit.coefficients().stream().mapToDouble(c -> c.estimate()).toArray();
    }

    private static double[] errors(PanelFit fit) {
        return fit.coefficients().stream().mapToDouble(c -> c.standardError()).toArray();
    }

    /** One to four effects, holes, weights, lone rows: 200 panels. */
    @Test
    void theSlopesAreThoseOfARegressionWithADummyForEveryLevel() {
        Random random = new Random(20260911);
        for (int panel = 0; panel < 200; panel++) {
            int effects = 1 + panel % 4;
            int[] levels = random.ints(effects, 2, 12).toArray();
            RandomPanel rows = RandomPanel.of(random, 40 + random.nextInt(30), 1 + panel % 3, levels);
            double[] dummies = rows.slopesWithDummies();
            double[] slopes = estimates(fit(rows));
            for (int j = 0; j < slopes.length; j++) {
                Close.relative(dummies[j], slopes[j], 1e-9, "panel " + panel + ", column " + j);
            }
        }
    }

    @Test
    void theOrderOfTheRowsChangesNoBit() {
        Random random = new Random(7);
        for (int[] levels :
                List.of(new int[] {9}, new int[] {30, 9}, new int[] {400, 90, 70}, new int[] {9, 8, 7, 6})) {
            RandomPanel panel = RandomPanel.of(random, 3_000, 2, levels);
            FixedEffectsFit one = fit(panel);
            FixedEffectsFit other = fit(panel.shuffled(random));
            assertArrayEquals(estimates(one), estimates(other), 0);
            assertArrayEquals(errors(one), errors(other), 0);
            assertEquals(one.residualSumOfSquares(), other.residualSumOfSquares());
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws Exception {
        RandomPanel panel = RandomPanel.of(new Random(8), 300_000, 2, 9_000, 90, 70);
        FixedEffectsFit one = on(1, panel);
        for (int threads : new int[] {2, 3}) {
            assertArrayEquals(estimates(one), estimates(on(threads, panel)), 0);
            assertArrayEquals(errors(one), errors(on(threads, panel)), 0);
        }
    }

    private static FixedEffectsFit on(int threads, RandomPanel panel) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> fit(panel)).get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void choleskyAndGradientsLeaveTheSame() {
        RandomPanel panel = RandomPanel.of(new Random(9), 2_000, 1, 100, 60, 40);
        List<Factor> factors =
                List.of("f0", "f1", "f2").stream().map(panel.rows()::factor).toList();
        Layout layout = Layout.of(factors, IntStream.range(0, 2_000).toArray(), List.of(panel.y));
        Sweep sweep = new Sweep(layout, layout.gather(panel.weights));
        Column dense = Column.inPlace(layout.gather(panel.y), layout.small());
        Column walked = Column.inPlace(layout.gather(panel.y), layout.small());
        assertTrue(new Absorber(sweep, new SchurComplement())
                        .absorb(List.of(dense), 1e-12, 100)
                        .relativeScore()
                < 1e-12);
        assertTrue(new Absorber(sweep, ConjugateGradient.plain())
                        .absorb(List.of(walked), 1e-12, 100)
                        .relativeScore()
                < 1e-12);
        assertArrayEquals(dense.residual, walked.residual, 1e-10);
    }

    /** Corridors in a line, each joined to the next by one row in ten: hundreds of plain steps, a few led ones. */
    @Test
    void aLongLineOfWeaklyConnectedLevelsIsAbsorbedInAFewLedSteps() {
        int n = 20_000;
        Random random = new Random(14);
        int[] unit = IntStream.range(0, n).map(i -> i / 5).toArray();
        int[] place =
                IntStream.range(0, n).map(i -> i / 10 + (i % 10 == 9 ? 1 : 0)).toArray();
        int[] year = IntStream.range(0, n).map(i -> i % 5).toArray();
        double[] x = IntStream.range(0, n)
                .mapToDouble(i -> random.nextGaussian() + place[i] / 500.0)
                .toArray();
        List<Factor> factors = List.of(Factor.of("unit", unit), Factor.of("place", place), Factor.of("year", year));
        Layout layout = Layout.of(factors, IntStream.range(0, n).toArray(), List.of(x));
        Sweep sweep = new Sweep(layout, layout.gather(random.doubles(n, 0.5, 2).toArray()));
        Column led = Column.inPlace(layout.gather(x), layout.small());
        Column dense = Column.inPlace(layout.gather(x), layout.small());
        Absorber.Outcome outcome = new Absorber(sweep, ConjugateGradient.led()).absorb(List.of(led), 1e-11, 60);
        assertTrue(outcome.relativeScore() < 1e-11, outcome::toString);
        assertTrue(outcome.iterations() < 60, outcome::toString);
        new Absorber(sweep, new SchurComplement()).absorb(List.of(dense), 1e-11, 60);
        assertArrayEquals(dense.residual, led.residual, 1e-9);
    }

    @Test
    void aStubbornGraphOfFewLevelsIsLeftToCholesky() {
        int n = 4_000;
        Random random = new Random(13);
        PanelRows chain = PanelRows.of("y", random.doubles(n).toArray())
                .with("x", random.doubles(n).toArray())
                .with(Factor.of("worker", IntStream.range(0, n).map(i -> i / 4).toArray()))
                .with(Factor.of(
                        "firm",
                        IntStream.range(0, n)
                                .map(i -> (i + 2) / 4 + (i % 4 == 3 ? 1 : 0))
                                .toArray()));
        FixedEffectsFit fit = FixedEffectsOls.on("x")
                .absorbing("worker", "firm")
                .with(Absorption.standard().keepSingletons())
                .with(PanelRobust.HC0)
                .fit(chain.with(Factor.of("all", new int[n])));
        assertEquals(
                "conjugate gradients, then Schur complement by Cholesky",
                fit.absorption().method());
    }

    @Test
    void rowsAloneInALevelAreDroppedAgainAndAgainAndListed() {
        Factor unit = Factor.of("unit", 1, 1, 1, 2, 2, 2, 3, 3);
        Factor year = Factor.of("year", 1, 2, 3, 1, 2, 3, 3, 4);
        PanelRows rows = PanelRows.of("y", 1, 2, 4, 3, 3, 1, 9, 9)
                .with("x", 0, 1, 5, 2, 0, 1, 7, 7)
                .with(unit)
                .with(year);
        FixedEffectsOls model = FixedEffectsOls.on("x").absorbing("unit", "year");
        FixedEffectsFit fit = model.fit(rows);
        assertArrayEquals(new int[] {6, 7}, fit.singletons());
        assertEquals(
                "8 rows read, 6 used; 2 alone in a level of an effect",
                fit.sample().toString());
        FixedEffectsFit kept =
                model.with(Absorption.standard().keepSingletons()).fit(rows);
        assertEquals(8, kept.sample().used());
        Close.relative(estimates(fit)[0], estimates(kept)[0], 1e-12, "x");
    }

    @Test
    void aRowWithoutANumberOrAWeightIsDroppedAndCounted() {
        PanelRows rows = PanelRows.of("y", 1, 2, 4, 3, Double.NaN, 1, 7)
                .with("x", 0, 1, 5, 2, 0, Double.NaN, 3)
                .with(Factor.of("unit", 1, 1, 2, 2, 1, 1, 2))
                .weighted(1, 1, 1, 2, 1, 1, 0);
        FixedEffectsFit fit =
                FixedEffectsOls.on("x").absorbing("unit").with(PanelRobust.HC1).fit(rows);
        assertEquals(
                "7 rows read, 4 used; 1 without y, 1 without x, 1 with weight 0",
                fit.sample().toString());
        assertArrayEquals(
                new int[] {0, 1, 2, 3}, Arrays.stream(fit.rows()).sorted().toArray());
    }

    @Test
    void theErrorsAreChangedWithoutFittingAgain() {
        FixedEffectsFit fit = fit(RandomPanel.of(new Random(10), 500, 2, 50, 9));
        FixedEffectsFit other = fit.with(Clustered.by("f1"));
        assertSame(fit.scores(), other.scores());
        assertArrayEquals(estimates(fit), estimates(other), 0);
        assertEquals("clustered by f0, CR1", fit.errors().explanation().estimator());
        assertEquals("clustered by f1, CR1", other.errors().explanation().estimator());
    }

    @Test
    void ofColumnsThatSayTheSameTheLaterIsDroppedAndNamed() {
        RandomPanel panel = RandomPanel.of(new Random(11), 300, 2, 20, 9);
        double[] sum = IntStream.range(0, 300)
                .mapToDouble(i -> 2 * panel.x[0][i] - panel.x[1][i] + panel.codes[0][i])
                .toArray();
        PanelRows rows = panel.rows().with("sum", sum);
        FixedEffectsFit fit =
                FixedEffectsOls.on("x0", "x1", "sum").absorbing("f0", "f1").fit(rows);
        assertEquals(List.of("sum"), fit.dropped());
        assertEquals(
                "W-EFFECTS-001 sum dropped: determined by the effects f0 + f1 and earlier columns",
                fit.warnings().get(0).toString());
        assertArrayEquals(estimates(fit(panel)), estimates(fit), 0);
    }

    @Test
    void aTreatmentIsNeverDropped() {
        RandomPanel panel = RandomPanel.of(new Random(12), 300, 1, 20, 9);
        double[] late = Arrays.stream(panel.codes[1])
                .mapToDouble(year -> year > 4 ? 1 : 0)
                .toArray();
        FixedEffectsOls model = FixedEffectsOls.on("x0", "late").absorbing("f0", "f1");
        assertEquals(List.of("late"), model.fit(panel.rows().with("late", late)).dropped());
        Refusal.of(
                EstimationException.class,
                "E-EFFECTS-004 late is determined by the effects f0 + f1 in the rows used; leave out the effect or column"
                        + " that takes it up, or find rows in which it varies",
                () -> model.treatments("late").fit(panel.rows().with("late", late)));
    }

    @Test
    void whatIsNotConvergedIsNoResult() {
        int n = 4_000;
        Random random = new Random(13);
        Factor worker =
                Factor.of("worker", IntStream.range(0, n).map(i -> i / 2).toArray());
        Factor firm =
                Factor.of("firm", IntStream.range(0, n).map(i -> (i + 1) / 2).toArray());
        PanelRows chain = PanelRows.of("y", random.doubles(n).toArray())
                .with("x", random.doubles(n).toArray())
                .with(worker)
                .with(firm);
        FixedEffectsOls model = FixedEffectsOls.on("x")
                .absorbing("worker", "firm")
                .with(Absorption.standard().within(20).keepSingletons());
        Refusal.of(
                EstimationException.class,
                "E-EFFECTS-010 the effects are absorbed to a relative residual of 0.12 after 20 iterations of conjugate"
                        + " gradients, not to 1.0e-10; allow more iterations or a larger tolerance, or leave out levels that"
                        + " few rows connect",
                () -> model.fit(chain));
    }

    @Test
    void whatCannotBeFittedIsRefused() {
        PanelRows rows = PanelRows.of("y", 1, 2, 3, 4).with("x", 1, 2, 4, 3).with(Factor.of("unit", 1, 1, 2, 2));
        FixedEffectsOls model = FixedEffectsOls.on("x").absorbing("unit");
        Refusal.of(
                InputException.class,
                "E-EFFECTS-002 a weight is 0 or more, got -1.0 in row 2 (the first row is 0)",
                () -> model.fit(rows.weighted(1, 1, -1, 1)));
        Refusal.of(
                InputException.class,
                "E-EFFECTS-007 there is no factor 'year'; there are [unit], and pairs such as a^b",
                () -> FixedEffectsOls.on("x").absorbing("unit^year").fit(rows));
        Refusal.of(
                InputException.class,
                "E-EFFECTS-008 there is no column 'z'; there are [x]",
                () -> FixedEffectsOls.on("z").absorbing("unit").fit(rows));
        Refusal.of(
                DataException.class,
                "E-EFFECTS-003 no row is left: 4 rows read, 0 used; 4 alone in a level of an effect; a fit needs rows",
                () -> FixedEffectsOls.on("x").absorbing("row").fit(rows.with(Factor.of("row", 1, 2, 3, 4))));
        Refusal.of(
                DataException.class,
                "E-EFFECTS-009 4 rows cannot carry 4 parameters (columns, and levels of unit + half); use fewer effects or"
                        + " more rows",
                () -> FixedEffectsOls.on("x").absorbing("unit", "half").fit(rows.with(Factor.of("half", 1, 2, 1, 2))));
        Refusal.of(
                InputException.class,
                "E-EFFECTS-001 row 1 (the first row is 0) is not without x, but the number is infinite; write NaN where"
                        + " one is missing",
                () -> model.fit(PanelRows.of("y", 1, 2)
                        .with("x", 1, Double.POSITIVE_INFINITY)
                        .with(Factor.of("unit", 1, 1))));
    }
}
