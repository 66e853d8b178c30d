package org.migrationimpact.impact;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.special.Gamma;

/**
 * How large a change is in standard deviations, whatever its unit: Cohen's d with the pooled standard deviation, Hedges' g (d times the
 * exact small-sample factor), and Cliff's delta, how much more often a value after exceeds one before than the reverse.
 *
 * <p>Sources: Hedges (1981), doi:10.3102/10769986006002107; Cliff (1993), doi:10.1037/0033-2909.114.3.494.
 */
public record EffectSize(double cohensD, double hedgesG, double cliffsDelta) {

    /** The sizes of the change between two samples; both need two values that are not all equal. */
    public static EffectSize of(double[] before, double[] after) {
        int n0 = before.length;
        int n1 = after.length;
        double df = n0 + n1 - 2;
        double pooled =
                Math.sqrt(((n0 - 1) * TwoSamples.variance(before) + (n1 - 1) * TwoSamples.variance(after)) / df);
        double d = (TwoSamples.mean(after) - TwoSamples.mean(before)) / pooled;
        double factor = Math.exp(Gamma.logGamma(df / 2) - Gamma.logGamma((df - 1) / 2)) / Math.sqrt(df / 2);
        double more = 0;
        for (double later : after) {
            for (double earlier : before) {
                more += Math.signum(later - earlier);
            }
        }
        return new EffectSize(d, d * factor, more / (n0 * (double) n1));
    }

    List<Diagnostic> diagnostics() {
        return List.of(
                new Diagnostic(
                        "Hedges' g",
                        hedgesG,
                        Double.NaN,
                        Status.NOT_APPLICABLE,
                        "the change in pooled standard deviations"),
                new Diagnostic(
                        "Cliff's delta",
                        cliffsDelta,
                        Double.NaN,
                        Status.NOT_APPLICABLE,
                        "from -1, all lower after, to 1, all higher"));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "Cohen's d %.4g, Hedges' g %.4g, Cliff's delta %.4g", cohensD, hedgesG, cliffsDelta);
    }
}
