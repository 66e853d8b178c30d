package org.migrationimpact.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Source;

/**
 * To what are the counts rounded: to 5, to 10, to 100? A rounded zero may stand for a few persons, and a sum of rounded parts is not the
 * rounded sum.
 *
 * <p>The units 5, 10, 50, 100 and so on to a million are tried in turn, each against the one before it, beginning with 1. A unit is found
 * where all values other than 0, or all but at most 2 in 100 of them, are multiples of it, and where so many among {@code n} different
 * values would come about by chance with a probability below one in a million for a first unit, below one in a thousand for a further one. The
 * probability is the upper tail of a binomial distribution of {@code n} with {@code p = former unit / unit}, which is the largest
 * probability for counts whose distribution does not increase. It takes ten different values, so ten are needed for any claim. A
 * value that recurs counts once, for a series that rests at 20 shows no rounding.
 *
 * @param unit the unit; 1 where no rounding is shown
 * @param values how many values there are
 * @param zeros how many of them are 0; they show nothing
 * @param different how many different values other than 0 there are
 * @param exceptions how many values are no multiples of the unit
 * @param chance the probability of so many multiples of the unit by chance, against no rounding; 1 where no rounding is shown
 */
public record RoundingUnit(long unit, int values, int zeros, int different, int exceptions, double chance)
        implements Serializable {

    private static final int LADDER = 12; // 5, 10, 50 and so on to 1,000,000
    private static final double FIRST = 1e-6;
    private static final double FURTHER = 1e-3;
    private static final double TOLERATED = 0.02;
    private static final int FEWEST = 10;
    private static final Pattern TO_FIVE =
            Pattern.compile("(?<![A-Za-z])migr_(asy|dub|ei[lpor])", Pattern.CASE_INSENSITIVE);

    /** The unit to which the counts of a series are rounded. */
    public static RoundingUnit of(Series series) {
        return of(series.unit(), Observed.in(series).values());
    }

    /** The unit to which all the counts of a table are rounded. */
    public static RoundingUnit of(Observations table) {
        return of(
                table.unit(),
                table.stream()
                        .mapToDouble(Observation::value)
                        .filter(value -> !Double.isNaN(value))
                        .toArray());
    }

    /**
     * The unit that the publisher declares for a table of this title; empty where none is known. Eurostat declares that its counts of
     * asylum ({@code migr_asy...}, {@code migr_dub...}) and of the enforcement of immigration law ({@code migr_ei...}) are rounded to
     * the nearest 5: the reference metadata {@code migr_asyapp_esms}, {@code migr_asydec_esms} and {@code migr_eil_esms}.
     */
    public static Optional<Long> declared(Source source) {
        return TO_FIVE.matcher(source.title()).find()
                        || TO_FIVE.matcher(source.file()).find()
                ? Optional.of(5L)
                : Optional.empty();
    }

    private static RoundingUnit of(String measure, double... values) {
        double[] different =
                Arrays.stream(values).filter(value -> value != 0).distinct().toArray();
        int zeros =
                values.length - (int) Arrays.stream(values).filter(v -> v != 0).count();
        RoundingUnit best = new RoundingUnit(1, values.length, zeros, different.length, 0, 1);
        if (different.length < FEWEST || !Observed.areCounts(measure, values)) {
            return best;
        }
        for (long unit : ladder()) {
            RoundingUnit next = best.next(unit, values, different);
            if (next.unit == best.unit) {
                return best;
            }
            best = next;
        }
        return best;
    }

    private static List<Long> ladder() {
        List<Long> units = new ArrayList<>(List.of(5L));
        while (units.size() < LADDER) {
            long last = units.get(units.size() - 1);
            units.add(units.size() % 2 == 1 ? 2 * last : 5 * last);
        }
        return units;
    }

    /** The next unit where the values show it, or this one. */
    private RoundingUnit next(long coarser, double[] all, double... distinct) {
        int odd = (int) Arrays.stream(all).filter(value -> value % coarser != 0).count();
        if (odd > TOLERATED * (all.length - zeros)) {
            return this;
        }
        int wrong = (int)
                Arrays.stream(distinct).filter(value -> value % coarser != 0).count();
        double step = tail(distinct.length, wrong, (double) unit / coarser);
        return step < (unit == 1 ? FIRST : FURTHER)
                ? new RoundingUnit(coarser, values, zeros, different, odd, tail(distinct.length, wrong, 1.0 / coarser))
                : this;
    }

    /** The probability that all but at most so many of n are multiples: {@code sum over k of C(n,k) p^(n-k) (1-p)^k}. */
    static double tail(int n, int exceptions, double p) {
        double logTerm = n * Math.log(p);
        double sum = Math.exp(logTerm);
        for (int k = 1; k <= exceptions; k++) {
            logTerm += Math.log((double) (n - k + 1) / k) + Math.log1p(-p) - Math.log(p);
            sum += Math.exp(logTerm);
        }
        return Math.min(1, sum);
    }

    /** Whether the counts are rounded. */
    public boolean isRounded() {
        return unit > 1;
    }

    /** The largest count that a rounded zero may stand for: 2 where the unit is 5, 4 where it is 10. */
    public long hiddenByZero() {
        return (unit - 1) / 2;
    }

    /** By how much a sum of so many rounded counts may be wrong at most: {@code cells * floor(unit / 2)}. */
    public long largestErrorOfSum(int cells) {
        return Math.multiplyExact(requirePositive(cells), unit / 2);
    }

    /**
     * The standard error that rounding alone gives a sum of so many counts, if the digits rounded off are equally frequent and
     * independent: {@code sqrt(cells (unit² - 1) / 12)}.
     */
    public double standardErrorOfSum(int cells) {
        return Math.sqrt(requirePositive(cells) * ((double) unit * unit - 1) / 12);
    }

    private static long requirePositive(int cells) {
        if (cells < 1) {
            throw new IllegalArgumentException("a sum has 1 cell or more, got " + cells);
        }
        return cells;
    }

    @Override
    public String toString() {
        if (!isRounded()) {
            return different < FEWEST
                    ? "no rounding can be shown from " + different + " different values other than 0; it takes "
                            + FEWEST
                    : "no rounding to 5, 10, 50 or more is shown by " + different + " different values";
        }
        String all =
                exceptions == 0 ? "all " + values + " values" : (values - exceptions) + " of " + values + " values";
        return String.format(
                Locale.ROOT,
                "%s are multiples of %d (%d different ones other than 0, by chance with probability %.0e): rounded to %d;"
                        + " a zero may stand for up to %d, a sum of n cells may be wrong by n times %d",
                all,
                unit,
                different,
                chance,
                unit,
                hiddenByZero(),
                unit / 2);
    }
}
