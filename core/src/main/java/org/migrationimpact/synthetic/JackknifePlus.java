package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Conformal;
import org.migrationimpact.covariance.Interval;

/**
 * Intervals from leaving each matched period out: the twin without it, moved up and down by what it misses of it. Quantiles are those of R's type 7,
 * the penalty is held fixed.
 *
 * <p>Source: Barber, Candès, Ramdas and Tibshirani (2021), doi:10.1214/20-AOS1965; Ben-Michael, Feller and Rothstein (2021),
 * doi:10.1080/01621459.2021.1929245.
 */
final class JackknifePlus {

    private final double observed;
    private final double[] lower;
    private final double[] upper;

    private JackknifePlus(double observed, double[] lower, double[] upper) {
        this.observed = observed;
        this.lower = lower;
        this.upper = upper;
        Arrays.sort(lower);
        Arrays.sort(upper);
    }

    /** Of each treated period and, last, of their mean. */
    static JackknifePlus[] of(double[][] donors, double[] target, int start, double penalty) {
        int after = target.length - start;
        double[][] twins = IntStream.range(0, start)
                .parallel()
                .mapToObj(left -> twin(donors, target, start, left, penalty))
                .toArray(double[][]::new);
        JackknifePlus[] all = new JackknifePlus[after + 1];
        for (int k = 0; k <= after; k++) {
            int place = k;
            double[] lower = Arrays.stream(twins)
                    .mapToDouble(one -> one[place] - one[after + 1])
                    .toArray();
            double[] upper = Arrays.stream(twins)
                    .mapToDouble(one -> one[place] + one[after + 1])
                    .toArray();
            double observed = k < after
                    ? target[start + k]
                    : Arrays.stream(target, start, target.length).average().orElseThrow();
            all[k] = new JackknifePlus(observed, lower, upper);
        }
        return all;
    }

    /** The treated periods of the twin without this one, their mean, and the size of what it misses of this one. */
    private static double[] twin(double[][] donors, double[] target, int start, int left, double penalty) {
        double[][] fewer = Arrays.stream(donors)
                .map(row -> AugmentedTwin.without(Arrays.copyOf(row, start), left))
                .toArray(double[][]::new);
        double[] weights = AugmentedTwin.of(fewer, AugmentedTwin.without(Arrays.copyOf(target, start), left))
                .weights(penalty);
        int after = target.length - start;
        double[] twin = new double[after + 2];
        double missed = target[left];
        for (int j = 0; j < donors.length; j++) {
            missed -= weights[j] * donors[j][left];
            for (int k = 0; k < after; k++) {
                twin[k] += weights[j] * donors[j][start + k];
                twin[after] += weights[j] * donors[j][start + k] / after;
            }
        }
        twin[after + 1] = Math.abs(missed);
        return twin;
    }

    private double low(double alpha) {
        return observed - quantile(upper, 1 - alpha / 2);
    }

    private double high(double alpha) {
        return observed - quantile(lower, alpha / 2);
    }

    /** The intervals of these levels, and the level from which on the interval excludes 0. */
    Conformal uncertainty(List<Double> levels) {
        List<Interval> intervals = levels.stream()
                .map(level -> new Interval(Math.min(low(1 - level), high(1 - level)), high(1 - level), level))
                .toList();
        double resolution = 1.0 / (lower.length + 1);
        return new Conformal(Math.max(resolution, pValue()), resolution, intervals);
    }

    private double pValue() {
        double inside = 0;
        double outside = 1;
        if (holdsZero(1)) {
            return 1;
        }
        for (int k = 0; k < 50; k++) {
            double middle = (inside + outside) / 2;
            if (holdsZero(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private boolean holdsZero(double alpha) {
        return low(alpha) <= 0 && high(alpha) >= 0;
    }

    private static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
