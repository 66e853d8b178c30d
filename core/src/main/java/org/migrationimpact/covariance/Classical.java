package org.migrationimpact.covariance;

import org.migrationimpact.model.Design;

/** Errors of one variance without correlation: {@code s² (X'X)⁻¹}, s² = e'e / (n − k). Rarely true of a time series. */
public record Classical() implements Covariance {

    @Override
    public double[][] of(Design design, double[] residuals, double[][] bread) {
        double sum = 0;
        for (double e : residuals) {
            sum += e * e;
        }
        return Matrices.times(bread, sum / (design.rows() - design.columns()));
    }

    @Override
    public String describe(Design design, double[] residuals) {
        return "classical, s² with T-K";
    }

    @Override
    public String toString() {
        return "classical";
    }
}
