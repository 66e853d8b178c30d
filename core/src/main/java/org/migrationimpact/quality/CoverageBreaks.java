package org.migrationimpact.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Series;

/**
 * Does the level of a series jump where the publisher flags nothing? A country that begins to be counted, a coder that stops, a territory
 * that changes look like the effect of a measure. This reports; it corrects nothing, and it cannot tell a change of coverage from a true
 * jump: that takes the publisher's notes.
 *
 * <p>The rule looks at every pair of neighbouring values {@code a, b} above 0. The jump is {@code j = |ln(b/a)|}. The usual change is {@code
 * s = 1.4826 median |ln(x_t/x_(t-1))| / sqrt(gap)} over all other neighbouring pairs, {@code gap} being the number of periods between
 * them in units of the commonest one. The levels are the {@code K} values before and the {@code K} from there on, {@code K} being a cycle
 * of seasons and at least {@value #LEAST}; the distance {@code g} between them is the logarithm of the ratio of the lowest of the higher
 * side to the highest of the lower side, a sixth of each side (rounded down) left out. A break is reported where
 *
 * <ul>
 *   <li>{@code min(j, g)} is at least {@code ln 1.5}: the levels lie apart by half and more, and
 *   <li>{@code min(j, g) / sqrt(s² gap + e²)} is at least {@code 4 + 24/m}, with {@code m} other pairs, of which it takes {@value #PAIRS}.
 *       For counts {@code e² = 1/a + 1/b}, the variance of the logarithm of a ratio of two Poisson counts; otherwise it is 0.
 * </ul>
 *
 * <p>It is reported too where one side is all zeros, at least two, and every value of the other, at least two, is {@value #BEYOND_ZERO} or more;
 * this holds for counts only. Where the publisher flags a break after the old value or at the new one, or a definition that
 * differs at one of the two alone, the jump is left to that flag. A series of fewer than {@code PAIRS + 2} values is too short to say anything, unless
 * by its zeros. A five-yearly series of seven values can show a jump that is nine times its usual change, and no smaller one.
 *
 * <p>How often it speaks up on series that have no break is measured by simulation: {@code docs/QUALITY.md}. The median of absolute
 * changes as a scale: Rousseeuw and Croux (1993), Journal of the American Statistical Association 88, 1273-1283,
 * doi:10.1080/01621459.1993.10476408.
 *
 * @param series the name of the series
 * @param values how many values it has
 * @param breaks what was found, in order of time
 */
public record CoverageBreaks(String series, int values, List<CoverageBreak> breaks) implements Serializable {

    static final int LEAST = 3;
    static final int PAIRS = 4;
    static final int BEYOND_ZERO = 10;

    private static final double RATIO = Math.log(1.5);
    private static final double NORMAL = 1.4826;

    public CoverageBreaks {
        breaks = List.copyOf(breaks);
    }

    /** Every jump of the level of this series that no flag announces. */
    public static CoverageBreaks in(Series series) {
        Search search = new Search(series);
        return new CoverageBreaks(
                series.name(),
                search.observed.size(),
                IntStream.range(1, search.observed.size())
                        .filter(search::isUnannounced)
                        .boxed()
                        .flatMap(t -> search.at(t).stream())
                        .toList());
    }

    /** Whether the series is long enough for its jumps to be judged. */
    public boolean isLongEnough() {
        return values >= PAIRS + 2;
    }

    @Override
    public String toString() {
        String none = isLongEnough()
                ? "no jump of the level without a flag"
                : "too short to judge a jump: " + values + " values, " + (PAIRS + 2) + " needed";
        return series + ": "
                + (breaks.isEmpty()
                        ? none
                        : breaks.stream()
                                .map(CoverageBreak::toString)
                                .collect(Collectors.joining("; ", "level ", "")));
    }

    /** The search through one series. */
    private static final class Search {

        private final Series series;
        private final Observed observed;
        private final double[] x;
        private final boolean counts;
        private final int side;
        private final double commonest;

