package org.migrationimpact.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.did.HonestInterval;

/**
 * How far may trends have differed before the finding is lost?
 *
 * <p>At the left the interval that supposes equal trends, then the robust interval for each bound on how much they may differ. The bound
 * from which on an interval holds 0 is the breakdown value.
 */
public final class SensitivityChart extends Chart {

    private final String subject;
    private final String unit;
    private final Interval original;
    private final List<HonestInterval> intervals;

    private SensitivityChart(String subject, String unit, Interval original, List<HonestInterval> intervals) {
        this.subject = subject;
        this.unit = unit;
        this.original = original;
        this.intervals = intervals;
    }

    /**
     * Robust intervals of one kind of restriction.
     *
     * @param subject the outcome
     * @param unit its unit
     * @param original the interval where trends are equal
     * @param intervals one or more, in any order
     * @throws IllegalArgumentException where there is none, or they are of several kinds
     */
    public static SensitivityChart of(String subject, String unit, Interval original, List<HonestInterval> intervals) {
        if (intervals.stream().map(HonestInterval::restriction).distinct().count() != 1) {
            throw new IllegalArgumentException("a sensitivity plot shows intervals of one restriction, got "
                    + intervals.stream()
                            .map(HonestInterval::restriction)
                            .distinct()
                            .toList());
        }
        List<HonestInterval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingDouble(HonestInterval::bound));
        return new SensitivityChart(subject, unit, original, List.copyOf(sorted));
    }

    @Override
    Figure figure() {
        double step = intervals.size() < 2
                ? 1
                : (intervals.get(intervals.size() - 1).bound()
                                - intervals.get(0).bound())
                        / (intervals.size() - 1);
        List<IntervalPlot.Item> items = new ArrayList<>();
        items.add(new IntervalPlot.Item(
                intervals.get(0).bound() - step, "equal", Double.NaN, Optional.empty(), Optional.of(original)));
        intervals.forEach(one -> items.add(new IntervalPlot.Item(
                one.bound(), bound(one), Double.NaN, Optional.of(one.interval()), Optional.empty())));
        String restriction = intervals.get(0).restriction();
        return new Figure(
                "Effect on " + subject + " where trends may differ",
                words(),
                unit,
                List.of("Intervals of " + ImpactWords.percent(original.level()) + ", by "
                        + intervals.get(0).method() + "."),
                "Intervals for the effect on " + subject + " in " + unit + ", by the bound on " + restriction + ". "
                        + words() + " " + numbers(),
                new IntervalPlot(items, "bound: " + restriction, OptionalDouble.empty(), key()));
    }

    private static Key key() {
        return new Key(List.of(
                new Key.Entry(Key.Sign.THIN, Ink.COMPARED.line(), "if trends are equal"),
                new Key.Entry(Key.Sign.THICK, Ink.FITTED.line(), "robust")));
    }

    private String words() {
        if (original.contains(0)) {
            return "An effect of 0 is not excluded even where trends are equal.";
        }
        return intervals.stream()
                .filter(one -> !one.excludesZero())
                .findFirst()
                .map(one -> "An effect of 0 is excluded where trends are equal; from a bound of " + bound(one)
                        + " on it is not.")
                .orElse("An effect of 0 is excluded at every bound shown.");
    }

    private String numbers() {
        return "Equal trends: " + ends(original) + "; "
                + String.join(
                        "; ",
                        intervals.stream()
                                .map(one -> bound(one) + ": " + ends(one.interval()))
                                .toList())
                + ".";
    }

    private static String bound(HonestInterval one) {
        return BigDecimal.valueOf(one.bound()).stripTrailingZeros().toPlainString();
    }

    private static String ends(Interval interval) {
        return Numerals.plain(interval.low()) + " to " + Numerals.plain(interval.high());
    }
}
