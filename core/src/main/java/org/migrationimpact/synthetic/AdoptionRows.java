package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Scale;
import org.migrationimpact.synthetic.Adopters.Adopter;

/** The rows of a panel over the periods of the treated, or over those asked for, and what of them is there. */
record AdoptionRows(Panel panel, List<Adopter> treated, Scale scale, Period first, Period last) {

    static AdoptionRows of(Panel panel, Adopters adopters, Scale scale, Optional<Span> within) {
        List<Adopter> treated = adopters.complete();
        List<Series> series =
                treated.stream().map(one -> panel.unit(one.unit())).toList();
        Period first = series.stream().map(Series::start).min(Period::compareTo).orElseThrow();
        Period last = series.stream().map(Series::end).max(Period::compareTo).orElseThrow();
        requireFrequency(treated, first);
        AdoptionRows rows = new AdoptionRows(
                panel,
                treated,
                scale,
                within.map(Span::first).orElse(first),
                within.map(Span::last).orElse(last));
        treated.forEach(rows::requireInside);
        return rows;
    }

    private static void requireFrequency(List<Adopter> treated, Period first) {
        for (Adopter one : treated) {
            Period from = one.from().orElseThrow();
            if (from.frequency() != first.frequency()) {
                throw new InputException(
                        "E-ADOPT-003",
                        "the first treated period " + from + " of " + one.unit() + " is a "
                                + from.frequency().noun() + ", the panel is by "
                                + first.frequency().noun() + "; name the first treated "
                                + first.frequency().noun());
            }
        }
    }

    private void requireInside(Adopter one) {
        Period from = one.from().orElseThrow();
        if (!first.isBefore(from) || last.isBefore(from)) {
            throw new DataException(
                    "E-ADOPT-004",
                    one.unit() + " is treated from " + from + ", the periods are " + first + " to " + last
                            + "; periods before and after the beginning are needed");
        }
    }

    /** With cells that may be missing. */
    AdoptionPanel withHoles() {
        double[][] values = panel.series().stream().map(this::row).toArray(double[][]::new);
        int cells = values.length * values[0].length;
        int read = panel.series().stream().mapToInt(Series::size).sum();
        int inside = panel.series().stream().mapToInt(this::inside).sum();
        int missing = (int) Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isNaN)
                .count();
        int absent = cells - inside;
        SampleAudit audit = SampleAudit.complete(read)
                .drop("outside " + first + " to " + last, read - inside)
                .drop("missing", missing - absent);
        return new AdoptionPanel(
                panel.units(), panel.series().get(0).unit(), scale, first, values, starts(values[0].length), audit);
    }

    /** With a figure in every cell. */
    AdoptionPanel complete() {
        AdoptionPanel rows = withHoles();
        List<String> lacking = IntStream.range(0, rows.units().size())
                .filter(i -> missing(rows.values()[i]) > 0)
                .mapToObj(i -> rows.units().get(i) + " " + missing(rows.values()[i]))
                .toList();
        if (!lacking.isEmpty()) {
            throw new DataException(
                    "E-ADOPT-005",
                    "in " + first + " to " + last + " cells are missing of " + lacking.size() + " units: "
                            + lacking.stream().limit(20).collect(Collectors.joining(", "))
                            + (lacking.size() > 20 ? " and others" : "")
                            + "; leave these units out, choose other periods, or take matrix completion, which needs no balance");
        }
        return rows;
    }

    private static long missing(double[] row) {
        return Arrays.stream(row).filter(Double::isNaN).count();
    }

    private double[] row(Series series) {
        int length = Math.toIntExact(first.until(last) + 1);
        double[] row = new double[length];
        for (int t = 0; t < length; t++) {
            Period period = first.plus(t);
            row[t] = series.covers(period) ? onScale(series, period) : Double.NaN;
        }
        return row;
    }

    private double onScale(Series series, Period period) {
        double value = series.at(period);
        if (scale == Scale.LOG && value <= 0) {
            throw new DataException(
                    "E-ADOPT-009",
                    series.name() + " is " + value + " in " + period
                            + "; a logarithm needs values above 0; leave the unit out or stay on the scale of the series");
        }
        return scale.apply(value);
    }

    private int inside(Series series) {
        long from = Math.max(0, series.start().until(first));
        long to = Math.min(series.size() - 1L, series.start().until(last));
        return (int) Math.max(0, to - from + 1);
    }

    private int[] starts(int length) {
        return panel.units().stream()
                .mapToInt(unit -> treated.stream()
                        .filter(one -> one.unit().equals(unit))
                        .mapToInt(one -> (int) first.until(one.from().orElseThrow()))
                        .findFirst()
                        .orElse(length))
                .toArray();
    }
}
