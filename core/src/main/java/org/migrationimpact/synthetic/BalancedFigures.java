package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Scale;

/** The figures of the treated and its donors over the periods of a study, refused where one is missing or does not suit the scale. */
record BalancedFigures(Panel panel, TwinOptions.Span span) {

    private static final int SHOWN = 12;

    private int periods() {
        return Math.toIntExact(span.first().until(span.last()) + 1);
    }

    private double[] values(String unit) {
        Series series = panel.unit(unit);
        return IntStream.range(0, periods())
                .mapToDouble(t -> series.at(span.first().plus(t)))
                .toArray();
    }

    /** The row of the treated in front, on the scale; {@code from} and {@code split} are places of periods. */
    double[][] rows(String treated, List<String> donors, Scale scale, int from, int split) {
        requireTreated(treated);
        requireBalanced(donors);
        List<double[]> rows = new ArrayList<>(List.of(scaled(treated, scale, from, split)));
        donors.forEach(donor -> rows.add(scaled(donor, scale, from, split)));
        return rows.toArray(double[][]::new);
    }

    private void requireTreated(String treated) {
        List<Period> missing = missing(treated);
        if (!missing.isEmpty()) {
            throw new DataException(
                    "E-SYNTH-004",
                    treated + " has no value in "
                            + listed(missing.stream().map(Period::toString).toList())
                            + "; a twin needs the treated in every period from " + span.first() + " to " + span.last()
                            + ": choose periods with within(first, last)");
        }
    }

    private List<Period> missing(String unit) {
        double[] values = values(unit);
        return IntStream.range(0, values.length)
                .filter(t -> Double.isNaN(values[t]))
                .mapToObj(span.first()::plus)
                .toList();
    }

    private void requireBalanced(List<String> donors) {
        List<String> gaps = donors.stream()
                .filter(donor -> !missing(donor).isEmpty())
                .map(donor -> donor + " (" + missing(donor).size() + " missing, first "
                        + missing(donor).get(0) + ")")
                .toList();
        if (!gaps.isEmpty()) {
            throw new DataException(
                    "E-SYNTH-005",
                    gaps.size() + " of " + donors.size() + " donors lack values between " + span.first() + " and "
                            + span.last() + ": " + listed(gaps)
                            + "; leave them out with Donors.without(reason, units), or choose periods that all have");
        }
    }

    private static String listed(List<String> items) {
        String shown = items.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return items.size() > SHOWN ? shown + " and " + (items.size() - SHOWN) + " more" : shown;
    }

    private double[] scaled(String unit, Scale scale, int from, int split) {
        double[] values = values(unit);
        return switch (scale) {
            case LEVEL -> values;
            case LOG -> Arrays.stream(positive(unit, values)).map(Math::log).toArray();
            case PERCENT -> {
                double mean = mean(unit, values, from, split);
                yield Arrays.stream(values).map(value -> 100 * value / mean).toArray();
            }
        };
    }

    private double[] positive(String unit, double[] values) {
        for (int t = 0; t < values.length; t++) {
            if (values[t] <= 0) {
                throw new DataException(
                        "E-SYNTH-006",
                        unit + " is " + values[t] + " in " + span.first().plus(t)
                                + "; a logarithm needs values above 0: take the scale in per cent, which takes zeros, or leave the unit"
                                + " out");
            }
        }
        return values;
    }

    private double mean(String unit, double[] values, int from, int split) {
        double mean = mean(values, from, split);
        if (!(mean > 0)) {
            throw new DataException(
                    "E-SYNTH-007",
                    unit + " has the mean " + mean + " over the matched periods "
                            + span.first().plus(from) + " to " + span.first().plus(split - 1)
                            + "; per cent of it mean nothing: leave the unit out, or take the level scale");
        }
        return mean;
    }

    static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).sum() / (to - from);
    }

    /** The observed values, in the unit of the series. */
    double[] observed(String unit) {
        return values(unit);
    }
}
