package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationimpact.model.Scale;

/** The choices of a synthetic difference-in-differences that do not say who was treated when. */
record SdidOptions(
        Scale scale, SdidWeighting weighting, List<Span> windows, List<PanelCovariate> covariates, Resampling errors)
        implements Serializable {

    SdidOptions {
        windows = List.copyOf(windows);
        covariates = List.copyOf(covariates);
    }

    static SdidOptions withErrors(Resampling errors) {
        return new SdidOptions(Scale.LEVEL, SdidWeighting.SYNTHETIC_DIFFERENCE, List.of(), List.of(), errors);
    }

    Optional<Span> within() {
        return windows.stream().findFirst();
    }

    SdidOptions with(Scale other) {
        return new SdidOptions(other, weighting, windows, covariates, errors);
    }

    SdidOptions with(SdidWeighting other) {
        return new SdidOptions(scale, other, windows, covariates, errors);
    }

    SdidOptions with(Span other) {
        return new SdidOptions(scale, weighting, List.of(other), covariates, errors);
    }

    SdidOptions with(Resampling other) {
        return new SdidOptions(scale, weighting, windows, covariates, other);
    }

    SdidOptions and(PanelCovariate covariate) {
        if (covariates.stream().anyMatch(one -> one.name().equals(covariate.name()))) {
            throw new IllegalArgumentException("there are two covariates of the name " + covariate.name());
        }
        return new SdidOptions(
                scale,
                weighting,
                windows,
                Stream.concat(covariates.stream(), Stream.of(covariate)).toList(),
                errors);
    }

    @Override
    public String toString() {
        return weighting.name().toLowerCase(Locale.ROOT).replace('_', '-') + ", errors: "
                + errors.kind().name().toLowerCase(Locale.ROOT);
    }
}
