package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A few steps of Nesterov's gradient, projected on the weights that are 0 or more and sum to one, begun again where they overshoot: not
 * exact, but near enough to tell which weights are positive.
 *
 * <p>Sources: Beck and Teboulle (2009), doi:10.1137/080716542; O'Donoghue and Candès (2015), doi:10.1007/s10208-013-9150-3; the projection:
 * Duchi and others (2008), doi:10.1145/1390156.1390191.
 */
final class AcceleratedGradient {

    private AcceleratedGradient() {}

    /** Near the minimum of {@code w'Mw}, from equal weights. */
    static double[] minimum(Distances matrix, int iterations) {
        int n = matrix.size();
        double lipschitz = largestRowSum(matrix);
        double[] now = new double[n];
        Arrays.fill(now, 1.0 / n);
        double[] ahead = now.clone();
        double momentum = 1;
        for (int i = 0; i < iterations; i++) {
            double[] slope = times(matrix, ahead);
            double[] next = new double[n];
            for (int j = 0; j < n; j++) {
                next[j] = ahead[j] - slope[j] / lipschitz;
            }
            project(next);
            double uphill = 0;
            for (int j = 0; j < n; j++) {
                uphill += slope[j] * (next[j] - now[j]);
            }
            double grown = uphill > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            double reach = uphill > 0 ? 0 : (momentum - 1) / grown;
            for (int j = 0; j < n; j++) {
                ahead[j] = next[j] + reach * (next[j] - now[j]);
            }
            momentum = grown;
            now = next;
        }
        return now;
    }

    /** The nearest weights that are 0 or more and sum to one, in place. */
    static void project(double[] w) {
        double[] sorted = w.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double threshold = 0;
        for (int k = 1; k <= sorted.length; k++) {
            sum += sorted[sorted.length - k];
            double candidate = (sum - 1) / k;
            if (sorted[sorted.length - k] > candidate) {
                threshold = candidate;
            }
        }
        for (int j = 0; j < w.length; j++) {
            w[j] = Math.max(0, w[j] - threshold);
        }
    }

    private static double largestRowSum(Distances matrix) {
        return IntStream.range(0, matrix.size())
                .mapToDouble(j -> Arrays.stream(matrix.row(j)).map(Math::abs).sum())
                .max()
                .orElseThrow();
    }

    private static double[] times(Distances matrix, double[] w) {
        double[] product = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            if (w[j] != 0) {
                double[] row = matrix.row(j);
                for (int i = 0; i < row.length; i++) {
                    product[i] += w[j] * row[i];
                }
            }
        }
        return product;
    }
}
