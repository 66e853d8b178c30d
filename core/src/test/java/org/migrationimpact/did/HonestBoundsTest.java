package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.Refusal;
import org.migrationimpact.Shared;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;

/** Reference values of R 4.2.2 with HonestDiD 0.2.7 on Benzarti and Carloni (2019), where they lie beside the project. */
class HonestBoundsTest {

    private static final double ERROR = 0.018972886; // of the first effect
    private static final double GRID = 40 * ERROR / 999; // HonestDiD's step
    private static final double REACH = 20; // standard errors to which HonestDiD searches

    private static Oracle oracle() {
        return Oracle.of("honest_bc");
    }

    private static EventStudyEstimates bc() {
        return study(oracle().column("betahat"), sigma());
    }

    private static double[][] sigma() {
        try {
            return Files.readAllLines(Shared.file("oracles", "honest_bc_sigma.csv")).stream()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static EventStudyEstimates study(double[] estimates, double[][] sigma) {
        return new EventStudyEstimates(
                new int[] {-5, -4, -3, -2, 0, 1, 2, 3}, estimates, sigma, -1, BasePeriod.UNIVERSAL);
    }

    @Test
    void theOriginalIntervalIsThatOfTheNormalDistribution() {
        JsonNode expected = oracle().expected("original_cs");
        Interval found = HonestBounds.of(bc()).original();
        Close.relative(expected.get("lb").asDouble(), found.low(), 1e-8, "low");
        Close.relative(expected.get("ub").asDouble(), found.high(), 1e-8, "high");
    }

    /**
     * HonestDiD simulates the quantile of |N(t, 1)| from a million draws; its standard error is √(0.05 · 0.95 / 1e6) over the density at
     * the quantile, which is at least 0.10: 0.0021, times the error of the estimator. Three of them are allowed. The centre of the interval
     * has no such error: with bends it is the estimator that is shortest, to 1e-6; along a line HonestDiD's optimum is flat, and 2e-5.
     */
    @Test
    void intervalsOfFixedLengthAreThoseOfTheReferenceUpToItsSimulation() {
        JsonNode expected = oracle().expected("smoothness_FLCI");
        for (int i = 0; i < 4; i++) {
            double bend = expected.get("M").get(i).asDouble();
            double low = expected.get("lb").get(i).asDouble();
            double high = expected.get("ub").get(i).asDouble();
            Interval found = HonestBounds.of(bc()).smoothness(bend).interval();
            double error = bend == 0 ? (high - low) / 2 / 1.96 : ((high - low) / 2 - bend) / 1.645;
            assertEquals((high - low) / 2, found.width() / 2, 3 * 0.0021 * error, "half length, M = " + bend);
            double centre = (found.low() + found.high()) / 2;
            assertEquals((low + high) / 2, centre, bend == 0 ? 2e-5 : 1e-6, "centre, M = " + bend);
        }
    }

    /**
     * HonestDiD's ends lie on a grid of this step, and its least favourable value is a 99.5 % quantile of 1,000 draws. Here the test is
     * inverted without a grid with 10,000 draws; what the draws of either do is seen from what other seeds give with 1,000.
     */
    @Test
    void intervalsOfTheConditionalTestAreThoseOfTheReferenceUpToGridAndDraws() {
        JsonNode relative = oracle().expected("relative_magnitudes_C_LF");
        for (int i = 0; i < 4; i++) {
            double bound = relative.get("Mbar").get(i).asDouble();
            compare(relative, i, bounds -> bounds.relativeMagnitudes(bound), "relative magnitudes " + bound);
        }
        JsonNode smooth = oracle().expected("smoothness_C_LF");
        for (int i = 0; i < 2; i++) {
            double bend = smooth.get("M").get(i).asDouble();
            compare(smooth, i, bounds -> bounds.smoothnessByTest(bend), "smoothness " + bend);
        }
    }

    private interface Bounding {
        HonestInterval of(HonestBounds bounds);
    }

    private static void compare(JsonNode expected, int i, Bounding bounding, String what) {
        HonestBounds bounds =
                what.startsWith("relative") ? HonestBounds.of(bc()).searchedWithin(REACH) : HonestBounds.of(bc());
        Interval found = bounding.of(bounds).interval();
        double spreadLow = 0;
        double spreadHigh = 0;
        for (long seed = 11; seed < 13; seed++) {
            Interval other = bounding.of(bounds.draws(1000, seed)).interval();
            spreadLow = Math.max(spreadLow, Math.abs(other.low() - found.low()));
            spreadHigh = Math.max(spreadHigh, Math.abs(other.high() - found.high()));
        }
        assertTrue(Math.max(spreadLow, spreadHigh) < 4 * GRID, "draws matter little: " + spreadLow + " " + spreadHigh);
        assertEquals(expected.get("lb").get(i).asDouble(), found.low(), GRID + 2 * spreadLow, what + " low");
        assertEquals(expected.get("ub").get(i).asDouble(), found.high(), GRID + 2 * spreadHigh, what + " high");
    }

    @Test
    void withoutAnEndTheSearchFindsWhatLiesBeyondTwentyErrors() {
        Interval open = HonestBounds.of(bc()).relativeMagnitudes(2).interval();
        assertEquals(0.4246, open.high(), 2e-3);
        assertEquals(
                REACH * ERROR,
                HonestBounds.of(bc())
                        .searchedWithin(REACH)
                        .relativeMagnitudes(2)
                        .interval()
                        .high(),
                1e-7);
    }

    /** The slow twin: all weights before the reference on a grid about the best ones; none gives a shorter interval. */
    @Test
    void noOtherWeightsGiveAShorterIntervalOfFixedLength() {
        double[] estimates = {0.1, -0.05, 0.3};
        double[][] sigma = {{0.05, 0.02, 0.01}, {0.02, 0.03, 0.005}, {0.01, 0.005, 0.04}};
        for (double bend : new double[] {0, 0.02, 0.1, 0.5}) {
            Interval found = new Flci(estimates, sigma, new double[] {1}).interval(bend, 0.95);
            double shortest = Double.POSITIVE_INFINITY;
            for (int i = -4000; i <= 4000; i++) {
                double u = i / 2000.0; // weights u and 1 − 2u, in which a line is taken out
                double[] weights = {u, 1 - 2 * u, 1};
                double variance = 0;
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        variance += weights[a] * weights[b] * sigma[a][b];
                    }
                }
                double error = Math.sqrt(variance);
                double bias = bend * (Math.abs(u) + 1);
                shortest = Math.min(shortest, error * Flci.foldedQuantile(bias / error, 0.05));
            }
            Close.relative(shortest, found.width() / 2, 1e-6, "bend " + bend);
        }
    }

