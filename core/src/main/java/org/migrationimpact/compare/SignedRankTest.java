package org.migrationimpact.compare;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.DataException;

/**
 * Did pairs change? Wilcoxon's signed ranks of the differences after less before; pairs that did not change are left out, as in R's {@code
 * wilcox.test(after, before, paired = TRUE)}.
 *
 * <p>The pseudomedian is the median of all means of two differences. What R prints with {@code exact = FALSE} is a point at which a search
 * for the root of a step function came to rest, on or beside that median.
 *
 * <p>Source: Wilcoxon (1945), doi:10.2307/3001968; Hodges and Lehmann (1963), doi:10.1214/aoms/1177704172.
 *
 * @param statistic V, the sum of the ranks of differences above 0
 * @param pseudomedian the median of the means of two differences, each with itself too
 * @param exact the exact p-value, conditional on ties
 * @param normal the normal p-value, variance corrected for ties
 * @param continuous the same with V moved half a step towards its middle
 * @param used the pairs that changed
 */
public record SignedRankTest(
        double statistic, double pseudomedian, double exact, double normal, double continuous, int used)
        implements Serializable {

    private static final int MOST_PAIRS = 2000;

    /**
     * Of these pairs.
     *
     * @throws DataException E-SAMPLES-005 where no pair changed, or more than 2000 did
     */
    public static SignedRankTest of(double[] before, double[] after) {
        double[] changes = Arrays.stream(Sides.differences(before, after))
                .filter(change -> change != 0)
                .toArray();
        if (changes.length == 0 || changes.length > MOST_PAIRS) {
            throw new DataException(
                    "E-SAMPLES-005",
                    changes.length + " pairs changed; a test of signed ranks needs 1 to " + MOST_PAIRS);
        }
        Midranks ranks = Midranks.of(Arrays.stream(changes).map(Math::abs).toArray());
        int[] doubled = ranks.doubled();
        int sum = IntStream.range(0, changes.length)
                .filter(i -> changes[i] > 0)
                .map(i -> doubled[i])
                .sum();
        double n = changes.length;
        double middle = n * (n + 1) / 2; // of twice V
        double variance = n * (n + 1) * (2 * n + 1) / 24 - ranks.ties() / 48;
        double distance = Math.abs(sum - middle) / 2;
        return new SignedRankTest(
                sum / 2.0,
                pseudomedian(changes),
                Chances.asFar(Chances.ofHeads(doubled), middle, sum),
                normal(distance, variance),
                normal(Math.max(0, distance - 0.5), variance),
                changes.length);
    }

    private static double normal(double distance, double variance) {
        return Math.min(1, new StudentT(1, Double.POSITIVE_INFINITY).pValue(distance / Math.sqrt(variance)));
    }

    private static double pseudomedian(double... changes) {
        double[] means = new double[changes.length * (changes.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < changes.length; i++) {
            for (int j = 0; j <= i; j++) {
                means[next++] = (changes[i] + changes[j]) / 2;
            }
        }
        Arrays.sort(means);
        int half = means.length / 2;
        return means.length % 2 == 1 ? means[half] : (means[half - 1] + means[half]) / 2;
    }
}
