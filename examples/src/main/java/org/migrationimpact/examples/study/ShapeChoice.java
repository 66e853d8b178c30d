package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.PartialDate;
import org.migrationimpact.model.Shape;

/**
 * The options {@code shape}, {@code ramp}, {@code pulse} and {@code until}.
 *
 * @param name of the shape
 * @param periods how long a ramp or a pulse is
 * @param until the last treated period of each temporary intervention; empty where a measure's date of repeal says it
 * @param place where the shape is named
 */
record ShapeChoice(Name name, int periods, List<Text> until, Place place) {

    /** The names of shapes. */
    enum Name {
        STEP,
        RAMP,
        PULSE,
        TEMPORARY
    }

    static ShapeChoice of(Block options) {
        Name name = options.text("shape")
                .map(text -> text.choice("shape", List.of(Name.values())))
                .orElse(implied(options));
        if (name != Name.RAMP && options.has("shape")) {
            Options.refuseIdle(options, "shape: ramp", "ramp");
        }
        if (name != Name.PULSE) {
            Options.refuseIdle(options, "shape: pulse", "pulse");
        } else {
            Options.refuseIdle(options, "shape: step", "slope");
        }
        if (name != Name.TEMPORARY) {
            Options.refuseIdle(options, "shape: temporary", "until");
        }
        if (name == Name.RAMP) {
            options.requireText("ramp", "the number of periods over which the level is phased in");
        }
        String length = name == Name.PULSE ? "pulse" : "ramp";
        int periods = options.text(length)
                .map(text -> (int) text.whole(length, 1, 10_000))
                .orElse(1);
        return new ShapeChoice(name, periods, options.texts("until"), options.placeOf("shape"));
    }

    /** A ramp, a pulse or an end says by itself which shape is meant. */
    private static Name implied(Block options) {
        return options.has("ramp")
                ? Name.RAMP
                : options.has("pulse") ? Name.PULSE : options.has("until") ? Name.TEMPORARY : Name.STEP;
    }

    /** One shape for all interventions, or one for each. */
    Shape[] in(Frequency frequency, Onset onset) {
        return switch (name) {
            case STEP -> new Shape[] {Shape.STEP};
            case RAMP -> new Shape[] {Shape.ramp(periods)};
            case PULSE -> new Shape[] {Shape.pulse(periods)};
            case TEMPORARY -> temporary(frequency, onset);
        };
    }

    private Shape[] temporary(Frequency frequency, Onset onset) {
        if (until.isEmpty()) {
            return new Shape[] {Shape.until(repealed(frequency, onset))};
        }
        int interventions = onset instanceof Onset.At at ? at.periods().size() : 1;
        if (until.size() != interventions) {
            throw until.get(0)
                    .place()
                    .refusal(
                            "E-STUDY-050",
                            "until names " + until.size() + " last treated periods for " + interventions
                                    + (interventions == 1 ? " intervention" : " interventions")
                                    + "; name one for each, in the order of time");
        }
        return until.stream()
                .map(text -> Shape.until(Calendar.period(text, frequency)))
                .toArray(Shape[]::new);
    }

    private Period repealed(Frequency frequency, Onset onset) {
        Optional<Measure> measure =
                onset instanceof Onset.InForce inForce ? Optional.of(inForce.measure()) : Optional.empty();
        PartialDate end = measure.flatMap(Measure::repealed)
                .orElseThrow(() -> place.refusal(
                        "E-STUDY-051",
                        "shape: temporary needs the last treated period; add until"
                                + measure.map(one -> ", because " + one.id() + " has no date of repeal")
                                        .orElse("")));
        if (!end.precision().reaches(frequency)) {
            throw new DataException(
                    "E-STUDY-052",
                    "the date of repeal " + end + " is too coarse for a series by " + frequency.noun()
                            + "; give the last treated period with until");
        }
        return Period.containing(end.earliest(), frequency).plus(-1);
    }
}