    @Test
    void theFoldedNormalHasItsQuantiles() {
        assertEquals(1.959963984540054, Flci.foldedQuantile(0, 0.05), 1e-12);
        assertEquals(10 + 1.6448536269514722, Flci.foldedQuantile(10, 0.05), 1e-9);
    }

    @Test
    void aLargerBoundGivesALongerInterval() {
        HonestBounds bounds = HonestBounds.of(bc()).draws(1000, 1);
        double before = 0;
        for (double bound : new double[] {0, 0.5, 1, 2}) {
            double width = bounds.relativeMagnitudes(bound).interval().width();
            assertTrue(width > before, bound + ": " + width);
            before = width;
        }
        assertTrue(bounds.relativeMagnitudes(1).excludesZero());
        assertFalse(bounds.relativeMagnitudes(2).excludesZero());
    }

    @Test
    void theUnitOfTheOutcomeScalesTheInterval() {
        double[] estimates = bc().estimates();
        double[][] sigma = sigma();
        for (int i = 0; i < 8; i++) {
            estimates[i] *= 1000;
            for (int j = 0; j < 8; j++) {
                sigma[i][j] *= 1e6;
            }
        }
        HonestBounds grams = HonestBounds.of(study(estimates, sigma)).draws(1000, 1);
        HonestBounds kilograms = HonestBounds.of(bc()).draws(1000, 1);
        Interval one = kilograms.relativeMagnitudes(1).interval();
        Interval thousand = grams.relativeMagnitudes(1).interval();
        Close.relative(1000 * one.low(), thousand.low(), 1e-6, "low");
        Close.relative(1000 * one.high(), thousand.high(), 1e-6, "high");
        Close.relative(
                1000 * kilograms.smoothness(0.1).interval().high(),
                grams.smoothness(100).interval().high(),
                1e-8,
                "smooth");
    }

