package org.migrationimpact.compare;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;

/**
 * Could the difference of two means be chance alone? The exact chance, over all ways to share out the observed values, of a difference at
 * least as far from 0; no distribution is supposed, only that values could have fallen on either side. R: {@code
 * coin::oneway_test(distribution = "exact")}.
 *
 * <p>Values must be whole multiples of a common unit (counts, or figures with up to six decimals), which published ones are.
 *
 * <p>Source: Pitman (1937), doi:10.2307/2984124; Streitberg and Röhmel (1986), doi:10.1007/978-3-642-46890-2_18.
 *
 * @param difference the mean after less the mean before
 * @param statistic the difference in standard deviations of all ways to share out the values
 * @param pValue the exact two-sided p-value
 */
public record PermutationTest(double difference, double statistic, double pValue) implements Serializable {

    private static final double MOST_STEPS = 5e9;
    private static final double MOST_CELLS = 5e7;
    private static final double[] UNITS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};

    /**
     * Of these samples.
     *
     * @throws DataException E-SAMPLES-006 for values without a common unit, or too many and too different to count all ways
     */
    public static PermutationTest of(double[] before, double[] after) {
        Moments b = Sides.moments(before, "before");
        Moments a = Sides.moments(after, "after");
        int[] all = whole(Sides.together(before, after));
        int chosen = Math.min(before.length, after.length);
        int from = before.length <= after.length ? 0 : before.length;
        requireCountable(all, chosen);
        int sum = IntStream.range(from, from + chosen).map(i -> all[i]).sum();
        double total = Arrays.stream(all).asDoubleStream().sum();
        double difference = a.mean() - b.mean();
        return new PermutationTest(
                difference,
                difference / deviation(before, after),
                Chances.asFar(Chances.ofChosen(all, chosen), chosen * total / all.length, sum));
    }

    /** √(s² (1/m + 1/n)), s² being the variance of all values together. */
    private static double deviation(double[] before, double[] after) {
        double variance = Moments.of(Sides.together(before, after)).variance();
        return Math.sqrt(variance * (1.0 / before.length + 1.0 / after.length));
    }

    /** The values above the smallest, in their common unit. */
    private static int[] whole(double... values) {
        double least = Arrays.stream(values).min().orElseThrow();
        for (double unit : UNITS) {
            double[] scaled =
                    Arrays.stream(values).map(v -> v * unit - least * unit).toArray();
            if (Arrays.stream(scaled).allMatch(v -> Math.abs(v - Math.rint(v)) < 1e-6 && v < 1e8)) {
                return reduced(
                        Arrays.stream(scaled).mapToInt(v -> (int) Math.rint(v)).toArray());
            }
        }
        throw new DataException(
                "E-SAMPLES-006",
                "the values have no common unit of at least 0.000001, or spread over more than 100 million of it; round them for an"
                        + " exact permutation test");
    }

    private static int[] reduced(int... numbers) {
        int divisor = Arrays.stream(numbers).reduce(0, PermutationTest::commonDivisor);
        if (divisor == 0) {
            throw new DataException("E-SAMPLES-007", "all values are equal; a permutation test needs some that differ");
        }
        return Arrays.stream(numbers).map(number -> number / divisor).toArray();
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    private static void requireCountable(int[] numbers, int chosen) {
        double most = (double) Arrays.stream(numbers).max().orElseThrow() * chosen;
        if (most * chosen > MOST_CELLS || most * chosen * numbers.length > MOST_STEPS) {
            throw new DataException(
                    "E-SAMPLES-008",
                    numbers.length + " values over " + most / chosen
                            + " units are too many for an exact permutation test: round them, or take a rank test");
        }
    }
}
