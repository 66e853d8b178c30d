package org.migrationimpact.gravity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Factor;
import org.migrationimpact.panel.PanelRows;

/**
 * Flows between places, one row a corridor and period, with columns measured beside them. A flow of {@code NaN} is missing; a corridor
 * without a row is not a flow of 0.
 */
public final class Flows {

    /** The effect of where flows begin. */
    static final String ORIGIN = "origin";

    /** The effect of where they end. */
    static final String DESTINATION = "destination";

    /** The effect of when. */
    static final String PERIOD = "period";

    private final String name;
    private final String unit;
    private final List<String> origins;
    private final List<String> destinations;
    private final List<Period> periods;
    private final double[] values;
    private final Map<String, double[]> columns;
    private final double[] exposure;

    private Flows(
            String name,
            String unit,
            List<String> origins,
            List<String> destinations,
            List<Period> periods,
            double[] values,
            Map<String, double[]> columns,
            double[] exposure) {
        this.name = name;
        this.unit = unit;
        this.origins = origins;
        this.destinations = destinations;
        this.periods = periods;
        this.values = values;
        this.columns = columns;
        this.exposure = exposure;
    }

    /**
     * Rows side by side, n of each.
     *
     * @throws DataException E-GRAVITY-001 where a corridor has two rows in one period, E-GRAVITY-002 where periods differ in frequency
     */
    public static Flows of(
            String name,
            String unit,
            List<String> origins,
            List<String> destinations,
            List<Period> periods,
            double... values) {
        int n = values.length;
        if (origins.size() != n || destinations.size() != n || periods.size() != n) {
            throw new IllegalArgumentException(n + " flows need as many origins, destinations and periods, got "
                    + origins.size() + ", " + destinations.size() + " and " + periods.size());
        }
        Flows flows = new Flows(
                name,
                unit,
                List.copyOf(origins),
                List.copyOf(destinations),
                List.copyOf(periods),
                values.clone(),
                Map.of(),
                new double[0]);
        flows.requireOneFrequency();
        flows.requireDifferentRows();
        return flows;
    }

    /**
     * The observations of a cube that has a dimension of origins and one of destinations, and no other that matters.
     *
     * @throws DataException as {@link #of(String, String, List, List, List, double...)} does
     */
    public static Flows of(Observations observations, String originDimension, String destinationDimension) {
        int origin = place(observations, originDimension);
        int destination = place(observations, destinationDimension);
        List<Observation> all = observations.stream().toList();
        return of(
                observations.quantity(),
                observations.unit(),
                all.stream().map(one -> one.codes().get(origin)).toList(),
                all.stream().map(one -> one.codes().get(destination)).toList(),
                all.stream().map(Observation::period).toList(),
                all.stream().mapToDouble(Observation::value).toArray());
    }

    private static int place(Observations observations, String dimension) {
        int place = observations.dimensions().indexOf(dimension);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "there is no dimension '" + dimension + "'; there are " + observations.dimensions());
        }
        return place;
    }

    private void requireOneFrequency() {
        Set<String> found =
                periods.stream().map(period -> period.frequency().noun()).collect(Collectors.toSet());
        if (found.size() > 1) {
            throw new DataException(
                    "E-GRAVITY-002",
                    name + " is by " + found.stream().sorted().collect(Collectors.joining(" and by "))
                            + "; lower all flows to one frequency");
        }
    }

    private void requireDifferentRows() {
        Map<Key, Integer> rows = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            Integer before = rows.putIfAbsent(key(i), i);
            if (before != null) {
                throw new DataException(
                        "E-GRAVITY-001",
                        name + " has two rows for " + corridor(i) + " in " + periods.get(i) + ": " + before + " and "
                                + i + " (the first row is 0); choose one, or add them up");
            }
        }
    }

    private record Key(String origin, String destination, Period period) {}

    private Key key(int row) {
        return new Key(origins.get(row), destinations.get(row), periods.get(row));
    }

    private String corridor(int row) {
        return origins.get(row) + " to " + destinations.get(row);
    }

    /** The same with a measured column, n values: a tariff, a distance of laws. */
    public Flows with(String column, double... measured) {
        requireRows(column, measured.length);
        Map<String, double[]> more = new LinkedHashMap<>(columns);
        if (more.put(column, measured.clone()) != null) {
            throw new IllegalArgumentException("there is a column '" + column + "' already");
        }
        return new Flows(name, unit, origins, destinations, periods, values, more, exposure);
    }

    /** The same with an exposure, n values above 0, such as the population of the origin: flows are then rates. */
    public Flows exposed(double... to) {
        requireRows("exposure", to.length);
        return new Flows(name, unit, origins, destinations, periods, values, columns, to.clone());
    }

    private void requireRows(String what, int count) {
        if (count != values.length) {
            throw new IllegalArgumentException(what + ": " + count + " values for " + values.length + " flows");
        }
    }

    /** What flows. */
    public String name() {
        return name;
    }

    /** The unit of a flow. */
    public String unit() {
        return unit;
    }

    /** The number of rows. */
    public int size() {
        return values.length;
    }

    /** The names of the measured columns, in order. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** All periods that occur, ascending. */
    public List<Period> periods() {
        return periods.stream().distinct().sorted().toList();
    }

    /** Whether a flow of 0 is among them. */
    boolean hasZero() {
        for (double value : values) {
            if (value == 0) {
                return true;
            }
        }
        return false;
    }

    /** The corridor and period of a row. */
    String origin(int row) {
        return origins.get(row);
    }

    String destination(int row) {
        return destinations.get(row);
    }

    Period period(int row) {
        return periods.get(row);
    }

    /** As a panel: outcome, columns, origin, destination, period, and corridors in their calendar. */
    PanelRows rows() {
        Factor origin = Factor.of(ORIGIN, origins);
        Factor destination = Factor.of(DESTINATION, destinations);
        long[] places = periods.stream().mapToLong(Period::index).toArray();
        PanelRows rows =
                PanelRows.of(name, values).with(origin).with(destination).with(period(places));
        for (Map.Entry<String, double[]> column : columns.entrySet()) {
            rows = rows.with(column.getKey(), column.getValue());
        }
        rows = exposure.length == 0 ? rows : rows.exposed(exposure);
        return rows.inCalendar(ORIGIN + "^" + DESTINATION, places);
    }

    private Factor period(long... places) {
        List<Period> distinct = periods();
        List<String> labels = distinct.stream().map(Period::toString).toList();
        Map<Long, Integer> codes = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            codes.put(distinct.get(i).index(), i);
        }
        return Factor.coded(
                PERIOD,
                IntStream.range(0, places.length).map(i -> codes.get(places[i])).toArray(),
                labels);
    }

    /** Which rows belong to a corridor. */
    Map<List<String>, List<Integer>> byCorridor() {
        Map<List<String>, List<Integer>> rows = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            rows.computeIfAbsent(List.of(origins.get(i), destinations.get(i)), k -> new ArrayList<>())
                    .add(i);
        }
        return rows;
    }

    @Override
    public String toString() {
        return name + ": " + size() + " flows in " + unit;
    }
}