    @Test
    void oneEffectAfterTreatmentAndOneBeforeAreEnough() {
        EventStudyEstimates study = new EventStudyEstimates(
                new int[] {-2, 0},
                new double[] {0.1, 1},
                new double[][] {{0.01, 0.002}, {0.002, 0.01}},
                -1,
                BasePeriod.UNIVERSAL);
        assertTrue(HonestBounds.of(study).relativeMagnitudes(1).interval().contains(1));
        assertEquals(1.1, centre(HonestBounds.of(study).smoothness(0).interval()), 1e-12, "the line before goes on");
    }

    private static double centre(Interval interval) {
        return (interval.low() + interval.high()) / 2;
    }

    @Test
    void otherEffectsCanBeAskedAbout() {
        HonestBounds bounds = HonestBounds.of(bc());
        double[] estimates = bc().estimates();
        assertEquals(estimates[6], centre(bounds.at(2).original()), 1e-12);
        double mean = Arrays.stream(estimates, 4, 8).average().orElseThrow();
        assertEquals(mean, centre(bounds.mean().original()), 1e-12);
        assertTrue(bounds.confidence(0.9).original().width() < bounds.original().width());
        assertEquals(
                "effects are estimated at event times 0 to 3, got -2",
                assertThrows(IllegalArgumentException.class, () -> bounds.at(-2))
                        .getMessage());
        assertEquals(
                "there must be 4 finite weights, not all of them 0, got [1.0]",
                assertThrows(IllegalArgumentException.class, () -> bounds.weighted(1))
                        .getMessage());
    }

