package org.migrationimpact.did;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Some units of a panel as a panel: numbers are given anew, the order stays. */
final class AdoptionSubset {

    private final AdoptionData data;
    private final int[] units;
    private final int[] rows;
    private final int[] newUnit;

    AdoptionSubset(AdoptionData data, boolean[] kept) {
        this.data = data;
        this.units = IntStream.range(0, kept.length).filter(unit -> kept[unit]).toArray();
        this.rows = IntStream.range(0, data.rows().unitOf().length)
                .filter(row -> kept[data.rows().unitOf()[row]])
                .toArray();
        this.newUnit = new int[kept.length];
        for (int u = 0; u < units.length; u++) {
            newUnit[units[u]] = u;
        }
    }

    /** How many rows are left. */
    int size() {
        return rows.length;
    }

    /** The panel of the units kept, whose sample tells why the other rows are gone. */
    AdoptionPanel because(String reason) {
        int[] oldPeriod = distinct(pick(data.rows().periodOf(), rows));
        int[] oldCohort = distinct(Arrays.stream(pick(data.units().cohortOf(), units))
                .filter(cohort -> cohort >= 0)
                .toArray());
        return new AdoptionPanel(new AdoptionData(
                data.name(),
                data.unit(),
                data.sampling(),
                pick(data.periods(), oldPeriod),
                pick(data.cohorts(), oldCohort),
                units(oldCohort),
                rows(oldPeriod),
                data.sample().drop(reason, data.rows().unitOf().length - rows.length)));
    }

    private AdoptionData.Units units(int[] oldCohort) {
        AdoptionData.Units old = data.units();
        boolean clustered = !old.clusterNames().isEmpty();
        int[] oldCluster = clustered ? distinct(pick(old.clusterOf(), units)) : new int[0];
        return new AdoptionData.Units(
                pick(old.names(), units),
                renumbered(pick(old.cohortOf(), units), oldCohort),
                old.clusterName(),
                pick(old.clusterNames(), oldCluster),
                clustered ? renumbered(pick(old.clusterOf(), units), oldCluster) : new int[0]);
    }

    private AdoptionData.Rows rows(int[] oldPeriod) {
        AdoptionData.Rows old = data.rows();
        return new AdoptionData.Rows(
                Arrays.stream(rows).map(row -> newUnit[old.unitOf()[row]]).toArray(),
                renumbered(pick(old.periodOf(), rows), oldPeriod),
                pick(old.outcome(), rows),
                pick(old.weight(), rows),
                old.covariateNames(),
                Arrays.stream(old.covariates())
                        .map(column -> pick(column, rows))
                        .toArray(double[][]::new));
    }

    private static int[] distinct(int[] numbers) {
        return Arrays.stream(numbers).sorted().distinct().toArray();
    }

    /** Old numbers as places among the old ones that are left; -1 stays. */
    private static int[] renumbered(int[] numbers, int[] left) {
        return Arrays.stream(numbers)
                .map(number -> number < 0 ? -1 : Arrays.binarySearch(left, number))
                .toArray();
    }

    private static int[] pick(int[] values, int[] places) {
        return Arrays.stream(places).map(place -> values[place]).toArray();
    }

    private static double[] pick(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }

    private static <T> List<T> pick(List<T> values, int[] places) {
        return Arrays.stream(places).mapToObj(values::get).toList();
    }
}
