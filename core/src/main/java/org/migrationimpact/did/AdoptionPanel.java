package org.migrationimpact.did;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Series;

/**
 * The rows of a staggered measure: an outcome of units in periods, and for each unit the first period in which it was treated, or that it
 * never was. What every design of this package takes.
 *
 * <p>Rows are numbered from 0, in order of unit and period; units in order of their first treated period, the never treated last, then of
 * name; periods and cohorts in order of time. So the order in which rows were handed in changes no bit of any result. Rows without a value
 * are not here; {@link #sample()} counts them. A panel need not be balanced.
 *
 * <p>Built by {@link #of(Panel, Map)}, or from columns by {@link AdoptionColumns}.
 */
public final class AdoptionPanel implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionData data;

    AdoptionPanel(AdoptionData data) {
        this.data = data;
    }

    /**
     * A panel of series, of which some units are treated from a period on. A unit that the map does not name was never treated.
     *
     * @param panel one series a unit
     * @param firstTreated the first treated period of each treated unit
     * @throws InputException E-DID-001 where the map names a unit that is not there
     * @throws DataException E-DID-008 where no row has a value
     */
    public static AdoptionPanel of(Panel panel, Map<String, Period> firstTreated) {
        List<String> unknown = firstTreated.keySet().stream()
                .filter(unit -> !panel.units().contains(unit))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new InputException(
                    "E-DID-001",
                    "there is no unit " + Listing.of(unknown) + " to be treated; the units are "
                            + Listing.of(panel.units()));
        }
        return columns(panel, firstTreated).panel();
    }

    private static AdoptionColumns columns(Panel panel, Map<String, Period> firstTreated) {
        List<String> units = new ArrayList<>();
        List<Period> periods = new ArrayList<>();
        List<Optional<Period>> first = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        Map<String, Integer> dropped = new LinkedHashMap<>();
        for (Series series : panel.series()) {
            for (int i = 0; i < series.size(); i++) {
                if (Double.isNaN(series.value(i))) {
                    reason(series, i).ifPresent(why -> dropped.merge(why, 1, Integer::sum));
                } else {
                    units.add(series.name());
                    periods.add(series.period(i));
                    values.add(series.value(i));
                    first.add(Optional.ofNullable(firstTreated.get(series.name())));
                }
            }
        }
        double[] outcome = values.stream().mapToDouble(d -> d).toArray();
        String unit = panel.series().get(0).unit();
        return AdoptionColumns.of(units, periods, outcome, first)
                .named("outcome", unit)
                .droppedBefore(dropped);
    }

    /** Why a value is missing; empty where there is no row at all. */
    private static Optional<String> reason(Series series, int i) {
        if (series.flags(i).contains(Flag.ABSENT)) {
            return Optional.empty();
        }
        return Optional.of(series.flags(i).contains(Flag.SUPPRESSED) ? "suppressed outcome" : "missing outcome");
    }

    /** The name of the outcome. */
    public String name() {
        return data.name();
    }

    /** The unit of measurement of the outcome. */
    public String unit() {
        return data.unit();
    }

    /** Whether rows of one unit belong together. */
    public Sampling sampling() {
        return data.sampling();
    }

    /** The names of the units, by number. In repeated cross-sections each row is one. */
    public List<String> units() {
        return data.units().names();
    }

    /** Every period in which a row lies, in order of time; there may be gaps between them. */
    public List<Period> periods() {
        return data.periods();
    }

    /** Every first treated period, in order of time. */
    public List<Period> cohorts() {
        return data.cohorts();
    }

    /** How many rows there are. */
    public int size() {
        return data.rows().outcome().length;
    }

    /** The number of the unit of a row. */
    public int unitOf(int row) {
        return data.rows().unitOf()[row];
    }

    /** The number of the period of a row, in {@link #periods()}. */
    public int periodOf(int row) {
        return data.rows().periodOf()[row];
    }

    /** The outcome of a row. */
    public double outcome(int row) {
        return data.rows().outcome()[row];
    }

    /** The weight of a row; 1 where none were given. */
    public double weight(int row) {
        return data.rows().weight()[row];
    }

    /** The number of a unit's first treated period in {@link #cohorts()}; -1 where it was never treated. */
    public int cohortOf(int unit) {
        return data.units().cohortOf()[unit];
    }

    /** The first treated period of a unit; empty where it was never treated. */
    public Optional<Period> firstTreated(int unit) {
        int cohort = cohortOf(unit);
        return cohort < 0 ? Optional.empty() : Optional.of(cohorts().get(cohort));
    }

    /** The names of the covariates. */
    public List<String> covariates() {
        return data.rows().covariateNames();
    }

    /**
     * A covariate by row.
     *
     * @throws InputException E-DID-002 where there is none of this name; the message lists the names
     */
    public double[] covariate(String name) {
        return column(name).clone();
    }

    double[] column(String name) {
        int j = covariates().indexOf(name);
        if (j < 0) {
            throw new InputException(
                    "E-DID-002",
                    "there is no covariate '" + name + "'; "
                            + (covariates().isEmpty()
                                    ? "the rows have none"
                                    : "the covariates are " + Listing.of(covariates())));
        }
        return data.rows().covariates()[j];
    }

    /** The name of the column of clusters; empty where each unit is its own. */
    public Optional<String> clusterName() {
        String name = data.units().clusterName();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** How many clusters there are; units where none were given. */
    public int clusters() {
        return data.units().clusterNames().isEmpty()
                ? units().size()
                : data.units().clusterNames().size();
    }

    /** The number of the cluster of a unit, in order of name. */
    public int clusterOf(int unit) {
        return data.units().clusterNames().isEmpty() ? unit : data.units().clusterOf()[unit];
    }

    String clusterNameOf(int cluster) {
        return data.units().clusterNames().get(cluster);
    }

    /** How many rows were read, how many are here, and why the others are not. */
    public SampleAudit sample() {
        return data.sample();
    }

    /** Whether every unit has a row in every period. */
    public boolean isBalanced() {
        return sampling() == Sampling.PANEL
                && size() == (long) units().size() * periods().size();
    }

    /**
     * The units that have a row in every period; rows of the others are counted as dropped.
     *
     * @throws DataException E-DID-015 where there is no such unit
     */
    public AdoptionPanel balanced() {
        int[] seen = new int[units().size()];
        for (int row = 0; row < size(); row++) {
            seen[unitOf(row)]++;
        }
        boolean[] kept = new boolean[seen.length];
        for (int unit = 0; unit < seen.length; unit++) {
            kept[unit] = seen[unit] == periods().size();
        }
        AdoptionSubset subset = new AdoptionSubset(data, kept);
        if (subset.size() == 0) {
            throw new DataException(
                    "E-DID-015",
                    "no unit of " + name() + " has a row in all " + periods().size() + " periods from "
                            + periods().get(0) + " on; compare pair-wise, or hand in fewer periods");
        }
        return subset.because("of units not seen in every period");
    }

    AdoptionData data() {
        return data;
    }

    /** One line: outcome, units, periods, cohorts. */
    @Override
    public String toString() {
        long never = data.units().cohortOf().length
                - Arrays.stream(data.units().cohortOf()).filter(c -> c >= 0).count();
        return name() + " [" + unit() + "], " + units().size() + " units in "
                + periods().size() + " periods from "
                + periods().get(0) + " to " + periods().get(periods().size() - 1) + ", "
                + cohorts().size()
                + " cohorts, " + never + " never treated";
    }
}
