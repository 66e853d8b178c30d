package org.migrationimpact.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Close;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.model.Design;

class OlsTest {

    // NIST Statistical Reference Datasets, linear regression, Longley (1967): y; x1..x6.
    private static final double[][] LONGLEY = {
        {60323, 83, 234289, 2356, 1590, 107608, 1947},
        {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
        {60171, 88.2, 258054, 3682, 1616, 109773, 1949},
        {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
        {63221, 96.2, 328975, 2099, 3099, 112075, 1951},
        {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
        {64989, 99, 365385, 1870, 3547, 115094, 1953},
        {63761, 100, 363112, 3578, 3350, 116219, 1954},
        {66019, 101.2, 397469, 2904, 3048, 117388, 1955},
        {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
        {68169, 108.4, 442769, 2936, 2798, 120445, 1957},
        {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
        {68655, 112.6, 482704, 3813, 2552, 123366, 1959},
        {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
        {69331, 115.7, 518173, 4806, 2572, 127852, 1961},
        {70551, 116.9, 554894, 4007, 2827, 130081, 1962}
    };

    private static final double[] LONGLEY_CERTIFIED = {
        -3482258.63459582,
        15.0618722713733,
        -0.0358191792925910,
        -2.02022980381683,
        -1.03322686717359,
        -0.0511041056535807,
        1829.15146461355
    };
    private static final double[] LONGLEY_CERTIFIED_ERRORS = {
        890420.383607373,
        84.9149257747669,
        0.0334910077722432,
        0.488399681651699,
        0.214274163161675,
        0.226073200069370,
        455.478499142212
    };

    private static Fit longley() {
        double[] y = IntStream.range(0, 16).mapToDouble(i -> LONGLEY[i][0]).toArray();
        double[][] x = IntStream.range(0, 16)
                .mapToObj(i -> {
                    double[] row = LONGLEY[i].clone();
                    row[0] = 1;
                    return row;
                })
                .toArray(double[][]::new);
        return Ols.fit(y, Design.of(List.of("B0", "B1", "B2", "B3", "B4", "B5", "B6"), x), new Classical());
    }

    @Test
    void longleyHasTheCertifiedCoefficientsAndErrors() {
        Fit fit = longley();
        for (int j = 0; j < 7; j++) {
            Coefficient c = fit.coefficients().get(j);
            Close.relative(LONGLEY_CERTIFIED[j], c.estimate(), 1e-11, c.term());
            Close.relative(LONGLEY_CERTIFIED_ERRORS[j], c.standardError(), 1e-11, c.term() + " error");
        }
        Close.relative(304.854073561965, fit.sigma(), 1e-12, "residual sd");
        Close.relative(0.995479004577296, fit.rSquared(), 1e-13, "R squared");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void wamplersExactPolynomialsHaveTheirCertifiedCoefficients(int set) {
        // NIST StRD Wampler1: y = 1 + x + ... + x^5; Wampler2: y = 1 + x/10 + ... + x^5/10^5; x = 0..20.
        double ratio = set == 1 ? 1 : 0.1;
        double[][] x = powers();
        double[] y = IntStream.range(0, 21)
                .mapToDouble(i -> set == 1
                        ? IntStream.range(0, 6).mapToDouble(j -> x[i][j]).sum()
                        : decimal(i))
                .toArray();
        Fit fit = Ols.fit(y, Design.of(List.of("B0", "B1", "B2", "B3", "B4", "B5"), x), new Classical());
        for (int j = 0; j < 6; j++) {
            Close.relative(Math.pow(ratio, j), fit.coefficients().get(j).estimate(), 1e-9, "B" + j);
            assertEquals(0, fit.coefficients().get(j).standardError(), 1e-9, "B" + j + " error");
        }
    }

    /** 1 + x/10 + … + x⁵/10⁵ as the decimal it is written with. */
    private static double decimal(int x) {
        java.math.BigDecimal sum = java.math.BigDecimal.ZERO;
        for (int j = 0; j < 6; j++) {
            sum = sum.add(java.math.BigDecimal.valueOf(x).pow(j).movePointLeft(j));
        }
        return sum.doubleValue();
    }

    private static double[][] powers() {
        return IntStream.range(0, 21)
                .mapToObj(i ->
                        IntStream.range(0, 6).mapToDouble(j -> Math.pow(i, j)).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void agreesWithTheNormalEquationsOnWellConditionedData() {
        Random random = new Random(7);
        double[][] x = new double[60][];
        double[] y = new double[60];
        for (int i = 0; i < 60; i++) {
            x[i] = new double[] {1, random.nextGaussian(), random.nextGaussian()};
            y[i] = 2 - x[i][1] + 3 * x[i][2] + random.nextGaussian();
        }
        Fit fit = Ols.fit(y, Design.of(List.of("a", "b", "c"), x), new Classical());
        double[] slow = normalEquations(x, y);
        for (int j = 0; j < 3; j++) {
            Close.relative(slow[j], fit.coefficients().get(j).estimate(), 1e-12, "coefficient " + j);
        }
    }

    private static double[] normalEquations(double[][] x, double[] y) {
        var matrix = new org.apache.commons.math3.linear.Array2DRowRealMatrix(x);
        var cross = matrix.transpose().multiply(matrix);
        return new org.apache.commons.math3.linear.LUDecomposition(cross)
                .getSolver()
                .solve(new org.apache.commons.math3.linear.ArrayRealVector(
                        matrix.transpose().operate(y)))
                .toArray();
    }

    @Test
    void theOrderOfColumnsDoesNotMatter() {
        Fit one = longley();
        double[] y = IntStream.range(0, 16).mapToDouble(i -> LONGLEY[i][0]).toArray();
        double[][] reversed = IntStream.range(0, 16)
                .mapToObj(i -> new double[] {
                    LONGLEY[i][6], LONGLEY[i][5], LONGLEY[i][4], LONGLEY[i][3], LONGLEY[i][2], LONGLEY[i][1], 1
                })
                .toArray(double[][]::new);
        Fit other = Ols.fit(y, Design.of(List.of("B6", "B5", "B4", "B3", "B2", "B1", "B0"), reversed), new Classical());
        for (String term : List.of("B0", "B3", "B6")) {
            Close.relative(
                    one.coefficient(term).estimate(), other.coefficient(term).estimate(), 1e-11, term);
            Close.relative(
                    one.coefficient(term).standardError(),
                    other.coefficient(term).standardError(),
                    1e-10,
                    term);
        }
    }

    @Test
    void doublingTheResponseDoublesCoefficientsAndErrors() {
        double[][] x = powers();
        double[] y = IntStream.range(0, 21).mapToDouble(i -> Math.sin(i)).toArray();
        Design design = Design.of(List.of("B0", "B1", "B2", "B3", "B4", "B5"), x);
        Fit once = Ols.fit(y, design, new Classical());
        Fit twice = Ols.fit(IntStream.range(0, 21).mapToDouble(i -> 2 * y[i]).toArray(), design, new Classical());
        assertArrayEquals(
                once.coefficients().stream()
                        .mapToDouble(c -> 2 * c.standardError())
                        .toArray(),
                twice.coefficients().stream()
                        .mapToDouble(Coefficient::standardError)
                        .toArray());
    }

    @Test
    void collinearColumnsAreNamed() {
        double[][] x = {{1, 0, 1, 4}, {1, 1, 0, 5}, {1, 0, 1, 6}, {1, 1, 0, 8}, {1, 0, 1, 9}};
        Design design = Design.of(List.of("intercept", "level", "before", "trend"), x);
        EstimationException refusal =
                assertThrows(EstimationException.class, () -> Ols.fit(new double[5], design, new Classical()));
        assertEquals(
                "E-MODEL-001 before cannot be told from intercept, level; leave one of them out, or widen the window",
                refusal.line());
    }

    @Test
    void aColumnOfZerosIsNamed() {
        double[][] x = {{1, 0}, {1, 0}, {1, 0}};
        EstimationException refusal = assertThrows(
                EstimationException.class,
                () -> Ols.fit(new double[3], Design.of(List.of("intercept", "S07"), x), new Classical()));
        assertEquals(
                "E-MODEL-001 S07 is zero in every period; leave one of them out, or widen the window", refusal.line());
    }

    @Test
    void moreColumnsThanRowsAreRefused() {
        double[][] x = {{1, 2}, {1, 3}};
        DataException refusal = assertThrows(
                DataException.class,
                () -> Ols.fit(new double[2], Design.of(List.of("intercept", "trend"), x), new Classical()));
        assertEquals(
                "E-MODEL-002 2 periods cannot carry 2 columns (intercept, trend); widen the window or leave terms out",
                refusal.line());
    }

    @Test
    void theSummaryNamesTheCovariance() {
        assertEquals(
                "least squares, 16 periods, 7 columns, R² 0.9955, residual sd 304.854",
                longley().toString().lines().findFirst().orElseThrow());
        assertEquals(
                "covariance: classical, s² with T-K",
                longley().toString().lines().skip(1).findFirst().orElseThrow());
    }
}
