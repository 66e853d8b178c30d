package org.migrationimpact.panel;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.inference.PanelCovariance;
import org.migrationimpact.inference.PanelErrors;
import org.migrationimpact.inference.PanelScores;
import org.migrationimpact.regression.Coefficient;

/** Least squares with absorbed effects, fitted. */
public final class FixedEffectsFit implements PanelFit, Serializable {

    private static final long serialVersionUID = 1L;

    private final String title;
    private final Estimated estimated;
    private final Squares squares;

    FixedEffectsFit(String title, Estimated estimated, Squares squares) {
        this.title = title;
        this.estimated = estimated;
        this.squares = squares;
    }

    /**
     * Weighted sums of squares.
     *
     * @param residual of what the model leaves
     * @param within of the outcome from which the effects are removed
     * @param total of the outcome about its mean
     * @param parameters how many parameters were estimated: columns, and levels of the effects less one for every effect but the first
     */
    record Squares(double residual, double within, double total, int parameters) implements Serializable {}

    @Override
    public FixedEffectsFit with(PanelCovariance covariance) {
        return new FixedEffectsFit(title, estimated.with(covariance), squares);
    }

    /** How many parameters were estimated: columns, and levels of the effects less one for every effect but the first. */
    public int parameters() {
        return squares.parameters();
    }

    /** The sum of squared residuals, weighted. */
    public double residualSumOfSquares() {
        return squares.residual();
    }

    /** The residual standard deviation, √(RSS/(N−K)), K being {@link #parameters()}. */
    public double sigma() {
        return Math.sqrt(squares.residual() / (rows().length - (double) squares.parameters()));
    }

    /** 1 − RSS/TSS, about the mean of the outcome. */
    public double rSquared() {
        return 1 - squares.residual() / squares.total();
    }

    /** 1 − RSS over the squares of the outcome from which the effects are removed. */
    public double rSquaredWithin() {
        return 1 - squares.residual() / squares.within();
    }

    @Override
    public Coefficient coefficient(String name) {
        return estimated.coefficient(name);
    }

    @Override
    public List<Coefficient> coefficients() {
        return estimated.coefficients();
    }

    @Override
    public PanelErrors errors() {
        return estimated.errors();
    }

    @Override
    public PanelScores scores() {
        return estimated.scores();
    }

    @Override
    public SampleAudit sample() {
        return estimated.account().audit();
    }

    @Override
    public int[] rows() {
        return estimated.account().rows().clone();
    }

    @Override
    public int[] singletons() {
        return estimated.account().singletons().clone();
    }

    @Override
    public List<String> dropped() {
        return estimated.dropped();
    }

    @Override
    public List<Warning> warnings() {
        return estimated.warnings();
    }

    @Override
    public AbsorptionReport absorption() {
        return estimated.absorption();
    }

    @Override
    public String summary() {
        return estimated.summary(
                title,
                String.format(
                        Locale.ROOT, "R² %.4f, within %.4f, residual sd %.6g", rSquared(), rSquaredWithin(), sigma()));
    }

    @Override
    public String toString() {
        return summary();
    }
}
