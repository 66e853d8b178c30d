package org.migrationimpact.covariance;

import java.util.Arrays;
import java.util.Locale;
import org.migrationimpact.covariance.NeweyWest.Factor;
import org.migrationimpact.covariance.NeweyWest.Prewhitening;
import org.migrationimpact.model.Design;

/**
 * Robust to errors of different variances that are correlated over time, all lags weighted by the quadratic spectral kernel {@code k(x) = 25
 * / (12π²x²) [sin(6πx/5)/(6πx/5) − cos(6πx/5)]}, x being lag over bandwidth; lags are those of the calendar.
 *
 * <p>Default: Andrews' automatic bandwidth, the factor T/(T−K), no prewhitening. R: {@code sandwich::kernHAC(bw = bwAndrews, prewhite =
 * FALSE)}.
 *
 * <p>Source: Andrews (1991), doi:10.2307/2938229.
 *
 * @param bandwidth how far it looks
 * @param factor whether T/(T−K) is applied
 * @param prewhitening whether the scores are first reduced by a first-order vector autoregression
 * @param counting whether lags are counted in periods, as they should be, or in rows, as other software does
 */
public record QuadraticSpectral(Bandwidth bandwidth, Factor factor, Prewhitening prewhitening, Counting counting)
        implements Covariance {

    private static final double NEGLIGIBLE = 1e-7;

    /** With lags counted in periods. */
    public QuadraticSpectral(Bandwidth bandwidth, Factor factor, Prewhitening prewhitening) {
        this(bandwidth, factor, prewhitening, Counting.PERIODS);
    }

    /** Andrews' bandwidth, with the factor T/(T−K). */
    public static QuadraticSpectral automatic() {
        return new QuadraticSpectral(Bandwidth.andrews(), Factor.T_OVER_T_MINUS_K, Prewhitening.NONE);
    }

    /** The same without the small-sample factor. */
    public QuadraticSpectral withoutFactor() {
        return new QuadraticSpectral(bandwidth, Factor.NONE, prewhitening, counting);
    }

    /** The same with prewhitened scores. */
    public QuadraticSpectral prewhitened() {
        return new QuadraticSpectral(bandwidth, factor, Prewhitening.VAR_1, counting);
    }

    /** The same with another bandwidth. */
    public QuadraticSpectral with(Bandwidth other) {
        return new QuadraticSpectral(other, factor, prewhitening, counting);
    }

    /** The same with lags counted in this way. */
    public QuadraticSpectral with(Counting otherCounting) {
        return new QuadraticSpectral(bandwidth, factor, prewhitening, otherCounting);
    }

    @Override
    public double[][] of(Design design, double[] residuals, double[][] bread) {
        double[][] meat = counting.of(Scores.of(design, residuals))
                .longRunVariance(prewhitening, scores -> kernelSum(scores, bandwidth.of(scores)));
        return Matrices.sandwich(bread, factor.applied(meat, design));
    }

    private static double[][] kernelSum(Scores scores, double width) {
        int last = (int) Math.min(scores.length() - 1L, scores.span());
        double[] weights = new double[last + 1];
        weights[0] = 0.5;
        int used = 0;
        for (int lag = 1; lag <= last && width > 0; lag++) {
            weights[lag] = kernel(lag / width);
            used = Math.abs(weights[lag]) > NEGLIGIBLE ? lag : used;
        }
        return Matrices.plusTranspose(scores.weightedProducts(Arrays.copyOf(weights, used + 1)));
    }

    /** The weight of a lag that is x bandwidths long; 1 at 0. */
    static double kernel(double x) {
        double angle = 6 * Math.PI * x / 5;
        return angle < 1e-4
                ? 1 - angle * angle / 10
                : 3 / (angle * angle) * (Math.sin(angle) / angle - Math.cos(angle));
    }

    /** The bandwidth for these residuals, in periods. */
    public double bandwidthFor(Design design, double[] residuals) {
        return bandwidth.of(counting.of(Scores.of(design, residuals)).reduced(prewhitening));
    }

    @Override
    public String describe(Design design, double[] residuals) {
        return described(
                String.format(Locale.ROOT, "bandwidth %.4g", bandwidthFor(design, residuals)) + bandwidth.origin());
    }

    private String described(String width) {
        return "kernel HAC, quadratic spectral, " + width
                + (prewhitening == Prewhitening.NONE ? "" : ", prewhitened by VAR(1)")
                + (factor == Factor.NONE ? ", no factor" : ", T/(T-K)")
                + counting.described();
    }

    /** As {@link #describe}, before the bandwidth is known. */
    @Override
    public String toString() {
        return described(bandwidth.toString());
    }
}
