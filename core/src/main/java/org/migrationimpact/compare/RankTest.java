package org.migrationimpact.compare;

import java.io.Serializable;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.RankShift;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.DataException;

/**
 * The Mann–Whitney test in each form that software prints. The exact one is conditional on the ties: the chance, over all ways to share
 * out the observed ranks, of a W at least as far from {@code mn/2}. R: {@code wilcox.test(after, before)} with {@code exact = FALSE} and
 * {@code correct} as wanted; {@code coin::wilcox_test(distribution = "exact")}.
 *
 * <p>Sources: Mann and Whitney (1947), doi:10.1214/aoms/1177730491; Streitberg and Röhmel (1986), doi:10.1007/978-3-642-46890-2_18.
 *
 * @param statistic W: how often a value after exceeds one before, ties counting half
 * @param shift the Hodges–Lehmann estimate: the median of all differences, after less before
 * @param exact the exact p-value, conditional on ties
 * @param normal the normal p-value, variance corrected for ties
 * @param continuous the same with W moved half a step towards its middle
 */
public record RankTest(double statistic, double shift, double exact, double normal, double continuous)
        implements Serializable {

    private static final double MOST_STEPS = 2e9;

    /**
     * Of these samples.
     *
     * @throws DataException E-SAMPLES-004 where the exact distribution would take more than two thousand million steps
     */
    public static RankTest of(double[] before, double[] after) {
        RankShift shift = new RankShift(before, after);
        Midranks ranks = Midranks.of(Sides.together(before, after));
        double w = shift.statistic(0);
        return new RankTest(
                w,
                shift.shift(),
                exact(ranks.doubled(), before.length),
                normal(ranks, before.length, after.length, w, 0),
                normal(ranks, before.length, after.length, w, 0.5));
    }

    private static double exact(int[] doubled, int before) {
        int[] numbers = doubled;
        int chosen = Math.min(before, doubled.length - before);
        int from = chosen == before ? 0 : before;
        double steps = (double) chosen * doubled.length * Chances.largest(numbers, chosen);
        if (steps > MOST_STEPS) {
            throw new DataException(
                    "E-SAMPLES-004",
                    before + " values before and " + (doubled.length - before)
                            + " after are too many for an exact rank test; the normal one serves: take RankShift");
        }
        int sum = IntStream.range(from, from + chosen).map(i -> numbers[i]).sum();
        double middle = chosen * (doubled.length + 1.0); // twice the mean rank is N + 1
        return Chances.asFar(Chances.ofChosen(numbers, chosen), middle, sum);
    }

    private static double normal(Midranks ranks, double m, double n, double w, double step) {
        double distance = Math.abs(w - m * n / 2);
        double deviation = Math.sqrt(m * n / 12 * (m + n + 1 - ranks.ties() / ((m + n) * (m + n - 1))));
        double z = deviation == 0 || distance == 0 ? 0 : (distance - step) / deviation;
        return Math.min(1, new StudentT(1, Double.POSITIVE_INFINITY).pValue(z));
    }
}
