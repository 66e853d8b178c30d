package org.migrationimpact.inference;

import java.util.List;

/**
 * Errors of one variance without any dependence: {@code s² (X̃'WX̃)⁻¹}, s² = Σ w e² / (N − K), K with all absorbed effects; for counts s² =
 * 1, the dispersion of the Poisson distribution. Rarely true of corridors, whose errors last.
 */
public record PanelClassical() implements PanelCovariance {

    @Override
    public PanelErrors of(PanelScores scores) {
        int k = EffectCount.ALL.coefficients(scores, List.of());
        Assembly assembly = Assembly.of(scores).correct(Correction.NONE, k, EffectCount.ALL.meaning(scores));
        double variance = variance(scores, k);
        assembly.factor("s²", variance, meaning(scores));
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
        return this;
    }
}
