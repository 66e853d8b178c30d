package org.migrationimpact.regression;

import java.io.Serializable;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.model.Design;

/**
 * Generalised least squares with errors AR(1), the autocorrelation by maximum likelihood: of the response, or restricted to what the
 * columns leave of it, which takes away most of the bias towards 0 in short series.
 *
 * <p>{@code L(ρ) = −n/2 [ln 2π + 1 + ln(S/n)] − ½ ln|Γ|}, S being the squared length of the whitened residuals; restricted, n − k for n
 * and {@code −½ ln|X'Γ⁻¹X|} besides. The maximum is sought on a grid of ρ from −0.99 to 0.999999 and refined by Brent's method to 1e-10.
 * Periods missing on the calendar are missing in Γ. The errors of the coefficients use S/(n − k) under both.
 * Restricted, each term is tested by Student's t with degrees of freedom by Satterthwaite, which allow for ρ being estimated; under
 * maximum likelihood with n − k.
 *
 * <p>R: {@code nlme::gls(correlation = corAR1(form = ~ t), method = "ML" or "REML")}. Source: Patterson and Thompson (1971),
 * doi:10.1093/biomet/58.3.545; Cooper and Thompson (1977), doi:10.1093/biomet/64.3.625.
 */
public final class AutoregressiveLikelihood implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The largest autocorrelation that is looked at: beyond it the errors are as good as a random walk. */
    public static final double LARGEST = 0.999999;

    private static final double SMALLEST = -0.99;
    private static final double[] GRID = grid();

    private static final double STEP = 1e-3;
    private static final double STEEPEST = inverse(0.9999);

    private enum Kind {
        FULL,
        RESTRICTED
    }

    private final Kind kind;
    private final Covariance covariance;

    private AutoregressiveLikelihood(Kind kind, Covariance covariance) {
        this.kind = kind;
        this.covariance = covariance;
    }

    /** The likelihood of the response. */
    public static AutoregressiveLikelihood maximum() {
        return new AutoregressiveLikelihood(Kind.FULL, new Classical());
    }

    /** The likelihood of what the columns leave of the response. */
    public static AutoregressiveLikelihood restricted() {
        return new AutoregressiveLikelihood(Kind.RESTRICTED, new Classical());
    }

    /** With errors of the coefficients estimated in this way, from the whitened periods. */
    public AutoregressiveLikelihood with(Covariance newCovariance) {
        return new AutoregressiveLikelihood(kind, newCovariance);
    }

    /**
     * Fits a response to a design.
     *
     * @param response n values, finite
     * @param design n × k
     */
    public AutoregressiveFit fit(double[] response, Design design) {
        Ols.fit(response, design, new Classical()); // refuses what no method can estimate
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < GRID.length; i++) {
            double value = logLikelihood(Math.tanh(GRID[i]), response, design);
            if (value > highest) {
                highest = value;
                best = i;
            }
        }
        UnivariatePointValuePair top = new BrentOptimizer(1e-10, 1e-12)
                .optimize(
                        new MaxEval(500),
                        GoalType.MAXIMIZE,
                        new UnivariateObjectiveFunction(z -> logLikelihood(Math.tanh(z), response, design)),
                        new SearchInterval(
                                GRID[Math.max(0, best - 1)], GRID[Math.min(GRID.length - 1, best + 1)], GRID[best]));
        AutoregressiveProcess process = AutoregressiveProcess.of(Math.tanh(top.getPoint()));
        Fit fit = TransformedPeriods.fit(response, design, process, covariance);
        if (kind == Kind.RESTRICTED && covariance instanceof Classical) {
            fit = fit.with(freedom(top.getPoint(), response, design));
        }
        double[] errors = Ols.errors(response, design, fit.estimates());
        return new AutoregressiveFit(fit, process, errors, GRID.length, top.getValue());
    }

    /** From the curvature of the profile at z = artanh ρ: its second difference, and the slope of ln S. */
    private Freedom freedom(double at, double[] response, Design design) {
        double z = Math.max(-STEEPEST, Math.min(STEEPEST, at));
        Fit lower = TransformedPeriods.fit(response, design, process(z - STEP), new Classical());
        Fit upper = TransformedPeriods.fit(response, design, process(z + STEP), new Classical());
        double n = lower.degreesOfFreedom();
        double curvature = (2 * logLikelihood(Math.tanh(z), response, design)
                        - logLikelihood(Math.tanh(z - STEP), response, design)
                        - logLikelihood(Math.tanh(z + STEP), response, design))
                / (STEP * STEP);
        if (!(curvature > 0)) {
            return new Freedom.Same(1);
        }
        double slope = Math.log(upper.residualSumOfSquares() / lower.residualSumOfSquares()) / (2 * STEP);
        double ofZ = 1 / curvature; // inverse of [[n/2, −n s/2], [−n s/2, curvature + n s²/2]]
        return new Freedom.Satterthwaite(
                lower.unscaledCovariance(),
                upper.unscaledCovariance(),
                2 * STEP,
                2 / n + slope * slope * ofZ,
                slope * ofZ,
                ofZ,
                (int) n);
    }

    private static AutoregressiveProcess process(double z) {
        return AutoregressiveProcess.of(Math.tanh(z));
    }

    private double logLikelihood(double rho, double[] response, Design design) {
        AutoregressiveProcess process = AutoregressiveProcess.of(rho);
        Fit fit = TransformedPeriods.fit(response, design, process, new Classical());
        double n = kind == Kind.FULL ? fit.rows() : fit.degreesOfFreedom();
        double squares = fit.residualSumOfSquares();
        double value = -n / 2 * (Math.log(2 * Math.PI) + 1 + Math.log(squares / n))
                - process.logDeterminant(design.places()) / 2;
        return kind == Kind.FULL ? value : value - fit.logDeterminantOfCrossProduct() / 2;
    }

    private static double inverse(double rho) {
        return Math.log((1 + rho) / (1 - rho)) / 2;
    }

    private static double[] grid() {
        double[] grid = new double[33]; // evenly spaced in the inverse hyperbolic tangent of ρ
        for (int i = 0; i < grid.length; i++) {
            grid[i] = inverse(SMALLEST) + (inverse(LARGEST) - inverse(SMALLEST)) * i / (grid.length - 1);
        }
        return grid;
    }

    /** Which likelihood is maximised. */
    @Override
    public String toString() {
        return "GLS, AR(1) by " + (kind == Kind.FULL ? "maximum" : "restricted maximum") + " likelihood";
    }
}
