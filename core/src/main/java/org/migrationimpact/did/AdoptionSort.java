package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;

/** Brings columns into the order of an {@link AdoptionPanel}: codes units, periods and cohorts, leaves out and counts, refuses. */
final class AdoptionSort {

    private static final int NEVER = Integer.MAX_VALUE;

    private final AdoptionColumns columns;
    private final int n;
    private final AdoptionCheck check;
    private final List<double[]> covariates;

    AdoptionSort(AdoptionColumns columns) {
        this.columns = columns;
        this.n = columns.outcome().length;
        this.check = new AdoptionCheck(columns);
        this.covariates = List.copyOf(columns.covariates().values());
    }

    AdoptionData data() {
        check.frequencies();
        Map<String, Integer> dropped = new LinkedHashMap<>(columns.dropped());
        boolean[] used = check.used(dropped);
        int[] unitCode = coded(columns.units());
        check.duplicates(unitCode);
        check.constantWithin(unitCode);
        int[] kept = IntStream.range(0, n).filter(row -> used[row]).toArray();
        if (kept.length == 0) {
            throw new DataException(
                    "E-DID-008",
                    "none of the " + n + " rows of " + columns.name()
                            + " has a value in every column that is needed; there is nothing to estimate from");
        }
        return sorted(kept, unitCode, audit(dropped, kept.length));
    }

    private SampleAudit audit(Map<String, Integer> dropped, int kept) {
        int before = columns.dropped().values().stream().mapToInt(i -> i).sum();
        List<SampleAudit.Dropped> reasons = dropped.entrySet().stream()
                .map(entry -> new SampleAudit.Dropped(entry.getKey(), entry.getValue()))
                .toList();
        return new SampleAudit(n + before, kept, reasons);
    }

    private AdoptionData sorted(int[] kept, int[] unitCode, SampleAudit audit) {
        List<Period> periods =
                distinct(kept, row -> Optional.of(columns.periods().get(row)));
        List<Period> cohorts = distinct(kept, row -> columns.firstTreated().get(row));
        int[] periodOf = places(periods, kept, row -> columns.periods().get(row));
        int[] cohortOf = cohortsOf(cohorts, kept);
        int[] rank = ranks(kept, unitCode, cohortOf, periodOf);
        int[] order = order(kept, unitCode, rank, periodOf, periods.size());
        return new AdoptionData(
                columns.name(),
                columns.unit(),
                columns.sampling(),
                periods,
                cohorts,
                units(order, kept, unitCode, rank, cohortOf),
                rows(order, kept, unitCode, rank, periodOf),
                audit);
    }

