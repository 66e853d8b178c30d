package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.forecast.ArimaErrors;
import org.migrationimpact.forecast.ArimaFit;
import org.migrationimpact.forecast.Prediction;
import org.migrationimpact.model.LevelShift;
import org.migrationimpact.model.Pulse;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.SlopeChange;
import org.migrationimpact.model.Term;
import org.migrationimpact.regression.LjungBox;

/** One ARIMA intervention being fitted: from the sample over the regression to the impact. */
final class InterventionFit {

    private static final int FEW = 36;
    private static final int SHORT = 120;
    private static final int MIN_BEFORE = 8;
    private static final double NEAR_ONE = 1.02;

    private final Series series;
    private final Period start;
    private final ArimaOptions options;
    private final Sample sample;
    private final Term effect;
    private final ArimaFit fit;

    InterventionFit(Series series, Period start, ArimaOptions options) {
        this.series = series;
        this.start = start;
        this.options = options;
        sample = Sample.of(series, start, options.window, options.donut, options.covariates);
        sample.require(MIN_BEFORE, options.shape == ArimaIntervention.Shape.PULSE ? 1 : 3, "an ARIMA intervention");
        effect = effect();
        fit = options.errors.fit(used(), terms());
    }

    private Term effect() {
        return switch (options.shape) {
            case STEP -> new LevelShift("level", start, 1);
            case PULSE -> new Pulse("pulse", start, start);
            case RAMP -> new SlopeChange("ramp", start.plus(-1));
        };
    }

    private List<Term> terms() {
        List<Term> all = new ArrayList<>(List.of(effect));
        all.addAll(Sample.terms(options.covariates));
        all.addAll(options.shocks);
        return all;
    }

    /** The values used at their places on the calendar, on the scale of the design. */
    private Series used() {
        Series inside = sample.inside();
        double[] known = sample.values(options.scale);
        double[] values = new double[inside.size()];
        Arrays.fill(values, Double.NaN);
        IntStream.range(0, known.length)
                .forEach(i -> values[(int) inside.start().until(sample.periods().get(i))] = known[i]);
        return Series.of(series.name(), options.scale.unit(series.unit()), inside.start(), values);
    }

    private String term() {
        return effect.names().get(0);
    }

    Impact impact(List<Warning> ofTheStart) {
        List<Diagnostic> diagnostics = List.of(ljungBox());
        List<Warning> warnings = new ArrayList<>(ofTheStart);
        warnings.addAll(sample.warnings());
        warnings.addAll(warnings(diagnostics));
        return new Impact(
                "arima-intervention",
                series.name(),
                new Effect(estimand(), options.scale.unit(series.unit()), options.scale, fit.coefficient(term())),
                fit.coefficients(),
                path(),
                sample.audit(),
                conventions(),
                diagnostics,
                warnings);
    }

    private String estimand() {
        return switch (options.shape) {
            case STEP -> "change of level of " + series.name() + " at " + start;
            case PULSE -> "change of " + series.name() + " in " + start + " alone";
            case RAMP ->
                "change of " + series.name() + " with each "
                        + series.frequency().noun() + " from " + start + " on";
        };
    }

    private Diagnostic ljungBox() {
        LjungBox test = fit.ljungBox();
        boolean quiet = test.pValue() >= 0.05;
        return new Diagnostic(
                "Ljung–Box, " + test.lags() + " lags",
                test.statistic(),
                test.pValue(),
                quiet ? Status.PASSED : Status.FAILED,
                quiet
                        ? "the model leaves no autocorrelation that is seen"
                        : "the model leaves residuals that are correlated with their past; another order may fit better");
    }

    private EffectPath path() {
        Period end = sample.inside().end();
        List<EffectPath.Point> points = new ArrayList<>();
        fit.oneStep(start, List.of(term())).forEach(p -> points.add(point(p)));
        fit.forecast(start, end, List.of(term())).forEach(p -> points.add(point(p)));
        return new EffectPath(series.name(), series.unit(), options.scale, fit.degreesOfFreedom(), start, points);
    }

    private EffectPath.Point point(Prediction without) {
        double change = effect.at(without.period())[0] * fit.coefficient(term()).estimate();
        return new EffectPath.Point(
                without.period(),
                series.at(without.period()),
                without.mean() + change,
                without.mean(),
                without.standardError());
    }

