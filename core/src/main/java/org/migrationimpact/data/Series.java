package org.migrationimpact.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * One quantity over consecutive periods: {@code values[i]} belongs to {@code start.plus(i)}, in {@code unit}.
 *
 * <p>{@code NaN} is missing; the {@link Flag} beside it says why. There are no holes in time: a period without a row is there, as {@link
 * Flag#ABSENT}.
 */
public final class Series implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String unit;
    private final Period start;
    private final double[] values;
    private final int[] flags;

    Series(String name, String unit, Period start, double[] values, int[] flags) {
        if (values.length == 0) {
            throw new DataException("E-SERIES-001", name + " has no observations");
        }
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new DataException(
                        "E-SERIES-002", name + " is infinite in " + start.plus(i) + "; values must be finite");
            }
        }
        start.plus(values.length - 1L); // refuses a series that leaves the calendar
        this.name = Objects.requireNonNull(name);
        this.unit = Objects.requireNonNull(unit);
        this.start = start;
        this.values = values;
        this.flags = flags;
    }

    /**
     * A series from its first period on; a {@code NaN} is taken as {@link Flag#NOT_AVAILABLE}.
     *
     * @throws DataException E-SERIES-001 without any value, E-SERIES-002 for an infinite one
     */
    public static Series of(String name, String unit, Period start, double... values) {
        double[] copy = values.clone();
        int missing = Flag.mask(Set.of(Flag.NOT_AVAILABLE));
        int[] flags =
                Arrays.stream(copy).mapToInt(v -> Double.isNaN(v) ? missing : 0).toArray();
        return new Series(name, unit, start, copy, flags);
    }

    /**
     * A series from its first period on, with what the publisher says about each value; a {@code NaN} must carry the flag that says why.
     *
     * @param flags one set a value, in the same order
     * @throws DataException E-SERIES-001 without any value, E-SERIES-002 for an infinite one
     */
    public static Series of(String name, String unit, Period start, double[] values, List<Set<Flag>> flags) {
        if (flags.size() != values.length) {
            throw new IllegalArgumentException(
                    name + " has " + values.length + " values, so it needs as many sets of flags, got " + flags.size());
        }
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i]) && flags.get(i).isEmpty()) {
                throw new IllegalArgumentException(
                        name + " has no value in " + start.plus(i) + "; a missing value needs a flag that says why");
            }
        }
        int[] masks = flags.stream().mapToInt(Flag::mask).toArray();
        return new Series(name, unit, start, values.clone(), masks);
    }

    /** What is counted, and of whom: {@code detections, Albania}. */
    public String name() {
        return name;
    }

    /** The unit of the values: {@code detections}, {@code persons}, {@code million US$}. */
    public String unit() {
        return unit;
    }

    /** The first period. */
    public Period start() {
        return start;
    }

    /** The last period. */
    public Period end() {
        return start.plus(values.length - 1L);
    }

    /** The frequency of the periods. */
    public Frequency frequency() {
        return start.frequency();
    }

    /** The number of periods, missing ones included. */
    public int size() {
        return values.length;
    }

    /** The values in order of time; {@code NaN} is missing. */
    public double[] values() {
        return values.clone();
    }

    /** The i-th value, from 0. */
    public double value(int i) {
        return values[i];
    }

    /** The i-th period, from 0. */
    public Period period(int i) {
        return start.plus(i);
    }

    /** The flags of the i-th observation, from 0. */
    public Set<Flag> flags(int i) {
        return Flag.unmask(flags[i]);
    }

    /** Whether the series covers this period, with a value or without. */
    public boolean covers(Period period) {
        long i = start.until(period);
        return i >= 0 && i < values.length;
    }

    /** The value in this period; {@code NaN} where it is missing or not covered. */
    public double at(Period period) {
        return covers(period) ? values[(int) start.until(period)] : Double.NaN;
    }

    /**
     * The same series between two periods, both included; what it does not cover is left out.
     *
     * @throws DataException E-SERIES-003 where nothing is left
     */
    public Series between(Period first, Period last) {
        long begin = Math.max(0, start.until(first));
        long end = Math.min(values.length, start.until(last) + 1);
        if (begin >= end) {
            throw new DataException(
                    "E-SERIES-003",
                    name + " runs from " + start + " to " + end() + "; it has nothing from " + first + " to " + last);
        }
        int from = (int) begin;
        int to = (int) end;
        return new Series(
                name,
                unit,
                start.plus(from),
                Arrays.copyOfRange(values, from, to),
                Arrays.copyOfRange(flags, from, to));
    }

    /**
     * Each value changed; missing stays missing, flags stay.
     *
     * @throws DataException E-SERIES-002 where the change gives an infinite number, E-SERIES-004 where it gives none: no value becomes
     *     missing
     */
    public Series map(String newUnit, DoubleUnaryOperator change) {
        double[] changed = values.clone();
        for (int i = 0; i < changed.length; i++) {
            if (!Double.isNaN(values[i])) {
                changed[i] = change.applyAsDouble(values[i]);
                requireNumber(i, changed[i]);
            }
        }
        return new Series(name, newUnit, start, changed, flags);
    }

    private void requireNumber(int i, double changed) {
        if (Double.isNaN(changed)) {
            throw new DataException(
                    "E-SERIES-004",
                    name + " is " + values[i] + " in " + period(i)
                            + ", and the change gives no number for it; a change must have a value wherever the series has one");
        }
    }

    /**
     * The same by longer periods, such as years from months. A long period has a figure only where each short period that the rule takes
     * has one; otherwise it is missing, with the flags of those short periods, and {@link Flag#ABSENT} where the series begins or ends
     * inside it. Flags are united, and a break in any short period is a break of the long one. The same frequency gives the same series.
     *
     * @throws DataException E-FREQUENCY-001 where the frequency would be raised, E-FREQUENCY-002 for weeks, which straddle the ends of
     *     months and years, and for periods without a calendar, E-FREQUENCY-003 where the series reaches over no long period,
     *     E-FREQUENCY-004 for the sum of a rate
     */
    public Series lowered(Frequency frequency, Lowering rule) {
        return frequency == frequency() ? this : new LoweredSeries(this, frequency, rule).series();
    }

    /** The same under another name. */
    public Series named(String newName) {
        return new Series(newName, unit, start, values, flags);
    }

    /** How many periods carry this flag. */
    public int count(Flag flag) {
        int bit = Flag.mask(Set.of(flag));
        return (int) Arrays.stream(flags).filter(mask -> (mask & bit) != 0).count();
    }

    /** How many periods have a value. */
    public int observed() {
        return (int) Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that
                && name.equals(that.name)
                && unit.equals(that.unit)
                && start.equals(that.start)
                && Arrays.equals(values, that.values)
                && Arrays.equals(flags, that.flags);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, unit, start, Arrays.hashCode(values));
    }

    /** One line: name, unit, span, how many are missing, mean and range. */
    @Override
    public String toString() {
        String span = name + " [" + unit + "], " + frequency().count(values.length) + ", " + start + " to " + end();
        if (observed() == 0) {
            return span + ", all missing";
        }
        double[] known = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .filter(v -> !Double.isNaN(v))
                .toArray();
        String missing = known.length == values.length ? "" : ", " + (values.length - known.length) + " missing";
        return span
                + missing
                + String.format(
                        Locale.ROOT,
                        ", mean %.6g, %.6g to %.6g",
                        Arrays.stream(known).average().orElseThrow(),
                        Arrays.stream(known).min().orElseThrow(),
                        Arrays.stream(known).max().orElseThrow());
    }
}
