package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Season;
import org.migrationimpact.regression.Coefficient;

/**
 * A fitted structural model: its variances, how the likelihood was climbed, and what follows from them: components, innovations,
 * forecasts.
 */
public final class StructuralFit implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * One variance.
     *
     * @param component what it moves: {@code irregular}, {@code level}, {@code slope}, {@code season}, {@code cycle}
     * @param estimate in squared units of the series; exactly 0 where the likelihood is highest there, or the component is fixed
     */
    public record Variance(String component, double estimate) implements Serializable {}

    /**
     * A component over time, given the whole series and the variances.
     *
     * @param mean what it was, in the unit of the series
     * @param standardError how uncertain that is
     */
    public record Smooth(Series mean, Series standardError) implements Serializable {}

    private final StructuralModel model;
    private final Series series;
    private final double[] parameters;
    private final double logLikelihood;
    private final double gradientNorm;
    private final int iterations;
    private final int starts;
    private final int used;
    private final int diffuse;
    private final Season season;
    private transient @Nullable Prepared ready;

    StructuralFit(StructuralModel model, Series series, Prepared prepared, Maximum maximum) {
        this.model = model;
        this.series = series;
        parameters = maximum.climb().x();
        used = prepared.used();
        diffuse = prepared.space().diffuse();
        season = prepared.season();
        logLikelihood = maximum.climb().value() - prepared.logOfUnits();
        gradientNorm = maximum.climb().gradientNorm();
        iterations = maximum.iterations();
        starts = maximum.starts();
        ready = prepared;
    }

    private Prepared prepared() {
        Prepared known = ready;
        if (known == null) {
            known = Prepared.of(model, series);
            ready = known;
        }
        return known;
    }

    /** The model. */
    public StructuralModel model() {
        return model;
    }

    /** The series. */
    public Series series() {
        return series;
    }

    /** The season that suited the series. */
    public Season season() {
        return season;
    }

    /** Every variance: that of the irregular, then those of the components that are there, 0 where a component is fixed. */
    public List<Variance> variances() {
        Objective objective = prepared().objective();
        double square = prepared().unit() * prepared().unit();
        List<Variance> all = new ArrayList<>();
        all.add(new Variance("irregular", parameters[0] * parameters[0] * square));
        for (String name : List.of("level", "slope", "season", "cycle")) {
            if (prepared().reading(name).isPresent()) {
                double estimate = IntStream.range(1, objective.deviations())
                        .filter(i -> objective.source(i - 1).equals(name))
                        .mapToDouble(i -> parameters[i] * parameters[i] * square)
                        .sum();
                all.add(new Variance(name, estimate));
            }
        }
        return List.copyOf(all);
    }

    /** The variance of this component, 0 where it is fixed. */
    public double variance(String component) {
        return variances().stream()
                .filter(v -> v.component().equals(component))
                .mapToDouble(Variance::estimate)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no variance of '" + component + "'; there are "
                                + variances().stream().map(Variance::component).toList()));
    }

    /** How much of a cycle is left a period later, from 0 to 1; 0 without a cycle. */
    public double damping() {
        return prepared().objective().damping(parameters);
    }

    /** The length of the cycle in periods; {@code NaN} without one. */
    public double cycleLength() {
        return prepared().objective().length(parameters);
    }

    /** The exact diffuse log likelihood at its maximum, in the convention that {@link StructuralModel} states. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** The largest derivative of it with respect to the logarithm of a variance that is not 0. */
    public double gradientNorm() {
        return gradientNorm;
    }

    /** Iterations of the optimiser over all starts. */
    public int iterations() {
        return iterations;
    }

    /** From how many starts. */
    public int starts() {
        return starts;
    }

    /** How many values were used. */
    public int observations() {
        return used;
    }

    /** How many of them it took to find where the series starts. */
    public int diffuse() {
        return diffuse;
    }

    /** How many parameters are above their boundary. */
    public int estimated() {
        Objective objective = prepared().objective();
        int above = (int) IntStream.range(0, objective.deviations())
                .filter(i -> parameters[i] != 0)
                .count();
        boolean cycles = model.cycle().isPresent() && parameters[objective.deviations() - 1] != 0;
        return above + (cycles ? 2 : 0);
    }

    /** −2 log L + 2 (diffuse + estimated), to compare models with the same diffuse part. */
    public double aic() {
        return -2 * logLikelihood + 2.0 * (diffuse + estimated());
    }

    /** The coefficients of the columns, normal given the variances. */
    public List<Coefficient> coefficients() {
        Filter filter = prepared().objective().filter(parameters, Filter.Keep.LIKELIHOOD);
        double unit = prepared().unit();
        List<Coefficient> all = new ArrayList<>();
        int columns = model.regressors().size();
        for (int j = 0; j < columns; j++) {
            int state = diffuse - columns + j;
            double factor = unit / prepared().spread(j);
            double error = factor * Math.sqrt(Math.max(0, filter.p[state * filter.size + state]));
            all.add(new Coefficient(
                    model.regressors().get(j).name(),
                    filter.a[state] * factor,
                    new StudentT(error, Double.POSITIVE_INFINITY)));
        }
        return all;
    }

    /** The components there are, in order: level, slope, season, cycle, regression. */
    public List<String> components() {
        return StructuralComponents.of(prepared(), parameters, series).names();
    }

    /**
     * A component in every period of the series, missing ones too, and in so many periods after it.
     *
     * @param component one of {@link #components()}, or {@code signal}, which is everything but the irregular
     */
    public Smooth smooth(String component, int horizon) {
        return smooth(List.of(component), horizon).get(0);
    }

    /** Several components in one pass. */
    public List<Smooth> smooth(List<String> names, int horizon) {
        return StructuralComponents.of(prepared().ahead(requireHorizon(horizon)), parameters, series)
                .smooth(names, horizon);
    }

    private static int requireHorizon(int horizon) {
        if (horizon < 0) {
            throw new IllegalArgumentException("a horizon is 0 periods or more, got " + horizon);
        }
        return horizon;
    }

    /**
     * Draws of a component from its distribution given the whole series and the variances: one row a draw, one value a period.
     *
     * <p>By mean correction: a series is simulated, smoothed and taken off. Draw i comes from the i-th stream split from the seed, so it is
     * the same on any number of threads. Source: Durbin and Koopman (2002), doi:10.1093/biomet/89.3.603.
     */
    public double[][] simulate(String component, int draws, long seed) {
        if (draws < 1) {
            throw new IllegalArgumentException("draws are 1 or more, got " + draws);
        }
        return StructuralComponents.of(prepared(), parameters, series).simulate(component, draws, seed);
    }

    /** The standardised errors of predicting each period from those before it. */
    public Innovations innovations() {
        Filter filter = prepared().objective().filter(parameters, Filter.Keep.LIKELIHOOD);
        return new Innovations(
                Series.of("standardised innovations", "standard deviations", series.start(), filter.standardised()),
                estimated());
    }

    /** The model run on for so many periods, none of them observed. */
    public JointForecast forecast(int horizon) {
        Prepared longer = prepared().ahead(requireHorizon(horizon));
        Objective objective = longer.objective();
        Filter filter = objective.filter(parameters, Filter.Keep.LIKELIHOOD);
        Horizon after = Horizon.after(filter, objective.noise(parameters), horizon);
        double unit = longer.unit();
        double[] mean =
                Arrays.stream(after.mean).map(m -> longer.centre() + unit * m).toArray();
        double[][] covariance = Arrays.stream(after.covariance)
                .map(row -> Arrays.stream(row).map(c -> unit * unit * c).toArray())
                .toArray(double[][]::new);
        return new JointForecast(periods(horizon), mean, covariance);
    }

    private List<Period> periods(int horizon) {
        return IntStream.rangeClosed(1, horizon)
                .mapToObj(h -> series.end().plus(h))
                .toList();
    }

    /**
     * The forecast at draws of the parameters, so that their uncertainty can be counted in.
     *
     * <p>Standard deviations (not variances) with nothing preferred beforehand, as in Gelman (2006), doi:10.1214/06-BA117A: draws come from
     * a t distribution with 5 degrees of freedom about the maximum, with the curvature of the likelihood there, folded at 0, and are
     * weighted by likelihood over density (importance sampling, Geweke 1989, doi:10.2307/1913710). A variance of 0 so has its half of a
     * distribution. Draw i comes from the i-th stream split from the seed.
     *
     * @param counted for each period ahead, whether it counts in sums
     * @param draws 50 or more
     */
    public ForecastDraws draws(boolean[] counted, int draws, long seed) {
        if (draws < 50) {
            throw new IllegalArgumentException("draws are 50 or more, got " + draws);
        }
        Prepared longer = prepared().ahead(counted.length);
        return drawn(longer, counted, ParameterDraws.about(longer.objective(), parameters, counted, draws, seed), seed);
    }

    /** The forecast given the variances, as if they were known: no spread but the conditional one. */
    public ForecastDraws given(boolean[] counted, int paths, long seed) {
        if (paths < 50) {
            throw new IllegalArgumentException("paths are 50 or more, got " + paths);
        }
        Prepared longer = prepared().ahead(counted.length);
        return drawn(longer, counted, ParameterDraws.given(longer.objective(), parameters, counted, paths, seed), seed);
    }

    private ForecastDraws drawn(Prepared longer, boolean[] counted, List<ParameterDraws.Draw> drawn, long seed) {
        return new ForecastDraws(
                forecast(counted.length),
                counted,
                drawn.stream().map(ParameterDraws.Draw::ahead).toList(),
                ParameterDraws.weights(drawn),
                longer,
                seed);
    }

    /** The variances, the likelihood and how it was climbed. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "structural model of %s, %d values, %d diffuse: %s%nlog likelihood %.6f, gradient %.2g after %d iterations from %d starts%n",
                series.name(),
                used,
                diffuse,
                model,
                logLikelihood,
                gradientNorm,
                iterations,
                starts));
        variances()
                .forEach(v -> text.append(
                        String.format(Locale.ROOT, "  variance of %-10s %.6g%n", v.component(), v.estimate())));
        coefficients().forEach(c -> text.append("  ").append(c).append('\n'));
        return text.toString().replace(System.lineSeparator(), "\n").stripTrailing();
    }
}
