package org.migrationimpact.covariance;

import org.migrationimpact.model.Design;

/**
 * Robust to errors of different variances, without correlation: {@code (X'X)⁻¹ [Σ w_i e_i² x_i x_i'] (X'X)⁻¹}.
 *
 * <p>With leverage h: HC0 has w = 1; HC1 n/(n−k); HC2 1/(1−h); HC3 1/(1−h)², the one to take below 250 rows; HC4 1/(1−h)^min(4, nh/k).
 *
 * <p>A row with leverage 1, such as the one period of a shock with a level of its own, is fitted exactly and adds nothing.
 *
 * <p>Source: MacKinnon and White (1985), doi:10.1016/0304-4076(85)90158-7; HC4: Cribari-Neto (2004),
 * doi:10.1016/S0167-9473(02)00366-3.
 */
public enum Robust implements Covariance {
    /** White's estimator, without a factor. */
    HC0,
    /** HC0 with n/(n−k): the default among these. */
    HC1,
    /** Each squared residual over 1−h. */
    HC2,
    /** Each squared residual over (1−h)²: nearly a jackknife. */
    HC3,
    /** As HC3, discounting by how far the leverage exceeds its mean. */
    HC4;

    private static final double FITTED_EXACTLY = 1e-9;

    @Override
    public double[][] of(Design design, double[] residuals, double[][] bread) {
        int n = design.rows();
        int k = design.columns();
        double[][] meat = new double[k][k];
        for (int i = 0; i < n; i++) {
            double[] x = design.row(i);
            double leverage = Math.min(1, Matrices.quadratic(bread, x));
            Matrices.addOuter(meat, x, x, weight(leverage, n, k) * residuals[i] * residuals[i]);
        }
        return Matrices.sandwich(bread, meat);
    }

    private double weight(double leverage, int n, int k) {
        double free = 1 - leverage;
        if (free < FITTED_EXACTLY) {
            return 0; // its residual is 0 but for rounding, which 1/free² would blow up
        }
        return switch (this) {
            case HC0 -> 1;
            case HC1 -> n / (double) (n - k);
            case HC2 -> 1 / free;
            case HC3 -> 1 / (free * free);
            case HC4 -> Math.pow(free, -Math.min(4, n * leverage / k));
        };
    }

    @Override
    public String describe(Design design, double[] residuals) {
        return this + (this == HC1 ? ", T/(T-K)" : "");
    }
}
