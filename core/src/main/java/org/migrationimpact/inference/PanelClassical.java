package org.migrationimpact.inference;

import java.util.List;

/**
 * Errors of one variance without any dependence: {@code s² (X̃'WX̃)⁻¹}, s² = Σ w e² / (N − K), K with all absorbed effects. For counts s² = 1,
 * the dispersion of the Poisson distribution, times the factor for K. Rarely true of corridors, whose errors last, and of counts, which
 * scatter more than the Poisson distribution.
 *
 * <p>For counts R's fixest multiplies with (N−1)/(N−K), the default here; {@code glm} and Stata do not.
 *
 * @param correction the factor for K of counts; least squares has N−K in s²
 */
public record PanelClassical(Correction correction) implements PanelCovariance {

    /** With (N−1)/(N−K) for counts. */
    public PanelClassical() {
        this(Correction.N_MINUS_1_OVER_N_MINUS_K);
    }

    @Override
    public PanelErrors of(PanelScores scores) {
        int k = EffectCount.ALL.coefficients(scores, List.of());
        boolean counts = scores.likelihood() == Likelihood.POISSON;
        Assembly assembly = Assembly.of(scores)
                .correct(counts ? correction : Correction.NONE, k, EffectCount.ALL.meaning(scores))
                .factor("s²", variance(scores, k), meaning(scores));
        return assembly.scaledBread(describe(), scores.rows() - k);
    }

    private static double variance(PanelScores scores, int k) {
        if (scores.likelihood() == Likelihood.POISSON) {
            return 1;
        }
        double sum = 0;
        for (int i = 0; i < scores.rows(); i++) {
            sum += scores.weight(i) * scores.residual(i) * scores.residual(i);
        }
        return sum / (scores.rows() - k);
    }

    private static String meaning(PanelScores scores) {
        return scores.likelihood() == Likelihood.POISSON
                ? "dispersion of the Poisson distribution"
                : "variance of the errors, Σ w e² / (N-K)";
    }

    @Override
    public String describe() {
        return "classical";
    }

    @Override
    public PanelCovariance like(PanelPreset preset) {
        return new PanelClassical(preset == PanelPreset.FIXEST ? Correction.N_MINUS_1_OVER_N_MINUS_K : Correction.NONE);
    }
}
