package org.migrationimpact.covariance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.DataException;

class RankShiftTest {

    private static final double[] BEFORE = {1.1, 2.2, 3.3, 4.4};
    private static final double[] AFTER = {2.5, 3.5, 6.5};

    /** How often W takes each value, by going through every choice of m of m + n ranks. */
    private static int[] enumerated(int m, int n) {
        int[] ways = new int[m * n + 1];
        for (int chosen = 0; chosen < 1 << (m + n); chosen++) {
            if (Integer.bitCount(chosen) == n) {
                int w = 0;
                for (int rank = 0; rank < m + n; rank++) {
                    if ((chosen & 1 << rank) != 0) {
                        w += Integer.bitCount(~chosen & (1 << rank) - 1);
                    }
                }
                ways[w]++;
            }
        }
        return ways;
    }

    /** How often W takes each value, in exact integers: choices of n among m + n ranks, by their sum. */
    private static BigInteger[] exact(int m, int n) {
        int most = (m + n) * (m + n + 1) / 2;
        BigInteger[][] sums = new BigInteger[n + 1][most + 1];
        for (BigInteger[] row : sums) {
            Arrays.fill(row, BigInteger.ZERO);
        }
        sums[0][0] = BigInteger.ONE;
        for (int rank = 1; rank <= m + n; rank++) {
            for (int k = n; k >= 1; k--) {
                for (int s = most; s >= rank; s--) {
                    sums[k][s] = sums[k][s].add(sums[k - 1][s - rank]);
                }
            }
        }
        return Arrays.copyOfRange(sums[n], n * (n + 1) / 2, n * (n + 1) / 2 + m * n + 1);
    }

    private static double[] differences(double[] before, double... after) {
        return Arrays.stream(after)
                .flatMap(a -> Arrays.stream(before).map(b -> a - b))
                .sorted()
                .toArray();
    }

