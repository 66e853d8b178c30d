package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import org.migrationimpact.assess.Calibration;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.ArimaErrors;
import org.migrationimpact.forecast.ArimaErrors.Likelihood;
import org.migrationimpact.forecast.ArimaErrors.Search;
import org.migrationimpact.forecast.ArimaOrder;
import org.migrationimpact.impact.ArimaIntervention;
import org.migrationimpact.impact.ArimaIntervention.Shape;
import org.migrationimpact.impact.Method;
import org.migrationimpact.model.Scale;

/** The options of {@code arima-intervention}. */
record ArimaStudy(
        Order order,
        ArimaErrors errors,
        Shape shape,
        Scale scale,
        WindowChoice window,
        DonutChoice donut,
        ShockChoice shocks)
        implements SeriesDesign {

    /** Whether the study names an order. */
    private enum Order {
        AUTOMATIC,
        GIVEN
    }

    /** Fits of a given order take milliseconds, so that these are done within a second or so. */
    private static final int DRAWS = 100;

    private static final int DATES = 30;

    static ArimaStudy of(Block options) {
        return new ArimaStudy(
                isAutomatic(options) ? Order.AUTOMATIC : Order.GIVEN,
                errors(options),
                options.text("shape")
                        .map(text -> text.choice("shape", List.of(Shape.values())))
                        .orElse(Shape.STEP),
                options.text("scale")
                        .map(text -> text.choice("scale", List.of(Scale.LEVEL, Scale.LOG)))
                        .orElse(Scale.LEVEL),
                WindowChoice.of(options),
                DonutChoice.of(options),
                ShockChoice.of(options));
    }

    private static boolean isAutomatic(Block options) {
        return Options.isTrue(options, "auto", options.has("order") ? Options.Truth.FALSE : Options.Truth.TRUE);
    }

    private static ArimaErrors errors(Block options) {
        boolean automatic = isAutomatic(options);
        if (automatic) {
            Options.refuseIdle(options, "auto: false", "order", "seasonal");
        } else if (!options.has("order")) {
            throw options.lacking("'order', such as [1, 0, 0], and has auto: false");
        }
        if (!automatic) {
            Options.refuseIdle(options, "auto: true", "search");
        }
        ArimaErrors plain = automatic ? ArimaErrors.automatic().with(search(options)) : ArimaErrors.of(order(options));
        ArimaErrors seasoned = options.text("period")
                .map(text -> plain.withSeasonOf((int) text.whole("period", 2, 366)))
                .orElse(plain);
        return seasoned.with(options.text("likelihood")
                .map(text -> text.choice("likelihood", List.of(Likelihood.values())))
                .orElse(automatic ? Likelihood.RESTRICTED : Likelihood.FULL));
    }

    private static Search search(Block options) {
        return options.text("search")
                .map(text -> text.choice("search", List.of(Search.values())))
                .orElse(Search.STEPWISE);
    }

    private static ArimaOrder order(Block options) {
        int[] plain = three(options, "order");
        if (!options.has("seasonal")) {
            Options.refuseIdle(options, "seasonal: [P, D, Q]", "period");
            return ArimaOrder.of(plain[0], plain[1], plain[2]);
        }
        int[] seasonal = three(options, "seasonal");
        return ArimaOrder.of(plain[0], plain[1], plain[2]).seasonal(seasonal[0], seasonal[1], seasonal[2]);
    }

    /** Terms, differences and moving averages. */
    private static int[] three(Block options, String key) {
        List<Text> numbers = options.texts(key);
        if (numbers.size() != 3) {
            throw options.placeOf(key)
                    .refusal(
                            "E-STUDY-060",
                            key + " has " + numbers.size() + (numbers.size() == 1 ? " entry" : " entries")
                                    + "; it takes three numbers, autoregressive terms, differences and moving averages:"
                                    + " [1, 0, 0]");
        }
        return new int[] {
            (int) numbers.get(0).whole("the first entry of " + key, 0, 5),
            (int) numbers.get(1).whole("the second entry of " + key, 0, 2),
            (int) numbers.get(2).whole("the third entry of " + key, 0, 5)
        };
    }

    @Override
    public boolean takesCovariates() {
        return true;
    }

    @Override
    public Optional<Calibration> calibration(Method method, long seed) {
        return Optional.of(Calibration.seeded(seed).withDraws(DRAWS).withMostDates(DATES));
    }

    @Override
    public Optional<String> whyNotCalibrated(Series outcome) {
        return order == Order.AUTOMATIC
                ? Optional.of("the order would be searched for anew in every drawn series; name the order to have one")
                : SlowDesigns.reason(outcome);
    }

    @Override
    public Method method(Series outcome, Onset onset, List<Series> covariates) {
        return start(onset)
                .with(errors)
                .with(shape)
                .with(scale)
                .within(window.in(outcome.frequency()))
                .without(donut.in(outcome.frequency()))
                .withCovariates(covariates)
                .withShocks(shocks.in(outcome));
    }

    private static ArimaIntervention start(Onset onset) {
        if (onset instanceof Onset.At at && at.periods().size() > 1) {
            throw at.place()
                    .refusal(
                            "E-STUDY-061",
                            "arima-intervention has one first treated period; name one, or take interrupted-time-series for"
                                    + " several interventions");
        }
        return onset instanceof Onset.At at
                ? ArimaIntervention.at(at.periods().get(0))
                : ArimaIntervention.of(((Onset.InForce) onset).measure());
    }
}
