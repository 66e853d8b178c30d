package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Season;

/**
 * Of what is a series made: a level that moves, a slope that moves the level, a season that changes slowly, a cycle, measured columns, and
 * noise?
 *
 * <p>{@code y_t = level_t + season_t + cycle_t + x_t'b + e_t}, {@code level_{t+1} = level_t + slope_t + n_t}, {@code slope_{t+1} = slope_t
 * + z_t}. A season of dummies sums to a disturbance over its s seasons, {@code season_{t+1} = −(season_t + … + season_{t−s+2}) + w_t}; one
 * of waves turns pairs of states, all with one variance. The cycle is a damped wave. Disturbances are normal and independent; their
 * variances are found by maximum likelihood.
 *
 * <p>Everything but the cycle starts exactly diffuse: nothing is supposed of it. Where an observation reaches what is still unknown it adds
 * {@code −½ log F∞} to the log likelihood, without {@code log 2π}, and every other one {@code −½ (log 2π + log F + v²/F)}: the convention
 * of R's KFAS. A missing period is passed over; nothing is filled.
 *
 * <p>Defaults: {@link #localLevel()}: level stochastic, no slope; {@link #localLinearTrend()}: both stochastic. In both the season that
 * suits the frequency, stochastic, and neither cycle nor columns. Columns are all used: none is chosen by the data.
 *
 * <p>Source: Harvey (1989), doi:10.1017/CBO9781107049994; Durbin and Koopman (2012), doi:10.1093/acprof:oso/9780199641178.001.0001.
 */
public final class StructuralModel implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Component level;
    private final Component slope;
    private final Season season;
    private final Component seasonal;
    private final List<Cycle> cycle;
    private final List<Series> regressors;

    private StructuralModel(
            Component level,
            Component slope,
            Season season,
            Component seasonal,
            List<Cycle> cycle,
            List<Series> regressors) {
        if (level == Component.ABSENT && slope != Component.ABSENT) {
            throw new IllegalArgumentException(
                    "a slope moves the level, so it needs one: level absent, slope " + word(slope));
        }
        this.level = level;
        this.slope = slope;
        this.season = season;
        this.seasonal = seasonal;
        this.cycle = cycle;
        this.regressors = List.copyOf(regressors);
    }

    /** A level that moves, without slope. */
    public static StructuralModel localLevel() {
        return new StructuralModel(
                Component.STOCHASTIC,
                Component.ABSENT,
                Season.BY_FREQUENCY,
                Component.STOCHASTIC,
                List.of(),
                List.of());
    }

    /** A level and a slope that both move; with a season of dummies this is the basic structural model. */
    public static StructuralModel localLinearTrend() {
        return localLevel().withSlope(Component.STOCHASTIC);
    }

    /** With a level of this kind; without a level there is no slope either. */
    public StructuralModel withLevel(Component kind) {
        return new StructuralModel(kind, slope, season, seasonal, cycle, regressors);
    }

    /** With a slope of this kind. A fixed slope is a drift. */
    public StructuralModel withSlope(Component kind) {
        return new StructuralModel(level, kind, season, seasonal, cycle, regressors);
    }

    /** With the season in this form: dummies, pairs of waves, none, or what suits the frequency. */
    public StructuralModel with(Season form) {
        return new StructuralModel(level, slope, form, seasonal, cycle, regressors);
    }

    /** With a season that changes, stays as it is, or is absent. */
    public StructuralModel withSeasonal(Component kind) {
        Season form = kind == Component.ABSENT ? Season.NONE : season;
        Component moves = kind == Component.ABSENT ? Component.FIXED : kind;
        return new StructuralModel(level, slope, form, moves, cycle, regressors);
    }

    /** With a cycle whose length is looked for in this range. */
    public StructuralModel with(Cycle wave) {
        return new StructuralModel(level, slope, season, seasonal, List.of(wave), regressors);
    }

    /** With measured columns under the names of these series; a period in which one has no value counts as missing. */
    public StructuralModel withRegressors(List<Series> columns) {
        return new StructuralModel(level, slope, season, seasonal, cycle, columns);
    }

    /** How the level moves. */
    public Component level() {
        return level;
    }

    /** How the slope moves. */
    public Component slope() {
        return slope;
    }

    /** The form of the season. */
    public Season season() {
        return season;
    }

    /** How the season moves; {@link #season()} says whether there is one. */
    public Component seasonal() {
        return seasonal;
    }

    /** The cycle, if there is one. */
    public Optional<Cycle> cycle() {
        return cycle.stream().findFirst();
    }

    /** The columns. */
    public List<Series> regressors() {
        return regressors;
    }

    /**
     * The variances that make this series most likely, from several starts.
     *
     * @param series values with {@code NaN} where missing; flags are not looked at
     * @throws DataException E-STRUCT-001 where there are too few values, E-STRUCT-002 where nothing varies, E-MODEL-002 where there are
     *     fewer values than fixed terms, E-SEASON-001 and E-SEASON-002 where the series has no such season
     * @throws InputException E-STRUCT-005 where weeks are to have dummies
     * @throws EstimationException E-MODEL-001 where columns are collinear, E-STRUCT-003 where no maximum is found, E-STRUCT-004 where the
     *     thread was interrupted
     */
    public StructuralFit fit(Series series) {
        Prepared prepared = Prepared.of(this, series);
        return new StructuralFit(this, series, prepared, Maximum.of(prepared.objective(), series.name()));
    }

    private static String word(Component component) {
        return component.name().toLowerCase(Locale.ROOT);
    }

    /** The components in words. */
    @Override
    public String toString() {
        return "level " + word(level) + ", slope " + word(slope) + ", season: " + season + ", " + word(seasonal)
                + cycle().map(c -> ", " + c).orElse("")
                + (regressors.isEmpty()
                        ? ""
                        : ", regressors "
                                + regressors.stream().map(Series::name).collect(Collectors.joining(" and ")));
    }
}
