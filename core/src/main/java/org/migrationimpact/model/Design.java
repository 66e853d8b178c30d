package org.migrationimpact.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;

/**
 * The columns that explain an outcome: n rows × k named columns, each row at its place on the calendar.
 *
 * <p>Places matter to whatever looks at neighbouring periods: two rows are one lag apart when their periods are, not when they stand
 * next to each other.
 */
public final class Design implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<String> names;
    private final double[][] rows;
    private final long[] places;

    private Design(List<String> names, double[][] rows, long[] places) {
        this.names = List.copyOf(names);
        this.rows = rows;
        this.places = places;
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("columns must have different names, got " + names);
        }
    }

    /** The terms in these periods, ascending; k is the number of columns of all terms. */
    public static Design of(List<Period> periods, List<? extends Term> terms) {
        List<String> names = new ArrayList<>();
        terms.forEach(term -> names.addAll(term.names()));
        double[][] rows =
                periods.stream().map(period -> row(period, terms, names.size())).toArray(double[][]::new);
        long[] places = periods.stream().mapToLong(Period::index).toArray();
        for (int i = 1; i < places.length; i++) {
            if (!periods.get(i - 1).isBefore(periods.get(i))) {
                throw new IllegalArgumentException(
                        "periods must ascend, got " + periods.get(i - 1) + " before " + periods.get(i));
            }
        }
        return new Design(names, rows, places);
    }

    /** Measured columns in n consecutive places; {@code rows} is n × k. */
    public static Design of(List<String> names, double[][] rows) {
        return of(names, rows, IntStream.range(0, rows.length).asLongStream().toArray());
    }

    /** Measured columns at these places of the calendar, which must not descend; {@code rows} is n × k, {@code places} n. */
    public static Design of(List<String> names, double[][] rows, long[] places) {
        if (places.length != rows.length) {
            throw new IllegalArgumentException(places.length + " places for " + rows.length + " rows");
        }
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != names.size()) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " values for " + names.size() + " columns");
            }
            copy[i] = rows[i].clone();
        }
        return new Design(names, copy, places.clone());
    }

    private static double[] row(Period period, List<? extends Term> terms, int columns) {
        double[] row = new double[columns];
        int filled = 0;
        for (Term term : terms) {
            double[] values = term.at(period);
            System.arraycopy(values, 0, row, filled, values.length);
            filled += values.length;
        }
        return row;
    }

    /** The names of the columns, in order. */
    public List<String> names() {
        return names;
    }

    /** The number of rows, n. */
    public int rows() {
        return rows.length;
    }

    /** The number of columns, k. */
    public int columns() {
        return names.size();
    }

    /** One cell. */
    public double get(int row, int column) {
        return rows[row][column];
    }

    /** One row, k values. */
    public double[] row(int row) {
        return rows[row].clone();
    }

    /** Where a row stands on the calendar; the distance of two places is the lag between them. */
    public long place(int row) {
        return places[row];
    }

    /** The places of all rows, n. */
    public long[] places() {
        return places.clone();
    }

    /** The column of this name, or -1. */
    public int column(String name) {
        return names.indexOf(name);
    }

    @Override
    public String toString() {
        return rows() + " rows, " + columns() + " columns: " + String.join(", ", names);
    }
}
