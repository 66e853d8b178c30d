package org.migrationimpact.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Factor;

/**
 * The rows that a panel model is fitted to: one outcome, measured columns, and factors that say to which unit, period or corridor a row
 * belongs. Missing numbers are {@code NaN}; a row that lacks one the model needs is dropped and counted. Rows may stand in any order.
 */
public final class PanelRows {

    private final String outcomeName;
    private final double[] outcome;
    private final Map<String, double[]> columns;
    private final Map<String, Factor> factors;
    private final double[] weights;
    private final double[] offset;
    private final Optional<Place> place;

    private PanelRows(Parts parts) {
        this.outcomeName = parts.outcomeName;
        this.outcome = parts.outcome;
        this.columns = parts.columns;
        this.factors = parts.factors;
        this.weights = parts.weights;
        this.offset = parts.offset;
        this.place = parts.place;
    }

    /** The unit and the place on the calendar of each row. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Place(String unit, long[] places) {}

    private static final class Parts {
        private final String outcomeName;
        private final double[] outcome;
        private final Map<String, double[]> columns;
        private final Map<String, Factor> factors;
        private double[] weights = new double[0];
        private double[] offset = new double[0];
        private Optional<Place> place = Optional.empty();

        Parts(String outcomeName, double[] outcome, Map<String, double[]> columns, Map<String, Factor> factors) {
            this.outcomeName = outcomeName;
            this.outcome = outcome;
            this.columns = columns;
            this.factors = factors;
        }
    }

    private Parts parts() {
        Parts parts = new Parts(outcomeName, outcome, new LinkedHashMap<>(columns), new LinkedHashMap<>(factors));
        parts.weights = weights;
        parts.offset = offset;
        parts.place = place;
        return parts;
    }

    /** Rows with this outcome, n values. */
    public static PanelRows of(String name, double... outcome) {
        return new PanelRows(new Parts(name, outcome.clone(), Map.of(), Map.of()));
    }

    /** The same with a measured column, n values. */
    public PanelRows with(String name, double... column) {
        requireRows(name, column.length);
        requireNew(name);
        Parts parts = parts();
        parts.columns.put(name, column.clone());
        return new PanelRows(parts);
    }

    /** The same with a factor, n codes: an effect to absorb, or groups to cluster by. */
    public PanelRows with(Factor factor) {
        requireRows(factor.name(), factor.rows());
        requireNew(factor.name());
        Parts parts = parts();
        parts.factors.put(factor.name(), factor);
        return new PanelRows(parts);
    }

    /** The same with weights, n values of 0 or more: the inverse variances of the errors. A row of weight 0 is dropped and counted. */
    public PanelRows weighted(double... rowWeights) {
        requireRows("the weights", rowWeights.length);
        Parts parts = parts();
        parts.weights = rowWeights.clone();
        return new PanelRows(parts);
    }

    /** The same with an exposure, n values above 0: its logarithm enters a count model with the coefficient 1. */
    public PanelRows exposed(double... exposure) {
        requireRows("the exposure", exposure.length);
        double[] logs = new double[exposure.length];
        for (int i = 0; i < logs.length; i++) {
            if (exposure[i] <= 0 || Double.isInfinite(exposure[i])) {
                throw new InputException(
                        "E-EFFECTS-006",
                        "an exposure is finite and above 0, got " + exposure[i] + " in row " + i
                                + " (the first row is 0)");
            }
            logs[i] = Math.log(exposure[i]);
        }
        return offset(logs);
    }

    /** The same with an offset, n values that enter the linear predictor of a count model with the coefficient 1. */
    public PanelRows offset(double... values) {
        requireRows("the offset", values.length);
        Parts parts = parts();
        parts.offset = values.clone();
        return new PanelRows(parts);
    }

    /** The same with the unit of each row, a factor known already, and its period. */
    public PanelRows inCalendar(String unit, List<Period> periods) {
        return inCalendar(unit, periods.stream().mapToLong(Period::index).toArray());
    }

    /** The same with the unit of each row, a factor known already, and its place on the calendar, counted in periods. */
    public PanelRows inCalendar(String unit, long... places) {
        requireRows("the calendar", places.length);
        factor(unit);
        Parts parts = parts();
        parts.place = Optional.of(new Place(unit, places.clone()));
        return new PanelRows(parts);
    }

    private void requireRows(String what, int rows) {
        if (rows != outcome.length) {
            throw new IllegalArgumentException(
                    what + ": " + rows + " values for " + outcome.length + " rows of " + outcomeName);
        }
    }

    private void requireNew(String name) {
        if (columns.containsKey(name) || factors.containsKey(name) || name.equals(outcomeName)) {
            throw new IllegalArgumentException("there is a column '" + name + "' already");
        }
    }

    /** The number of rows. */
    public int rows() {
        return outcome.length;
    }

    /** The name of the outcome. */
    public String outcomeName() {
        return outcomeName;
    }

    /** The outcome, n values. */
    public double[] outcome() {
        return outcome.clone();
    }

    /** The names of the measured columns, in order. */
    public List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    /** A measured column, n values. */
    public double[] column(String name) {
        return shared(name).clone();
    }

    /**
     * The factor of this name; {@code origin^year} is made of its parts.
     *
     * @throws InputException E-EFFECTS-007 where there is none; the message lists the names
     */
    public Factor factor(String name) {
        Factor known = factors.get(name);
        if (known != null) {
            return known;
        }
        int hat = name.lastIndexOf('^');
        if (hat <= 0 || hat == name.length() - 1) {
            throw new InputException(
                    "E-EFFECTS-007",
                    "there is no factor '" + name + "'; there are " + factors.keySet() + ", and pairs such as a^b");
        }
        return factor(name.substring(0, hat)).crossed(factor(name.substring(hat + 1)));
    }

    /** The factors, in order. */
    public List<Factor> factors() {
        return List.copyOf(factors.values());
    }

    /** Without a copy. */
    double[] sharedOutcome() {
        return outcome;
    }

    /** Without a copy. */
    double[] shared(String name) {
        double[] column = columns.get(name);
        if (column == null) {
            throw new InputException(
                    "E-EFFECTS-008", "there is no column '" + name + "'; there are " + columns.keySet());
        }
        return column;
    }

    /** Without a copy; empty where there are none. */
    double[] sharedWeights() {
        return weights;
    }

    /** Without a copy; empty where there is none. */
    double[] sharedOffset() {
        return offset;
    }

    Optional<Place> place() {
        return place;
    }

    /** Every array of numbers that the model reads of these columns, in a fixed order. */
    List<double[]> read(List<String> names) {
        List<double[]> read = new ArrayList<>(List.of(outcome));
        names.forEach(name -> read.add(shared(name)));
        List.of(weights, offset).stream().filter(values -> values.length > 0).forEach(read::add);
        return read;
    }

    @Override
    public String toString() {
        return outcomeName + ": " + rows() + " rows, columns " + columns.keySet() + ", factors " + factors.keySet();
    }
}
