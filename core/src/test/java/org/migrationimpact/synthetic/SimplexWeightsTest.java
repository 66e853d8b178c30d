package org.migrationimpact.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;

class SimplexWeightsTest {

    private static final SimplexWeights PLAIN = SimplexWeights.leastSquares();

    /** Normal rows; every third problem has fewer rows than donors, every fifth a donor twice, every seventh one near another. */
    private static double[][] problem(int number) {
        Random random = new Random(number);
        int donors = 2 + random.nextInt(6);
        int rows = number % 3 == 0 ? 1 + random.nextInt(3) : donors + random.nextInt(10);
        double[][] units = new double[donors + 1][rows];
        for (double[] unit : units) {
            double level = 10 * random.nextGaussian();
            for (int t = 0; t < rows; t++) {
                unit[t] = level + random.nextGaussian();
            }
        }
        if (number % 5 == 0) {
            units[1] = units[0].clone();
        }
        if (number % 7 == 0) {
            units[1] = Arrays.stream(units[0])
                    .map(v -> v + 1e-4 * random.nextGaussian())
                    .toArray();
        }
        return units;
    }

    private static double[][] donors(double[][] units) {
        return Arrays.copyOf(units, units.length - 1);
    }

    private static double[] target(double[][] units) {
        return units[units.length - 1];
    }

    @Test
    void theOptimumIsThatOfEveryFaceOnFiveHundredProblems() {
        for (int number = 0; number < 500; number++) {
            double[][] units = problem(number);
            double ridge = number % 4 == 0 ? 0.3 : 0;
            SimplexFit fit = PLAIN.withRidge(ridge).fit(donors(units), target(units));
            double ours = EveryFace.objective(donors(units), target(units), ridge, fit.weights());
            double lowest = EveryFace.lowest(donors(units), target(units), ridge);
            double size = Gram.dot(target(units), target(units));
            assertEquals(lowest, ours, 1e-12 * size, "problem " + number);
            assertTrue(fit.kktResidual() < 1e-12, "problem " + number + ": " + fit);
        }
    }

    @Test
    void weightsAreNeverNegativeAndSumToOne() {
        for (int number = 0; number < 500; number++) {
            double[] weights =
                    PLAIN.fit(donors(problem(number)), target(problem(number))).weights();
            assertTrue(Arrays.stream(weights).allMatch(weight -> weight >= 0));
            assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
        }
    }

    @Test
    void theOrderOfTheDonorsDoesNotMatter() {
        for (int number = 0; number < 200; number++) {
            double[][] donors = donors(problem(number));
            double[] target = target(problem(number));
            double[] weights = PLAIN.fit(donors, target).weights();
            double[][] reversed = new double[donors.length][];
            for (int j = 0; j < donors.length; j++) {
                reversed[j] = donors[donors.length - 1 - j];
            }
            double[] back = PLAIN.fit(reversed, target).weights();
            for (int j = 0; j < donors.length; j++) {
                assertEquals(weights[j], back[donors.length - 1 - j], 1e-12);
            }
        }
    }

    @Test
    void amongEquallyGoodWeightsTheSmallestAreTaken() {
        double[][] donors = {{0, 0}, {2, 0}, {0, 2}, {2, 2}}; // the middle is any mixture of the diagonals
        assertArrayEquals(
                new double[] {.25, .25, .25, .25},
                PLAIN.fit(donors, new double[] {1, 1}).weights(),
                1e-7);
    }

    @Test
    void donorsWithTheSameFiguresHaveTheSameWeight() {
        double[][] donors = {{1, 2, 4}, {3, 1, 0}, {1, 2, 4}};
        double[] weights = PLAIN.fit(donors, new double[] {1.5, 1.75, 3}).weights();
        assertEquals(weights[0], weights[2], 0);
        assertArrayEquals(new double[] {.375, .25, .375}, weights, 1e-12);
    }

    @Test
    void donorsEqualToTheTargetShareTheWeight() {
        double[][] donors = {{1, 2}, {1, 2}};
        SimplexFit fit = PLAIN.fit(donors, new double[] {1, 2});
        assertArrayEquals(new double[] {.5, .5}, fit.weights(), 1e-15);
        assertEquals(0, fit.sumOfSquares());
    }

    @Test
    void aTargetInsideTheDonorsIsMetExactly() {
        double[][] donors = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        SimplexFit fit = PLAIN.fit(donors, new double[] {.2, .3, .5});
        assertArrayEquals(new double[] {.2, .3, .5}, fit.weights(), 1e-12);
        assertEquals(0, fit.sumOfSquares(), 1e-24);
    }

    @Test
    void addingTheSameToAllUnitsOrMultiplyingAllLeavesTheWeights() {
        for (int number = 1; number < 200; number += 6) {
            double[][] units = problem(number);
            double[] weights = PLAIN.fit(donors(units), target(units)).weights();
            double[][] moved = Arrays.stream(units)
                    .map(unit -> Arrays.stream(unit).map(v -> 1e3 * (v + 1e3)).toArray())
                    .toArray(double[][]::new);
            assertArrayEquals(weights, PLAIN.fit(donors(moved), target(moved)).weights(), 1e-7, "problem " + number);
        }
    }

    @Test
    void anInterceptTakesUpAConstantDifference() {
        double[][] units = problem(8);
        double[] higher = Arrays.stream(target(units)).map(v -> v + 100).toArray();
        SimplexFit near = PLAIN.withIntercept().fit(donors(units), target(units));
        SimplexFit far = PLAIN.withIntercept().fit(donors(units), higher);
        assertArrayEquals(near.weights(), far.weights(), 1e-10);
        assertEquals(near.intercept() + 100, far.intercept(), 1e-10);
        assertEquals(0, PLAIN.fit(donors(units), target(units)).intercept());
    }

    @Test
    void aLargeRidgeMakesTheWeightsEqual() {
        double[][] units = problem(8);
        int donors = units.length - 1;
        double[] weights =
                PLAIN.withRidge(1e9).fit(donors(units), target(units)).weights();
        assertTrue(Arrays.stream(weights).allMatch(weight -> Math.abs(weight - 1.0 / donors) < 1e-5));
    }

    @Test
    void aWarmStartEndsWhereAColdOneDoes() {
        double[][] units = problem(10);
        int donors = units.length - 1;
        int[] all = java.util.stream.IntStream.range(0, donors).toArray();
        SimplexProblem problem = PLAIN.problem(PLAIN.gram(units), donors, all);
        double[] last = new double[donors];
        last[donors - 1] = 1;
        assertArrayEquals(problem.fit().weights(), problem.fit(last).weights(), 1e-12);
    }

    @Test
    void aSingleDonorHasAllTheWeight() {
        assertArrayEquals(
                new double[] {1},
                PLAIN.fit(new double[][] {{1, 2}}, new double[] {5, 5}).weights());
    }

    @Test
    void badArgumentsAreRefused() {
        Refusal.argument("a ridge is finite and 0 or more, got -1.0", () -> PLAIN.withRidge(-1));
        Refusal.argument(
                "at least one donor and one row, got 0 and 1", () -> PLAIN.fit(new double[0][], new double[] {1}));
        Refusal.argument(
                "donor 0 has 2 rows, the target 1", () -> PLAIN.fit(new double[][] {{1, 2}}, new double[] {1}));
        Refusal.argument(
                "donor 0 has values that are not finite",
                () -> PLAIN.fit(new double[][] {{Double.NaN}}, new double[] {1}));
        Refusal.argument(
                "the target has values that are not finite",
                () -> PLAIN.fit(new double[][] {{1}}, new double[] {Double.NaN}));
    }
}
