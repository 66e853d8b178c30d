package org.migrationimpact.covariance;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.migrationimpact.data.DataException;

/**
 * The Mann–Whitney test of a shift between two samples, and the Hodges–Lehmann interval that inverts it.
 *
 * <p>The statistic is W, how often a value after exceeds one before, ties counting half. The p-value is exact where there are no ties
 * and both samples have fewer than 50 values, else normal with the corrections for ties and continuity: what R's {@code
 * wilcox.test(after, before, conf.int = TRUE)} does. Both suppose independent values.
 *
 * <p>Sources: Mann and Whitney (1947), doi:10.1214/aoms/1177730491; Hodges and Lehmann (1963), doi:10.1214/aoms/1177704172.
 */
public final class RankShift implements Uncertainty {

    private static final long serialVersionUID = 1L;
    private static final int EXACT_BELOW = 50;
    private static final long MOST_DIFFERENCES = 20_000_000;

    private final double[] before;
    private final double[] after;

    /**
     * The two samples, in any order.
     *
     * @throws DataException E-RANK-002 for more than 20 million pairs
     */
    public RankShift(double[] before, double[] after) {
        if (before.length == 0 || after.length == 0) {
            throw new IllegalArgumentException(
                    "both samples need values, got " + before.length + " and " + after.length);
        }
        requireFinite(before);
        requireFinite(after);
        if ((long) before.length * after.length > MOST_DIFFERENCES) {
            throw new DataException(
                    "E-RANK-002",
                    before.length + " values before and " + after.length + " after have "
                            + (long) before.length * after.length + " differences; a rank shift takes at most "
                            + MOST_DIFFERENCES + ": choose a narrower window");
        }
        this.before = before.clone();
        this.after = after.clone();
        Arrays.sort(this.before);
        Arrays.sort(this.after);
    }

    private static void requireFinite(double... sample) {
        for (double value : sample) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("values must be finite, got " + value);
            }
        }
    }

    /** The Hodges–Lehmann estimate: the median of all differences, a value after less a value before. */
    public double shift() {
        double[] all = differences();
        int middle = all.length / 2;
        return all.length % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
    }

    @Override
    public double standardError() {
        return Double.NaN;
    }

    @Override
    public double degreesOfFreedom() {
        return Double.NaN;
    }

    @Override
    public double statistic(double estimate) {
        return exceedances(0);
    }

    @Override
    public double pValue(double estimate) {
        return pValueAt(0);
    }

    /** Whether the p-value and the interval are exact. */
    public boolean isExact() {
        return before.length < EXACT_BELOW && after.length < EXACT_BELOW && tieSum(0) == 0;
    }

    /** The smallest p-value that samples of these sizes can have where it is exact, {@code 2 / C(m+n, m)}; 0 where it is normal. */
    public double smallestPValue() {
        return isExact()
                ? Math.min(
                        1, 2 / Arrays.stream(ways(before.length, after.length)).sum())
                : 0;
    }

    @Override
    public Interval interval(double estimate, double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        double[] all = differences();
        if (isExact()) {
            double[] ways = ways(before.length, after.length);
            int cut = Math.max(1, quantile(ways, tail));
            return new Interval(all[cut - 1], all[all.length - cut], level);
        }
        double[] jumps = Arrays.stream(all).distinct().toArray();
        return new Interval(jump(jumps, normalQuantile(1 - tail)), jump(jumps, normalQuantile(tail)), level);
    }

    /** The first difference beyond which the standardised statistic, which falls as the shift grows, is no more than {@code z}. */
    private double jump(double[] jumps, double z) {
        int low = 0;
        int high = jumps.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (standardised((jumps[middle] + jumps[middle + 1]) / 2) <= z) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return jumps[low];
    }

    private double pValueAt(double shift) {
        if (isExact()) {
            return exactPValue(exceedances(shift));
        }
        double tail = -Math.abs(standardised(shift));
        return Math.min(1, 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(tail));
    }

    private double exactPValue(double w) {
        double[] ways = ways(before.length, after.length);
        double all = Arrays.stream(ways).sum();
        double lower = Arrays.stream(ways, 0, (int) w + 1).sum();
        double upper = Arrays.stream(ways, (int) w, ways.length).sum();
        return Math.min(1, 2 * Math.min(lower, upper) / all);
    }

    /** (W − mn/2, half a step nearer to 0) over its standard deviation with ties. */
    private double standardised(double shift) {
        double m = before.length;
        double n = after.length;
        double distance = exceedances(shift) - m * n / 2;
        double ties = tieSum(shift) / ((m + n) * (m + n - 1));
        double deviation = Math.sqrt(m * n / 12 * (m + n + 1 - ties));
        return deviation == 0 ? 0 : (distance - Math.signum(distance) * 0.5) / deviation;
    }

    private double exceedances(double shift) {
        double count = 0;
        int below = 0;
        int notAbove = 0;
        for (double value : after) {
            double moved = value - shift;
            while (below < before.length && before[below] < moved) {
                below++;
            }
            notAbove = Math.max(notAbove, below);
            while (notAbove < before.length && before[notAbove] <= moved) {
                notAbove++;
            }
            count += below + (notAbove - below) / 2.0;
        }
        return count;
    }

    /** Σ t³ − t over the groups of t equal values. */
    private double tieSum(double shift) {
        double[] all = new double[before.length + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        for (int i = 0; i < after.length; i++) {
            all[before.length + i] = after[i] - shift;
        }
        Arrays.sort(all);
        double sum = 0;
        for (int i = 0; i < all.length; ) {
            int end = i;
            while (end < all.length && all[end] == all[i]) {
                end++;
            }
            double t = end - i;
            sum += t * t * t - t;
            i = end;
        }
        return sum;
    }

    private double[] differences() {
        double[] all = new double[before.length * after.length];
        int next = 0;
        for (double later : after) {
            for (double earlier : before) {
                all[next++] = later - earlier;
            }
        }
        Arrays.sort(all);
        return all;
    }

    /**
     * In how many ways W takes each value from 0 to mn. Only sums of what is not negative: c(m, n, w) = c(m−1, n, w−n) + c(m, n−1, w).
     */
    private static double[] ways(int m, int n) {
        double[][] ways = new double[n + 1][m * n + 1];
        for (double[] row : ways) {
            row[0] = 1;
        }
        for (int i = 1; i <= m; i++) {
            for (int j = 1; j <= n; j++) {
                for (int w = m * n; w >= 0; w--) {
                    ways[j][w] = ways[j - 1][w] + (w >= j ? ways[j][w - j] : 0);
                }
            }
        }
        return ways[n];
    }

    /** The first W at which the tail is reached; a tail reached but for rounding is reached, as in R. */
    private static int quantile(double[] ways, double tail) {
        double wanted = (tail - 10 * Math.ulp(1.0)) * Arrays.stream(ways).sum();
        double sum = 0;
        int w = -1;
        while (sum < wanted) {
            sum += ways[++w];
        }
        return w;
    }

    private static double normalQuantile(double probability) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(probability);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RankShift that
                && Arrays.equals(before, that.before)
                && Arrays.equals(after, that.after);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(before) + Arrays.hashCode(after);
    }
}
