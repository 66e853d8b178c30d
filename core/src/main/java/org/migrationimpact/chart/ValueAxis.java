package org.migrationimpact.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * An axis of values with ticks at round numbers, ending at a tick.
 *
 * @param first the lowest tick, in steps
 * @param last the highest tick, in steps
 * @param step from one tick to the next
 * @param magnitude in what the labels count: 1, a million or a thousand million
 */
record ValueAxis(long first, long last, double step, Magnitude magnitude) {

    /** The axis for these values, with about as many ticks as wanted. */
    static ValueAxis of(ValueRange range, int ticks, Magnitude magnitude) {
        double span = range.span() > 0 ? range.span() : 1;
        double step = roundStep(span / Math.max(1, ticks));
        long first = (long) Math.floor(range.low() / step + 1e-9);
        long last = (long) Math.ceil(range.high() / step - 1e-9);
        return new ValueAxis(first, Math.max(last, first + 1), step, magnitude);
    }

    private static double roundStep(double least) {
        double ten = Math.pow(10, Math.floor(Math.log10(Math.max(least, Double.MIN_NORMAL))));
        for (double times : new double[] {1, 2, 5}) {
            if (times * ten >= least * (1 - 1e-9)) {
                return times * ten;
            }
        }
        return 10 * ten;
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

    /** The label of a tick. */
    String label(double tick) {
        double shown = tick / magnitude.size();
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step / magnitude.size()) + 1e-9));
        boolean extreme = decimals > 6 || Math.abs(shown) >= 1e15;
        return extreme && shown != 0
                ? String.format(Locale.ROOT, "%.1e", shown)
                : Numerals.fixed(shown, extreme ? 0 : decimals);
    }
}
