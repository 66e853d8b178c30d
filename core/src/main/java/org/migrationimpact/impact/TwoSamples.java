package org.migrationimpact.impact;

import java.util.List;
import org.migrationimpact.compare.EffectSize;
import org.migrationimpact.compare.Moments;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Scale;

/**
 * The values of one series before and from the first treated period on, on the scale of the comparison.
 *
 * @param name the name of the series
 * @param periods the periods used, ascending
 * @param before the values before
 * @param after the values after, in order of time
 * @param scale the scale
 */
@SuppressWarnings("ArrayRecordComponent") // handed from a design to its comparison, compared by nobody
record TwoSamples(String name, List<Period> periods, double[] before, double[] after, Scale scale) {

    double meanBefore() {
        return Moments.of(before).mean();
    }

    double meanAfter() {
        return Moments.of(after).mean();
    }

    /**
     * The change in per cent of the mean before, {@code 100 (a − b) / |b|}, with its standard error by the delta method.
     *
     * @param varBefore the variance of the mean before
     * @param varAfter of the mean after
     * @param covariance of the two
     */
    double[] percent(double varBefore, double varAfter, double covariance) {
        double b = meanBefore();
        double a = meanAfter();
        double byAfter = 100 / Math.abs(b);
        double byBefore = -100 * a / (b * Math.abs(b));
        double variance =
                byAfter * byAfter * varAfter + byBefore * byBefore * varBefore + 2 * byAfter * byBefore * covariance;
        return new double[] {100 * (a - b) / Math.abs(b), Math.sqrt(Math.max(0, variance))};
    }

    /** How large the change is, whatever its unit. */
    List<Diagnostic> sizes() {
        EffectSize size = EffectSize.of(before, after);
        return List.of(
                described("Hedges' g", size.hedgesG(), "the change in pooled standard deviations"),
                described("Cliff's delta", size.cliffsDelta(), "from -1, all lower after, to 1, all higher"));
    }

    private static Diagnostic described(String name, double size, String words) {
        return new Diagnostic(name, size, Double.NaN, Status.NOT_APPLICABLE, words);
    }
}
