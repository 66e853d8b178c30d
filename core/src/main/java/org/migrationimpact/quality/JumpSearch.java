package org.migrationimpact.quality;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Series;

/** The search of {@link CoverageBreaks} through one series; {@code t} is the place of a value among those that are there. */
final class JumpSearch {

    private static final double RATIO = Math.log(1.5);
    private static final double NORMAL = 1.4826;

    private final Series series;
    private final Observed observed;
    private final double[] x;
    private final boolean counts;
    private final int side;
    private final double commonest;
    private final int cycle;

    private JumpSearch(Series series, Observed observed) {
        this.series = series;
        this.observed = observed;
        this.x = observed.values();
        this.counts = Observed.areCounts(series.unit(), x);
        this.side = Math.max(CoverageBreaks.LEAST, series.frequency().seasons());
        this.commonest = commonest();
        this.cycle = hasSeason() ? series.frequency().seasons() : 0;
    }

    static JumpSearch in(Series series) {
        return new JumpSearch(series, Observed.in(series));
    }

    /** How many values there are. */
    int size() {
        return x.length;
    }

    private double commonest() {
        double[] gaps = IntStream.range(1, x.length)
                .mapToDouble(t -> observed.at()[t] - observed.at()[t - 1])
                .toArray();
        return gaps.length == 0 ? 1 : Observed.median(gaps);
    }

    private boolean hasSeason() {
        return series.frequency().seasons() > 1
                && x.length > 1
                && observed.at()[x.length - 1] - observed.at()[0] == x.length - 1;
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

    /** The break at this value, if there is one. */
    Optional<CoverageBreak> at(int t) {
        if (x[t] == 0 || x[t - 1] == 0) {
            boolean shown = counts && (isFromZero(before(t), from(t)) || isFromZero(from(t), before(t)));
            return shown ? Optional.of(found(t, Double.POSITIVE_INFINITY, 0)) : Optional.empty();
        }
        return plain(t).or(() -> seasonal(t));
    }

    private Optional<CoverageBreak> plain(int t) {
        double gap = x[t] > x[t - 1] ? gap(before(t), from(t)) : gap(from(t), before(t));
        return judged(t, Math.min(Math.abs(change(t)), gap), 1, this::change, Math.sqrt(counting(t)));
    }

    private Optional<CoverageBreak> seasonal(int t) {
        if (cycle == 0 || t <= cycle) {
            return Optional.empty();
        }
        double jump = change(t) - change(t - cycle);
        double[] ratios = IntStream.range(t, Math.min(x.length, t + cycle))
                .mapToDouble(i -> Math.signum(jump) * Math.log(x[i] / x[i - cycle]))
                .sorted()
                .toArray();
        double gap = ratios[ratios.length / 6];
        return judged(
                t,
                Math.min(Math.abs(jump), gap),
                cycle + 1,
                i -> change(i) - change(i - cycle),
                Math.sqrt(counting(t) + counting(t - cycle)));
    }

    private Optional<CoverageBreak> judged(int t, double apart, int first, IntToDoubleFunction changes, double error) {
        if (!(apart >= RATIO)) {
            return Optional.empty();
        }
        double[] others = IntStream.range(first, x.length)
                .filter(i -> i != t)
                .mapToDouble(i -> Math.abs(changes.applyAsDouble(i)) / distance(i))
                .filter(Double::isFinite)
                .toArray();
        if (others.length < CoverageBreaks.PAIRS) {
            return Optional.empty();
        }
        double needed = 4 + 24.0 / others.length;
        double strength = apart / Math.hypot(NORMAL * Observed.median(others) * distance(t), error);
        return strength >= needed ? Optional.of(found(t, strength, needed)) : Optional.empty();
    }

    private CoverageBreak found(int t, double strength, double needed) {
        return new CoverageBreak(
                series.period(observed.at()[t - 1]),
                series.period(observed.at()[t]),
                x[t - 1],
                x[t],
                strength,
                needed,
                before(t).length,
                from(t).length);
    }

    private double[] before(int t) {
        return Arrays.copyOfRange(x, Math.max(0, t - side), t);
    }

    private double[] from(int t) {
        return Arrays.copyOfRange(x, t, Math.min(x.length, t + side));
    }

    private static boolean isFromZero(double[] zeros, double[] others) {
        return zeros.length > 1
                && others.length > 1
                && DoubleStream.of(zeros).allMatch(value -> value == 0)
                && DoubleStream.of(others).allMatch(value -> value >= CoverageBreaks.BEYOND_ZERO);
    }

    /** The logarithm of a value over the one before; no finite number unless both are above 0. */
    private double change(int t) {
        return x[t] > 0 && x[t - 1] > 0 ? Math.log(x[t] / x[t - 1]) : Double.NaN;
    }

    /** The variance of the logarithm of a ratio of two Poisson counts; 0 where the values are no counts. */
    private double counting(int t) {
        return counts ? 1 / x[t] + 1 / x[t - 1] : 0;
    }

    /** The square root of the time between a value and the one before, in units of the commonest step. */
    private double distance(int t) {
        return Math.sqrt((observed.at()[t] - observed.at()[t - 1]) / commonest);
    }

    /** How far the lowest of the higher side lies above the highest of the lower side; no number where a value there is below 0. */
    private static double gap(double[] lower, double[] higher) {
        double[] low = lower.clone();
        double[] high = higher.clone();
        Arrays.sort(low);
        Arrays.sort(high);
        return Math.log(high[high.length / 6]) - Math.log(Math.max(low[low.length - 1 - low.length / 6], 0));
    }
}
