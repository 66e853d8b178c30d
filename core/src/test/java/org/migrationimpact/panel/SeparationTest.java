package org.migrationimpact.panel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.inference.PanelRobust;
import org.migrationimpact.model.Factor;

/** Patterns of separation, each written down so that the separated rows are known. */
class SeparationTest {

    private static int[] separated(PanelRows rows, List<String> columns, String... effects) {
        PpmlFit fit = Ppml.on(columns.toArray(String[]::new))
                .absorbing(effects)
                .with(PanelRobust.HC0)
                .with(Absorption.standard().keepSingletons())
                .fit(rows);
        assertEquals(rows.rows(), fit.sample().used() + fit.separated().length);
        return fit.separated();
    }

    @Test
    void aColumnThatIsPositiveOnlyAtZeros() {
        PanelRows rows = PanelRows.of("y", 0, 0, 0, 1, 2, 3, 5, 0)
                .with("x", 1, 2, 1, 0, 0, 0, 0, 0)
                .with("u", 1, 2, 4, 4, 3, 2, 1, 2);
        assertArrayEquals(new int[] {0, 1, 2}, separated(rows, List.of("u", "x")));
    }

    @Test
    void aColumnThatIsNegativeOnlyAtZeros() {
        PanelRows rows = PanelRows.of("y", 0, 0, 0, 1, 2, 3, 5, 0)
                .with("x", 3, 2, 1, 5, 5, 5, 5, 5)
                .with("u", 1, 2, 4, 4, 3, 2, 1, 2);
        assertArrayEquals(new int[] {0, 1, 2}, separated(rows, List.of("u", "x")));
    }

    @Test
    void aColumnOfBothSignsAtZerosSeparatesNothing() {
        PanelRows rows = PanelRows.of("y", 0, 0, 0, 1, 2, 3, 5, 0)
                .with("x", 1, -1, 1, 0, 0, 0, 0, 0)
                .with("u", 1, 2, 4, 4, 3, 2, 1, 2);
        assertArrayEquals(new int[0], separated(rows, List.of("u", "x")));
    }

    @Test
    void overlapOfOneCountIsEnoughForAnEstimate() {
        PanelRows rows = PanelRows.of("y", 0, 0, 0, 1, 2, 3, 5, 1)
                .with("x", 1, 2, 1, 0, 0, 0, 0, 1)
                .with("u", 1, 2, 4, 4, 3, 2, 1, 2);
        assertArrayEquals(new int[0], separated(rows, List.of("u", "x")));
    }

    /** Neither column separates: at positive counts both vary. Their difference is 0 there and 0, 1 or 2 at zeros. */
    @Test
    void aDifferenceOfTwoColumns() {
        PanelRows rows = PanelRows.of("y", 0, 0, 0, 1, 2, 3, 5, 0)
                .with("a", 3, 1, 2, 1, 2, 3, -1, 4)
                .with("b", 1, 0, 2, 1, 2, 3, -1, 4);
        assertArrayEquals(new int[] {0, 1}, separated(rows, List.of("a", "b")));
    }

    @Test
    void aLevelWithoutAPositiveCount() {
        PanelRows rows = PanelRows.of("y", 0, 0, 0, 1, 2, 3, 5, 0)
                .with("x", 1, 2, 1, 3, 1, 2, 2, 1)
                .with(Factor.of("unit", 1, 1, 1, 2, 2, 3, 3, 3));
        assertArrayEquals(new int[] {0, 1, 2}, separated(rows, List.of("x"), "unit"));
    }

    /** Within each unit x is constant where counts are positive, and higher at some zeros. */
    @Test
    void aColumnThatSeparatesOnlyWithinLevels() {
        PanelRows rows = PanelRows.of("y", 1, 2, 0, 3, 1, 0, 2, 4, 0)
                .with("x", 5, 5, 6, 1, 1, 1, 8, 8, 9)
                .with("u", 1, 2, 3, 3, 1, 1, 2, 1, 5)
                .with(Factor.of("unit", 1, 1, 1, 2, 2, 2, 3, 3, 3));
        assertArrayEquals(new int[] {2, 8}, separated(rows, List.of("u", "x"), "unit"));
    }

    /** Every level has positive counts; but origins 1, 2 meet destinations 3, 4 in zeros alone, and not the other way round. */
    @Test
    void effectsThatMeetOnlyInZeros() {
        int[] origin = {1, 1, 2, 2, 3, 3, 4, 4, 1, 2, 2, 1, 3};
        int[] destination = {1, 2, 1, 2, 3, 4, 3, 4, 3, 4, 3, 1, 3};
        PanelRows rows = PanelRows.of("y", 2, 3, 1, 4, 2, 2, 3, 1, 0, 0, 0, 1, 2)
                .with("x", 1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1)
                .with(Factor.of("origin", origin))
                .with(Factor.of("destination", destination));
        assertArrayEquals(new int[] {8, 9, 10}, separated(rows, List.of("x"), "origin", "destination"));
    }

