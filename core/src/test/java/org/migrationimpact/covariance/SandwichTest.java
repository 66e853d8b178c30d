package org.migrationimpact.covariance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Covariate;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Intercept;

/** Covariances against their definitions, written out slowly. */
class SandwichTest {

    private static final int N = 40;
    private static final List<String> NAMES = List.of("intercept", "x", "z");
    private static final double[][] ROWS = rows();
    private static final double[] RESIDUALS = residuals(Design.of(NAMES, ROWS));

    private static double[][] rows() {
        Random random = new Random(20);
        return IntStream.range(0, N)
                .mapToObj(i -> new double[] {1, i + random.nextGaussian(), 10 * random.nextGaussian()})
                .toArray(double[][]::new);
    }

    /** Correlated draws, made orthogonal to the columns. */
    private static double[] residuals(Design design) {
        Random random = new Random(21);
        double[] y = new double[design.rows()];
        for (int i = 0; i < y.length; i++) {
            y[i] = (i == 0 ? 0 : 0.6 * y[i - 1]) + random.nextGaussian() * (1 + i / 20.0);
        }
        return project(design, y);
    }

    private static double[] project(Design design, double... y) {
        int k = design.columns();
        double[] xy = new double[k];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < k; j++) {
                xy[j] += design.get(i, j) * y[i];
            }
        }
        double[] b = Arrays.stream(bread(design))
                .mapToDouble(row ->
                        IntStream.range(0, k).mapToDouble(j -> row[j] * xy[j]).sum())
                .toArray();
        return IntStream.range(0, y.length)
                .mapToDouble(i -> y[i]
                        - IntStream.range(0, k)
                                .mapToDouble(j -> design.get(i, j) * b[j])
                                .sum())
                .toArray();
    }

    /** (X'X)⁻¹ by Gauss and Jordan. */
    private static double[][] bread(Design design) {
        int k = design.columns();
        double[][] a = new double[k][2 * k];
        for (int r = 0; r < k; r++) {
            a[r][k + r] = 1;
            for (int c = 0; c < k; c++) {
                for (int i = 0; i < design.rows(); i++) {
                    a[r][c] += design.get(i, r) * design.get(i, c);
                }
            }
        }
        for (int p = 0; p < k; p++) {
            double pivot = a[p][p];
            for (int c = 0; c < 2 * k; c++) {
                a[p][c] /= pivot;
            }
            for (int r = 0; r < k; r++) {
                double factor = r == p ? 0 : a[r][p];
                for (int c = 0; c < 2 * k; c++) {
                    a[r][c] -= factor * a[p][c];
                }
            }
        }
        return IntStream.range(0, k)
                .mapToObj(r -> IntStream.range(0, k)
                        .mapToDouble(c -> (a[r][k + c] + a[c][k + r]) / 2)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] of(Covariance covariance, Design design, double... residuals) {
        return covariance.of(design, residuals, bread(design));
    }

    /** Bread times Σ weight(t, s) x_t e_t e_s x_s' times bread, pair by pair. */
    private static double[][] slow(Design design, double[] e, Weight weight) {
        double[][] bread = bread(design);
        int k = design.columns();
        double[][] v = new double[k][k];
        for (int t = 0; t < e.length; t++) {
            for (int s = 0; s < e.length; s++) {
                double w = weight.of(t, s) * e[t] * e[s];
                for (int a = 0; a < k && w != 0; a++) {
                    for (int b = 0; b < k; b++) {
                        v[a][b] += dot(bread[a], design.row(t)) * w * dot(bread[b], design.row(s));
                    }
                }
            }
        }
        return v;
    }

    private interface Weight {
        double of(int t, int s);
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static double leverage(Design design, int i) {
        double[] x = design.row(i);
        return dot(
                x, Arrays.stream(bread(design)).mapToDouble(row -> dot(row, x)).toArray());
    }

    private static void assertClose(double[][] expected, double[][] actual) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                double size = Math.sqrt(expected[i][i] * expected[j][j]);
                assertEquals(expected[i][j] / size, actual[i][j] / size, 1e-10, "cell " + i + " " + j);
                assertEquals(actual[i][j], actual[j][i]);
            }
        }
    }

    private static double[][] scaled(double[][] a, double factor) {
        return Arrays.stream(a)
                .map(row -> Arrays.stream(row).map(v -> v * factor).toArray())
                .toArray(double[][]::new);
    }

    @ParameterizedTest
    @EnumSource(Robust.class)
    void aRobustCovarianceIsItsDefinition(Robust robust) {
        Design design = Design.of(NAMES, ROWS);
        assertClose(
                slow(design, RESIDUALS, (t, s) -> {
                    double h = leverage(design, t);
                    return t != s
                            ? 0
                            : switch (robust) {
                                case HC0 -> 1;
                                case HC1 -> N / (N - 3.0);
                                case HC2 -> 1 / (1 - h);
                                case HC3 -> Math.pow(1 - h, -2);
                                case HC4 -> Math.pow(1 - h, -Math.min(4, N * h / 3));
                            };
                }),
                of(robust, design, RESIDUALS));
    }

    @Test
    void theClassicalCovarianceIsItsDefinition() {
        Design design = Design.of(NAMES, ROWS);
        double s2 = dot(RESIDUALS, RESIDUALS) / (N - 3);
        assertClose(scaled(bread(design), s2), of(new Classical(), design, RESIDUALS));
        assertEquals("classical, s² with T-K", new Classical().describe(design, RESIDUALS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 39, 60})
    void neweyAndWestIsItsDefinition(int lags) {
        Design design = Design.of(NAMES, ROWS);
        assertClose(
                slow(design, RESIDUALS, (t, s) -> Math.max(0, 1 - Math.abs(t - s) / (lags + 1.0)) * N / (N - 3.0)),
                of(NeweyWest.lags(lags), design, RESIDUALS));
    }

    @Test
    void withoutLagsNeweyAndWestIsRobustToVariancesAlone() {
        Design design = Design.of(NAMES, ROWS);
        assertClose(of(Robust.HC0, design, RESIDUALS), of(NeweyWest.lags(0).withoutFactor(), design, RESIDUALS));
        assertClose(of(Robust.HC1, design, RESIDUALS), of(NeweyWest.lags(0), design, RESIDUALS));
    }

    @Test
    void lagsCountPeriodsNotRows() {
        Period start = Period.month(2010, 1);
        double[] x = new double[60];
        Random random = new Random(4);
        Arrays.setAll(x, i -> random.nextGaussian());
        List<Period> periods = IntStream.range(0, 60)
                .filter(i -> i % 7 != 3 && (i < 20 || i > 29))
                .mapToObj(start::plus)
                .toList();
        Design design = Design.of(periods, List.of(new Intercept(), new Covariate(Series.of("x", "u", start, x))));
        double[] e = residuals(design);
        assertClose(
                slow(design, e, (t, s) -> Math.max(0, 1 - Math.abs(design.place(t) - design.place(s)) / 5.0)),
                of(NeweyWest.lags(4).withoutFactor(), design, e));
    }

    @Test
    void aBillionLagsTakeNoLongerThanThePeriods() {
        Design design = Design.of(NAMES, ROWS);
        double[][] v = of(NeweyWest.lags(1_000_000_000), design, RESIDUALS);
        assertEquals(0, v[1][1] / bread(design)[1][1], 1e-6); // all pairs count fully: the square of X'e, which is 0
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void theOrderOfColumnsDoesNotMatter(int which) {
        Covariance covariance = List.of(
                        Robust.HC3,
                        Robust.HC4,
                        NeweyWest.lags(3),
                        NeweyWest.automatic().prewhitened(),
                        NeweyWest.automatic().with(Lags.plugIn()))
                .get(which);
        Design turned = Design.of(
                List.of("z", "intercept", "x"),
                Arrays.stream(ROWS).map(r -> new double[] {r[2], r[0], r[1]}).toArray(double[][]::new));
        double[][] v = of(covariance, Design.of(NAMES, ROWS), RESIDUALS);
        double[][] w = of(covariance, turned, RESIDUALS);
        Close.relative(v[0][0], w[1][1], 1e-9, "intercept");
        Close.relative(v[1][1], w[2][2], 1e-9, "x");
        Close.relative(v[2][2], w[0][0], 1e-9, "z");
        Close.relative(v[1][2], w[2][0], 1e-9, "x and z");
    }

    @Test
    void anotherUnitOfTheResponseScalesTheCovarianceByItsSquare() {
        Design design = Design.of(NAMES, ROWS);
        double[] thousandfold = Arrays.stream(RESIDUALS).map(e -> 1000 * e).toArray();
        for (Covariance covariance : List.of(
                new Classical(),
                Robust.HC2,
                NeweyWest.lags(4),
                NeweyWest.lags(2).prewhitened())) {
            assertClose(scaled(of(covariance, design, RESIDUALS), 1e6), of(covariance, design, thousandfold));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Robust.class,
            names = {"HC4"}, // its exponent depends on n and k
            mode = EnumSource.Mode.EXCLUDE)
    void aRowWithAColumnOfItsOwnAddsNothing(Robust robust) {
        double[][] own = new double[N][];
        double[][] without = new double[N - 1][];
        for (int i = 0; i < N; i++) {
            own[i] = new double[] {ROWS[i][0], ROWS[i][1], ROWS[i][2], i == 17 ? 1 : 0};
            if (i != 17) {
                without[i < 17 ? i : i - 1] = ROWS[i];
            }
        }
        Design less = Design.of(NAMES, without);
        double[] e = residuals(less);
        double[] padded = new double[N];
        for (int i = 0; i < N; i++) {
            padded[i] =
                    i == 17 ? 1e-11 : 1e5 * e[i < 17 ? i : i - 1]; // what is left of 0 by rounding beside large values
        }
        double[][] v = of(robust, Design.of(List.of("intercept", "x", "z", "own"), own), padded);
        double[][] w = of(robust, less, Arrays.stream(e).map(r -> 1e5 * r).toArray());
        double factor = robust == Robust.HC1 ? (N / (N - 4.0)) / ((N - 1) / (N - 4.0)) : 1;
        for (int j = 0; j < 3; j++) {
            Close.relative(factor * w[j][j], v[j][j], 1e-8, robust + " " + j);
        }
    }

    @Test
    void theRuleOfThumbGrowsSlowly() {
        for (int[] pair : new int[][] {{10, 2}, {24, 2}, {48, 3}, {100, 4}, {120, 4}, {137, 4}, {500, 5}}) {
            Design design = Design.of(
                    List.of("intercept"),
                    IntStream.range(0, pair[0]).mapToObj(i -> new double[] {1}).toArray(double[][]::new));
            assertEquals(pair[1], NeweyWest.automatic().lagsFor(design, new double[pair[0]]), "T = " + pair[0]);
        }
        Refusal.argument("lags must be 0 or more, got -1", () -> NeweyWest.lags(-1));
    }

    @Test
    void theDataChooseTheirLagsForAnInterceptAloneToo() {
        double[] e = new double[200];
        Random random = new Random(8);
        for (int i = 1; i < e.length; i++) {
            e[i] = 0.9 * e[i - 1] + random.nextGaussian();
        }
        Design design = Design.of(
                List.of("intercept"),
                IntStream.range(0, 200).mapToObj(i -> new double[] {1}).toArray(double[][]::new));
        NeweyWest plugIn = NeweyWest.automatic().with(Lags.plugIn());
        assertEquals(slowBandwidth(e), plugIn.lagsFor(design, e));
        assertEquals(0, plugIn.lagsFor(design, new double[200]));
    }

    /** ⌊1.1447 ((s1/s0)² T)^(1/3)⌋ for one column of ones. */
    private static int slowBandwidth(double... e) {
        double s0 = 0;
        double s1 = 0;
        for (int l = 0; l <= (int) (4 * Math.pow(e.length / 100.0, 2.0 / 9)); l++) {
            double sum = 0;
            for (int t = l; t < e.length; t++) {
                sum += e[t] * e[t - l];
            }
            s0 += (l == 0 ? 1 : 2) * sum;
            s1 += 2 * l * sum;
        }
        return (int) (1.1447 * Math.pow(s1 / s0 * (s1 / s0) * e.length, 1.0 / 3));
    }

    @Test
    void tooFewNeighbouringPeriodsAreNotPrewhitened() {
        Period start = Period.month(2010, 1);
        List<Period> apart =
                IntStream.range(0, 30).mapToObj(i -> start.plus(2L * i)).toList();
        Design design = Design.of(apart, List.of(new Intercept()));
        Refusal.of(
                EstimationException.class,
                "E-MODEL-003 the scores of 1 columns over 30 periods do not allow prewhitening; leave prewhitening out",
                () -> of(NeweyWest.lags(1).prewhitened(), design, new double[30]));
    }

    @Test
    void whatWasChosenIsSaid() {
        Design design = Design.of(NAMES, ROWS);
        assertEquals("Newey–West, Bartlett, 1 lag, T/(T-K)", NeweyWest.lags(1).describe(design, RESIDUALS));
        assertEquals(
                "Newey–West, Bartlett, 3 lags by 4(T/100)^(2/9), prewhitened by VAR(1), no factor",
                NeweyWest.automatic().prewhitened().withoutFactor().describe(design, RESIDUALS));
        assertEquals("HC1, T/(T-K)", Robust.HC1.describe(design, RESIDUALS));
        assertEquals("HC3", Robust.HC3.describe(design, RESIDUALS));
    }
}
