package org.migrationimpact.inference;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.model.Factor;

/**
 * How often a statistic is as large as the observed one where it is left to chance which units are treated: the labels of the units
 * (treated and untreated, or the period of adoption) change places, the data stay. It is exact, whatever the number of units and however
 * their errors depend on each other over time, for the hypothesis that the measure does nothing to any unit, if treatment could as well have
 * fallen on the others.
 *
 * <p>Where all ways to deal the labels are no more than the draws (9,999 by default) they are gone through, and the p-value is their
 * share, the observed one among them; otherwise it is (1 + #) / (1 + B). The smallest p-value that can come out is always told: one treated
 * unit of nine can give 1/9 and no less.
 *
 * <p>Source: Fisher (1935), The Design of Experiments; in clusters: MacKinnon and Webb (2020), doi:10.1016/j.jeconom.2020.04.024.
 */
public final class RandomisationInference implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DRAWS = 9_999;
    private static final int FEWEST_DRAWS = 99;
    private static final int MOST_DRAWS = 10_000_000;
    private static final double TIE = 1e-9;
    private static final double USEFUL = 0.05;

    private final Factor treatment;
    private final Factor strata;
    private final long seed;
    private final int draws;
    private final Tail tail;

    /** Which statistics count as being as large as the observed one. */
    public enum Tail {
        /** Those as far from 0, on either side. */
        TWO_SIDED,
        /** Those as high. */
        HIGHER,
        /** Those as low. */
        LOWER;

        private double size(double statistic) {
            return switch (this) {
                case TWO_SIDED -> Math.abs(statistic);
                case HIGHER -> statistic;
                case LOWER -> -statistic;
            };
        }
    }

    /** A statistic of the labels dealt to the units; it is asked for many deals at once, from several threads. */
    public interface Statistic {
        /** Its value where unit {@code u} has the label of this code. */
        double of(int... codes);
    }

    private RandomisationInference(Factor treatment, Factor strata, long seed, int draws, Tail tail) {
        this.treatment = treatment;
        this.strata = strata;
        this.seed = seed;
        this.draws = draws;
        this.tail = tail;
    }

    /** One row a unit, with its label; all labels may change places. */
    public static RandomisationInference of(Factor treatment, long seed) {
        Factor all = Factor.of("all units", new int[treatment.rows()]);
        return new RandomisationInference(treatment, all, seed, DRAWS, Tail.TWO_SIDED);
    }

    /** The same with labels that change places only between units of one group, such as a route. */
    public RandomisationInference within(Factor groups) {
        if (groups.rows() != treatment.rows()) {
            throw new IllegalArgumentException(
                    groups.name() + " has " + groups.rows() + " units, " + treatment.name() + " " + treatment.rows());
        }
        return new RandomisationInference(treatment, groups, seed, draws, tail);
    }

    /** The same with this tail. */
    public RandomisationInference with(Tail other) {
        return new RandomisationInference(treatment, strata, seed, draws, other);
    }

    /**
     * The same with so many draws.
     *
     * @throws IllegalArgumentException outside 99 to 10,000,000
     */
    public RandomisationInference draws(int number) {
        if (number < FEWEST_DRAWS || number > MOST_DRAWS) {
            throw new IllegalArgumentException(
                    "draws lie between " + FEWEST_DRAWS + " and " + MOST_DRAWS + ", got " + number);
        }
        return new RandomisationInference(treatment, strata, seed, number, tail);
    }

    /**
     * Compares the mean of the units with this label with the mean of all others.
     *
     * @param label the treated ones
     * @param contrasts one a unit: such as its mean after less its mean before
     */
    public RandomisationTest differenceInMeans(String label, double... contrasts) {
        if (contrasts.length != treatment.rows()) {
            throw new IllegalArgumentException(contrasts.length + " contrasts for " + treatment.rows() + " units");
        }
        double[] own = contrasts.clone();
        int treated = code(label);
        return test(codes -> difference(own, treated, codes));
    }

    private int code(String label) {
        return IntStream.range(0, treatment.levels())
                .filter(code -> treatment.label(code).equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no unit has the " + treatment.name() + " '" + label + "'"));
    }

    private static double difference(double[] contrasts, int treated, int... codes) {
        double among = 0;
        double others = 0;
        int count = 0;
        for (int u = 0; u < codes.length; u++) {
            if (codes[u] == treated) {
                among += contrasts[u];
                count++;
            } else {
                others += contrasts[u];
            }
        }
        return among / count - others / (codes.length - count);
    }

    /**
     * Compares a statistic with those of other deals of the labels.
     *
     * @throws DataException E-RANDOM-001 where there is only one deal
     * @throws EstimationException E-RANDOM-002 where the statistic is not finite
     */
    public RandomisationTest test(Statistic statistic) {
        Deals deals = Deals.of(treatment.codes(), strata);
        requireChoice(deals);
        double observed = finite(statistic.of(treatment.codes()), "observed");
        boolean all = deals.count() <= draws;
        double[] sizes = all ? everyDeal(deals, statistic) : randomDeals(deals, statistic);
        double least = tail.size(observed) - TIE * Math.abs(observed);
        long beyond = Arrays.stream(sizes).filter(size -> size >= least).count();
        double p = all ? beyond / (double) sizes.length : (1.0 + beyond) / (1.0 + sizes.length);
        double smallest = all ? ties(sizes) / sizes.length : Math.max(1 / deals.count(), 1 / (1.0 + sizes.length));
        double error = all ? 0 : Math.sqrt(p * (1 - p) / sizes.length);
        return new RandomisationTest(observed, p, error, smallest, deals.count(), sizes.length, warnings(smallest));
    }

    private void requireChoice(Deals deals) {
        if (deals.count() < 2) {
            throw new DataException(
                    "E-RANDOM-001",
                    "the labels of " + treatment.rows() + " units can be dealt in one way only, as " + treatment.name()
                            + " does not differ within " + strata.name()
                            + "; bring in untreated units, or take coarser groups");
        }
    }

    private static double finite(double value, String what) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new EstimationException(
                    "E-RANDOM-002",
                    "the statistic of the " + what + " labels is " + value
                            + "; take one that every deal of the labels allows");
        }
        return value;
    }

    private double[] everyDeal(Deals deals, Statistic statistic) {
        double[] sizes = new double[(int) deals.count()];
        Deals.Walk walk = deals.walk();
        for (int d = 0; d < sizes.length; d++) {
            sizes[d] = tail.size(finite(statistic.of(walk.next()), "dealt"));
        }
        return sizes;
    }

    private double[] randomDeals(Deals deals, Statistic statistic) {
        double[] sizes = new double[draws];
        IntStream.range(0, draws)
                .parallel()
                .forEach(b -> sizes[b] = tail.size(finite(statistic.of(deals.random(seed, b)), "dealt")));
        return sizes;
    }

    /** How many deals are as large as the largest one. */
    private static double ties(double... sizes) {
        double largest = Arrays.stream(sizes).max().orElseThrow();
        return Arrays.stream(sizes)
                .filter(size -> size >= largest - TIE * Math.abs(largest))
                .count();
    }

    private List<Warning> warnings(double smallest) {
        if (smallest <= USEFUL) {
            return List.of();
        }
        return List.of(new Warning(
                "W-RANDOM-001",
                String.format(
                        Locale.ROOT,
                        "with %d units no p-value below %.4g can come out, so nothing can be significant at 5 %%; bring in more untreated units",
                        treatment.rows(),
                        smallest)));
    }
}