    private List<Convention> conventions() {
        List<Convention> all = new ArrayList<>();
        all.add(new Convention(
                "errors",
                "ARIMA " + fit.order()
                        + (fit.searched() == 0 ? "" : ", chosen by AICc among " + fit.searched() + " tried stepwise")));
        all.add(new Convention(
                "likelihood",
                (fit.likelihood() == ArimaErrors.Likelihood.FULL
                                ? "exact, full; variance S/N"
                                : "exact, restricted; variance S/(N-K)")
                        + "; diffuse start of the differences"));
        all.add(new Convention("covariance", "inverse of the observed information"));
        all.add(new Convention(
                "distribution",
                Double.isInfinite(fit.degreesOfFreedom())
                        ? "normal"
                        : String.format(
                                Locale.ROOT, "Student's t with %.0f degrees of freedom", fit.degreesOfFreedom())));
        all.add(new Convention(
                "optimum",
                String.format(
                        Locale.ROOT,
                        "log likelihood %.6f, AICc %.4f, gradient %.1e after %d iterations",
                        fit.logLikelihood(),
                        fit.aicc(),
                        fit.gradientNorm(),
                        fit.iterations())));
        all.add(new Convention("scale", scaleInWords()));
        all.add(new Convention(
                "window", sample.inside().start() + ".." + sample.inside().end()));
        all.add(new Convention("donut", options.donut.toString()));
        all.add(new Convention(term(), shapeInWords()));
        all.add(
                new Convention(
                        "band",
                        "one new observation, knowing the periods before the start: shocks since then, their correlation, and the coefficients"));
        if (!options.shocks.isEmpty()) {
            all.add(new Convention(
                    "shocks",
                    options.shocks.stream()
                            .map(s -> s.name() + " " + s.first() + ".." + s.last())
                            .collect(Collectors.joining(", "))));
        }
        return all;
    }

    private String shapeInWords() {
        return switch (options.shape) {
            case STEP -> "1 from the first treated period on";
            case PULSE -> "1 in the first treated period alone";
            case RAMP ->
                "1 in the first treated period, then one more each "
                        + series.frequency().noun();
        };
    }

    private String scaleInWords() {
        return options.scale == Scale.LOG
                ? String.format(
                        Locale.ROOT,
                        "natural logarithm; a change of b is 100 (exp(b) - 1) %%, here %.4g %%",
                        100 * Math.expm1(fit.coefficient(term()).estimate()))
                : "levels, in " + series.unit();
    }

    private List<Warning> warnings(List<Diagnostic> diagnostics) {
        List<Warning> all = new ArrayList<>();
        if (sample.before() < FEW) {
            all.add(new Warning(
                    "W-ARIMA-001",
                    series.name() + " has " + series.frequency().count(sample.before())
                            + " before; with fewer than " + FEW
                            + " the dependence on the past is known badly, and intervals are too narrow"));
        }
        diagnostics.stream()
                .filter(d -> d.status() == Status.FAILED)
                .forEach(d -> all.add(
                        new Warning("W-ARIMA-002", d.name() + ": " + d.reason() + "; the interval may be too narrow")));
        if (fit.likelihood() == ArimaErrors.Likelihood.FULL && fit.observations() < SHORT) {
            all.add(new Warning(
                    "W-ARIMA-005",
                    "in " + fit.observations()
                            + " values intervals of the full likelihood are too narrow (docs/COVERAGE.md); the restricted likelihood has"
                            + " nearer ones"));
        }
        if (fit.smallestMovingAverageRoot() < NEAR_ONE) {
            all.add(
                    new Warning(
                            "W-ARIMA-003",
                            "the moving average of ARIMA " + fit.order() + " has a root of "
                                    + String.format(Locale.ROOT, "%.4f", fit.smallestMovingAverageRoot())
                                    + ", at or near 1: a difference is taken that the series does not need; try one difference fewer"));
        }
        if (fit.smallestAutoregressiveRoot() < NEAR_ONE) {
            all.add(
                    new Warning(
                            "W-ARIMA-004",
                            "the autoregression of ARIMA " + fit.order() + " has a root of "
                                    + String.format(Locale.ROOT, "%.4f", fit.smallestAutoregressiveRoot())
                                    + ", near 1: a change that stays is hardly told from a random walk; try one difference more"));
        }
        return all;
    }
}
