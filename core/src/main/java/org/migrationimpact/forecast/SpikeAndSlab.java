package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/**
 * Which columns of a structural model are worth having? Each is out (the spike at 0) or in (a slab about 0 as wide as one observation
 * tells), one of them beforehand unless said otherwise; the series decides.
 *
 * <p>States, coefficients and scale are integrated out exactly, so only the sets of columns remain: all of them are gone through up to 12
 * columns; with more, Gibbs sampling over the columns in turn, from one seed, with its Monte Carlo error. The ratios of the variances are
 * those that make the series most likely with the columns chosen so far, until the choice no longer changes. What is chosen is the median
 * probability model, the columns more likely in than out; it is used as if it had been known, which a band does not tell.
 *
 * <p>Sources: George and McCulloch (1997), Statistica Sinica 7; Scott and Varian (2014), doi:10.1504/IJMMNO.2014.059942; de Jong (1991),
 * doi:10.1214/aos/1176348139; Barbieri and Berger (2004), doi:10.1214/009053604000000238.
 */
public final class SpikeAndSlab implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ENUMERATED = 12;
    private static final int MOST = 200;
    private static final int ROUNDS = 10;
    private static final int WARM_UP = 200;
    private static final int BATCHES = 20;
    private static final int SWEEPS_A_BATCH = 50;
    private static final double NOTHING = 1e-10;

    private final double expected;
    private final long seed;

    private SpikeAndSlab(double expected, long seed) {
        this.expected = expected;
        this.seed = seed;
    }

    /** One column is expected beforehand; draws come from this seed. */
    public static SpikeAndSlab seeded(long seed) {
        return new SpikeAndSlab(1, seed);
    }

    /** So many columns are expected beforehand, above 0; as many as there are, or more, is half of them. */
    public SpikeAndSlab expecting(double columns) {
        if (!(columns > 0) || Double.isInfinite(columns)) {
            throw new IllegalArgumentException("expected columns are above 0, got " + columns);
        }
        return new SpikeAndSlab(columns, seed);
    }

    /**
     * A model with the columns chosen, and how likely each was.
     *
     * @param model the model with those columns alone
     * @param inclusions by column, in the order of the columns handed in
     * @param rounds how often the variances were taken anew
     */
    public record Choice(StructuralModel model, List<Inclusion> inclusions, int rounds) implements Serializable {

        public Choice {
            inclusions = List.copyOf(inclusions);
        }
    }

    /**
     * The choice among the columns of this model.
     *
     * @throws InputException E-CHOICE-001 for no column, or more than 200
     * @throws EstimationException E-CHOICE-002 where a column is nothing but level, slope and season
     */
    public Choice choose(StructuralModel model, Series series) {
        List<Series> columns = model.regressors();
        if (columns.isEmpty() || columns.size() > MOST) {
            throw new InputException(
                    "E-CHOICE-001",
                    "a choice among the columns of " + series.name() + " has " + columns.size()
                            + " of them; it takes 1 to " + MOST);
        }
        Series known = known(series, columns);
        List<Series> chosen = List.of();
        List<Inclusion> inclusions = List.of();
        int rounds = 0;
        List<List<Series>> seen = new ArrayList<>();
        while (rounds < ROUNDS && !seen.contains(chosen)) {
            seen.add(chosen);
            inclusions = inclusions(model, known, chosen);
            chosen = chosen(columns, inclusions);
            rounds++;
        }
        return new Choice(model.withRegressors(chosen), inclusions, rounds);
    }

    private static List<Series> chosen(List<Series> columns, List<Inclusion> inclusions) {
        return IntStream.range(0, columns.size())
                .filter(j -> inclusions.get(j).isChosen())
                .mapToObj(columns::get)
                .toList();
    }

    /** The series where every column has a value. */
    private static Series known(Series series, List<Series> columns) {
        double[] values = series.values();
        for (int t = 0; t < values.length; t++) {
            Period period = series.period(t);
            if (columns.stream().anyMatch(column -> Double.isNaN(column.at(period)))) {
                values[t] = Double.NaN;
            }
        }
        return Series.of(series.name(), series.unit(), series.start(), values);
    }

    private List<Inclusion> inclusions(StructuralModel model, Series known, List<Series> chosen) {
        Prepared with = Prepared.of(model.withRegressors(chosen), known);
        double[] at = Maximum.of(with.objective(), known.name()).climb().x();
        Prepared bare = Prepared.of(model.withRegressors(List.of()), known);
        double unit = with.unit() / bare.unit();
        double[] parameters = at.clone();
        for (int i = 0; i < bare.objective().deviations(); i++) {
            parameters[i] = at[i] * unit;
        }
        InclusionOdds odds = odds(model, known, bare, parameters);
        return model.regressors().size() <= ENUMERATED
                ? listed(model.regressors(), odds.enumerated(), new double[odds.columns()])
                : drawn(model.regressors(), odds);
    }

    private InclusionOdds odds(StructuralModel model, Series known, Prepared bare, double[] parameters) {
        List<Series> columns = model.regressors();
        double[] y = bare.values(0);
        double[] response = whitened(bare, parameters, y);
        double[][] whitened = new double[columns.size()][];
        for (int j = 0; j < whitened.length; j++) {
            double[] column = scaled(columns.get(j), known, model.level());
            whitened[j] = whitened(bare, parameters, column);
            double before = Arrays.stream(column)
                    .filter(v -> !Double.isNaN(v))
                    .map(v -> v * v)
                    .sum();
            double after = Arrays.stream(whitened[j]).map(v -> v * v).sum();
            if (!(after > NOTHING * before)) {
                throw new EstimationException(
                        "E-CHOICE-002",
                        columns.get(j).name() + " is made of the level, slope and season of the model for "
                                + known.name() + "; leave it out");
            }
        }
        double prior = expected >= columns.size() ? 0.5 : expected / columns.size();
        return new InclusionOdds(response, whitened, prior);
    }

    /** About its mean where the model has a level, in its largest deviation from it; missing where the series is. */
    private static double[] scaled(Series column, Series known, Component level) {
        double[] values = IntStream.range(0, known.size())
                .mapToDouble(t -> Double.isNaN(known.value(t)) ? Double.NaN : column.at(known.period(t)))
                .toArray();
        double mean = level == Component.ABSENT
                ? 0
                : Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(0);
        double most = Arrays.stream(values)
                .filter(v -> !Double.isNaN(v))
                .map(v -> Math.abs(v - mean))
                .max()
                .orElse(0);
        return Arrays.stream(values)
                .map(v -> (v - mean) / (most == 0 ? 1 : most))
                .toArray();
    }

    private static double[] whitened(Prepared bare, double[] parameters, double[] values) {
        Objective objective = bare.objective();
        Filter filter =
                Filter.run(objective.space(parameters), values, objective.noise(parameters), Filter.Keep.LIKELIHOOD);
        return Arrays.stream(filter.standardised())
                .filter(e -> !Double.isNaN(e))
                .toArray();
    }

    /** One chain; the conditional probabilities themselves are averaged, in batches that tell the Monte Carlo error. */
    List<Inclusion> drawn(List<Series> columns, InclusionOdds odds) {
        int p = odds.columns();
        RandomGenerator random = Streams.of(seed, 1).findFirst().orElseThrow();
        boolean[] in = new boolean[p];
        for (int sweep = 0; sweep < WARM_UP; sweep++) {
            sweep(odds, in, new double[p], random);
        }
        double[][] batches = new double[BATCHES][p];
        for (double[] batch : batches) {
            requireGoingOn();
            for (int sweep = 0; sweep < SWEEPS_A_BATCH; sweep++) {
                sweep(odds, in, batch, random);
            }
        }
        double[] means = new double[p];
        double[] errors = new double[p];
        for (int j = 0; j < p; j++) {
            int column = j;
            double[] each = Arrays.stream(batches)
                    .mapToDouble(batch -> batch[column] / SWEEPS_A_BATCH)
                    .toArray();
            means[j] = Arrays.stream(each).average().orElseThrow();
            double mean = means[j];
            double squares =
                    Arrays.stream(each).map(v -> (v - mean) * (v - mean)).sum();
            errors[j] = Math.sqrt(squares / (BATCHES - 1) / BATCHES);
        }
        return listed(columns, means, errors);
    }

    private static void sweep(InclusionOdds odds, boolean[] in, double[] sums, RandomGenerator random) {
        for (int j = 0; j < in.length; j++) {
            double probability = odds.conditional(in, j);
            sums[j] += probability;
            in[j] = random.nextDouble() < probability;
        }
    }

    private static void requireGoingOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new EstimationException("E-CHOICE-003", "interrupted while columns were chosen");
        }
    }

    private static List<Inclusion> listed(List<Series> columns, double[] probabilities, double[] errors) {
        return IntStream.range(0, columns.size())
                .mapToObj(j -> new Inclusion(columns.get(j).name(), probabilities[j], errors[j]))
                .toList();
    }

    @Override
    public String toString() {
        return "spike and slab, " + expected + " expected, seed " + seed;
    }
}
