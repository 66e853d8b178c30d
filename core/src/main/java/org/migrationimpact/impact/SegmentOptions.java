package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.InterruptedTimeSeries.Outliers;
import org.migrationimpact.impact.InterruptedTimeSeries.Slope;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Pulse;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.Shape;
import org.migrationimpact.model.Window;

/** What an interrupted time series lets one choose, with the defaults. Changed only while a design copies it. */
final class SegmentOptions implements Serializable {

    private static final long serialVersionUID = 2L;

    Scale scale = Scale.LEVEL;
    Season season = Season.BY_FREQUENCY;
    Errors errors = Errors.ols();
    private List<Covariance> covariance = List.of(); // none or one: an Optional cannot be serialised
    Window window = Window.all();
    Donut donut = Donut.none();
    List<Shape> shapes = List.of(Shape.STEP);
    int anticipation;
    Slope slope = Slope.CHANGES;
    Outliers outliers = Outliers.REPORTED;
    List<Series> covariates = List.of();
    List<Pulse> shocks = List.of();
    private List<Series> exposure = List.of();

    SegmentOptions() {}

    SegmentOptions(SegmentOptions other) {
        scale = other.scale;
        season = other.season;
        errors = other.errors;
        covariance = other.covariance;
        window = other.window;
        donut = other.donut;
        shapes = other.shapes;
        anticipation = other.anticipation;
        slope = other.slope;
        outliers = other.outliers;
        covariates = other.covariates;
        shocks = other.shocks;
        exposure = other.exposure;
    }

    /** The covariance that was chosen, or the one that suits the errors. */
    Covariance covariance() {
        return covariance.isEmpty() ? errors.usual() : covariance.get(0);
    }

    void covariance(Covariance chosen) {
        covariance = List.of(chosen);
    }

    Optional<Series> exposure() {
        return exposure.stream().findFirst();
    }

    void exposure(Series series) {
        exposure = List.of(series);
    }

    /** Refuses choices that contradict each other. */
    void requireTheyFit() {
        if (!exposure.isEmpty() && !errors.areCounts()) {
            throw new IllegalArgumentException(
                    "an exposure belongs to counts, Errors.poisson() or Errors.negativeBinomial(), not to " + errors);
        }
        if (scale == Scale.LOG && errors.areCounts()) {
            throw new IllegalArgumentException("counts have a log link; leave them on the level scale");
        }
    }

    /** The scale on which effects are estimated. */
    Scale effectScale() {
        return errors.scale(scale);
    }

    /** The series without which a period cannot be used. */
    List<Series> needed() {
        return Stream.concat(covariates.stream(), exposure.stream()).toList();
    }

    @Override
    public String toString() {
        return effectScale().name().toLowerCase(Locale.ROOT) + " scale, season: " + season + ", "
                + (errors.areOrdinary() ? "" : errors + ", ") + covariance() + ", window " + window + ", donut " + donut
                + ", "
                + shapes.stream().map(Shape::toString).collect(Collectors.joining(" and ")) + ", slope "
                + slope.name().toLowerCase(Locale.ROOT)
                + (anticipation == 0 ? "" : ", anticipation " + anticipation)
                + (outliers == Outliers.REPORTED
                        ? ""
                        : ", outliers "
                                + outliers.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                + named("covariates", covariates.stream().map(Series::name))
                + named("shocks", shocks.stream().map(Pulse::name))
                + named("exposure", exposure.stream().map(Series::name));
    }

    private static String named(String what, Stream<String> names) {
        String all = names.collect(Collectors.joining(" and "));
        return all.isEmpty() ? "" : ", " + what + " " + all;
    }
}
