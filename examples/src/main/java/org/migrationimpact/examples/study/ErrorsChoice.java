package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import org.migrationimpact.assess.Calibration;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.covariance.QuadraticSpectral;
import org.migrationimpact.covariance.Robust;
import org.migrationimpact.impact.Errors;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.regression.AutoregressiveOls.Autoregression;

/**
 * The options {@code errors}, {@code order}, {@code autoregression}, {@code covariance}, {@code lags} and {@code small-sample}.
 *
 * @param name of the errors
 * @param errors how coefficients are estimated
 * @param covariance how their errors are; empty where the errors' own is taken
 */
record ErrorsChoice(Name name, Errors errors, Optional<Covariance> covariance) {

    /** The names of errors. */
    enum Name {
        OLS,
        PRAIS_WINSTEN,
        COCHRANE_ORCUTT,
        ML,
        REML,
        POISSON,
        NEGATIVE_BINOMIAL
    }

    private enum CovarianceName {
        NEWEY_WEST,
        ANDREWS,
        ROBUST,
        CLASSICAL,
        HC0,
        HC1,
        HC2,
        HC3,
        HC4
    }

    static ErrorsChoice of(Block options) {
        Name name = options.text("errors")
                .map(text -> text.choice("errors", List.of(Name.values())))
                .orElse(Name.OLS);
        return new ErrorsChoice(name, errors(name, options), covariance(name, options));
    }

    /** Whether they are those of counts, which may have an exposure. */
    boolean areCounts() {
        return name == Name.POISSON || name == Name.NEGATIVE_BINOMIAL;
    }

    private static Errors errors(Name name, Block options) {
        if (name != Name.PRAIS_WINSTEN && name != Name.COCHRANE_ORCUTT) {
            Options.refuseIdle(options, "errors: prais-winsten", "order", "autoregression");
        }
        return switch (name) {
            case OLS -> Errors.ols();
            case PRAIS_WINSTEN -> iterated(Errors.praisWinsten(), options);
            case COCHRANE_ORCUTT -> iterated(Errors.cochraneOrcutt(), options);
            case ML -> Errors.ml();
            case REML -> Errors.reml();
            case POISSON -> Errors.poisson();
            case NEGATIVE_BINOMIAL -> Errors.negativeBinomial();
        };
    }

    private static Errors iterated(Errors errors, Block options) {
        Errors ordered = options.text("order")
                .map(text -> errors.withOrder((int) text.whole("order", 1, 24)))
                .orElse(errors);
        return options.text("autoregression")
                .map(text -> ordered.with(text.choice("autoregression", List.of(Autoregression.values()))))
                .orElse(ordered);
    }

    private static Optional<Covariance> covariance(Name name, Block options) {
        boolean usuallyNeweyWest = name == Name.OLS || name == Name.POISSON || name == Name.NEGATIVE_BINOMIAL;
        if (!options.has("covariance") && !usuallyNeweyWest) {
            Options.refuseIdle(options, "covariance: newey-west", "lags", "small-sample");
            return Optional.empty();
        }
        CovarianceName covariance = options.text("covariance")
                .map(text -> text.choice("covariance", List.of(CovarianceName.values())))
                .orElse(CovarianceName.NEWEY_WEST);
        if (covariance != CovarianceName.NEWEY_WEST) {
            Options.refuseIdle(options, "covariance: newey-west", "lags");
        }
        if (covariance != CovarianceName.NEWEY_WEST && covariance != CovarianceName.ANDREWS) {
            Options.refuseIdle(options, "covariance: newey-west", "small-sample");
        }
        return Optional.of(named(covariance, options));
    }

    private static Covariance named(CovarianceName covariance, Block options) {
        return switch (covariance) {
            case NEWEY_WEST -> Options.neweyWest(options);
            case ANDREWS ->
                Options.isTrue(options, "small-sample", Options.Truth.TRUE)
                        ? QuadraticSpectral.automatic()
                        : QuadraticSpectral.automatic().withoutFactor();
            case CLASSICAL -> new Classical();
            case ROBUST, HC1 -> Robust.HC1;
            case HC0 -> Robust.HC0;
            case HC2 -> Robust.HC2;
            case HC3 -> Robust.HC3;
            case HC4 -> Robust.HC4;
        };
    }

    /** A calibration that names autoregressive errors where these find too much. */
    Calibration compared(Calibration calibration, InterruptedTimeSeries design) {
        if (areCounts() || name == Name.REML) {
            return calibration;
        }
        Calibration first = name == Name.OLS
                ? calibration.comparedWith(
                        "errors: prais-winsten",
                        design.with(Errors.praisWinsten()).with(new Classical()))
                : calibration;
        return first.comparedWith("errors: reml", design.with(Errors.reml()).with(new Classical()));
    }

    InterruptedTimeSeries in(InterruptedTimeSeries design) {
        InterruptedTimeSeries chosen = design.with(errors);
        return covariance.map(chosen::with).orElse(chosen);
    }
}
