package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.InterruptedTimeSeries.Slope;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Pulse;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.Window;

/** What an interrupted time series lets one choose, with the defaults. Changed only while {@link InterruptedTimeSeries} copies it. */
final class SegmentOptions implements Serializable {

    private static final long serialVersionUID = 1L;

    Scale scale = Scale.LEVEL;
    Season season = Season.BY_FREQUENCY;
    Covariance covariance = NeweyWest.automatic();
    Window window = Window.all();
    Donut donut = Donut.none();
    int ramp = 1;
    Slope slope = Slope.CHANGES;
    List<Series> covariates = List.of();
    List<Pulse> shocks = List.of();

    SegmentOptions() {}

    SegmentOptions(SegmentOptions other) {
        scale = other.scale;
        season = other.season;
        covariance = other.covariance;
        window = other.window;
        donut = other.donut;
        ramp = other.ramp;
        slope = other.slope;
        covariates = other.covariates;
        shocks = other.shocks;
    }

    @Override
    public String toString() {
        return scale.name().toLowerCase(Locale.ROOT) + " scale, season: " + season + ", " + covariance + ", window "
                + window
                + ", donut " + donut + ", ramp " + ramp + ", slope "
                + slope.name().toLowerCase(Locale.ROOT)
                + named("covariates", covariates.stream().map(Series::name))
                + named("shocks", shocks.stream().map(Pulse::name));
    }

    private static String named(String what, Stream<String> names) {
        String all = names.collect(Collectors.joining(" and "));
        return all.isEmpty() ? "" : ", " + what + " " + all;
    }
}
