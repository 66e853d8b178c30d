package org.migrationimpact.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;

class UncertaintyTest {

    /** Quantiles of Student's t, for 1 and 2 degrees of freedom and the normal limit in closed form or from tables of 15 digits. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.95, 12.7062047361747",
        "2, 0.95, 4.30265272974946",
        "5, 0.95, 2.57058183563631",
        "10, 0.95, 2.22813885198627",
        "30, 0.95, 2.04227245630124",
        "10, 0.99, 3.16927267261695",
        "10, 0.90, 1.81246112281168",
        "Infinity, 0.95, 1.95996398454005",
        "Infinity, 0.99, 2.5758293035489"
    })
    void aQuantileIsTheOneOfTheTable(double df, double level, double quantile) {
        Close.relative(quantile, new StudentT(1, df).quantile(level), 1e-10, "t with " + df);
    }

    @ParameterizedTest
    @CsvSource({"0.5", "0.8", "0.9", "0.95", "0.99", "0.999", "0.999999"})
    void quantilesWithOneAndTwoDegreesOfFreedomHaveAClosedForm(double level) {
        Close.relative(Math.tan(Math.PI * level / 2), new StudentT(1, 1).quantile(level), 1e-9, "Cauchy");
        double q = level * Math.sqrt(2 / (1 - level * level));
        Close.relative(q, new StudentT(1, 2).quantile(level), 1e-9, "t with 2");
    }

    @ParameterizedTest
    @CsvSource({"0.1", "1", "3", "50", "1e4", "1e8"})
    void pValuesComeFromTheTailHoweverFar(double t) {
        Close.relative(2 / Math.PI * Math.atan(1 / t), new StudentT(1, 1).pValue(t), 1e-12, "Cauchy");
        double root = Math.sqrt(t * t + 2);
        Close.relative(2 / (root * (root + t)), new StudentT(1, 2).pValue(t), 1e-12, "t with 2");
        assertEquals(new StudentT(2, 7).pValue(2 * t), new StudentT(1, 7).pValue(-t));
    }

    @Test
    void theNormalTailIsNotLost() {
        StudentT normal = new StudentT(1, Double.POSITIVE_INFINITY);
        Close.relative(1.523970604832105e-23, normal.pValue(10), 1e-12, "z = 10");
        Close.relative(5.507248237212467e-89, normal.pValue(20), 1e-12, "z = 20");
        assertEquals(1, normal.pValue(0), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "2.5, 7.3", "0.001, 40", "5, Infinity"})
    void anIntervalEndsWhereTheTestBegins(double error, double df) {
        StudentT t = new StudentT(error, df);
        Interval interval = t.interval(2, 0.95);
        assertEquals(0.05, t.pValue(2 - interval.low()), 1e-11);
        assertEquals(0.05, t.pValue(2 - interval.high()), 1e-11);
        assertEquals(2 * 2, interval.low() + interval.high(), 1e-12 * interval.width() + 1e-12);
        assertEquals(2 / error, t.statistic(2));
    }

    @Test
    void anErrorOfZeroHasNoTest() {
        StudentT t = new StudentT(0, 5);
        assertEquals(Double.NaN, t.statistic(1));
        assertEquals(Double.NaN, t.pValue(1));
        assertEquals(0, t.interval(1, 0.95).width());
    }

    @Test
    void whatIsNoErrorAndNoLevelIsRefused() {
        Refusal.argument("a standard error is finite and 0 or more, got -1.0", () -> new StudentT(-1, 5));
        Refusal.argument("a standard error is finite and 0 or more, got NaN", () -> new StudentT(Double.NaN, 5));
        Refusal.argument("degrees of freedom must be above 0, got 0.0", () -> new StudentT(1, 0));
        Refusal.argument("a confidence level lies between 0 and 1, got 95.0", () -> new StudentT(1, 5).interval(0, 95));
        Refusal.argument("a confidence level lies between 0 and 1, got 1.0", () -> new StudentT(1, 5).quantile(1));
        Refusal.argument("an interval needs low <= high, got 2.0 and 1.0", () -> new Interval(2, 1, 0.95));
        Refusal.argument("an interval needs low <= high, got NaN and 1.0", () -> new Interval(Double.NaN, 1, 0.95));
    }

    @Test
    void anIntervalHoldsItsEnds() {
        Interval interval = new Interval(-1, 3, 0.9);
        assertTrue(interval.contains(-1));
        assertTrue(interval.contains(3));
        assertFalse(interval.contains(3.1));
        assertEquals(4, interval.width());
    }

    @Test
    void aResampledIntervalReadsTheDrawsFromTheOtherEnd() {
        double[] draws =
                IntStream.rangeClosed(1, 99).mapToDouble(i -> i / 10.0 - 3).toArray();
        Resampled resampled = new Resampled(2, draws);
        Interval interval = resampled.interval(10, 0.9);
        assertEquals(10 - 2 * (95 / 10.0 - 3), interval.low(), 1e-12);
        assertEquals(10 - 2 * (5 / 10.0 - 3), interval.high(), 1e-12);
        assertEquals(99, resampled.count());
        assertEquals(5, resampled.statistic(10));
        assertEquals(2, resampled.standardError());
        assertEquals(Double.NaN, resampled.degreesOfFreedom());
    }

    @Test
    void aResampledPValueCountsTheDrawsBeyondAndItself() {
        double[] draws =
                IntStream.rangeClosed(1, 99).mapToDouble(i -> i / 10.0 - 3).toArray();
        Resampled resampled = new Resampled(2, draws);
        assertEquals((1 + 49 + 9) / 100.0, resampled.pValue(2 * 2.05)); // 2.1 to 6.9, and -2.9 to -2.1
        assertEquals(0.01, resampled.pValue(100));
        assertEquals(1, resampled.pValue(0));
        assertEquals(Math.sqrt(0.01 * 0.99 / 99), resampled.monteCarloError(100), 1e-15);
    }

    @Test
    void theOrderOfDrawsDoesNotMatterAndTheyAreCopied() throws IOException, ClassNotFoundException {
        double[] draws = IntStream.range(0, 40).mapToDouble(i -> (i * 7) % 40).toArray();
        double[] turned = IntStream.range(0, 40).mapToDouble(i -> draws[39 - i]).toArray();
        Resampled resampled = new Resampled(1, draws);
        draws[0] = 1e9;
        assertEquals(new Resampled(1, turned), resampled);
        assertEquals(new Resampled(1, turned).hashCode(), resampled.hashCode());
        assertEquals(resampled, Serialized.copy(resampled));
        assertNotEquals(resampled, new Resampled(2, turned));
        assertThat(List.of(new StudentT(1, 2), new Interval(1, 2, 0.5)))
                .allSatisfy(value -> assertEquals(value, Serialized.copy(value)));
    }

    @Test
    void drawsThatSayNothingAreRefused() {
        Refusal.argument("at least 19 draws, got 18", () -> new Resampled(1, new double[18]));
        Refusal.argument("a standard error is finite and above 0, got 0.0", () -> new Resampled(0, new double[19]));
        double[] draws = new double[19];
        draws[3] = Double.NaN;
        Refusal.argument("draws must be numbers, got NaN among them", () -> new Resampled(1, draws));
    }
}
