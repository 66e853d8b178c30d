package org.migrationimpact.impact;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Pulse;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.Shape;
import org.migrationimpact.model.Window;

/**
 * Did the level, or the slope, of one series change when the measure began, against its own trend and season?
 *
 * <p>{@code y_t = intercept + trend · t + level · 1[t ≥ start] + slope · max(0, t − start) + season + e_t}, by least squares. The trend is 1
 * in the first period of the window; the level is the change in the first treated period, and the slope counts the periods since then.
 * The headline is the level.
 *
 * <p>Defaults: levels, not logs; the season that suits the frequency ({@link Season#BY_FREQUENCY}); a step; a change of slope; the whole
 * series; ordinary least squares with Newey–West errors with {@code ⌊4 (T/100)^(2/9)⌋} lags, the factor T/(T−K) and Student's t with T−K;
 * outliers reported. {@link Errors} has autoregressive errors and counts, {@link Shape} what is not a step for good.
 *
 * <p>Beside its columns the result has {@code effect.mean}, the mean of what all changes say of the treated periods, and {@code
 * effect.total}, their sum in the unit of the series.
 *
 * <p>What it cannot tell: anything else that happened at the same date. Ask {@code assess} before you believe it.
 *
 * <p>Source: Wagner, Soumerai, Zhang and Ross-Degnan (2002), doi:10.1046/j.1365-2710.2002.00430.x; Bernal, Cummins and Gasparrini (2017),
 * doi:10.1093/ije/dyw098.
 */
public final class InterruptedTimeSeries implements Method {

    private static final long serialVersionUID = 1L;

    /** Whether the slope may change too. */
    public enum Slope {
        /** Level and slope may change. */
        CHANGES,
        /** Only the level may change. */
        STAYS
    }

    /** What is done about outliers: additive ones, level shifts and temporary changes. Nothing is ever removed. */
    public enum Outliers {
        /** They are looked for and reported, with a warning where one lies near an intervention. */
        REPORTED,
        /** Each gets a term of its own. */
        AS_TERMS,
        /** They are not looked for. */
        UNEXAMINED
    }

    private final List<Start> starts;
    private final SegmentOptions options;

