package org.migrationimpact.impact;

import java.util.List;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.DataException;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/**
 * Welch's t: {@code t = (ȳ₁ − ȳ₀) / √(s₁²/n₁ + s₀²/n₀)} with Satterthwaite's degrees of freedom. Supposes independent values; where a
 * series depends on its past the interval is too narrow.
 *
 * <p>Source: Welch (1947), doi:10.1093/biomet/34.1-2.28. R: {@code t.test(after, before)}.
 */
public record Welch() implements Comparison {

    @Override
    public Compared compare(TwoSamples samples) {
        int n0 = samples.before().length;
        int n1 = samples.after().length;
        double v0 = TwoSamples.variance(samples.before()) / n0;
        double v1 = TwoSamples.variance(samples.after()) / n1;
        if (n0 < 2 || n1 < 2 || v0 + v1 == 0) {
            throw new DataException(
                    "E-WELCH-001",
                    samples.name() + " has " + n0 + " values before and " + n1
                            + " after; Welch's test needs 2 on each side, and some that differ");
        }
        double df = (v0 + v1) * (v0 + v1) / (v0 * v0 / (n0 - 1) + v1 * v1 / (n1 - 1));
        Coefficient before = new Coefficient("intercept", samples.meanBefore(), new StudentT(Math.sqrt(v0), n0 - 1));
        double[] percent = samples.percent(v0, v1, 0);
        Coefficient level = samples.scale() == Scale.PERCENT
                ? new Coefficient("level", percent[0], new StudentT(percent[1], df))
                : new Coefficient(
                        "level", samples.meanAfter() - samples.meanBefore(), new StudentT(Math.sqrt(v0 + v1), df));
        return new Compared(
                List.of(before, level),
                List.of(new Convention("test", "Welch's t, unequal variances, Satterthwaite's degrees of freedom")),
                List.of());
    }

    @Override
    public String toString() {
        return "Welch's t";
    }
}
