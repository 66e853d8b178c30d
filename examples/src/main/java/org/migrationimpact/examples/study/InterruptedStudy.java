package org.migrationimpact.examples.study;

import java.util.List;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.covariance.Robust;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.impact.InterruptedTimeSeries.Slope;
import org.migrationimpact.impact.Method;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;

/** The options of {@code interrupted-time-series}. */
record InterruptedStudy(
        Scale scale,
        Covariance covariance,
        Slope slope,
        Season season,
        int ramp,
        WindowChoice window,
        DonutChoice donut,
        ShockChoice shocks)
        implements StudyDesign {

    private enum Errors {
        OLS,
        PRAIS_WINSTEN,
        COCHRANE_ORCUTT,
        POISSON
    }

    private enum CovarianceName {
        NEWEY_WEST,
        ROBUST,
        CLASSICAL,
        HC0,
        HC1,
        HC2,
        HC3,
        HC4
    }

    private enum SeasonName {
        NONE,
        DUMMIES,
        FOURIER
    }

    static InterruptedStudy of(Block options) {
        options.text("errors").ifPresent(InterruptedStudy::requireLeastSquares);
        return new InterruptedStudy(
                options.text("scale")
                        .map(text -> text.choice("scale", List.of(Scale.LEVEL, Scale.LOG)))
                        .orElse(Scale.LEVEL),
                covariance(options),
                Options.isTrue(options, "slope", Options.Truth.TRUE) ? Slope.CHANGES : Slope.STAYS,
                season(options),
                options.text("ramp")
                        .map(text -> (int) text.whole("ramp", 1, 10_000))
                        .orElse(1),
                WindowChoice.of(options),
                DonutChoice.of(options),
                ShockChoice.of(options));
    }

    private static void requireLeastSquares(Text text) {
        Errors errors = text.choice("errors", List.of(Errors.values()));
        if (errors != Errors.OLS) {
            throw text.place()
                    .refusal(
                            "E-STUDY-020",
                            "errors: " + text.text() + " is not computed by this version, which computes errors: ols");
        }
    }

    private static Covariance covariance(Block options) {
        CovarianceName name = options.text("covariance")
                .map(text -> text.choice("covariance", List.of(CovarianceName.values())))
                .orElse(CovarianceName.NEWEY_WEST);
        if (name != CovarianceName.NEWEY_WEST) {
            Options.refuseIdle(options, "covariance: newey-west", "lags", "small-sample");
        }
        return switch (name) {
            case NEWEY_WEST -> Options.neweyWest(options);
            case CLASSICAL -> new Classical();
            case ROBUST, HC1 -> Robust.HC1;
            case HC0 -> Robust.HC0;
            case HC2 -> Robust.HC2;
            case HC3 -> Robust.HC3;
            case HC4 -> Robust.HC4;
        };
    }

    private static Season season(Block options) {
        if (!options.has("season")) {
            Options.refuseIdle(options, "season: fourier", "harmonics");
            return Season.BY_FREQUENCY;
        }
        SeasonName name = options.requireText("season", "").choice("season", List.of(SeasonName.values()));
        if (name != SeasonName.FOURIER) {
            Options.refuseIdle(options, "season: fourier", "harmonics");
        }
        return switch (name) {
            case NONE -> Season.NONE;
            case DUMMIES -> Season.DUMMIES;
            case FOURIER ->
                Season.fourier(options.text("harmonics")
                        .map(text -> (int) text.whole("harmonics", 1, 26))
                        .orElse(2));
        };
    }

    @Override
    public Method method(Series outcome, Onset onset, List<Series> covariates) {
        return start(onset)
                .with(scale)
                .with(covariance)
                .with(slope)
                .with(season)
                .withRamp(ramp)
                .within(window.in(outcome.frequency()))
                .without(donut.in(outcome.frequency()))
                .withCovariates(covariates)
                .withShocks(shocks.in(outcome));
    }

    private static InterruptedTimeSeries start(Onset onset) {
        return onset instanceof Onset.At at
                ? InterruptedTimeSeries.at(at.periods().toArray(Period[]::new))
                : InterruptedTimeSeries.of(((Onset.InForce) onset).measure());
    }
}
