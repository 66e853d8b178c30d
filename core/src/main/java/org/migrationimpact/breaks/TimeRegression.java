package org.migrationimpact.breaks;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Intercept;
import org.migrationimpact.model.Term;
import org.migrationimpact.model.Trend;

/**
 * What is asked about breaks: a response, observed in n ascending periods, and the k columns whose coefficients may change. Periods
 * without a value have no row; dates are those of the calendar.
 */
public final class TimeRegression implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A residual sum of squares below this share of the squares about the mean is none: rounding, not scatter. */
    static final double NOTHING_LEFT = 1e-24;

    private final String name;
    private final List<Period> periods;
    private final double[] response;
    private final Design design;

    private TimeRegression(String name, List<Period> periods, double[] response, Design design) {
        this.name = name;
        this.periods = List.copyOf(periods);
        this.response = response.clone();
        this.design = design;
        if (response.length != design.rows()) {
            throw new IllegalArgumentException(
                    "the response has " + response.length + " values, the design " + design.rows() + " rows");
        }
    }

    /** The mean of a series may change: one column, the intercept. */
    public static TimeRegression ofMean(Series series) {
        return of(series, List.of(new Intercept()));
    }

    /** The level and the slope of a series may change: intercept, and a trend that is 1 in the first period. */
    public static TimeRegression ofTrend(Series series) {
        return of(series, List.of(new Intercept(), new Trend(series.start())));
    }

    /**
     * The coefficients of these terms may change.
     *
     * @throws DataException E-BREAK-001 where the series has no value
     */
    public static TimeRegression of(Series series, List<? extends Term> terms) {
        int[] observed = IntStream.range(0, series.size())
                .filter(i -> !Double.isNaN(series.value(i)))
                .toArray();
        if (observed.length == 0) {
            throw new DataException("E-BREAK-001", series.name() + " has no value in any period; a break needs values");
        }
        List<Period> periods = Arrays.stream(observed).mapToObj(series::period).toList();
        double[] response = Arrays.stream(observed).mapToDouble(series::value).toArray();
        return new TimeRegression(series.name(), periods, response, Design.of(periods, terms));
    }

    /** A response on measured columns, in rows that follow one another; the periods are numbered from 1. */
    public static TimeRegression of(String name, double[] response, Design design) {
        List<Period> periods = LongStream.rangeClosed(1, response.length)
                .mapToObj(Period::ordinal)
                .toList();
        return new TimeRegression(name, periods, response, design);
    }

    /** The same columns with another response of n values: what is left once something that does not change is taken away. */
    TimeRegression with(double[] other) {
        return new TimeRegression(name, periods, other, design);
    }

    /** The name of the series. */
    public String name() {
        return name;
    }

    /** n, the number of periods with a value. */
    public int rows() {
        return response.length;
    }

    /** k, the number of columns whose coefficients may change. */
    public int columns() {
        return design.columns();
    }

    /** The period of a row, counted from 0. */
    public Period period(int row) {
        return periods.get(row);
    }

    /** The periods with a value, ascending. */
    public List<Period> periods() {
        return periods;
    }

    /** The response, n values. */
    public double[] response() {
        return response.clone();
    }

    /** The design, n × k. */
    public Design design() {
        return design;
    }

    /**
     * The row of the last period with a value at or before this one.
     *
     * @throws DataException E-BREAK-002 where no value lies on one of the two sides
     */
    public int lastRowAtOrBefore(Period period) {
        int row = (int) periods.stream().filter(p -> !period.isBefore(p)).count() - 1;
        if (row < 0 || row == rows() - 1) {
            throw new DataException(
                    "E-BREAK-002",
                    name + " has values from " + period(0) + " to " + period(rows() - 1) + "; a break after " + period
                            + " needs values on both sides");
        }
        return row;
    }

    /** The rows from one to another, both within, as a regression of its own. */
    TimeRegression rows(int first, int last) {
        double[][] cells =
                IntStream.rangeClosed(first, last).mapToObj(design::row).toArray(double[][]::new);
        return new TimeRegression(
                name,
                periods.subList(first, last + 1),
                Arrays.copyOfRange(response, first, last + 1),
                Design.of(periods.subList(first, last + 1), design.names(), cells));
    }

    @Override
    public String toString() {
        return name + " on " + String.join(", ", design.names()) + ", " + rows() + " periods with a value, " + period(0)
                + " to " + period(rows() - 1);
    }
}
