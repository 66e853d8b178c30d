package org.migrationimpact.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An axis of values with ticks at round numbers, ending at a tick.
 *
 * @param first the lowest tick, in steps
 * @param last the highest tick, in steps
 * @param step from one tick to the next
 * @param magnitude in what the labels count: 1, a million or a thousand million
 */
record ValueAxis(long first, long last, double step, Magnitude magnitude) {

    private static final double[] ROUND = {1, 2, 2.5, 3, 4, 5};
    private static final double FOR_FEW_TICKS = 0.6;
    private static final double FOR_ODD_STEPS = 0.05;

    /** The axis for these values with at most so many steps: round ones, not too few, ending close to the values. */
    static ValueAxis of(ValueRange values, int most, Magnitude magnitude) {
        ValueRange range = values.span() > 0 ? values : new ValueRange(0, 1);
        boolean twoSided = range.low() < 0 && range.high() > 0;
        int steps = Math.max(most, twoSided ? 2 : 1);
        double ten = Math.pow(10, Math.floor(Math.log10(Math.max(range.span(), Double.MIN_NORMAL) / steps)));
        return Stream.of(ten, 10 * ten)
                .flatMap(power -> Arrays.stream(ROUND).mapToObj(times -> of(range, times * power, magnitude)))
                .filter(axis -> axis.steps() <= steps)
                .min(Comparator.comparingDouble(axis -> axis.badness(range, steps)))
                .orElseGet(() -> of(range, 100 * ten, magnitude));
    }

    private long steps() {
        return last - first;
    }

    private double badness(ValueRange range, int most) {
        double lead = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
        boolean odd = Math.abs(lead - 1) > 1e-6 && Math.abs(lead - 2) > 1e-6 && Math.abs(lead - 5) > 1e-6;
        double few = 1 - steps() / (double) most;
        return (high() - low()) / range.span() + FOR_FEW_TICKS * few + (odd ? FOR_ODD_STEPS : 0);
    }

    private static ValueAxis of(ValueRange range, double step, Magnitude magnitude) {
        long first = (long) Math.floor(range.low() / step + 1e-9);
        long last = (long) Math.ceil(range.high() / step - 1e-9);
        return new ValueAxis(first, Math.max(last, first + 1), step, magnitude);
    }

    double low() {
        return first * step;
    }

    double high() {
        return last * step;
    }

    /** The ticks, ascending. */
    List<Double> ticks() {
        return LongStream.rangeClosed(first, last).mapToObj(i -> i * step).toList();
    }

    /** How many decimals tell the ticks apart, none too many. */
    private static int decimals(double step) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        double shifted = step * Math.pow(10, decimals);
        return Math.abs(shifted - Math.rint(shifted)) > 1e-6 ? decimals + 1 : decimals;
    }

    /** The label of a tick. */
    String label(double tick) {
        double shown = tick / magnitude.size();
        int decimals = decimals(step / magnitude.size());
        boolean extreme = decimals > 6 || Math.abs(shown) >= 1e15;
        return extreme && shown != 0
                ? String.format(Locale.ROOT, "%.1e", shown)
                : Numerals.fixed(shown, extreme ? 0 : decimals);
    }
}
