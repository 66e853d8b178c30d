package org.migrationimpact.panel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.model.Factor;

class FixedEffectsTest {

    /** Seven units in five years: x less its means by unit and by year, plus the mean of all. */
    @Test
    void balancedEffectsAreRemovedInClosedForm() {
        double[] x = new Random(3).doubles(35).toArray();
        Factor unit = Factor.of("unit", IntStream.range(0, 35).map(i -> i % 7).toArray());
        Factor year = Factor.of("year", IntStream.range(0, 35).map(i -> i / 7).toArray());
        FixedEffects.Absorbed absorbed = FixedEffects.of(unit, year).absorb(x);
        double[] expected = IntStream.range(0, 35)
                .mapToDouble(
                        i -> x[i] - mean(x, j -> j % 7 == i % 7) - mean(x, j -> j / 7 == i / 7) + mean(x, j -> true))
                .toArray();
        assertArrayEquals(expected, absorbed.column(0), 1e-14);
        assertEquals("closed form of balanced effects", absorbed.report().method());
        FixedEffects weighted = FixedEffects.of(unit, year)
                .weighted(new Random(4).doubles(35, 1, 2).toArray());
        assertEquals("Schur complement by Cholesky", weighted.absorb(x).report().method());
    }

    private static double mean(double[] x, java.util.function.IntPredicate which) {
        return IntStream.range(0, x.length)
                .filter(which)
                .mapToDouble(i -> x[i])
                .average()
                .orElseThrow();
    }

    @Test
    void whatIsAbsorbedTwiceIsAbsorbedOnce() {
        RandomPanel panel = RandomPanel.of(new Random(5), 500, 1, 30, 9, 6);
        FixedEffects effects = FixedEffects.of(
                        Factor.of("a", panel.codes[0]), Factor.of("b", panel.codes[1]), Factor.of("c", panel.codes[2]))
                .weighted(panel.weights);
        double[] once = effects.absorb(panel.x[0]).column(0);
        assertArrayEquals(once, effects.absorb(once).column(0), 1e-12);
    }

    @Test
    void aRowLeftOutIsMissingInEveryColumnAndCounted() {
        Factor unit = Factor.of("unit", 1, 1, 1, 2, 2, 3);
        FixedEffects.Absorbed absorbed =
                FixedEffects.of(unit).absorb(new double[] {1, 3, Double.NaN, 4, 6, 9}, new double[] {1, 2, 3, 4, 8, 6});
        assertArrayEquals(new double[] {-1, 1, Double.NaN, -1, 1, Double.NaN}, absorbed.column(0), 1e-15);
        assertArrayEquals(new double[] {-.5, .5, Double.NaN, -2, 2, Double.NaN}, absorbed.column(1), 1e-15);
        assertArrayEquals(new int[] {5}, absorbed.singletons());
        assertEquals(
                "6 rows read, 4 used; 1 without column 1, 1 alone in a level of an effect",
                absorbed.sample().toString());
    }

    @Test
    void effectsOfDifferentLengthAreRefused() {
        Refusal.argument(
                "effects are one factor or more with as many rows each, got [a: 2 rows, 2 levels, b: 3 rows, 1 levels]",
                () -> FixedEffects.of(Factor.of("a", 1, 2), Factor.of("b", 1, 1, 1)));
        Refusal.argument(
                "a tolerance lies between 1e-14 and 0.01, got 0.5",
                () -> Absorption.standard().to(0.5));
        Refusal.argument(
                "3 weights for 2 rows",
                () -> FixedEffects.of(Factor.of("a", 1, 2)).weighted(1, 2, 3));
    }
}
