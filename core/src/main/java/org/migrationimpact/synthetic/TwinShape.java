package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Status;

/**
 * How the treated lies among the donors over the matched periods.
 *
 * @param outside periods in which the treated lies above or below every donor
 * @param matched how many periods are matched
 * @param fit one less the sum of squared gaps over that of the treated about its own mean
 * @param apart the mean distance of the twin's donors from the treated, in standard deviations over the units
 */
record TwinShape(int outside, int matched, double fit, double apart) {

    private static final double GOOD_FIT = 0.8;
    private static final double FAR = 1;

    static TwinShape of(TwinData data, Refit whole) {
        double[][] rows = data.matched(data.adjusted());
        int matched = rows[0].length;
        int outside = (int)
                IntStream.range(0, matched).filter(t -> isOutside(rows, t)).count();
        double mean = Arrays.stream(rows[0]).sum() / matched;
        double squares =
                Arrays.stream(rows[0]).map(v -> (v - mean) * (v - mean)).sum();
        double gaps = whole.rmspeBefore() * whole.rmspeBefore() * matched;
        double fit = squares > 0 ? 1 - gaps / squares : gaps == 0 ? 1 : Double.NEGATIVE_INFINITY;
        double[] distances = Screening.distances(data);
        double apart = IntStream.range(0, whole.weights().size())
                .mapToDouble(k -> whole.weights().get(k).weight() * distances[k + 1])
                .sum();
        return new TwinShape(outside, matched, fit, apart);
    }

    private static boolean isOutside(double[][] rows, int t) {
        double[] donors = IntStream.range(1, rows.length)
                .mapToDouble(j -> rows[j][t])
                .sorted()
                .toArray();
        return rows[0][t] < donors[0] || rows[0][t] > donors[donors.length - 1];
    }

    List<Diagnostic> diagnostics() {
        return List.of(
                new Diagnostic(
                        "fit before",
                        fit,
                        Double.NaN,
                        fit >= GOOD_FIT ? Status.PASSED : Status.FAILED,
                        "1 less squared gaps over squared deviations of the treated from its mean, over " + matched
                                + " matched periods; good from " + GOOD_FIT + " on"),
                new Diagnostic(
                        "among the donors",
                        outside,
                        Double.NaN,
                        outside == 0 ? Status.PASSED : Status.FAILED,
                        outside + " of " + matched
                                + " matched periods in which the treated lies above or below every donor"),
                new Diagnostic(
                        "interpolation",
                        apart,
                        Double.NaN,
                        apart <= FAR ? Status.PASSED : Status.FAILED,
                        String.format(
                                Locale.ROOT,
                                "the donors of the twin are on average %.3g standard deviations from the treated; the further, the more the"
                                        + " twin relies on averaging unlike units",
                                apart)));
    }
}
