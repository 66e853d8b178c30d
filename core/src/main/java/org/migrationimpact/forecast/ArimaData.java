package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Term;

/** A response and its regressors on the calendar, from the first observed period to the last; {@code NaN} is a missing response. */
final class ArimaData implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String unit;
    private final Period start;
    private final double[] response;
    private final List<Term> terms;
    private final List<String> names;
    private final double[][] columns; // k × n, 0 where the response is missing and the regressor too

    private ArimaData(String name, String unit, Period start, double[] response, List<Term> terms) {
        this.name = name;
        this.unit = unit;
        this.start = start;
        this.response = response;
        this.terms = List.copyOf(terms);
        this.names = terms.stream().flatMap(term -> term.names().stream()).toList();
        this.columns = columns();
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("regressors must have different names, got " + names);
        }
    }

    static ArimaData of(Series series, List<Term> terms) {
        double[] values = series.values();
        int first = 0;
        int last = values.length - 1;
        while (first < last && Double.isNaN(values[first])) {
            first++;
        }
        while (last > first && Double.isNaN(values[last])) {
            last--;
        }
        return new ArimaData(
                series.name(), series.unit(), series.period(first), Arrays.copyOfRange(values, first, last + 1), terms);
    }

    private double[][] columns() {
        double[][] all = new double[names.size()][response.length];
        for (int t = 0; t < response.length; t++) {
            double[] row = row(start.plus(t));
            for (int j = 0; j < row.length; j++) {
                all[j][t] = known(row[j], j, t);
            }
        }
        return all;
    }

    private double known(double value, int j, int t) {
        if (Double.isNaN(value) && !Double.isNaN(response[t])) {
            throw new DataException(
                    "E-ARIMA-001",
                    names.get(j) + " has no value in " + start.plus(t) + ", where " + name
                            + " has one; leave the period out of the series, or the regressor out of the model");
        }
        return Double.isNaN(value) ? 0 : value;
    }

    /** The regressors in a period, {@code NaN} where one is missing. */
    double[] row(Period period) {
        List<Double> row = new ArrayList<>();
        terms.forEach(term -> Arrays.stream(term.at(period)).forEach(row::add));
        return row.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The same with one more regressor in front. */
    ArimaData with(Term term) {
        List<Term> more = new ArrayList<>(List.of(term));
        more.addAll(terms);
        return new ArimaData(name, unit, start, response, more);
    }

    /** The same without any regressor. */
    ArimaData bare() {
        return new ArimaData(name, unit, start, response, List.of());
    }

    /** The same with other responses, from the same first period on. */
    ArimaData withResponse(double[] other) {
        return new ArimaData(name, unit, start, other, terms);
    }

    String name() {
        return name;
    }

    String unit() {
        return unit;
    }

    Period start() {
        return start;
    }

    /** The number of periods, missing ones included. */
    int size() {
        return response.length;
    }

    double[] response() {
        return response.clone();
    }

    List<String> names() {
        return names;
    }

    double[][] regressors() {
        return columns;
    }

    /** Where the response is missing. */
    int[] missing() {
        return IntStream.range(0, response.length)
                .filter(t -> Double.isNaN(response[t]))
                .toArray();
    }

    int observed() {
        return response.length - missing().length;
    }
}
