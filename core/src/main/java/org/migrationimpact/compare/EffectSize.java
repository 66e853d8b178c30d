package org.migrationimpact.compare;

import java.io.Serializable;
import java.util.Locale;
import org.apache.commons.math3.special.Gamma;

/**
 * How large a change is, whatever its unit: Cohen's d with the pooled standard deviation, Hedges' g (d times the exact small-sample
 * factor), the logarithm of the ratio of the means, and Cliff's delta, how much more often a value after exceeds one before than the
 * reverse. Figures and variances are those of metafor's {@code escalc}, measures SMD and ROM.
 *
 * <p>Sources: Hedges (1981), doi:10.3102/10769986006002107; Cliff (1993), doi:10.1037/0033-2909.114.3.494; Hedges, Gurevitch and Curtis
 * (1999), doi:10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2.
 *
 * @param cohensD the difference of means in pooled standard deviations
 * @param hedgesG without its bias in small samples
 * @param hedgesVariance {@code 1/n₀ + 1/n₁ + g² / 2(n₀ + n₁)}
 * @param logRatio {@code ln(mean after / mean before)}; {@code NaN} unless both are above 0
 * @param logRatioVariance {@code s₀²/(n₀ m₀²) + s₁²/(n₁ m₁²)}; {@code NaN} where the ratio is
 * @param cliffsDelta from -1, all lower after, to 1, all higher
 */
public record EffectSize(
        double cohensD,
        double hedgesG,
        double hedgesVariance,
        double logRatio,
        double logRatioVariance,
        double cliffsDelta)
        implements Serializable {

    /** The sizes of the change between two samples of one value or more, three in all; d and g are not finite where none varies. */
    public static EffectSize of(double[] before, double[] after) {
        Sides.requireValues(before, after);
        Moments b = Moments.of(before);
        Moments a = Moments.of(after);
        double df = b.count() + a.count() - 2.0;
        double pooled = Math.sqrt(((b.count() - 1) * b.variance() + (a.count() - 1) * a.variance()) / df);
        double d = (a.mean() - b.mean()) / pooled;
        double g = d * Math.exp(Gamma.logGamma(df / 2) - Gamma.logGamma((df - 1) / 2)) / Math.sqrt(df / 2);
        boolean ratio = b.mean() > 0 && a.mean() > 0;
        return new EffectSize(
                d,
                g,
                1.0 / b.count() + 1.0 / a.count() + g * g / (2 * (b.count() + a.count())),
                ratio ? Math.log(a.mean() / b.mean()) : Double.NaN,
                ratio ? relativeVariance(b) + relativeVariance(a) : Double.NaN,
                cliff(before, after));
    }

    private static double relativeVariance(Moments side) {
        return side.varianceOfMean() / (side.mean() * side.mean());
    }

    private static double cliff(double[] before, double[] after) {
        double more = 0;
        for (double later : after) {
            for (double earlier : before) {
                more += Math.signum(later - earlier);
            }
        }
        return more / (before.length * (double) after.length);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "Cohen's d %.4g, Hedges' g %.4g, Cliff's delta %.4g", cohensD, hedgesG, cliffsDelta);
    }
}
