package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.StudentT;

/**
 * A regression whose errors follow an autoregressive process: the least-squares fit of the transformed periods, and what the process is.
 *
 * <p>The residuals of {@link #fit()} are innovations, its coefficients those of the untransformed columns.
 */
public final class AutoregressiveFit implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Fit fit;
    private final AutoregressiveProcess process;
    private final double[] errors;
    private final int iterations;
    private final double logLikelihood;

    AutoregressiveFit(Fit fit, AutoregressiveProcess process, double[] errors, int iterations, double logLikelihood) {
        this.fit = fit;
        this.process = process;
        this.errors = errors;
        this.iterations = iterations;
        this.logLikelihood = logLikelihood;
    }

    /** Coefficients and their errors; its {@link Fit#sigma()} is the standard deviation of the innovations, with n − k. */
    public Fit fit() {
        return fit;
    }

    /** How the errors depend on their past. */
    public AutoregressiveProcess process() {
        return process;
    }

    /** y − Xb for every period that was handed in, n. */
    public double[] errors() {
        return errors.clone();
    }

    /** How many times the coefficients were estimated anew until they stayed. */
    public int iterations() {
        return iterations;
    }

    /** The logarithm of the (restricted) likelihood, for the methods that maximise it. */
    public OptionalDouble logLikelihood() {
        return Double.isNaN(logLikelihood) ? OptionalDouble.empty() : OptionalDouble.of(logLikelihood);
    }

    /** The autoregressive coefficients as {@code ar.1}, {@code ar.2}, …, each with the large-sample error √((1 − φ_p²)/n). */
    public List<Coefficient> autoregression() {
        double[] phi = process.coefficients();
        double n = errors.length;
        double last = phi.length == 0 ? 0 : phi[phi.length - 1];
        double error = Math.sqrt((1 - last * last) / n);
        return IntStream.range(0, phi.length)
                .mapToObj(j -> new Coefficient("ar." + (j + 1), phi[j], new StudentT(error, Double.POSITIVE_INFINITY)))
                .toList();
    }

    /** The process, the iterations, and the coefficients. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "errors %s, %d iterations%n%s", process, iterations, fit)
                .replace(System.lineSeparator(), "\n");
    }
}
