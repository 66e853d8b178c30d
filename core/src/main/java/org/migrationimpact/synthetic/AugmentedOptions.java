package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.migrationimpact.model.Scale;

/** The choices of an augmented synthetic control that do not say who was treated when. */
record AugmentedOptions(
        Scale scale, List<Span> windows, List<Double> given, Kind kind, Resampling placebos, double confidence)
        implements Serializable {

    enum Kind {
        CONFORMAL,
        JACKKNIFE_PLUS,
        PLACEBO,
        NONE
    }

    static final AugmentedOptions DEFAULT =
            new AugmentedOptions(Scale.LEVEL, List.of(), List.of(), Kind.CONFORMAL, Resampling.NONE, 0.95);

    AugmentedOptions {
        windows = List.copyOf(windows);
        given = List.copyOf(given);
    }

    Optional<Span> within() {
        return windows.stream().findFirst();
    }

    AugmentedOptions with(Scale other) {
        return new AugmentedOptions(other, windows, given, kind, placebos, confidence);
    }

    AugmentedOptions with(Span span) {
        return new AugmentedOptions(scale, List.of(span), given, kind, placebos, confidence);
    }

    AugmentedOptions withPenalty(double penalty) {
        return new AugmentedOptions(scale, windows, List.of(penalty), kind, placebos, confidence);
    }

    AugmentedOptions with(Kind other, Resampling drawn) {
        return new AugmentedOptions(scale, windows, given, other, drawn, confidence);
    }

    AugmentedOptions withConfidence(double level) {
        return new AugmentedOptions(scale, windows, given, kind, placebos, level);
    }

    @Override
    public String toString() {
        return "penalty " + (given.isEmpty() ? "by cross-validation" : "of " + given.get(0)) + ", errors: "
                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
