package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.migrationimpact.model.Scale;

/**
 * The choices of a completed table.
 *
 * @param given the penalty or the number of factors, where it is not searched for
 * @param folds of the search
 * @param seed of the folds
 */
record CompletionOptions(Scale scale, List<Span> windows, List<Double> given, int folds, long seed, Resampling errors)
        implements Serializable {

    CompletionOptions {
        windows = List.copyOf(windows);
        given = List.copyOf(given);
    }

    static CompletionOptions withErrors(Resampling errors) {
        return new CompletionOptions(Scale.LEVEL, List.of(), List.of(), 5, 1, errors);
    }

    Optional<Span> within() {
        return windows.stream().findFirst();
    }

    CompletionOptions with(Scale other) {
        return new CompletionOptions(other, windows, given, folds, seed, errors);
    }

    CompletionOptions with(Span span) {
        return new CompletionOptions(scale, List.of(span), given, folds, seed, errors);
    }

    CompletionOptions with(double value) {
        return new CompletionOptions(scale, windows, List.of(value), folds, seed, errors);
    }

    CompletionOptions withFolds(int count, long other) {
        return new CompletionOptions(scale, windows, given, count, other, errors);
    }

    CompletionOptions with(Resampling other) {
        return new CompletionOptions(scale, windows, given, folds, seed, other);
    }

    @Override
    public String toString() {
        return (given.isEmpty() ? "by cross-validation" : "of " + given.get(0)) + ", errors: "
                + errors.kind().name().toLowerCase(Locale.ROOT);
    }
}