    private InterruptedTimeSeries(List<Start> starts, SegmentOptions options) {
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("at least one first treated period is needed, got none");
        }
        this.starts = List.copyOf(starts);
        this.options = options;
    }

    /** One intervention or several, each by its first treated period. */
    public static InterruptedTimeSeries at(Period... firstTreated) {
        return new InterruptedTimeSeries(
                Arrays.stream(firstTreated).<Start>map(Start.AtPeriod::new).toList(), new SegmentOptions());
    }

    /** One intervention, from the first period that lies wholly on or after the day in force. */
    public static InterruptedTimeSeries of(Measure measure) {
        return new InterruptedTimeSeries(List.of(new Start.OfMeasure(measure)), new SegmentOptions());
    }

    private InterruptedTimeSeries changed(Consumer<SegmentOptions> change) {
        SegmentOptions copy = new SegmentOptions(options);
        change.accept(copy);
        return new InterruptedTimeSeries(starts, copy);
    }

    /** On natural logarithms: effects are factors. Needs values above zero. */
    public InterruptedTimeSeries onLog() {
        return with(Scale.LOG);
    }

    /** On this scale; per cent is not one of a trend, take logarithms. */
    public InterruptedTimeSeries with(Scale scale) {
        if (scale == Scale.PERCENT) {
            throw new IllegalArgumentException(
                    "a trend is fitted to levels or logarithms; take Scale.LOG for relative effects");
        }
        return changed(o -> o.scale = scale);
    }

    /** With the season entering in this way. */
    public InterruptedTimeSeries with(Season season) {
        return changed(o -> o.season = season);
    }

    /** With errors estimated in this way. */
    public InterruptedTimeSeries with(Covariance covariance) {
        return changed(o -> o.covariance(covariance));
    }

    /** With errors supposed, and so estimated, in this way. */
    public InterruptedTimeSeries with(Errors errors) {
        return changed(o -> o.errors = errors);
    }

    /** With interventions of this shape; or of these, one for each in the order of time. */
    public InterruptedTimeSeries with(Shape... shapes) {
        if (shapes.length == 0) {
            throw new IllegalArgumentException("at least one shape is needed, got none");
        }
        return changed(o -> o.shapes = List.of(shapes));
    }

    /** With a level of its own for so many periods just before each intervention, when people may already react. */
    public InterruptedTimeSeries withAnticipation(int periods) {
        if (periods < 0 || periods > 10_000) {
            throw new IllegalArgumentException("an anticipation has 0 to 10000 periods, got " + periods);
        }
        return changed(o -> o.anticipation = periods);
    }

    /** With outliers treated in this way. */
    public InterruptedTimeSeries with(Outliers outliers) {
        return changed(o -> o.outliers = outliers);
    }

    /** With this exposure for counts: {@link Errors#poisson()} and {@link Errors#negativeBinomial()} then explain counts over exposure. */
    public InterruptedTimeSeries withExposure(Series exposure) {
        return changed(o -> o.exposure(exposure));
    }

    @Override
    public InterruptedTimeSeries within(Window window) {
        return changed(o -> o.window = window);
    }

    /** Leaving these periods out. */
    public InterruptedTimeSeries without(Donut donut) {
        return changed(o -> o.donut = donut);
    }

    /** With the level phased in evenly over so many periods; 1 is a step. */
    public InterruptedTimeSeries withRamp(int periods) {
        return with(Shape.ramp(periods));
    }

    /** With a slope that may change, or stays. */
    public InterruptedTimeSeries with(Slope slope) {
        return changed(o -> o.slope = slope);
    }

    /** With measured columns beside, under the names of these series. */
    public InterruptedTimeSeries withCovariates(List<Series> covariates) {
        return changed(o -> o.covariates = List.copyOf(covariates));
    }

    /** With a level of its own for each of these shocks. */
    public InterruptedTimeSeries withShocks(List<Pulse> shocks) {
        return changed(o -> o.shocks = List.copyOf(shocks));
    }

    /** The same compared with these series, which the measure did not reach. */
    public ControlledInterruptedTimeSeries against(Series... controls) {
        return ControlledInterruptedTimeSeries.of(this, List.of(controls), List.of());
    }

    SegmentOptions options() {
        return options;
    }

    @Override
    public InterruptedTimeSeries startingAt(Period start) {
        InterruptedTimeSeries first = changed(o -> o.shapes = List.of(o.shapes.get(0)));
        return new InterruptedTimeSeries(List.of(new Start.AtPeriod(start)), first.options);
    }

    /** Outliers that would only be reported are not looked for. */
    @Override
    public InterruptedTimeSeries bare() {
        return options.outliers == Outliers.REPORTED ? with(Outliers.UNEXAMINED) : this;
    }

    @Override
    public BeforeAfter plain() {
        return BeforeAfter.plain(starts.get(0), options.window, options.donut);
    }

    @Override
    public String design() {
        return "interrupted-time-series";
    }

    @Override
    public Period start(Series series) {
        return startsIn(series).get(0);
    }

    List<Period> startsIn(Series series) {
        return starts.stream()
                .map(start -> start.in(series.frequency()))
                .sorted()
                .distinct()
                .toList();
    }

    @Override
    public Impact fit(Series series) {
        options.requireTheyFit();
        return new SegmentedFit(series, startsIn(series), options).impact(startWarnings(series));
    }

    /** What must be known of the starts. */
    List<Warning> startWarnings(Series series) {
        return starts.stream()
                .flatMap(start -> start.warnings(series.frequency(), options.donut).stream())
                .toList();
    }

    /** The design and every option, as they would be used. */
    @Override
    public String toString() {
        return design() + " at " + starts + ", " + options;
    }
}
