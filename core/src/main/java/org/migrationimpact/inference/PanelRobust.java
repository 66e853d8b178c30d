package org.migrationimpact.inference;

import java.util.Arrays;
import java.util.List;

/**
 * Robust to errors of different variances without dependence: {@code B [Σ c_i (w_i e_i)² x̃_i x̃_i'] B}. It is right where every row is drawn
 * by itself, which the periods of one corridor are not: cluster those.
 *
 * <p>With the leverage h of a row, absorbed effects included: HC0 has c = 1; HC1, the default, N/(N−K) with all effects in K; HC2 1/(1−h);
 * HC3 1/(1−h)². A row with leverage 1 is fitted exactly and adds nothing. Tests with N−K degrees of freedom.
 *
 * <p>Source: MacKinnon and White (1985), doi:10.1016/0304-4076(85)90158-7.
 */
public enum PanelRobust implements PanelCovariance {
    /** Without a factor. */
    HC0,
    /** N/(N−K). */
    HC1,
    /** Each squared residual over 1−h. */
    HC2,
    /** Each squared residual over (1−h)². */
    HC3;

    private static final double FITTED_EXACTLY = 1e-9;

    @Override
    public PanelErrors of(PanelScores scores) {
        int k = EffectCount.ALL.coefficients(scores, List.of());
        Assembly assembly = Assembly.of(scores)
                .correct(
                        this == HC1 ? Correction.N_OVER_N_MINUS_K : Correction.NONE,
                        k,
                        EffectCount.ALL.meaning(scores));
        double[] weights = weights(scores, assembly);
        double[][] meat = new double[scores.slopes()][scores.slopes()];
        double[] row = new double[scores.slopes()];
        for (int i = 0; i < scores.rows(); i++) {
            for (int j = 0; j < row.length; j++) {
                row[j] = scores.score(i, j);
            }
            Symmetric.addSquare(meat, row, weights[i]);
        }
        return assembly.sandwich(describe(), meat, scores.rows() - k);
    }

    private double[] weights(PanelScores scores, Assembly assembly) {
        if (this == HC0 || this == HC1) {
            double[] ones = new double[scores.rows()];
            Arrays.fill(ones, 1);
            return ones;
        }
        double[] leverage = Absorption.leverage(scores);
        double largest = 0;
        for (int i = 0; i < leverage.length; i++) {
            largest = Math.max(largest, leverage[i]);
            double free = 1 - leverage[i];
            leverage[i] = free < FITTED_EXACTLY ? 0 : 1 / (this == HC2 ? free : free * free);
        }
        assembly.count("max h", largest, "largest leverage of a row, absorbed effects included");
        return leverage;
    }

    @Override
    public PanelRobust like(PanelPreset preset) {
        return switch (preset) {
            case FIXEST, STATA, LINEARMODELS -> HC1;
            case PLM -> HC0;
            case SANDWICH -> HC3;
        };
    }

    @Override
    public String describe() {
        return "robust, " + name();
    }
}
