package org.migrationimpact.impact;

import java.io.Serializable;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.AutoregressiveFit;
import org.migrationimpact.regression.AutoregressiveLikelihood;
import org.migrationimpact.regression.AutoregressiveOls;
import org.migrationimpact.regression.AutoregressiveOls.Autoregression;
import org.migrationimpact.regression.CountRegression;

/**
 * What is supposed of the errors of a segmented regression, and so how it is estimated.
 *
 * <p>{@link #ols()} supposes nothing and leaves their correlation to the covariance, Newey–West by default. {@link #praisWinsten()}, {@link
 * #cochraneOrcutt()}, {@link #ml()} and {@link #reml()} suppose an autoregression, the last two of first order; their covariance is the
 * classical one of the transformed periods unless another is asked for. {@link #poisson()} and {@link #negativeBinomial()} are for counts
 * with a log link, Newey–West by default.
 *
 * <p>Where months depend on each other, {@link #reml()} comes nearest to the confidence it promises; docs/COVERAGE.md has the figures.
 */
public final class Errors implements Serializable {

    private static final long serialVersionUID = 1L;

    private enum Kind {
        OLS,
        PRAIS_WINSTEN,
        COCHRANE_ORCUTT,
        ML,
        REML,
        POISSON,
        NEGATIVE_BINOMIAL
    }

    private final Kind kind;
    private final int order;
    private final Autoregression autoregression;

    private Errors(Kind kind, int order, Autoregression autoregression) {
        this.kind = kind;
        this.order = order;
        this.autoregression = autoregression;
    }

    private static Errors of(Kind kind) {
        return new Errors(kind, 1, Autoregression.REGRESSION);
    }

    /** Ordinary least squares. */
    public static Errors ols() {
        return of(Kind.OLS);
    }

    /** Autoregressive errors, iterated least squares with every period. */
    public static Errors praisWinsten() {
        return of(Kind.PRAIS_WINSTEN);
    }

    /** Autoregressive errors, iterated least squares without the periods that lack a past. */
    public static Errors cochraneOrcutt() {
        return of(Kind.COCHRANE_ORCUTT);
    }

    /** Errors AR(1) by maximum likelihood. */
    public static Errors ml() {
        return of(Kind.ML);
    }

    /** Errors AR(1) by restricted maximum likelihood, degrees of freedom by Satterthwaite. */
    public static Errors reml() {
        return of(Kind.REML);
    }

    /** Counts whose variance is proportional to their mean. */
    public static Errors poisson() {
        return of(Kind.POISSON);
    }

    /** Counts with the variance μ + μ²/θ. */
    public static Errors negativeBinomial() {
        return of(Kind.NEGATIVE_BINOMIAL);
    }

    /** With an autoregression that looks so many periods back; for Prais–Winsten and Cochrane–Orcutt. */
    public Errors withOrder(int periods) {
        requireIterated("an order");
        if (periods < 1 || periods > 24) {
            throw new IllegalArgumentException("an autoregression has an order of 1 to 24, got " + periods);
        }
        return new Errors(kind, periods, autoregression);
    }

    /** With the autoregression estimated in this way; for Prais–Winsten and Cochrane–Orcutt. */
    public Errors with(Autoregression estimate) {
        requireIterated("a choice of the autoregression");
        return new Errors(kind, order, estimate);
    }

    private void requireIterated(String what) {
        if (kind != Kind.PRAIS_WINSTEN && kind != Kind.COCHRANE_ORCUTT) {
            throw new IllegalArgumentException(what + " belongs to Prais–Winsten and Cochrane–Orcutt, not to " + this);
        }
    }

    boolean areOrdinary() {
        return kind == Kind.OLS;
    }

    boolean areCounts() {
        return kind == Kind.POISSON || kind == Kind.NEGATIVE_BINOMIAL;
    }

    /** The scale of the effect: counts have a log link of their own. */
    Scale scale(Scale chosen) {
        return areCounts() ? Scale.LOG : chosen;
    }

    /** The covariance where none is chosen. */
    Covariance usual() {
        return areOrdinary() || areCounts() ? NeweyWest.automatic() : new Classical();
    }

    /** Fits the values of a segmented regression. */
    Estimation fit(SegmentData data, Covariance covariance) {
        return switch (kind) {
            case OLS -> Estimation.ordinary(data, covariance);
            case PRAIS_WINSTEN ->
                Estimation.autoregressive(
                        data, toString(), iterated(AutoregressiveOls.praisWinsten(), data, covariance));
            case COCHRANE_ORCUTT ->
                Estimation.autoregressive(
                        data, toString(), iterated(AutoregressiveOls.cochraneOrcutt(), data, covariance));
            case ML ->
                Estimation.autoregressive(
                        data,
                        toString(),
                        AutoregressiveLikelihood.maximum().with(covariance).fit(data.response(), data.design()));
            case REML ->
                Estimation.autoregressive(
                        data,
                        toString(),
                        AutoregressiveLikelihood.restricted().with(covariance).fit(data.response(), data.design()));
            case POISSON -> counts(CountRegression.poisson(), data, covariance);
            case NEGATIVE_BINOMIAL -> counts(CountRegression.negativeBinomial(), data, covariance);
        };
    }

    private AutoregressiveFit iterated(AutoregressiveOls method, SegmentData data, Covariance covariance) {
        return method.withOrder(order).with(autoregression).with(covariance).fit(data.response(), data.design());
    }

    private Estimation counts(CountRegression method, SegmentData data, Covariance covariance) {
        return Estimation.counts(
                toString(), method.with(covariance).fit(data.response(), data.design(), data.exposure()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Errors that
                && kind == that.kind
                && order == that.order
                && autoregression == that.autoregression;
    }

    @Override
    public int hashCode() {
        return kind.hashCode() * 31 + order;
    }

    /** The method in words. */
    @Override
    public String toString() {
        return switch (kind) {
            case OLS -> "ordinary least squares";
            case PRAIS_WINSTEN ->
                AutoregressiveOls.praisWinsten()
                        .withOrder(order)
                        .with(autoregression)
                        .toString();
            case COCHRANE_ORCUTT ->
                AutoregressiveOls.cochraneOrcutt()
                        .withOrder(order)
                        .with(autoregression)
                        .toString();
            case ML -> AutoregressiveLikelihood.maximum().toString();
            case REML -> AutoregressiveLikelihood.restricted().toString();
            case POISSON -> "Poisson, log link";
            case NEGATIVE_BINOMIAL -> "negative binomial (NB2), log link";
        };
    }
}
