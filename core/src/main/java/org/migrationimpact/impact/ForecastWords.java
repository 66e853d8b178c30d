package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.forecast.Component;
import org.migrationimpact.forecast.ForecastDraws;
import org.migrationimpact.forecast.Innovations;
import org.migrationimpact.forecast.StructuralFit;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;
import org.migrationimpact.regression.Coefficient;

/** What is said of a structural forecast beside its numbers: conventions, diagnostics, warnings. */
record ForecastWords(Series series, Sample sample, ForecastOptions options, StructuralFit fit, ForecastDraws draws) {

    private static final int FEW = 24;
    private static final double FEW_DRAWS = 100;

    List<Convention> conventions(ForecastEffects effects) {
        List<Convention> all = new ArrayList<>();
        all.add(new Convention(
                "covariance",
                options.draws == 0
                        ? "of forecast errors: exact given the variances, which are taken as known"
                        : "of forecast errors: exact given the variances, and the variances' own uncertainty"));
        all.add(new Convention(
                "distribution",
                options.scale == Scale.LOG
                        ? "normal on logarithms; a sum in the unit of the series is taken as lognormal, with its error from drawn paths"
                        : "normal; the relative effect has the quantiles of its ratio"));
        all.add(new Convention("scale", scale()));
        all.add(new Convention(
                "model",
                "level " + word(options.model.level()) + ", slope "
                        + word(options.model.slope()) + ", season " + season()
                        + options.model.cycle().map(c -> ", " + c).orElse("")));
        all.add(new Convention(
                "start of the states", "exactly diffuse, " + fit.diffuse() + " of " + fit.observations() + " values"));
        all.add(new Convention(
                "likelihood",
                String.format(
                        Locale.ROOT,
                        "maximum %.6f, where a diffuse step gives -log(F)/2 and every other one the normal density; largest derivative"
                                + " by the logarithm of a variance %.1g, %d iterations from %d starts",
                        fit.logLikelihood(),
                        fit.gradientNorm(),
                        fit.iterations(),
                        fit.starts())));
        all.add(new Convention("variances drawn", drawn(effects)));
        all.add(new Convention(
                "window", sample.inside().start() + ".." + sample.inside().end()));
        all.add(new Convention("donut", options.donut.toString()));
        all.add(new Convention(
                "counterfactual", "the model of the periods before, run on with the treated ones missing"));
        all.add(new Convention(
                "band",
                options.draws == 0
                        ? "one new observation: states and noise"
                        : "one new observation: states, noise and variances"));
        return all;
    }

    private String drawn(ForecastEffects effects) {
        if (options.draws == 0) {
            return "none";
        }
        Coefficient mean = effects.mean();
        double t = Math.abs(mean.statistic());
        double share = effects.errorOfMeanError() / mean.standardError();
        double density = Math.exp(-t * t / 2) / Math.sqrt(2 * Math.PI);
        return String.format(
                Locale.ROOT,
                "%d from seed %d, worth %.0f; deviations flat beforehand; std.error %.4g given the variances, %.4g in all with a Monte"
                        + " Carlo error of %.2g, that of the p-value %.2g",
                draws.count(),
                options.seed,
                draws.effectiveCount(),
                effects.conditionalMeanError(),
                mean.standardError(),
                effects.errorOfMeanError(),
                2 * density * t * share);
    }

    private String scale() {
        return options.scale == Scale.LOG
                ? "natural logarithm; a change of b is 100 (exp(b) - 1) %; expected is the median"
                : "levels, in " + series.unit();
    }

    private String season() {
        return fit.season().terms(sample.periods()).isEmpty()
                ? "none"
                : fit.season() instanceof Season.Fourier waves
                        ? waves + ", " + word(options.model.seasonal())
                        : "by dummies, " + word(options.model.seasonal());
    }

    private static String word(Component component) {
        return component.name().toLowerCase(Locale.ROOT);
    }

    List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>();
        List<Innovations.Test> tests = fit.innovations().tests();
        all.add(tested(
                tests.get(0),
                "no autocorrelation of the innovations is seen",
                String.format(
                        Locale.ROOT,
                        "the innovations are correlated with their past; the first autocorrelation is %.2f",
                        fit.innovations().autocorrelation(1))));
        all.add(tested(tests.get(1), "the innovations look normal", "the innovations do not look normal"));
        all.add(tested(
                tests.get(2),
                "no change of the innovations' variance is seen",
                "the variance of the innovations changes over the periods before"));
        fit.variances()
                .forEach(v -> all.add(new Diagnostic(
                        "variance of " + v.component(),
                        v.estimate(),
                        Double.NaN,
                        Status.NOT_APPLICABLE,
                        v.estimate() > 0
                                ? "in squared units of the design's scale"
                                : isFixed(v.component())
                                        ? "fixed by choice"
                                        : "the likelihood is highest at exactly 0, so it does not move")));
        if (fit.damping() > 0) {
            all.add(number("damping of the cycle", fit.damping(), "what is left of it a period later"));
            all.add(number("length of the cycle", fit.cycleLength(), "in periods"));
        }
        return all;
    }

    private boolean isFixed(String component) {
        return switch (component) {
            case "level" -> options.model.level() == Component.FIXED;
            case "slope" -> options.model.slope() == Component.FIXED;
            case "season" -> options.model.seasonal() == Component.FIXED;
            default -> false;
        };
    }

    private static Diagnostic number(String name, double value, String reason) {
        return new Diagnostic(name, value, Double.NaN, Status.NOT_APPLICABLE, reason);
    }

    private static Diagnostic tested(Innovations.Test test, String quiet, String loud) {
        boolean passed = test.pValue() >= 0.05;
        return new Diagnostic(
                test.name(),
                test.statistic(),
                test.pValue(),
                passed ? Status.PASSED : Status.FAILED,
                passed ? quiet : loud);
    }

    List<Warning> warnings(List<Diagnostic> diagnostics) {
        List<Warning> all = new ArrayList<>();
        diagnostics.stream()
                .filter(d -> d.status() == Status.FAILED)
                .forEach(d -> all.add(
                        new Warning("W-FORECAST-001", d.name() + ": " + d.reason() + "; the band may be wrong")));
        boolean hasNone = fit.season().terms(sample.periods()).isEmpty();
        if (options.model.season() == Season.BY_FREQUENCY
                && hasNone
                && series.frequency().seasons() > 1) {
            all.add(
                    new Warning(
                            "W-FORECAST-002",
                            series.name() + " has " + series.frequency().count(sample.before())
                                    + " before, fewer than two cycles of its seasons: none was taken out; name a season to insist on it"));
        }
        if (draws.effectiveCount() < FEW_DRAWS) {
            all.add(new Warning(
                    "W-FORECAST-004",
                    String.format(
                            Locale.ROOT,
                            "the %d draws of the variances are worth %.0f independent ones; take more draws, or fewer components",
                            draws.count(),
                            draws.effectiveCount())));
        }
        if (sample.before() < FEW) {
            all.add(new Warning(
                    "W-FORECAST-005",
                    series.name() + " has " + series.frequency().count(sample.before()) + " before; with fewer than "
                            + FEW + " the variances rest on little"));
        }
        return all;
    }
}