    /** As before, with a zero the other way round: lowering one raises the other, so nothing is separated. */
    @Test
    void effectsThatMeetInZerosBothWays() {
        int[] origin = {1, 1, 2, 2, 3, 3, 4, 4, 1, 2, 3};
        int[] destination = {1, 2, 1, 2, 3, 4, 3, 4, 3, 4, 1};
        PanelRows rows = PanelRows.of("y", 2, 3, 1, 4, 2, 2, 3, 1, 0, 0, 0)
                .with("x", 1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0)
                .with(Factor.of("origin", origin))
                .with(Factor.of("destination", destination));
        assertArrayEquals(new int[0], separated(rows, List.of("x"), "origin", "destination"));
    }

    /** Each step of a chain is separated only once the one before it is gone. */
    @Test
    void separationThatShowsOnlyAfterOtherRowsAreDropped() {
        PanelRows rows = PanelRows.of("y", 0, 0, 0, 0, 1, 2, 3, 5)
                .with("a", 1, 1, 0, 0, 0, 0, 0, 0)
                .with("b", -1, 5, 1, 1, 0, 0, 0, 0)
                .with("u", 1, 2, 4, 4, 3, 2, 1, 2);
        assertArrayEquals(new int[] {0, 1, 2, 3}, separated(rows, List.of("u", "a", "b")));
    }

    /** Zeros in the plane of the positive counts stay, those on one side of it go; the plane is hidden in five columns and two effects. */
    @Test
    void aHiddenPlaneInColumnsAndEffectsIsFound() {
        Random random = new Random(1633);
        for (int trial = 0; trial < 40; trial++) {
            int n = 120;
            int[] unit = random.ints(n, 0, 8).toArray();
            int[] year = random.ints(n, 0, 6).toArray();
            double[][] x = new double[5][n];
            double[] y = new double[n];
            boolean[] gone = new boolean[n];
            for (int i = 0; i < n; i++) {
                double z = 0;
                for (int j = 0; j < 4; j++) {
                    x[j][i] = random.nextGaussian();
                    z += (j - 1.5) * x[j][i];
                }
                z += 0.3 * unit[i] - 0.2 * year[i] * year[i];
                boolean zero = random.nextInt(3) == 0;
                gone[i] = zero && random.nextInt(3) == 0;
                x[4][i] = z + (gone[i] ? 0.2 + random.nextDouble() : 0);
                y[i] = zero ? 0 : 1 + random.nextInt(5);
            }
            PanelRows rows = PanelRows.of("y", y).with(Factor.of("unit", unit)).with(Factor.of("year", year));
            for (int j = 0; j < 5; j++) {
                rows = rows.with("x" + j, x[j]);
            }
            int[] expected = IntStream.range(0, n).filter(i -> gone[i]).toArray();
            assertArrayEquals(
                    expected, separated(rows, List.of("x0", "x1", "x2", "x3", "x4"), "unit", "year"), "trial " + trial);
        }
    }

    @Test
    void droppingSeparatedRowsChangesNoEstimateThatExists() {
        PanelRows rows = PanelRows.of("y", 0, 0, 0, 1, 2, 3, 5, 0, 4)
                .with("u", 1, 2, 4, 4, 3, 2, 1, 2, 5)
                .with("x", 1, 2, 1, 0, 0, 0, 0, 0, 0);
        PpmlFit fit = Ppml.on("u", "x").with(PanelRobust.HC0).fit(rows);
        assertEquals(List.of("x"), fit.dropped());
        assertEquals(
                List.of(
                        "W-EFFECTS-001 x dropped: determined by the effects intercept",
                        "W-PPML-001 3 zeros of y are separated: effects or columns predict them perfectly; they are"
                                + " dropped and listed"),
                fit.warnings().stream().map(Object::toString).limit(2).toList());
        PanelRows rest = PanelRows.of("y", 1, 2, 3, 5, 0, 4).with("u", 4, 3, 2, 1, 2, 5);
        PpmlFit other = Ppml.on("u").with(PanelRobust.HC0).fit(rest);
        Close.relative(other.coefficient("u").estimate(), fit.coefficient("u").estimate(), 1e-12, "u");
    }

    @Test
    void aTreatmentThatExistsOnlyInSeparatedRowsIsAnError() {
        PanelRows rows = PanelRows.of("y", 0, 0, 0, 1, 2, 3, 5, 0, 4)
                .with("u", 1, 2, 4, 4, 3, 2, 1, 2, 5)
                .with("x", 1, 2, 1, 0, 0, 0, 0, 0, 0);
        Refusal.of(
                EstimationException.class,
                "E-EFFECTS-004 x is determined by the effects intercept in the rows used; leave out the effect or column"
                        + " that takes it up, or find rows in which it varies",
                () -> Ppml.on("u", "x").treatments("x").fit(rows));
    }

    /** Means down to a millionth of the others look like separation for many steps, and are none. */
    @Test
    void verySmallMeansAreNoSeparation() {
        int n = 400;
        double[] x = IntStream.range(0, n).mapToDouble(i -> i / 25.0).toArray();
        double[] y = Arrays.stream(x).map(v -> Math.rint(1e6 * Math.exp(-v))).toArray();
        PpmlFit fit =
                Ppml.on("x").with(PanelRobust.HC0).fit(PanelRows.of("y", y).with("x", x));
        assertArrayEquals(new int[0], fit.separated());
        Close.relative(-1, fit.coefficient("x").estimate(), 1e-4, "x");
    }
}