    @Test
    void aSmallExampleIsWorkedByHand() {
        RankShift shift = new RankShift(BEFORE, AFTER);
        assertTrue(shift.isExact());
        assertEquals(9, shift.statistic(0)); // 2.5 exceeds two values, 3.5 three, 6.5 four
        int[] ways = enumerated(4, 3);
        assertEquals(35, Arrays.stream(ways).sum());
        double tail = IntStream.rangeClosed(9, 12).map(w -> ways[w]).sum() / 35.0;
        assertEquals(2 * tail, shift.pValue(0), 1e-15);
        assertEquals(0.4, shift.pValue(0), 1e-15);
        double[] all = differences(BEFORE, AFTER);
        assertEquals((all[5] + all[6]) / 2, shift.shift());
        Interval interval = shift.interval(shift.shift(), 0.95);
        assertEquals(2.5 - 4.4, interval.low(), 1e-15);
        assertEquals(6.5 - 1.1, interval.high(), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 9", "2, 3", "4, 3", "5, 5", "3, 10", "7, 6"})
    void thePValueIsTheShareOfOrdersAtLeastAsFar(int m, int n) {
        Random random = new Random(m * 100L + n);
        int[] ways = enumerated(m, n);
        double total = Arrays.stream(ways).sum();
        for (int draw = 0; draw < 20; draw++) {
            double[] before = random.doubles(m).toArray();
            double[] after = random.doubles(n).map(v -> v + 0.3).toArray();
            int w = (int)
                    Arrays.stream(differences(before, after)).filter(d -> d > 0).count();
            double lower = IntStream.rangeClosed(0, w).map(i -> ways[i]).sum() / total;
            double upper = IntStream.rangeClosed(w, m * n).map(i -> ways[i]).sum() / total;
            RankShift shift = new RankShift(before, after);
            assertEquals(w, shift.statistic(0));
            assertEquals(Math.min(1, 2 * Math.min(lower, upper)), shift.pValue(0), 1e-14);
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 3", "5, 5", "3, 10", "7, 6"})
    void theIntervalHoldsTheShiftsThatTheTestDoesNotRefuse(int m, int n) {
        Random random = new Random(m * 1000L + n);
        double[] before = random.doubles(m).toArray();
        double[] after = random.doubles(n).toArray();
        for (double level : new double[] {0.6, 0.8, 0.9, 0.95}) {
            Interval interval = new RankShift(before, after).interval(0, level);
            double[] all = differences(before, after);
            for (int i = 0; i + 1 < all.length; i++) {
                double between = (all[i] + all[i + 1]) / 2;
                double p = new RankShift(
                                before,
                                Arrays.stream(after).map(v -> v - between).toArray())
                        .pValue(0);
                assertEquals(p > 1 - level - 1e-12, interval.contains(between), "level " + level + " at " + between);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"49, 49", "49, 30", "10, 49", "1, 49"})
    void farTailsAreExactInBothDirections(int m, int n) {
        BigInteger[] ways = exact(m, n);
        BigInteger total = Arrays.stream(ways).reduce(BigInteger.ZERO, BigInteger::add);
        double[] low = IntStream.range(0, m).mapToDouble(i -> i).toArray();
        double[] high = IntStream.range(0, n).mapToDouble(i -> 1000.5 + i).toArray();
        double smallest = 2 / total.doubleValue();
        Close.relative(smallest, new RankShift(low, high).pValue(0), 1e-10, "all above");
        Close.relative(smallest, new RankShift(high, low).pValue(0), 1e-10, "all below");
        double[] mixed = high.clone();
        mixed[0] = m - 4.5; // below three of them
        double tail = IntStream.rangeClosed(Math.max(0, m * n - 4), m * n)
                .filter(w -> w >= m * n - (m >= 4 ? 4 : 0))
                .mapToObj(w -> ways[w])
                .reduce(BigInteger.ZERO, BigInteger::add)
                .doubleValue();
        if (m >= 5) {
            Close.relative(
                    2 * tail / total.doubleValue(), new RankShift(low, mixed).pValue(0), 1e-10, "four short of all");
        }
    }

    @Test
    void theDifferencesTakenAreTheOnesThatExactIntegersChoose() {
        for (int m = 1; m <= 12; m++) {
            for (int n = 1; n <= 30; n++) {
                BigInteger[] ways = exact(m, n);
                BigInteger total = Arrays.stream(ways).reduce(BigInteger.ZERO, BigInteger::add);
                for (int percent : new int[] {80, 90, 95, 99}) {
                    int w = 0;
                    BigInteger sum = ways[0];
                    while (sum.multiply(BigInteger.valueOf(200))
                                    .compareTo(total.multiply(BigInteger.valueOf(100L - percent)))
                            < 0) {
                        sum = sum.add(ways[++w]);
                    }
                    double[] before = IntStream.range(0, m)
                            .mapToDouble(i -> i * Math.sqrt(2))
                            .toArray();
                    double[] after = IntStream.range(0, n)
                            .mapToDouble(i -> i * Math.sqrt(3) + 0.1)
                            .toArray();
                    double[] all = differences(before, after);
                    Interval interval = new RankShift(before, after).interval(0, percent / 100.0);
                    assertEquals(all[Math.max(1, w) - 1], interval.low(), m + " and " + n + " at " + percent);
                    assertEquals(all[all.length - Math.max(1, w)], interval.high());
                }
            }
        }
    }

    @Test
    void movingTheValuesAfterMovesTheShiftAndTheInterval() {
        RankShift here = new RankShift(BEFORE, AFTER);
        RankShift there = new RankShift(BEFORE, new double[] {12.5, 13.5, 16.5});
        assertEquals(here.shift() + 10, there.shift(), 1e-12);
        assertEquals(here.interval(0, 0.8).low() + 10, there.interval(0, 0.8).low(), 1e-12);
    }

    @Test
    void exchangingTheSamplesTurnsTheSign() {
        RankShift there = new RankShift(BEFORE, AFTER);
        RankShift back = new RankShift(AFTER, BEFORE);
        assertEquals(-there.shift(), back.shift(), 1e-15);
        assertEquals(there.pValue(0), back.pValue(0), 1e-15);
        assertEquals(-there.interval(0, 0.8).low(), back.interval(0, 0.8).high(), 1e-15);
        assertEquals(12, there.statistic(0) + back.statistic(0));
    }

    @Test
    void aChangeOfUnitChangesTheShiftButNotThePValue() {
        RankShift thousand = new RankShift(
                Arrays.stream(BEFORE).map(v -> 1000 * v).toArray(),
                Arrays.stream(AFTER).map(v -> 1000 * v).toArray());
        RankShift one = new RankShift(BEFORE, AFTER);
        assertEquals(1000 * one.shift(), thousand.shift(), 1e-9);
        assertEquals(one.pValue(0), thousand.pValue(0));
    }

    @Test
    void tiesCountHalfAndAreNotExact() {
        RankShift tied = new RankShift(new double[] {1, 2, 3}, new double[] {2, 3, 4});
        assertFalse(tied.isExact());
        assertEquals(7, tied.statistic(0)); // 1.5 + 2.5 + 3
        double deviation = Math.sqrt(9 / 12.0 * (7 - 12 / 30.0));
        assertEquals(
                new StudentT(1, Double.POSITIVE_INFINITY).pValue((7 - 4.5 - 0.5) / deviation), tied.pValue(0), 1e-14);
        assertEquals(1, new RankShift(new double[] {5, 5}, new double[] {5, 5, 5}).pValue(0));
    }

    @Test
    void largeSamplesAreNormalAndNearTheExactOnes() {
        Random random = new Random(5);
        double[] before = random.doubles(49).toArray();
        double[] after = random.doubles(49).map(v -> v + 0.1).toArray();
        double[] more = Arrays.copyOf(after, 50);
        more[49] = 0.6543210123;
        assertTrue(new RankShift(before, after).isExact());
        assertFalse(new RankShift(before, more).isExact());
        assertEquals(new RankShift(before, after).pValue(0), new RankShift(before, more).pValue(0), 0.03);
    }

    @Test
    void samplesInAnyOrderAreEqualAndCopied() throws IOException, ClassNotFoundException {
        double[] after = {6.5, 2.5, 3.5};
        RankShift shift = new RankShift(new double[] {4.4, 1.1, 3.3, 2.2}, after);
        after[0] = 99;
        assertEquals(new RankShift(BEFORE, AFTER), shift);
        assertEquals(new RankShift(BEFORE, AFTER).hashCode(), shift.hashCode());
        assertEquals(shift, Serialized.copy(shift));
        assertNotEquals(new RankShift(AFTER, BEFORE), shift);
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN}, new double[] {shift.standardError(), shift.degreesOfFreedom()});
    }

    @Test
    void samplesThatCannotBeComparedAreRefused() {
        Refusal.argument("both samples need values, got 0 and 3", () -> new RankShift(new double[0], AFTER));
        Refusal.argument("values must be finite, got NaN", () -> new RankShift(BEFORE, new double[] {1, Double.NaN}));
        Refusal.of(
                DataException.class,
                "E-RANK-002 5000 values before and 5000 after have 25000000 differences; a rank shift takes at most 20000000:"
                        + " choose a narrower window",
                () -> new RankShift(new double[5000], new double[5000]));
    }
}
