package org.migrationimpact.covariance;

import java.util.stream.IntStream;
import org.migrationimpact.model.Design;

/**
 * Robust to errors of different variances that are correlated up to L lags: {@code (X'X)⁻¹ [Γ_0 + Σ_{l=1..L} (1 − l/(L+1)) (Γ_l + Γ_l')]
 * (X'X)⁻¹}, Γ_l being the sum of x_t e_t e_{t−l} x_{t−l}' over all pairs of periods that are l apart on the calendar.
 *
 * <p>Default: lags by the rule of thumb ({@link Lags#automatic()}), times the factor T/(T−K), no prewhitening. Other software: R's
 * {@code sandwich::NeweyWest(lag = L, prewhite = FALSE, adjust = TRUE)} and statsmodels with {@code use_correction=True} give the same
 * numbers; without the factor, {@code adjust = FALSE}.
 *
 * <p>Source: Newey and West (1987), doi:10.2307/1913610. Intervals with long lags are too narrow in short series: with more than a fifth
 * of T as lags a design warns.
 *
 * @param lags how many lags
 * @param factor whether T/(T−K) is applied
 * @param prewhitening whether the scores are first reduced by a first-order vector autoregression, after Andrews and Monahan (1992),
 *     doi:10.2307/2951574
 * @param counting whether lags are counted in periods, as they should be, or in rows, as other software does
 */
public record NeweyWest(Lags lags, Factor factor, Prewhitening prewhitening, Counting counting) implements Covariance {

    /** With lags counted in periods. */
    public NeweyWest(Lags lags, Factor factor, Prewhitening prewhitening) {
        this(lags, factor, prewhitening, Counting.PERIODS);
    }

    /** The small-sample factor. */
    public enum Factor {
        /** T/(T−K). */
        T_OVER_T_MINUS_K,
        /** None. */
        NONE;

        double[][] applied(double[][] meat, Design design) {
            double n = design.rows();
            return this == NONE ? meat : Matrices.times(meat, n / (n - design.columns()));
        }
    }

    /** Reducing the scores before the kernel is applied. */
    public enum Prewhitening {
        /** None. */
        NONE,
        /** By a first-order vector autoregression. */
        VAR_1
    }

    /** So many lags, with the factor T/(T−K). */
    public static NeweyWest lags(int lags) {
        return new NeweyWest(Lags.fixed(lags), Factor.T_OVER_T_MINUS_K, Prewhitening.NONE);
    }

    /** Lags by the rule of thumb ⌊4 (T/100)^(2/9)⌋, with the factor T/(T−K): the default of every design. */
    public static NeweyWest automatic() {
        return new NeweyWest(Lags.automatic(), Factor.T_OVER_T_MINUS_K, Prewhitening.NONE);
    }

    /** The same without the small-sample factor. */
    public NeweyWest withoutFactor() {
        return new NeweyWest(lags, Factor.NONE, prewhitening, counting);
    }

    /** The same with prewhitened scores. */
    public NeweyWest prewhitened() {
        return new NeweyWest(lags, factor, Prewhitening.VAR_1, counting);
    }

    /** The same with lags chosen otherwise. */
    public NeweyWest with(Lags otherLags) {
        return new NeweyWest(otherLags, factor, prewhitening, counting);
    }

    /** The same with lags counted in this way. */
    public NeweyWest with(Counting otherCounting) {
        return new NeweyWest(lags, factor, prewhitening, otherCounting);
    }

    @Override
    public double[][] of(Design design, double[] residuals, double[][] bread) {
        double[][] meat = counting.of(Scores.of(design, residuals))
                .longRunVariance(prewhitening, scores -> kernelSum(scores, lags.of(scores)));
        return Matrices.sandwich(bread, factor.applied(meat, design));
    }

    /** Γ_0 + Σ w_l (Γ_l + Γ_l') as A + A', where A sums u_t times the weighted scores up to t: one outer product a period, not one a lag. */
    static double[][] kernelSum(Scores scores, int lags) {
        int last = (int) Math.min(lags, scores.span()); // beyond the span all pairs are gone
        double[] weights = IntStream.rangeClosed(0, last)
                .mapToDouble(lag -> 1 - lag / (lags + 1.0))
                .toArray();
        weights[0] = 0.5;
        return Matrices.plusTranspose(scores.weightedProducts(weights));
    }

    /** The number of lags for these residuals. */
    public int lagsFor(Design design, double[] residuals) {
        return lags.of(counting.of(Scores.of(design, residuals)).reduced(prewhitening));
    }

    @Override
    public String describe(Design design, double[] residuals) {
        int number = lagsFor(design, residuals);
        return described(number + (number == 1 ? " lag" : " lags") + lags.origin());
    }

    private String described(String howManyLags) {
        return "Newey–West, Bartlett, " + howManyLags
                + (prewhitening == Prewhitening.NONE ? "" : ", prewhitened by VAR(1)")
                + (factor == Factor.NONE ? ", no factor" : ", T/(T-K)")
                + counting.described();
    }

    /** As {@link #describe}, before the number of lags is known. */
    @Override
    public String toString() {
        return described(lags.toString());
    }
}
