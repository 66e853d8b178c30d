package org.migrationimpact.impact;

import java.util.List;
import java.util.function.Consumer;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.Component;
import org.migrationimpact.forecast.Cycle;
import org.migrationimpact.forecast.SpikeAndSlab;
import org.migrationimpact.forecast.StructuralModel;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.Window;

/**
 * How far is a series from where it would have gone by itself? A structural model of the periods before the measure is run on as if every
 * treated period were missing, and what was observed is compared with that.
 *
 * <p>The headline is the mean effect a period, over the treated periods with an observation: in the unit of the series, or on logarithms
 * in log points. The terms are this {@code mean}, the {@code cumulative} effect in the unit of the series, the {@code relative} one in
 * per cent, {@code 100 Σ effect / |Σ expected|}, and the coefficients of the columns. The relative effect is left out, with a warning,
 * where the sum expected is less than three of its standard errors from 0.
 *
 * <p>The errors are those of new observations: given the variances they are exactly normal, and the covariance of all of them is in the
 * sums; the uncertainty of the variances is added from draws of them ({@link org.migrationimpact.forecast.StructuralFit#draws}), with the
 * Monte Carlo error printed. On logarithms the expected path is exp of the forecast, its median; a sum of medians is taken as lognormal
 * with an error from drawn paths. Bands are for one new observation.
 *
 * <p>Defaults: levels, not logs; a stochastic level, a fixed slope (a drift), the season that suits the frequency, stochastic; no cycle, no
 * columns; the whole series; 500 draws from seed 1.
 *
 * <p>Columns must not be changed by the measure themselves, for what it does to them would count as expected; they are taken as known in
 * the treated periods.
 *
 * <p>Source: Harvey and Durbin (1986), doi:10.2307/2981553; Brodersen, Gallusser, Koehler, Remy and Scott (2015), doi:10.1214/14-AOAS788.
 */
public final class StructuralForecast implements Method {

    private static final long serialVersionUID = 1L;

    private final Start start;
    private final ForecastOptions options;

    private StructuralForecast(Start start, ForecastOptions options) {
        this.start = start;
        this.options = options;
    }

    /** Treated from this period on. */
    public static StructuralForecast at(Period firstTreated) {
        return new StructuralForecast(new Start.AtPeriod(firstTreated), new ForecastOptions());
    }

    /** Treated from the first period that lies wholly on or after the day in force. */
    public static StructuralForecast of(Measure measure) {
        return new StructuralForecast(new Start.OfMeasure(measure), new ForecastOptions());
    }

    private StructuralForecast changed(Consumer<ForecastOptions> change) {
        ForecastOptions copy = new ForecastOptions(options);
        change.accept(copy);
        return new StructuralForecast(start, copy);
    }

    /** On natural logarithms: effects are factors. Needs values above zero. */
    public StructuralForecast onLog() {
        return with(Scale.LOG);
    }

    /** On this scale; per cent is reported in any case. */
    public StructuralForecast with(Scale scale) {
        if (scale == Scale.PERCENT) {
            throw new IllegalArgumentException(
                    "a structural model is fitted to levels or logarithms; the term 'relative' is the effect in per cent");
        }
        return changed(o -> o.scale = scale);
    }

    /** With a level of this kind. */
    public StructuralForecast withLevel(Component kind) {
        return changed(o -> o.model = o.model.withLevel(kind));
    }

    /** With a slope of this kind. */
    public StructuralForecast withSlope(Component kind) {
        return changed(o -> o.model = o.model.withSlope(kind));
    }

    /** With the season in this form. */
    public StructuralForecast with(Season season) {
        return changed(o -> o.model = o.model.with(season));
    }

    /** With a season that changes, stays, or is absent. */
    public StructuralForecast withSeasonal(Component kind) {
        return changed(o -> o.model = o.model.withSeasonal(kind));
    }

    /** With a cycle. */
    public StructuralForecast with(Cycle cycle) {
        return changed(o -> o.model = o.model.with(cycle));
    }

    /** With this model, whatever was said of components and columns before. */
    public StructuralForecast with(StructuralModel model) {
        return changed(o -> o.model = model);
    }

    /** With measured columns beside, under the names of these series. */
    public StructuralForecast withCovariates(List<Series> covariates) {
        return changed(o -> o.model = o.model.withRegressors(covariates));
    }

    /**
     * With those of the measured columns alone that the periods before call for. The choice is made anew in each window and for each
     * placebo date; it is then used as if it had been known.
     */
    public StructuralForecast choosing(SpikeAndSlab among) {
        return changed(o -> o.choice = List.of(among));
    }

    /** With so many draws of the variances, 99 or more, from this seed. */
    public StructuralForecast withDraws(int draws, long seed) {
        if (draws < 99) {
            throw new IllegalArgumentException("draws are 99 or more, got " + draws);
        }
        return changed(o -> {
            o.draws = draws;
            o.seed = seed;
        });
    }

    /** With bands given the variances alone, as most software prints them: too narrow where the variances are uncertain. */
    public StructuralForecast givenVariances() {
        return changed(o -> o.draws = 0);
    }

    @Override
    public StructuralForecast within(Window window) {
        return changed(o -> o.window = window);
    }

    /** Leaving these periods out. */
    public StructuralForecast without(Donut donut) {
        return changed(o -> o.donut = donut);
    }

    @Override
    public StructuralForecast startingAt(Period otherStart) {
        return new StructuralForecast(new Start.AtPeriod(otherStart), options);
    }

    @Override
    public BeforeAfter plain() {
        return BeforeAfter.plain(start, options.window, options.donut);
    }

    @Override
    public String design() {
        return "structural-forecast";
    }

    @Override
    public Period start(Series series) {
        return start.in(series.frequency());
    }

    @Override
    public Impact fit(Series series) {
        return run(series).impact();
    }

    /** The result with cumulative effect, components and innovations. */
    public ForecastDetail detail(Series series) {
        return run(series).detail();
    }

    private ForecastFit run(Series series) {
        return new ForecastFit(series, start(series), options, start.warnings(series.frequency(), options.donut));
    }

    /** The design and every option, as they would be used. */
    @Override
    public String toString() {
        return design() + " at " + start + ", " + options;
    }
}
