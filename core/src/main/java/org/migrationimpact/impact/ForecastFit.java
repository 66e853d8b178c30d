package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.forecast.ForecastDraws;
import org.migrationimpact.forecast.SpikeAndSlab;
import org.migrationimpact.forecast.StructuralFit;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/** One structural forecast being made: from the sample over the model of the periods before to the impact. */
final class ForecastFit {

    private static final int MIN_BEFORE = 5;
    private static final int MIN_AFTER = 1;
    private static final int PATHS = 499;

    private final Series series;
    private final Period start;
    private final ForecastOptions options;
    private final List<Warning> ofTheStart;
    private final Sample sample;
    private final int horizon;
    private final boolean[] counted;
    private final double[] observed;
    private final Optional<SpikeAndSlab.Choice> choice;
    private final StructuralFit fit;
    private final ForecastDraws draws;

    ForecastFit(Series series, Period start, ForecastOptions options, List<Warning> ofTheStart) {
        this.series = series;
        this.start = start;
        this.options = options;
        this.ofTheStart = ofTheStart;
        sample = Sample.of(series, start, options.window, options.donut, options.model.regressors());
        sample.require(MIN_BEFORE, MIN_AFTER, "a structural forecast");
        double[] values = sample.values(options.scale);
        int before = sample.before();
        horizon = (int) start.until(sample.inside().end()) + 1;
        Set<Period> after = new HashSet<>(sample.periods().subList(before, values.length));
        counted = new boolean[horizon];
        observed = new double[horizon];
        for (int h = 0, next = before; h < horizon; h++) {
            counted[h] = after.contains(start.plus(h));
            observed[h] = counted[h] ? values[next++] : Double.NaN;
        }
        Series known = before(values, before);
        choice = options.choice.isEmpty() || options.model.regressors().isEmpty()
                ? Optional.empty()
                : Optional.of(options.choice.get(0).choose(options.model, known));
        fit = choice.map(SpikeAndSlab.Choice::model).orElse(options.model).fit(known);
        draws = options.draws == 0
                ? fit.given(counted, PATHS, options.seed)
                : fit.draws(counted, options.draws, options.seed);
    }

    /** The periods before on the scale of the design, missing where they are not used. */
    private Series before(double[] values, int count) {
        Period first = sample.inside().start();
        double[] all = new double[(int) first.until(start)];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; i < count; i++) {
            all[(int) first.until(sample.periods().get(i))] = values[i];
        }
        return Series.of(series.name(), options.scale.unit(series.unit()), first, all);
    }

    Impact impact() {
        return impact(points());
    }

    private Impact impact(List<EffectPath.Point> points) {
        ForecastEffects effects = effects();
        ForecastWords words = new ForecastWords(series, sample, options, fit, draws);
        List<Coefficient> terms = new ArrayList<>(effects.terms());
        terms.addAll(fit.coefficients());
        List<Diagnostic> diagnostics = new ArrayList<>(words.diagnostics());
        choice.ifPresent(made -> diagnostics.addAll(ColumnsChosen.diagnostics(made)));
        List<Warning> warnings = new ArrayList<>(ofTheStart);
        warnings.addAll(sample.warnings());
        effects.withoutBase().ifPresent(warnings::add);
        warnings.addAll(words.warnings(diagnostics));
        return new Impact(
                "structural-forecast",
                series.name(),
                effect(effects.mean()),
                terms,
                new EffectPath(series.name(), series.unit(), options.scale, Double.POSITIVE_INFINITY, start, points),
                sample.audit(),
                conventions(words.conventions(effects)),
                diagnostics,
                warnings);
    }

    private List<Convention> conventions(List<Convention> ofTheModel) {
        List<Convention> all = new ArrayList<>(ofTheModel);
        choice.ifPresent(made -> all.add(ColumnsChosen.convention(options.choice.get(0), made)));
        return all;
    }

    private ForecastEffects effects() {
        return new ForecastEffects(series, options.scale, observed, counted, draws);
    }

    private Effect effect(Coefficient mean) {
        List<Period> periods = sample.periods();
        String of = options.scale == Scale.LOG ? "the logarithm of " : "";
        return new Effect(
                "mean effect on " + of + series.name() + ", " + periods.get(sample.before()) + ".."
                        + periods.get(periods.size() - 1) + ", against a structural forecast from the "
                        + series.frequency().noun() + "s before",
                options.scale.unit(series.unit()),
                options.scale,
                mean);
    }

    private List<EffectPath.Point> points() {
        StructuralFit.Smooth signal = fit.smooth("signal", 0);
        double noise = fit.variance("irregular");
        List<EffectPath.Point> points = new ArrayList<>();
        for (int t = 0; t < signal.mean().size(); t++) {
            Period period = signal.mean().period(t);
            double mean = signal.mean().value(t);
            double error = signal.standardError().value(t);
            if (!Double.isNaN(mean)) {
                points.add(
                        new EffectPath.Point(period, series.at(period), mean, mean, Math.sqrt(error * error + noise)));
            }
        }
        IntStream.range(0, horizon)
                .filter(h -> Double.isFinite(draws.best().mean(h)))
                .forEach(h -> points.add(new EffectPath.Point(
                        start.plus(h),
                        series.at(start.plus(h)),
                        Double.NaN,
                        draws.best().mean(h),
                        draws.spread(h).standardError())));
        return points;
    }

    ForecastDetail detail() {
        List<EffectPath.Point> points = points();
        EffectPath cumulative = new EffectPath(
                series.name(),
                series.unit(),
                options.scale,
                Double.POSITIVE_INFINITY,
                start,
                effects().cumulative(start));
        return new ForecastDetail(
                impact(points),
                cumulative,
                fit.smooth(fit.components(), horizon),
                fit.innovations().series());
    }
}