    /** The number of the cohort of each kept row, {@link #NEVER} for the untreated. */
    private int[] cohortsOf(List<Period> cohorts, int[] kept) {
        int[] places = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            Optional<Period> first = columns.firstTreated().get(kept[i]);
            places[i] = first.isEmpty() ? NEVER : place(cohorts, first.get());
        }
        return places;
    }

    private static int[] places(List<Period> sorted, int[] kept, IntFunction<Period> of) {
        int[] places = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            places[i] = place(sorted, of.apply(kept[i]));
        }
        return places;
    }

    private static int place(List<Period> sorted, Period period) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).index() < period.index()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<Period> distinct(int[] kept, IntFunction<Optional<Period>> of) {
        TreeSet<Period> found = new TreeSet<>();
        Optional<Period> known = Optional.empty();
        for (int row : kept) {
            Optional<Period> one = of.apply(row);
            if (one.isPresent() && !one.equals(known)) {
                found.add(one.get());
                known = one;
            }
        }
        return List.copyOf(found);
    }

    /** The number of each unit code's unit in the order of the panel; -1 for a unit of which no row was kept. */
    private int[] ranks(int[] kept, int[] unitCode, int[] cohortOf, int[] periodOf) {
        int codes = Arrays.stream(unitCode).max().orElseThrow() + 1;
        int[] sample = new int[codes]; // one kept row of each unit
        Arrays.fill(sample, -1);
        for (int i = 0; i < kept.length; i++) {
            sample[unitCode[kept[i]]] = i;
        }
        Comparator<Integer> byName = columns.sampling() == Sampling.PANEL
                ? Comparator.comparing(i -> columns.units().get(kept[i]))
                : byContent(kept, periodOf);
        Integer[] present = Arrays.stream(sample).filter(i -> i >= 0).boxed().toArray(Integer[]::new);
        Arrays.sort(present, Comparator.<Integer>comparingInt(i -> cohortOf[i]).thenComparing(byName));
        int[] rank = new int[codes];
        Arrays.fill(rank, -1);
        for (int place = 0; place < present.length; place++) {
            rank[unitCode[kept[present[place]]]] = place;
        }
        return rank;
    }

    /** Rows of cross-sections have no names; two rows of the same content may change places without a trace. */
    private Comparator<Integer> byContent(int[] kept, int[] periodOf) {
        Comparator<Integer> order = Comparator.<Integer>comparingInt(i -> periodOf[i])
                .thenComparingDouble(i -> columns.outcome()[kept[i]])
                .thenComparingDouble(i -> columns.weights()[kept[i]]);
        for (double[] covariate : covariates) {
            order = order.thenComparingDouble(i -> covariate[kept[i]]);
        }
        return columns.clusters().isEmpty()
                ? order
                : order.thenComparing(i -> columns.clusters().get(kept[i]));
    }

    /** Kept rows by unit and period: two counting sorts, the second one stable. */
    private static int[] order(int[] kept, int[] unitCode, int[] rank, int[] periodOf, int periods) {
        int[] byPeriod = counted(IntStream.range(0, kept.length).toArray(), periodOf, periods);
        int[] unit = Arrays.stream(kept).map(row -> rank[unitCode[row]]).toArray();
        return counted(byPeriod, unit, Arrays.stream(unit).max().orElseThrow() + 1);
    }

    private static int[] counted(int[] items, int[] key, int keys) {
        int[] start = new int[keys + 1];
        for (int item : items) {
            start[key[item] + 1]++;
        }
        for (int k = 0; k < keys; k++) {
            start[k + 1] += start[k];
        }
        int[] sorted = new int[items.length];
        for (int item : items) {
            sorted[start[key[item]]++] = item;
        }
        return sorted;
    }

    private AdoptionData.Units units(int[] order, int[] kept, int[] unitCode, int[] rank, int[] cohortOf) {
        int count = rank[unitCode[kept[order[order.length - 1]]]] + 1;
        String[] names = new String[count];
        int[] cohorts = new int[count];
        List<String> clusterNames = new ArrayList<>(Arrays.stream(kept)
                .filter(row -> !columns.clusters().isEmpty())
                .mapToObj(row -> columns.clusters().get(row))
                .distinct()
                .sorted()
                .toList());
        Map<String, Integer> clusterCode = new HashMap<>();
        clusterNames.forEach(name -> clusterCode.put(name, clusterCode.size()));
        int[] clusterOf = new int[clusterNames.isEmpty() ? 0 : count];
        for (int item : order) {
            int unit = rank[unitCode[kept[item]]];
            names[unit] = columns.units().get(kept[item]);
            cohorts[unit] = cohortOf[item] == NEVER ? -1 : cohortOf[item];
            if (clusterOf.length > 0) {
                clusterOf[unit] = clusterCode.getOrDefault(columns.clusters().get(kept[item]), -1);
            }
        }
        return new AdoptionData.Units(
                List.of(names), cohorts, columns.clusterName(), List.copyOf(clusterNames), clusterOf);
    }

    private AdoptionData.Rows rows(int[] order, int[] kept, int[] unitCode, int[] rank, int[] periodOf) {
        int[] row = Arrays.stream(order).map(item -> kept[item]).toArray();
        return new AdoptionData.Rows(
                Arrays.stream(row).map(r -> rank[unitCode[r]]).toArray(),
                Arrays.stream(order).map(item -> periodOf[item]).toArray(),
                Arrays.stream(row).mapToDouble(r -> columns.outcome()[r]).toArray(),
                Arrays.stream(row).mapToDouble(r -> columns.weights()[r]).toArray(),
                List.copyOf(columns.covariates().keySet()),
                covariates.stream()
                        .map(values ->
                                Arrays.stream(row).mapToDouble(r -> values[r]).toArray())
                        .toArray(double[][]::new));
    }

    /** The names as numbers from 0, in order of first appearance. */
    static int[] coded(List<String> names) {
        Map<String, Integer> codes = new HashMap<>();
        int[] coded = new int[names.size()];
        for (int i = 0; i < coded.length; i++) {
            Integer next = codes.size();
            Integer known = codes.putIfAbsent(names.get(i), next);
            coded[i] = known == null ? next : known;
        }
        return coded;
    }
}
