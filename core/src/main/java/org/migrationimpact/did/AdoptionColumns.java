package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

/**
 * Plain columns, one entry a row, on their way to an {@link AdoptionPanel}. Rows are spoken of in messages by their number, from 1.
 *
 * <p>A row with a missing ({@code NaN}) outcome or covariate, or with weight 0, is left out and counted in {@link AdoptionPanel#sample()}.
 * Nothing is filled in.
 */
public final class AdoptionColumns {

    private final Sampling sampling;
    private final List<String> units;
    private final List<Period> periods;
    private final double[] outcome;
    private final List<Optional<Period>> firstTreated;
    private String name = "outcome";
    private String unit = "units";
    private double[] weight;
    private String clusterName = "";
    private List<String> clusters = List.of();
    private final Map<String, double[]> covariates = new LinkedHashMap<>();
    private Map<String, Integer> dropped = Map.of();

    private AdoptionColumns(
            Sampling sampling,
            List<String> units,
            List<Period> periods,
            double[] outcome,
            List<Optional<Period>> firstTreated) {
        this.sampling = sampling;
        this.units = units;
        this.periods = periods;
        this.outcome = outcome;
        this.firstTreated = firstTreated;
        this.weight = new double[outcome.length];
        Arrays.fill(weight, 1);
        requireLength("units", units.size());
        requireLength("periods", periods.size());
        requireLength("first treated periods", firstTreated.size());
    }

    /**
     * Rows of a panel.
     *
     * @param units the unit of each row
     * @param periods its period
     * @param outcome its outcome; {@code NaN} where missing
     * @param firstTreated the first treated period of its unit, empty for never; the same in all rows of a unit
     * @throws IllegalArgumentException where the columns differ in length
     */
    public static AdoptionColumns of(
            List<String> units, List<Period> periods, double[] outcome, List<Optional<Period>> firstTreated) {
        return new AdoptionColumns(
                Sampling.PANEL, List.copyOf(units), List.copyOf(periods), outcome.clone(), List.copyOf(firstTreated));
    }

    /**
     * Rows of repeated cross-sections: no row has to do with another.
     *
     * @throws IllegalArgumentException where the columns differ in length
     */
    public static AdoptionColumns crossSections(
            List<Period> periods, double[] outcome, List<Optional<Period>> firstTreated) {
        List<String> rows = new ArrayList<>(outcome.length);
        for (int row = 1; row <= outcome.length; row++) {
            rows.add("row " + row);
        }
        return new AdoptionColumns(
                Sampling.REPEATED_CROSS_SECTIONS,
                rows,
                List.copyOf(periods),
                outcome.clone(),
                List.copyOf(firstTreated));
    }

    /** The same columns, with the name of the outcome and its unit of measurement. */
    public AdoptionColumns named(String outcomeName, String unitOfOutcome) {
        AdoptionColumns more = copy();
        more.name = outcomeName;
        more.unit = unitOfOutcome;
        return more;
    }

    /** The same columns and a covariate, under a name of its own; {@code NaN} where missing. */
    public AdoptionColumns covariate(String covariate, double[] values) {
        requireLength("values of " + covariate, values.length);
        if (covariates.containsKey(covariate)) {
            throw new InputException("E-DID-003", "the covariate '" + covariate + "' was given twice");
        }
        AdoptionColumns more = copy();
        more.covariates.put(covariate, values.clone());
        return more;
    }

    /** The same columns and weights: how many alike each row stands for. Finite and not negative. */
    public AdoptionColumns weight(double[] weights) {
        requireLength("weights", weights.length);
        AdoptionColumns more = copy();
        more.weight = weights.clone();
        return more;
    }

    /**
     * The same columns and the cluster of each row. Units lie within clusters: all rows of a unit have the same one.
     *
     * @throws InputException E-DID-004 where clusters were given already: there is one kind besides the unit
     */
    public AdoptionColumns clusteredBy(String column, List<String> cluster) {
        requireLength("clusters", cluster.size());
        if (!clusters.isEmpty()) {
            throw new InputException(
                    "E-DID-004",
                    "clusters by '" + clusterName + "' and by '" + column
                            + "' were asked for; besides the unit there can be one kind: leave one out");
        }
        AdoptionColumns more = copy();
        more.clusterName = column;
        more.clusters = List.copyOf(cluster);
        return more;
    }

    /** The same columns, with rows that were dropped before: how many for each reason. */
    AdoptionColumns droppedBefore(Map<String, Integer> reasons) {
        AdoptionColumns more = copy();
        more.dropped = new LinkedHashMap<>(reasons);
        return more;
    }

    /**
     * The rows, sorted and checked.
     *
     * @throws InputException E-DID-005 for a weight or value that cannot be, E-DID-006 for a unit with two first treated periods or
     *     two clusters, E-DID-007 for two rows of one unit and period
     * @throws org.migrationimpact.data.DataException E-DID-008 where no row is left
     */
    public AdoptionPanel panel() {
        return new AdoptionPanel(new AdoptionSort(this).data());
    }

    private void requireLength(String what, int length) {
        if (length != outcome.length) {
            throw new IllegalArgumentException("there are " + outcome.length + " outcomes and " + length + " " + what);
        }
    }

    private AdoptionColumns copy() {
        AdoptionColumns copy = new AdoptionColumns(sampling, units, periods, outcome, firstTreated);
        copy.name = name;
        copy.unit = unit;
        copy.weight = weight;
        copy.clusterName = clusterName;
        copy.clusters = clusters;
        copy.covariates.putAll(covariates);
        copy.dropped = dropped;
        return copy;
    }

    Sampling sampling() {
        return sampling;
    }

    List<String> units() {
        return units;
    }

    List<Period> periods() {
        return periods;
    }

    double[] outcome() {
        return outcome;
    }

    List<Optional<Period>> firstTreated() {
        return firstTreated;
    }

    String name() {
        return name;
    }

    String unit() {
        return unit;
    }

    double[] weights() {
        return weight;
    }

    String clusterName() {
        return clusterName;
    }

    List<String> clusters() {
        return clusters;
    }

    Map<String, double[]> covariates() {
        return covariates;
    }

    Map<String, Integer> dropped() {
        return dropped;
    }
}
