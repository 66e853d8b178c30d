package org.migrationimpact.panel;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.inference.PanelCovariance;
import org.migrationimpact.inference.PanelErrors;
import org.migrationimpact.inference.PanelScores;
import org.migrationimpact.regression.Coefficient;

/** Poisson counts with absorbed effects, fitted. */
public final class PpmlFit implements PanelFit, Serializable {

    private static final long serialVersionUID = 1L;

    private final String title;
    private final Estimated estimated;
    private final Counts counts;

    PpmlFit(String title, Estimated estimated, Counts counts) {
        this.title = title;
        this.estimated = estimated;
        this.counts = counts;
    }

    /** Outcome, weights and offset by row used, the deviance, and the steps it took. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Counts(double[] y, double[] prior, double[] offset, double deviance, int steps) implements Serializable {}

    @Override
    public PpmlFit with(PanelCovariance covariance) {
        return new PpmlFit(title, estimated.with(covariance), counts);
    }

    /** {@code 2 Σ w [y log(y/μ) − (y − μ)]}. */
    public double deviance() {
        return counts.deviance();
    }

    /** {@code Σ w [y log μ − μ − log Γ(y+1)]}. */
    public double logLikelihood() {
        return sum(i -> fitted(i));
    }

    /** 1 − L/L0, with the log likelihoods of this fit and of one with an intercept alone (McFadden). */
    public double pseudoRSquared() {
        double[] exposure = Arrays.stream(counts.offset).map(Math::exp).toArray();
        double rate = weighted(counts.y) / weighted(exposure);
        return 1 - logLikelihood() / sum(i -> rate * exposure[i]);
    }

    private double weighted(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> counts.prior[i] * values[i])
                .sum();
    }

    private double sum(IntToDoubleFunction mean) {
        return IntStream.range(0, counts.y.length)
                .mapToDouble(i -> {
                    double y = counts.y[i];
                    double mu = mean.applyAsDouble(i);
                    double power = y == 0 ? 0 : y * Math.log(mu);
                    return counts.prior[i] * (power - mu - Gamma.logGamma(y + 1));
                })
                .sum();
    }

    private double fitted(int i) {
        return estimated.scores().weight(i) / counts.prior[i];
    }

    /** The fitted mean μ of each row used, in the order of {@link #rows()}. */
    public double[] fitted() {
        return IntStream.range(0, counts.y.length).mapToDouble(this::fitted).toArray();
    }

    /** The zeros dropped because effects or columns predict them perfectly, as places in the table from 0, ascending. */
    public int[] separated() {
        return estimated.account().separated().clone();
    }

    /** How many steps of Newton's method it took. */
    public int steps() {
        return counts.steps();
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
        return estimated.summary(title, String.format(Locale.ROOT, "deviance %.10g, %d steps", deviance(), steps()));
    }

    @Override
    public String toString() {
        return summary();
    }
}
