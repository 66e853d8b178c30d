package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.ArimaErrors;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Pulse;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Window;

/** What an ARIMA intervention lets one choose, with the defaults. Changed only while {@link ArimaIntervention} copies it. */
final class ArimaOptions implements Serializable {

    private static final long serialVersionUID = 1L;

    Scale scale = Scale.LEVEL;
    ArimaErrors errors = ArimaErrors.automatic().with(ArimaErrors.Likelihood.RESTRICTED);
    ArimaIntervention.Shape shape = ArimaIntervention.Shape.STEP;
    Window window = Window.all();
    Donut donut = Donut.none();
    List<Series> covariates = List.of();
    List<Pulse> shocks = List.of();

    ArimaOptions() {}

    ArimaOptions(ArimaOptions other) {
        scale = other.scale;
        errors = other.errors;
        shape = other.shape;
        window = other.window;
        donut = other.donut;
        covariates = other.covariates;
        shocks = other.shocks;
    }

    @Override
    public String toString() {
        return shape.name().toLowerCase(Locale.ROOT) + ", " + errors + ", "
                + scale.name().toLowerCase(Locale.ROOT) + " scale, window " + window + ", donut " + donut
                + (covariates.isEmpty()
                        ? ""
                        : covariates.stream()
                                .map(Series::name)
                                .collect(Collectors.joining(" and ", ", covariates ", "")))
                + (shocks.isEmpty()
                        ? ""
                        : shocks.stream().map(Pulse::name).collect(Collectors.joining(" and ", ", shocks ", "")));
    }
}
