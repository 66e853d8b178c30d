package org.migrationimpact.impact;

import java.util.List;
import org.migrationimpact.compare.MeanTest;
import org.migrationimpact.compare.Moments;
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
        Moments b = Moments.of(samples.before());
        Moments a = Moments.of(samples.after());
        double v0 = b.varianceOfMean();
        double v1 = a.varianceOfMean();
        if (b.count() < 2 || a.count() < 2 || v0 + v1 == 0) {
            throw new DataException(
                    "E-WELCH-001",
                    samples.name() + " has " + b.count() + " values before and " + a.count()
                            + " after; Welch's test needs 2 on each side, and some that differ");
        }
        MeanTest test = MeanTest.welch(samples.before(), samples.after());
        Coefficient before = new Coefficient("intercept", b.mean(), new StudentT(Math.sqrt(v0), b.count() - 1));
        double[] percent = samples.percent(v0, v1, 0);
        Coefficient level = samples.scale() == Scale.PERCENT
                ? new Coefficient("level", percent[0], new StudentT(percent[1], test.degreesOfFreedom()))
                : new Coefficient("level", test.difference(), test.error());
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
