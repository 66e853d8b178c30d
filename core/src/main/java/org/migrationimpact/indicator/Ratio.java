package org.migrationimpact.indicator;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/**
 * One series divided by another, over the periods that both cover: {@code scale × numerator / denominator}.
 *
 * <p>A figure is missing where either is, with the flags of both. A ratio may exceed the scale: returns of a year are not all of that
 * year's orders to leave. To lower its frequency, lower numerator and denominator and divide then.
 *
 * @param scale by which the quotient is multiplied: 1, 100 or 1,000, any number above 0
 */
public record Ratio(double scale) implements Serializable {

    private static final double PERCENT = 100;

    public Ratio {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("the scale of a ratio is above 0 and finite, got " + scale);
        }
    }

    /** A plain quotient, in {@code persons per permit}. */
    public static Ratio plain() {
        return new Ratio(1);
    }

    /** Per so many of the denominator, in {@code applications per 1,000 persons}. */
    public static Ratio per(double scale) {
        return new Ratio(scale);
    }

    /**
     * The numerator per so many of the denominator.
     *
     * @throws DataException E-RATIO-001 where their frequencies differ or they share no period, E-RATIO-002 where the denominator is not
     *     above 0 in a period in which the numerator has a figure
     */
    public Series of(Series numerator, Series denominator) {
        String unit = numerator.unit() + " per " + (scale == 1 ? "" : grouped(scale) + " ") + denominator.unit();
        return divided(numerator, denominator, unit, scale);
    }

    /**
     * The numerator in per cent of the denominator; both are in one unit. The unit says of what: {@code % of GDP}.
     *
     * @throws DataException as {@link #of} does; E-RATIO-003 where the units differ
     */
    public static Series percent(Series numerator, Series denominator) {
        if (!numerator.unit().equals(denominator.unit())) {
            throw new DataException(
                    "E-RATIO-003",
                    numerator.name() + " is in " + numerator.unit() + " and " + denominator.name() + " in "
                            + denominator.unit()
                            + "; a share needs one unit: bring both to the same currency and scale first");
        }
        return divided(numerator, denominator, "% of " + denominator.name(), PERCENT);
    }

    private static Series divided(Series numerator, Series denominator, String unit, double scale) {
        requireFrequency(numerator, denominator);
        Period first = later(numerator.start(), denominator.start());
        Period last = earlier(numerator.end(), denominator.end());
        requireShared(numerator, denominator, first, last);
        requirePositive(numerator, denominator);
        return new Alongside(numerator, denominator).over(first, last, unit, (a, b) -> scale * a / b);
    }

    private static void requireFrequency(Series numerator, Series denominator) {
        if (numerator.frequency() != denominator.frequency()) {
            throw new DataException(
                    "E-RATIO-001",
                    numerator.name() + " is by " + numerator.frequency().noun() + " and " + denominator.name() + " by "
                            + denominator.frequency().noun()
                            + "; a ratio needs one frequency: lower the one with the shorter periods");
        }
    }

    private static void requireShared(Series numerator, Series denominator, Period first, Period last) {
        if (last.isBefore(first)) {
            throw new DataException(
                    "E-RATIO-001",
                    numerator.name() + " runs from " + numerator.start() + " to " + numerator.end() + " and "
                            + denominator.name() + " from " + denominator.start() + " to " + denominator.end()
                            + "; a ratio needs periods that both cover");
        }
    }

    private static void requirePositive(Series numerator, Series denominator) {
        List<Period> wrong = IntStream.range(0, denominator.size())
                .filter(i -> denominator.value(i) <= 0 && !Double.isNaN(numerator.at(denominator.period(i))))
                .mapToObj(denominator::period)
                .toList();
        if (!wrong.isEmpty()) {
            throw new DataException(
                    "E-RATIO-002",
                    denominator.name() + " is " + denominator.at(wrong.get(0)) + " in " + Needed.some(wrong)
                            + "; the denominator of a ratio must be above 0");
        }
    }

    private static Period later(Period a, Period b) {
        return a.isBefore(b) ? b : a;
    }

    private static Period earlier(Period a, Period b) {
        return a.isBefore(b) ? a : b;
    }

    private static String grouped(double scale) {
        return scale == Math.rint(scale) ? String.format(Locale.ROOT, "%,.0f", scale) : Double.toString(scale);
    }
}