        Search(Series series) {
            this.series = series;
            this.observed = Observed.in(series);
            this.x = observed.values();
            this.counts = Observed.areCounts(series.unit(), x);
            this.side = Math.max(LEAST, series.frequency().seasons());
            this.commonest = commonest();
        }

        private double commonest() {
            double[] gaps = IntStream.range(1, x.length)
                    .mapToDouble(t -> observed.at()[t] - observed.at()[t - 1])
                    .toArray();
            return gaps.length == 0 ? 1 : Observed.median(gaps);
        }

        /** Whether the publisher neither flags a break up to the new value, nor another definition on one of the two alone. */
        boolean isUnannounced(int t) {
            int old = observed.at()[t - 1];
            int young = observed.at()[t];
            return IntStream.rangeClosed(old + 1, young)
                            .noneMatch(i -> series.flags(i).contains(Flag.BREAK))
                    && series.flags(old).contains(Flag.DEFINITION_DIFFERS)
                            == series.flags(young).contains(Flag.DEFINITION_DIFFERS);
        }

        List<CoverageBreak> at(int t) {
            double[] old = Arrays.copyOfRange(x, Math.max(0, t - side), t);
            double[] young = Arrays.copyOfRange(x, t, Math.min(x.length, t + side));
            if (x[t] == 0 || x[t - 1] == 0) {
                boolean shown = counts && (isFromZero(old, young) || isFromZero(young, old));
                return shown ? List.of(found(t, Double.POSITIVE_INFINITY, 0, old, young)) : List.of();
            }
            double apart = Math.min(Math.abs(change(t)), x[t] > x[t - 1] ? gap(old, young) : gap(young, old));
            if (!(apart >= RATIO)) {
                return List.of();
            }
            double[] others = usual(t);
            if (others.length < PAIRS) {
                return List.of();
            }
            double needed = 4 + 24.0 / others.length;
            double strength = apart / Math.hypot(NORMAL * Observed.median(others) * distance(t), countingError(t));
            return strength >= needed ? List.of(found(t, strength, needed, old, young)) : List.of();
        }

        private CoverageBreak found(int t, double strength, double needed, double[] old, double[] young) {
            return new CoverageBreak(
                    series.period(observed.at()[t - 1]),
                    series.period(observed.at()[t]),
                    x[t - 1],
                    x[t],
                    strength,
                    needed,
                    old.length,
                    young.length);
        }

        private static boolean isFromZero(double[] zeros, double[] others) {
            return zeros.length > 1
                    && others.length > 1
                    && Arrays.stream(zeros).allMatch(value -> value == 0)
                    && Arrays.stream(others).allMatch(value -> value >= BEYOND_ZERO);
        }

        private double change(int t) {
            return Math.log(x[t] / x[t - 1]);
        }

        /** The standard error of the logarithm of a ratio of two Poisson counts; 0 where the values are no counts. */
        private double countingError(int t) {
            return counts ? Math.sqrt(1 / x[t] + 1 / x[t - 1]) : 0;
        }

        /** The square root of the time between a value and the one before, in units of the commonest step. */
        private double distance(int t) {
            return Math.sqrt((observed.at()[t] - observed.at()[t - 1]) / commonest);
        }

        private double[] usual(int but) {
            List<Double> changes = new ArrayList<>();
            for (int t = 1; t < x.length; t++) {
                if (t != but && x[t] > 0 && x[t - 1] > 0) {
                    changes.add(Math.abs(change(t)) / distance(t));
                }
            }
            return changes.stream().mapToDouble(Double::doubleValue).toArray();
        }

        /** How far the lowest of the higher side lies above the highest of the lower side; NaN where a value is 0 or less. */
        private static double gap(double[] lower, double[] higher) {
            double[] low = lower.clone();
            double[] high = higher.clone();
            Arrays.sort(low);
            Arrays.sort(high);
            OptionalDouble least = Arrays.stream(high).skip(high.length / 6).findFirst();
            double most = low[low.length - 1 - low.length / 6];
            return Math.log(least.orElseThrow()) - Math.log(Math.max(most, 0));
        }
    }
}
