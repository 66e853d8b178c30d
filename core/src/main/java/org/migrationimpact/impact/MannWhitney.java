package org.migrationimpact.impact;

import java.util.List;
import java.util.Locale;
import org.migrationimpact.covariance.RankShift;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/** The Hodges–Lehmann shift with the Mann–Whitney test and the interval that inverts it; see {@link RankShift}. */
public record MannWhitney() implements Comparison {

    @Override
    public Compared compare(TwoSamples samples) {
        if (samples.scale() == Scale.PERCENT) {
            throw new InputException(
                    "E-RANK-001",
                    "a rank test has no change in per cent; take the level scale, or log for relative changes");
        }
        RankShift shift = new RankShift(samples.before(), samples.after());
        String how = shift.isExact() ? "exact" : "normal, corrected for ties and continuity";
        return new Compared(
                List.of(new Coefficient("level", shift.shift(), shift)),
                List.of(
                        new Convention("test", "Mann–Whitney, " + how + "; the statistic is W of after against before"),
                        new Convention("estimate", "Hodges–Lehmann: the median of all differences, after less before")),
                warnings(samples, shift));
    }

    private static List<Warning> warnings(TwoSamples samples, RankShift shift) {
        return shift.smallestPValue() <= 0.05
                ? List.of()
                : List.of(new Warning(
                        "W-RANK-001",
                        String.format(
                                Locale.ROOT,
                                "%d values before and %d after cannot have a p-value below %.3f, and the interval reaches no more than"
                                        + " %.1f %%",
                                samples.before().length,
                                samples.after().length,
                                shift.smallestPValue(),
                                100 * (1 - shift.smallestPValue()))));
    }

    @Override
    public String toString() {
        return "Mann–Whitney";
    }
}