    @Test
    void whatCannotBeBoundedIsRefused() {
        Refusal.of(
                InputException.class,
                "E-HONEST-001 the estimates before treatment have a varying base: each is the change from the period before,"
                        + " and no bound on trends can be read from them; take a universal base",
                () -> HonestBounds.of(new EventStudyEstimates(
                        new int[] {-2, 0},
                        new double[] {0, 1},
                        new double[][] {{1, 0}, {0, 1}},
                        -1,
                        BasePeriod.VARYING)));
        Refusal.of(
                DataException.class,
                "E-HONEST-002 the event study at [-3, 0], reference -1, base universal: the last period before treatment and"
                        + " its anticipation cannot be bounded: there must be estimates before and after the reference, at"
                        + " event times that follow each other without a gap",
                () -> HonestBounds.of(new EventStudyEstimates(
                        new int[] {-3, 0},
                        new double[] {0, 1},
                        new double[][] {{1, 0}, {0, 1}},
                        -1,
                        BasePeriod.UNIVERSAL)));
        assertEquals(
                "a bound is finite and 0 or more, got -1.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> HonestBounds.of(bc()).smoothness(-1))
                        .getMessage());
        assertEquals(
                "draws must be 999 to 1000000, got 10",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> HonestBounds.of(bc()).draws(10, 1))
                        .getMessage());
    }

    @Test
    void farTailsOfATruncatedNormalKeepTheirShape() {
        assertEquals(
                0.05,
                TruncatedNormal.upperTail(1.6448536269514722, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                1e-12);
        for (double low : new double[] {5, 24.9, 25.1, 60}) {
            double beyond = low + 0.5 / low;
            double exponential = Math.exp(-0.5 - 0.125 / (low * low));
            assertEquals(
                    exponential * low / beyond,
                    TruncatedNormal.upperTail(beyond, low, Double.POSITIVE_INFINITY),
                    0.6 / (low * low));
        }
        Close.relative(
                TruncatedNormal.upperTail(25.5, 25 - 1e-9, Double.POSITIVE_INFINITY),
                TruncatedNormal.upperTail(25.5, 25 + 1e-9, Double.POSITIVE_INFINITY),
                1e-7,
                "where the formula changes");
    }

    /** The slow twin: the linear programme itself, by the simplex method of Commons Math. */
    @Test
    void theLargestProductOverVerticesIsTheOptimumOfTheLinearProgramme() {
        Random random = new Random(3);
        for (int trial = 0; trial < 40; trial++) {
            int rows = 6 + random.nextInt(6);
            int columns = 1 + random.nextInt(3);
            double[] scale = random.doubles(rows, 0.5, 2).toArray();
            double[] y = random.doubles(rows, -2, 2).toArray();
            double[][] x = new double[rows][];
            for (int r = 0; r < rows; r++) {
                x[r] = random.doubles(columns, -1, 1).toArray();
            }
            for (int c = 0; c < columns; c++) { // both signs in every column, so that the programme is bounded
                x[0][c] = -1;
                x[1][c] = 1;
            }
            System.arraycopy(Arrays.stream(x[0]).map(v -> -v).toArray(), 0, x[1], 0, columns);
            assertEquals(optimum(scale, x, y), DualVertices.of(scale, x).largest(y), 1e-8, "trial " + trial);
        }
    }

    /** The smallest η with y − x δ <= η s. */
    private static double optimum(double[] scale, double[][] x, double[] y) {
        List<LinearConstraint> constraints = new ArrayList<>();
        double[] objective = new double[1 + x[0].length];
        objective[0] = 1;
        for (int r = 0; r < y.length; r++) {
            double[] row = new double[objective.length];
            row[0] = scale[r];
            System.arraycopy(x[r], 0, row, 1, x[r].length);
            constraints.add(new LinearConstraint(row, Relationship.GEQ, y[r]));
        }
        return new SimplexSolver(1e-10, 100)
                .optimize(
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MINIMIZE,
                        new NonNegativeConstraint(false))
                .getValue();
    }

    @Test
    void moreThanCanBeListedAndWhatNothingExplainsAreRefused() {
        int after = 14;
        int[] events = new int[after + 1];
        double[] estimates = new double[after + 1];
        double[][] sigma = new double[after + 1][after + 1];
        for (int i = 0; i <= after; i++) {
            events[i] = i == 0 ? -2 : i - 1;
            estimates[i] = i;
            sigma[i][i] = 1;
        }
        EventStudyEstimates many = new EventStudyEstimates(events, estimates, sigma, -1, BasePeriod.UNIVERSAL);
        Refusal.of(
                InputException.class,
                "E-HONEST-003 there are 14 periods after the reference; bounds of this kind can be computed for up to about"
                        + " 8: leave out the last ones",
                () -> HonestBounds.of(many).relativeMagnitudes(1));
        EventStudyEstimates bent = new EventStudyEstimates(
                new int[] {-4, -3, -2, 0},
                new double[] {0, 5, 0, 0},
                new double[][] {{.01, 0, 0, 0}, {0, .01, 0, 0}, {0, 0, .01, 0}, {0, 0, 0, .01}},
                -1,
                BasePeriod.UNIVERSAL);
        DataException refused =
                assertThrows(DataException.class, () -> HonestBounds.of(bent).smoothnessByTest(0));
        assertEquals(
                "no effect at all is compatible with smoothness of 0.0 of the event study at [-4, -3, -2, 0], reference -1,"
                        + " base universal: the last period before treatment and its anticipation: the estimates before"
                        + " treatment speak against it; allow more",
                refused.getMessage());
    }
}
