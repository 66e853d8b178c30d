package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import org.migrationimpact.assess.Calibration;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.Component;
import org.migrationimpact.forecast.SpikeAndSlab;
import org.migrationimpact.impact.Method;
import org.migrationimpact.impact.StructuralForecast;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;

/** The options of {@code structural-forecast}. */
record StructuralStudy(
        Scale scale,
        Component level,
        Component slope,
        Optional<SeasonName> form,
        int harmonics,
        int draws,
        long seed,
        Optional<SpikeAndSlab> choice,
        WindowChoice window,
        DonutChoice donut)
        implements SeriesDesign {

    /** A season as a study file writes it. */
    enum SeasonName {
        NONE,
        DUMMIES,
        TRIGONOMETRIC,
        FIXED
    }

    private static final int ALL = 0;
    private static final int FEWEST = 99;

    static StructuralStudy of(Block options, long seed) {
        Optional<SeasonName> form =
                options.text("season").map(text -> text.choice("season", List.of(SeasonName.values())));
        if (!form.equals(Optional.of(SeasonName.TRIGONOMETRIC))) {
            Options.refuseIdle(options, "season: trigonometric", "harmonics");
        }
        Component level = component(options, "level", Component.STOCHASTIC);
        return new StructuralStudy(
                options.text("scale")
                        .map(text -> text.choice("scale", List.of(Scale.LEVEL, Scale.LOG)))
                        .orElse(Scale.LEVEL),
                level,
                slope(options, level),
                form,
                options.text("harmonics")
                        .map(text -> (int) text.whole("harmonics", 1, 26))
                        .orElse(ALL),
                options.text("draws").map(StructuralStudy::draws).orElse(500),
                seed,
                choice(options, seed),
                WindowChoice.of(options),
                DonutChoice.of(options));
    }

    /** Which columns a study takes. */
    enum Choose {
        ALL,
        SPIKE_AND_SLAB
    }

    private static Optional<SpikeAndSlab> choice(Block options, long seed) {
        Choose choose = options.text("choose")
                .map(text -> text.choice("choose", List.of(Choose.values())))
                .orElse(Choose.ALL);
        if (choose == Choose.ALL) {
            Options.refuseIdle(options, "choose: spike-and-slab", "expected");
            return Optional.empty();
        }
        SpikeAndSlab plain = SpikeAndSlab.seeded(seed);
        return Optional.of(options.text("expected")
                .map(text -> plain.expecting((double) text.whole("expected", 1, 200)))
                .orElse(plain));
    }

    private static int draws(Text text) {
        return text.text().equals("0") ? 0 : (int) text.whole("draws", 99, 100_000);
    }

    private static Component component(Block options, String key, Component byDefault) {
        return options.text(key)
                .map(text -> text.choice(key, List.of(Component.values())))
                .orElse(byDefault);
    }

    private static Component slope(Block options, Component level) {
        Component slope = component(options, "slope", level == Component.ABSENT ? Component.ABSENT : Component.FIXED);
        if (level == Component.ABSENT && slope != Component.ABSENT) {
            throw options.placeOf("slope")
                    .refusal(
                            "E-STUDY-071",
                            "a slope moves the level, and the level is absent; leave the slope out, or give the model a level");
        }
        return slope;
    }

    /** A forecast takes about ten milliseconds, so that these are done within a second or so. */
    @Override
    public Optional<Calibration> calibration(Method method, long from) {
        return Optional.of(Calibration.seeded(from).withDraws(60).withMostDates(20));
    }

    @Override
    public Optional<String> whyNotCalibrated(Series outcome) {
        return choice.isPresent()
                ? Optional.of("the covariates would be chosen anew in every drawn series")
                : SlowDesigns.reason(outcome);
    }

    /** With the fewest draws of the variances: they change the band by their Monte Carlo error alone. */
    @Override
    public Method repeated(Method method) {
        return method instanceof StructuralForecast forecast && draws > FEWEST
                ? forecast.withDraws(FEWEST, seed)
                : method;
    }

    @Override
    public boolean takesCovariates() {
        return true;
    }

    @Override
    public Method method(Series outcome, Onset onset, List<Series> covariates) {
        StructuralForecast begun = start(onset);
        StructuralForecast plain = (draws == 0 ? begun.givenVariances() : begun.withDraws(draws, seed))
                .with(scale)
                .withLevel(Component.STOCHASTIC)
                .withSlope(slope)
                .withLevel(level)
                .within(window.in(outcome.frequency()))
                .without(donut.in(outcome.frequency()))
                .withCovariates(covariates);
        StructuralForecast forecast = choice.map(plain::choosing).orElse(plain);
        return form.map(name -> switch (name) {
                    case NONE -> forecast.with(Season.NONE);
                    case DUMMIES -> forecast.with(Season.DUMMIES);
                    case FIXED -> forecast.with(Season.DUMMIES).withSeasonal(Component.FIXED);
                    case TRIGONOMETRIC -> forecast.with(Season.fourier(pairs(outcome)));
                })
                .orElse(forecast);
    }

    /** As many pairs of waves as the seasons allow, unless the study says how many. */
    private int pairs(Series outcome) {
        return harmonics == ALL ? Math.max(1, outcome.frequency().seasons() / 2) : harmonics;
    }

    private static StructuralForecast start(Onset onset) {
        if (onset instanceof Onset.At at && at.periods().size() > 1) {
            throw at.place()
                    .refusal(
                            "E-STUDY-072",
                            "structural-forecast runs on from the periods before one first treated period; name one, or take"
                                    + " interrupted-time-series for several interventions");
        }
        return onset instanceof Onset.At at
                ? StructuralForecast.at(at.periods().get(0))
                : StructuralForecast.of(((Onset.InForce) onset).measure());
    }
}
