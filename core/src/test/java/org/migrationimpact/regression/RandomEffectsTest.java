package org.migrationimpact.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.model.Factor;

/** Random effects against R's plm. */
class RandomEffectsTest {

    private static RandomEffectsFit grunfeld(Oracle oracle, double... investment) {
        Factor firm = Factor.of(
                "firm",
                Arrays.stream(oracle.column("firm")).mapToInt(v -> (int) v).toArray());
        double[][] columns = {oracle.column("value"), oracle.column("capital")};
        return RandomEffects.fit(List.of("value", "capital"), columns, investment, firm);
    }

    @Test
    void investmentOfGrunfeldIsThatOfPlm() {
        Oracle oracle = Oracle.of("wild_grunfeld");
        JsonNode expected = oracle.expected("plm_random_effects");
        RandomEffectsFit fit = grunfeld(oracle, oracle.column("inv"));
        for (Coefficient coefficient : fit.coefficients()) {
            String name = coefficient.term().equals("intercept") ? "(Intercept)" : coefficient.term();
            Close.relative(expected.get("coef").get(name).asDouble(), coefficient.estimate(), 1e-8, name);
            Close.relative(expected.get("se").get(name).asDouble(), coefficient.standardError(), 1e-8, name);
        }
        JsonNode hausman = oracle.expected("hausman");
        Close.relative(hausman.get("chisq").asDouble(), fit.hausman().statistic(), 1e-8, "chi squared");
        Close.relative(hausman.get("p").asDouble(), fit.hausman().pValue(), 1e-8, "p");
        assertEquals("χ²(2) 2.3304, p = 0.3119", fit.hausman().toString());
    }

    @Test
    void aConstantAddedToEveryRowMovesTheInterceptAlone() {
        Oracle oracle = Oracle.of("wild_grunfeld");
        double[] inv = oracle.column("inv");
        RandomEffectsFit fit = grunfeld(oracle, inv);
        RandomEffectsFit moved =
                grunfeld(oracle, Arrays.stream(inv).map(v -> v + 1000).toArray());
        Close.relative(
                fit.coefficient("value").estimate(), moved.coefficient("value").estimate(), 1e-11, "value");
        Close.relative(
                fit.coefficient("intercept").estimate() + 1000,
                moved.coefficient("intercept").estimate(),
                1e-11,
                "intercept");
    }

    /** The panel of {@code panel_errors.R}, unbalanced: R 4.2.2, plm 2.6.2. */
    @Test
    void unitsWithDifferentNumbersOfRowsAreThoseOfPlm() {
        int[] rows =
                IntStream.range(0, 108).filter(i -> (i * i + 3 * i) % 11 != 0).toArray();
        RandomEffectsFit fit = small(rows);
        double[] b = {2.537666611424363, 0.798042398401867, -0.299662389027228};
        double[] se = {0.1796599967868901, 0.1438434519030610, 0.0865775635379339};
        for (int j = 0; j < 3; j++) {
            Coefficient coefficient = fit.coefficients().get(j);
            Close.relative(b[j], coefficient.estimate(), 1e-10, coefficient.term());
            Close.relative(se[j], coefficient.standardError(), 1e-10, coefficient.term());
        }
        Close.relative(0.111628631389823, fit.noise(), 1e-10, "noise");
        Close.relative(0.127181707749484, fit.level(), 1e-10, "level");
        Close.relative(-3.926224229674425, fit.hausman().statistic(), 1e-9, "plm prints the absolute value");
        assertEquals(
                1, fit.hausman().pValue(), "below 0 it speaks for nothing; plm prints 0.14 for the absolute value");
    }

    private static RandomEffectsFit small(int... rows) {
        double[] x1 = IntStream.of(rows).mapToDouble(RandomEffectsTest::x1).toArray();
        double[] x2 = IntStream.of(rows).mapToDouble(RandomEffectsTest::x2).toArray();
        double[] y = IntStream.of(rows).mapToDouble(RandomEffectsTest::y).toArray();
        Factor unit = Factor.of(
                "unit", IntStream.of(rows).map(RandomEffectsTest::unit).toArray());
        return RandomEffects.fit(List.of("x1", "x2"), new double[][] {x1, x2}, y, unit);
    }

    private static int unit(int i) {
        return i / 9;
    }

    private static double x1(int i) {
        return ((i * 7919L + 13) % 1009) / 1009.0 + 0.05 * unit(i);
    }

    private static double x2(int i) {
        return ((i * 104729L + 7) % 997) / 997.0 * (1 + i % 9 / 5.0);
    }

    private static double y(int i) {
        return 1
                + 0.5 * x1(i)
                - 0.3 * x2(i)
                + 0.2 * unit(i)
                + ((i * 31337L + 101) % 1013) / 1013.0
                + ((unit(i) * 37) % 11) / 11.0 * ((i % 9 * 5) % 7) / 7.0;
    }

    @Test
    void variancesOfADrawnPanelAreFoundAgain() {
        Random random = new Random(4);
        int[] unit = IntStream.range(0, 20_000).map(i -> i / 10).toArray();
        double[] level =
                random.doubles(2_000).map(u -> random.nextGaussian() * 2).toArray();
        double[] x = IntStream.of(unit).mapToDouble(u -> random.nextGaussian()).toArray();
        double[] y = IntStream.range(0, unit.length)
                .mapToDouble(i -> 5 + 0.7 * x[i] + level[unit[i]] + random.nextGaussian())
                .toArray();
        RandomEffectsFit fit = RandomEffects.fit(List.of("x"), new double[][] {x}, y, Factor.of("unit", unit));
        assertEquals(1, fit.noise(), 0.04, "four standard errors");
        assertEquals(4, fit.level(), 0.55, "four standard errors");
        assertEquals(
                0.7, fit.coefficient("x").estimate(), 4 * fit.coefficient("x").standardError());
    }

    @Test
    void tooFewUnitsAndCollinearColumnsAreRefused() {
        Factor three = Factor.of("unit", 1, 1, 1, 2, 2, 2, 3, 3, 3);
        double[] x = {1, 2, 4, 2, 5, 1, 0, 3, 1};
        double[] y = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        Refusal.of(
                DataException.class,
                "E-LEVELS-001 9 rows of 3 units cannot carry random effects and 2 columns, which need more than 3 units and more than 5 rows; take"
                        + " fewer columns",
                () -> RandomEffects.fit(List.of("a", "b"), new double[][] {x, y}, y, three));
        Refusal.of(
                EstimationException.class,
                "E-LEVELS-002 the columns [a] are collinear within units; leave one out",
                () -> RandomEffects.fit(List.of("a"), new double[][] {{1, 1, 1, 2, 2, 2, 4, 4, 4}}, y, three));
        Refusal.argument(
                "a is NaN in row 1",
                () -> RandomEffects.fit(List.of("a"), new double[][] {{1, Double.NaN, 1, 2, 2, 2, 4, 4, 4}}, y, three));
        Refusal.argument(
                "there is no coefficient 'z'; there are [intercept, x1, x2]",
                () -> small(IntStream.range(0, 108).toArray()).coefficient("z"));
    }
}
