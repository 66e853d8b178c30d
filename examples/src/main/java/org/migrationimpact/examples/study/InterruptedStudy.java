package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import org.migrationimpact.assess.Calibration;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.impact.InterruptedTimeSeries.Outliers;
import org.migrationimpact.impact.InterruptedTimeSeries.Slope;
import org.migrationimpact.impact.Method;
import org.migrationimpact.model.Scale;

/** The options of {@code interrupted-time-series}. */
record InterruptedStudy(
        Scale scale,
        ErrorsChoice errors,
        Slope slope,
        SeasonChoice season,
        ShapeChoice shape,
        int anticipation,
        Outliers outliers,
        WindowChoice window,
        DonutChoice donut,
        ShockChoice shocks)
        implements SeriesDesign {

    /** Enough to tell 5 % from more than 10 %, and done within a second. */
    private static final int DRAWS = 200;

    static InterruptedStudy of(Block options) {
        ErrorsChoice errors = ErrorsChoice.of(options);
        if (errors.areCounts()) {
            Options.refuseIdle(options, "errors: ols", "scale");
        }
        return new InterruptedStudy(
                options.text("scale")
                        .map(text -> text.choice("scale", List.of(Scale.LEVEL, Scale.LOG)))
                        .orElse(Scale.LEVEL),
                errors,
                Options.isTrue(options, "slope", Options.Truth.TRUE) ? Slope.CHANGES : Slope.STAYS,
                SeasonChoice.of(options),
                ShapeChoice.of(options),
                options.text("anticipation")
                        .map(text -> Calendar.count(text, "anticipation", 0))
                        .orElse(0),
                options.text("outliers")
                        .map(text -> text.choice("outliers", List.of(Outliers.values())))
                        .orElse(Outliers.REPORTED),
                WindowChoice.of(options),
                DonutChoice.of(options),
                ShockChoice.of(options));
    }

    @Override
    public boolean takesExposure() {
        return errors.areCounts();
    }

    @Override
    public boolean takesCovariates() {
        return true;
    }

    @Override
    public Method method(Series outcome, Onset onset, List<Series> covariates) {
        return design(outcome, onset).withCovariates(covariates);
    }

    @Override
    public Method method(Subject subject, Onset onset) {
        InterruptedTimeSeries design = design(subject.outcome(), onset).withCovariates(subject.covariates());
        return subject.exposure().map(design::withExposure).orElse(design);
    }

    @Override
    public Optional<Calibration> calibration(Method method, long seed) {
        Calibration calibration = Calibration.seeded(seed).withDraws(DRAWS);
        return method instanceof InterruptedTimeSeries design
                ? Optional.of(errors.compared(calibration, design))
                : Optional.empty();
    }

    InterruptedTimeSeries design(Series outcome, Onset onset) {
        Frequency frequency = outcome.frequency();
        return errors.in(start(onset))
                .with(scale)
                .with(slope)
                .with(season.in(frequency))
                .with(shape.in(frequency, onset))
                .withAnticipation(anticipation)
                .with(outliers)
                .within(window.in(frequency))
                .without(donut.in(frequency))
                .withShocks(shocks.in(outcome));
    }

    private static InterruptedTimeSeries start(Onset onset) {
        return onset instanceof Onset.At at
                ? InterruptedTimeSeries.at(at.periods().toArray(Period[]::new))
                : InterruptedTimeSeries.of(((Onset.InForce) onset).measure());
    }
}
