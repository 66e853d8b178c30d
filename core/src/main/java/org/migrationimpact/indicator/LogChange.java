package org.migrationimpact.indicator;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/**
 * By how much the mean over some periods differs from the mean over earlier ones, in logarithms, and the parts that add up to it.
 *
 * <p>Formula: {@code ln(mean after) − ln(mean before)}, where the means are those of the levels. A part is the change that one step of a
 * chain of views adds; over several periods the exchange rate of a span is therefore the mean weighted with the money that was sent at it.
 * The parts add up to the total exactly, up to rounding.
 *
 * @param name what changed
 * @param before the earlier periods
 * @param after the later periods
 * @param parts what the change consists of
 */
public record LogChange(String name, Span before, Span after, List<Part> parts) implements Serializable {

    private static final double ROUNDING = 1e-12;

    /**
     * One part of a change.
     *
     * @param name where it comes from
     * @param change the part, in log points
     */
    public record Part(String name, double change) implements Serializable {}

    public LogChange {
        parts = List.copyOf(parts);
    }

    /**
     * The change of a series from one span to another, in log points.
     *
     * @throws DataException E-CHANGE-001 where a period of a span has no figure, E-CHANGE-002 where a mean is not above 0
     */
    public static double between(Series series, Span before, Span after) {
        return Math.log(mean(series, after)) - Math.log(mean(series, before));
    }

    private static double mean(Series series, Span span) {
        requireFrequency(series, span);
        int length = Math.toIntExact(span.first().until(span.last()) + 1);
        List<Period> periods =
                IntStream.range(0, length).mapToObj(span.first()::plus).toList();
        List<Period> without = periods.stream()
                .filter(period -> Double.isNaN(series.at(period)))
                .toList();
        if (!without.isEmpty()) {
            throw new DataException(
                    "E-CHANGE-001",
                    series.name() + " has no figure in " + Needed.some(without) + "; the mean over " + span
                            + " needs one in every period");
        }
        double mean = periods.stream().mapToDouble(series::at).average().orElseThrow();
        if (mean <= 0) {
            throw new DataException(
                    "E-CHANGE-002",
                    series.name() + " has the mean " + mean + " over " + span + "; a logarithm needs one above 0");
        }
        return mean;
    }

    private static void requireFrequency(Series series, Span span) {
        if (span.first().frequency() != series.frequency()) {
            throw new IllegalArgumentException(
                    "the span of a series by " + series.frequency().noun() + " is of such periods, got " + span);
        }
    }

    /** The whole change, in log points: the sum of the parts. */
    public double total() {
        return parts.stream().mapToDouble(Part::change).sum();
    }

    /** The whole change as a factor minus 1: −0.5 where it was halved. */
    public double relative() {
        return Math.expm1(total());
    }

    /**
     * The part of this name, in log points.
     *
     * @throws IllegalArgumentException where there is no part of this name
     */
    public double part(String part) {
        return parts.stream()
                .filter(p -> p.name().equals(part))
                .findFirst()
                .map(Part::change)
                .orElseThrow(() -> new IllegalArgumentException("a part is one of "
                        + parts.stream().map(Part::name).collect(Collectors.joining(", ")) + ", got " + part));
    }

    /**
     * The part of this name divided by the whole. Below 0 where the part works against the whole, above 1 where the others do.
     *
     * @throws DataException E-CHANGE-003 where the whole is 0 up to rounding
     */
    public double share(String part) {
        double change = part(part);
        if (Math.abs(total()) < ROUNDING) {
            throw new DataException(
                    "E-CHANGE-003",
                    name + " did not change from " + before + " to " + after
                            + ", so no part has a share in the change; compare the parts themselves");
        }
        return change / total();
    }

    /** One line: the change and its parts, in log points. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, %s against %s: %+.4f log points", name, after, before, total())
                + parts.stream()
                        .map(part -> String.format(Locale.ROOT, "%s %+.4f", part.name(), part.change()))
                        .collect(Collectors.joining("; ", " = ", ""));
    }
}
