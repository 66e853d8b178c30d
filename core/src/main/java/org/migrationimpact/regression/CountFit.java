package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/** A regression of counts: the weighted least-squares fit of its last step, whose residuals are Pearson's, with the figures of the family. */
public final class CountFit implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Fit fit;
    private final double[] counts;
    private final double[] means;
    private final double theta;
    private final int iterations;

    CountFit(Fit fit, double[] counts, double[] means, double theta, int iterations) {
        this.fit = fit;
        this.counts = counts.clone();
        this.means = means;
        this.theta = theta;
        this.iterations = iterations;
    }

    /** Coefficients on the log scale, and their errors. */
    public Fit fit() {
        return fit;
    }

    /** The fitted means, n. */
    public double[] means() {
        return means.clone();
    }

    /** θ of the negative binomial, whose variance is μ + μ²/θ; empty for Poisson. */
    public OptionalDouble theta() {
        return Double.isInfinite(theta) ? OptionalDouble.empty() : OptionalDouble.of(theta);
    }

    /** Twice what the likelihood lacks to that of a model with a mean for each count. */
    public double deviance() {
        return Dispersion.deviance(counts, means, theta);
    }

    /** Pearson's {@code Σ (y−μ)²/V(μ) / (n−k)}: 1 where the counts vary as the family says. */
    public double dispersion() {
        return fit.sigma() * fit.sigma();
    }

    /** The logarithm of the likelihood, with every constant. */
    public double logLikelihood() {
        return Dispersion.logLikelihood(counts, means, theta);
    }

    /** How many weighted least-squares steps there were. */
    public int iterations() {
        return iterations;
    }

    /** The share of counts that are zero. */
    public double zeros() {
        return Arrays.stream(counts).filter(y -> y == 0).count() / (double) counts.length;
    }

    /** Deviance, dispersion, θ, iterations, and the coefficients. */
    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "counts, deviance %.6g, dispersion %.4g%s, %d iterations%n%s",
                        deviance(),
                        dispersion(),
                        Double.isInfinite(theta) ? "" : String.format(Locale.ROOT, ", theta %.4g", theta),
                        iterations,
                        fit)
                .replace(System.lineSeparator(), "\n");
    }
}
