package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.List;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.regression.AutoregressiveFit;
import org.migrationimpact.regression.AutoregressiveLikelihood;
import org.migrationimpact.regression.Coefficient;
import org.migrationimpact.regression.CountFit;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/**
 * A segmented regression that has been estimated.
 *
 * @param fit coefficients with their errors; residuals for the diagnostics
 * @param band what a new observation adds to the error of a prediction
 * @param further estimates beside the coefficients of the terms
 * @param conventions how it was estimated
 * @param diagnostics of the estimation itself
 */
record Estimation(
        Fit fit, Band band, List<Coefficient> further, List<Convention> conventions, List<Diagnostic> diagnostics) {

    static Estimation ordinary(SegmentData data, Covariance covariance) {
        Fit fit = Ols.fit(data.response(), data.design(), covariance);
        return new Estimation(fit, new Band.Independent(fit), List.of(), List.of(), List.of());
    }

    static Estimation autoregressive(SegmentData data, String method, AutoregressiveFit fitted) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        double first = fitted.process().coefficients()[0];
        if (fitted.logLikelihood().isPresent() && first > AutoregressiveLikelihood.LARGEST - 1e-4) {
            diagnostics.add(new Diagnostic(
                    "autocorrelation at the edge",
                    first,
                    Double.NaN,
                    Status.FAILED,
                    "the errors are as good as a random walk; levels before and after can hardly be told apart"));
        }
        return new Estimation(
                fitted.fit(),
                new Band.Autoregressive(data, fitted),
                fitted.autoregression(),
                List.of(new Convention(
                        "errors",
                        method + ", " + fitted.iterations()
                                + (fitted.logLikelihood().isPresent()
                                        ? " points of a grid, then refined"
                                        : " iterations")
                                + "; covariance and residuals are those of the "
                                + fitted.fit().rows()
                                + " transformed periods, of " + fitted.errors().length)),
                diagnostics);
    }

    static Estimation counts(String method, CountFit fitted) {
        Convention errors = new Convention("errors", method + ", " + fitted.iterations() + " iterations");
        List<Diagnostic> diagnostics = new ArrayList<>();
        diagnostics.add(figure(
                "deviance", fitted.deviance(), "with " + fitted.fit().degreesOfFreedom() + " degrees of freedom"));
        diagnostics.add(figure(
                "Pearson dispersion",
                fitted.dispersion(),
                "1 where the counts vary as the family says, more where they vary more"));
        fitted.theta()
                .ifPresent(theta -> diagnostics.add(
                        figure("theta", theta, "the variance is mu + mu²/theta; by maximum likelihood")));
        return new Estimation(fitted.fit(), new Band.OfCounts(fitted), List.of(), List.of(errors), diagnostics);
    }

    private static Diagnostic figure(String name, double value, String meaning) {
        return new Diagnostic(name, value, Double.NaN, Status.NOT_APPLICABLE, meaning);
    }
}
