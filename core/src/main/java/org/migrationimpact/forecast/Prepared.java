package org.migrationimpact.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Covariate;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Intercept;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.SeasonalDummies;
import org.migrationimpact.model.Term;
import org.migrationimpact.model.Trend;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/**
 * A series as the filter takes it: about its mean, in units of a power of two near its residual deviation, with its columns about their
 * means in units of their deviations, so that neither origin nor unit touches the numerics.
 */
final class Prepared {

    private static final double YEAR_OF_WEEKS = 365.2425 / 7;
    private static final double NOISELESS = 1e-12;
    private static final int SPARE = 3;

    private final StructuralModel model;
    private final Series series;
    private final List<Period> used;
    private final Season season;
    private final double[] centres;
    private final double[] spreads;
    private final double centre;
    private final double unit;
    private final double[] y;
    private final StateSpace space;

    private Prepared(StructuralModel model, Series series, int horizon) {
        this.model = model;
        this.series = series;
        used = IntStream.range(0, series.size())
                .mapToObj(series::period)
                .filter(p -> !Double.isNaN(series.at(p))
                        && model.regressors().stream().noneMatch(x -> Double.isNaN(x.at(p))))
                .toList();
        requireSome();
        season = model.season().suited(used);
        boolean hasLevel = model.level() != Component.ABSENT;
        List<Series> columns = model.regressors();
        centres = columns.stream().mapToDouble(x -> hasLevel ? mean(x) : 0).toArray();
        spreads = new double[columns.size()];
        Arrays.setAll(spreads, j -> spread(columns.get(j), centres[j]));
        space = space(series.size() + horizon);
        requireEnough();
        centre = hasLevel ? mean(series) : 0;
        unit = Math.scalb(1.0, Math.getExponent(noise()));
        y = new double[series.size()];
        Arrays.fill(y, Double.NaN);
        used.forEach(p -> y[place(p)] = (series.at(p) - centre) / unit);
    }

    static Prepared of(StructuralModel model, Series series) {
        return new Prepared(model, series, 0);
    }

    /** The same with so many periods beyond the series. */
    Prepared ahead(int horizon) {
        return new Prepared(model, series, horizon);
    }

    private int place(Period period) {
        return (int) series.start().until(period);
    }

    private double mean(Series of) {
        return used.stream().mapToDouble(of::at).average().orElse(0);
    }

    private double spread(Series column, double about) {
        double square = used.stream()
                .mapToDouble(p -> (column.at(p) - about) * (column.at(p) - about))
                .average()
                .orElse(0);
        return square > 0 ? Math.sqrt(square) : 1;
    }

    private void requireSome() {
        if (used.isEmpty()) {
            throw tooFew("a structural model", 2 + SPARE);
        }
    }

    private void requireEnough() {
        int variances = 1 + space.sources().size();
        int needed = space.diffuse() + variances + SPARE;
        if (used.size() < needed) {
            throw tooFew(
                    "a structural model of " + space.diffuse() + " fixed terms and " + variances
                            + (variances == 1 ? " variance" : " variances"),
                    needed);
        }
    }

    private DataException tooFew(String what, int needed) {
        return new DataException(
                "E-STRUCT-001",
                series.name() + " has " + series.frequency().count(used.size()) + " with a value from " + series.start()
                        + " to " + series.end() + "; " + what + " needs " + needed
                        + ": widen the window or leave components out");
    }

