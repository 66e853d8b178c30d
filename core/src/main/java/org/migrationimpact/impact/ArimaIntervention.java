package org.migrationimpact.impact;

import java.util.List;
import java.util.function.Consumer;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.ArimaErrors;
import org.migrationimpact.forecast.ArimaOrder;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Pulse;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Window;

/**
 * Did one series change when the measure began, given how it depends on its own past and on its season?
 *
 * <p>{@code y_t = effect · shape_t + covariates + n_t}, where n is a seasonal ARIMA process: trend and season are in it, so there are no
 * columns for them. The headline is the coefficient of the shape, named {@code level}, {@code pulse} or {@code ramp}.
 *
 * <p>Defaults: levels, not logs; a step; the order that {@link ArimaErrors#automatic} chooses, with the effect in the model, and then the
 * restricted likelihood with Student's t, whose intervals are nearer to their level in short series than those of the full one
 * (docs/COVERAGE.md); the whole series. An order that is named is fitted by the full likelihood, as peers do, and warned of where it is too
 * narrow. Periods without a value keep their place on the calendar.
 *
 * <p>The counterfactual is what the model expects of each treated period, knowing the periods before the start and no later ones, without
 * the effect; its band has the shocks since the start with their correlation, and the variance of every coefficient.
 *
 * <p>Source: Box and Tiao (1975), doi:10.1080/01621459.1975.10480264.
 */
public final class ArimaIntervention implements Method {

    private static final long serialVersionUID = 1L;

    /** The course of the effect. */
    public enum Shape {
        /** A change that stays: 1 from the first treated period on. The term is {@code level}. */
        STEP,
        /** A change in the first treated period alone. The term is {@code pulse}. */
        PULSE,
        /** A change that grows by the same amount each period, beginning in the first treated one: 1, 2, 3. The term is {@code ramp}. */
        RAMP
    }

    private final Start start;
    private final ArimaOptions options;

    private ArimaIntervention(Start start, ArimaOptions options) {
        this.start = start;
        this.options = options;
    }

    /** From this first treated period on. */
    public static ArimaIntervention at(Period firstTreated) {
        return new ArimaIntervention(new Start.AtPeriod(firstTreated), new ArimaOptions());
    }

    /** From the first period that lies wholly on or after the day in force. */
    public static ArimaIntervention of(Measure measure) {
        return new ArimaIntervention(new Start.OfMeasure(measure), new ArimaOptions());
    }

    private ArimaIntervention changed(Consumer<ArimaOptions> change) {
        ArimaOptions copy = new ArimaOptions(options);
        change.accept(copy);
        return new ArimaIntervention(start, copy);
    }

    /**
     * With errors of this order by the full likelihood: the figures of R's {@code arima}. Its intervals are too narrow in short series;
     * {@code with(ArimaErrors.of(order).with(ArimaErrors.Likelihood.RESTRICTED))} has nearer ones.
     */
    public ArimaIntervention with(ArimaOrder order) {
        return with(ArimaErrors.of(order));
    }

    /** With these errors: order, constant and likelihood. */
    public ArimaIntervention with(ArimaErrors errors) {
        return changed(o -> o.errors = errors);
    }

    /** With an effect of this shape. */
    public ArimaIntervention with(Shape shape) {
        return changed(o -> o.shape = shape);
    }

    /** On natural logarithms: effects are factors. Needs values above zero. */
    public ArimaIntervention onLog() {
        return with(Scale.LOG);
    }

    /** On this scale; per cent is not one of a process, take logarithms. */
    public ArimaIntervention with(Scale scale) {
        if (scale == Scale.PERCENT) {
            throw new IllegalArgumentException(
                    "an ARIMA model is fitted to levels or logarithms; take Scale.LOG for relative effects");
        }
        return changed(o -> o.scale = scale);
    }

    @Override
    public ArimaIntervention within(Window window) {
        return changed(o -> o.window = window);
    }

    /** Leaving these periods out: they become missing and keep their place. */
    public ArimaIntervention without(Donut donut) {
        return changed(o -> o.donut = donut);
    }

    /** With measured columns beside, under the names of these series. */
    public ArimaIntervention withCovariates(List<Series> covariates) {
        return changed(o -> o.covariates = List.copyOf(covariates));
    }

    /** With a level of its own for each of these shocks. */
    public ArimaIntervention withShocks(List<Pulse> shocks) {
        return changed(o -> o.shocks = List.copyOf(shocks));
    }

    @Override
    public ArimaIntervention startingAt(Period first) {
        return new ArimaIntervention(new Start.AtPeriod(first), options);
    }

    @Override
    public BeforeAfter plain() {
        return BeforeAfter.plain(start, options.window, options.donut);
    }

    @Override
    public String design() {
        return "arima-intervention";
    }

    @Override
    public Period start(Series series) {
        return start.in(series.frequency());
    }

    @Override
    public Impact fit(Series series) {
        return new InterventionFit(series, start(series), options)
                .impact(start.warnings(series.frequency(), options.donut));
    }

    /** The design and every option, as they would be used. */
    @Override
    public String toString() {
        return design() + " at " + start + ", " + options;
    }
}