    /** The deviation of what level, slope, season and columns leave when none of them moves; refuses what they do not tell apart. */
    private double noise() {
        List<Term> terms = new ArrayList<>();
        if (model.level() != Component.ABSENT) {
            terms.add(new Intercept());
        }
        if (model.slope() != Component.ABSENT) {
            terms.add(new Trend(series.start()));
        }
        terms.addAll(seasonTerms());
        model.regressors().forEach(x -> terms.add(new Covariate(x)));
        double[] values = used.stream().mapToDouble(series::at).toArray();
        double size = Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElse(0));
        double left = size;
        if (!terms.isEmpty()) {
            Fit fit = Ols.fit(values, Design.of(used, terms), new Classical());
            left = Math.sqrt(fit.residualSumOfSquares() / used.size());
        }
        if (!(left > NOISELESS * size)) {
            throw new DataException(
                    "E-STRUCT-002",
                    series.name() + " has nothing left in "
                            + series.frequency().count(used.size()) + " from " + series.start() + " to " + series.end()
                            + " once its level, slope, season and columns are taken out; a structural model needs variation");
        }
        return left;
    }

    private List<Term> seasonTerms() {
        List<Term> terms = season.terms(used);
        if (!hasDummies(terms)) {
            return terms;
        }
        if (series.frequency() == Frequency.WEEK) {
            throw new InputException(
                    "E-STRUCT-005",
                    series.name()
                            + " is by week; years have 52 or 53 of them, so a season of dummies does not come round: take"
                            + " pairs of waves (fourier)");
        }
        return List.of(new SeasonalDummies(
                IntStream.rangeClosed(2, series.frequency().seasons()).boxed().toList()));
    }

    private static boolean hasDummies(List<Term> terms) {
        return terms.stream().anyMatch(term -> term instanceof SeasonalDummies);
    }

    private StateSpace space(int periods) {
        StateSpace.Builder builder = new StateSpace.Builder();
        if (model.level() != Component.ABSENT) {
            builder.level(model.level());
        }
        if (model.slope() != Component.ABSENT) {
            builder.slope(model.slope());
        }
        if (hasDummies(seasonTerms())) {
            builder.dummies(series.frequency().seasons(), model.seasonal());
        } else if (season instanceof Season.Fourier waves) {
            boolean weeks = series.frequency() == Frequency.WEEK;
            double length = weeks ? YEAR_OF_WEEKS : series.frequency().seasons();
            builder.waves(waves.pairs(), length, model.seasonal());
        }
        if (!model.regressors().isEmpty()) {
            builder.regressors(columns(periods));
        }
        builder.endOfDiffuse();
        model.cycle().ifPresent(c -> builder.cycle());
        return builder.build();
    }

    private double[][] columns(int periods) {
        double[][] x = new double[periods][centres.length];
        for (int t = 0; t < periods; t++) {
            for (int j = 0; j < centres.length; j++) {
                x[t][j] = (value(j, t) - centres[j]) / spreads[j];
            }
        }
        return x;
    }

    private double value(int column, int t) {
        return model.regressors().get(column).at(series.start().plus(t));
    }

    Objective objective() {
        return new Objective(space.copy(), y, model.cycle());
    }

    StateSpace space() {
        return space;
    }

    /** The season as it came out. */
    Season season() {
        return season;
    }

    /** The values, NaN where missing, and behind them so many missing ones. */
    double[] values(int horizon) {
        double[] longer = Arrays.copyOf(y, y.length + horizon);
        Arrays.fill(longer, y.length, longer.length, Double.NaN);
        return longer;
    }

    /** What the log likelihood is too high by in these units: values beyond the diffuse ones, and the columns' coefficients. */
    double logOfUnits() {
        double columns = Arrays.stream(spreads).map(Math::log).sum();
        return (used.size() - space.diffuse()) * Math.log(unit) + columns;
    }

    int used() {
        return used.size();
    }

    List<Period> periods() {
        return used;
    }

    double unit() {
        return unit;
    }

    double centre() {
        return centre;
    }

    /** The columns' coefficients are estimated in units of these. */
    double spread(int column) {
        return spreads[column];
    }

    /** Of which states a component is made. */
    Optional<Reading> reading(String component) {
        int level = model.level() == Component.ABSENT ? 0 : 1;
        int trend = level + (model.slope() == Component.ABSENT ? 0 : 1);
        int seasonal = space.diffuse() - trend - spreads.length;
        int[] columns = IntStream.range(trend + seasonal, space.diffuse()).toArray();
        return switch (component) {
            case "signal" -> Optional.of(new Reading(space::places, space::weights, centre));
            case "level" -> present(level == 1, new Reading(t -> with(0, columns), t -> uncentred(), centre));
            case "slope" -> present(trend == 2, new Reading(t -> new int[] {1}, t -> new double[] {1}, 0));
            case "season" -> present(seasonal > 0, seasonReading(trend, seasonal));
            case "cycle" ->
                present(
                        model.cycle().isPresent(),
                        new Reading(t -> new int[] {space.size() - 2}, t -> new double[] {1}, 0));
            case "regression" -> present(spreads.length > 0, new Reading(t -> columns, this::raw, 0));
            default ->
                throw new IllegalArgumentException("there is no component '" + component
                        + "'; there are signal, level, slope, season, cycle and regression");
        };
    }

    private static Optional<Reading> present(boolean is, Reading reading) {
        return is ? Optional.of(reading) : Optional.empty();
    }

    private static int[] with(int first, int[] more) {
        return IntStream.concat(IntStream.of(first), Arrays.stream(more)).toArray();
    }

    private double[] uncentred() {
        double[] weights = new double[1 + spreads.length];
        Arrays.setAll(weights, k -> k == 0 ? 1 : -centres[k - 1] / spreads[k - 1]);
        return weights;
    }

    private double[] raw(int t) {
        double[] weights = new double[spreads.length];
        Arrays.setAll(weights, j -> value(j, t) / spreads[j]);
        return weights;
    }

    private Reading seasonReading(int from, int states) {
        if (space.ring() > 0) {
            return new Reading(t -> new int[] {space.ringPlace(t)}, t -> new double[] {1}, 0);
        }
        int[] waves = IntStream.range(from, from + states)
                .filter(i -> (i - from) % 2 == 0)
                .toArray();
        double[] ones = new double[waves.length];
        Arrays.fill(ones, 1);
        return new Reading(t -> waves, t -> ones, 0);
    }
}
