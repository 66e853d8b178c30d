package org.migrationimpact.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;

/**
 * Do many series begin or stop at one date? When a coder begins, a form changes or a state joins, series appear together, and a total over
 * them jumps.
 *
 * <p>Counted is, period by period, how many codes of a dimension have a value; a row without a figure does not count. A change from one
 * period that occurs to the next is sudden where it is at least a fifth of the larger of both numbers and at least {@value #LEAST},
 * more than four times the median absolute change of the other periods, and where the numbers of the up to
 * {@value #SIDE} periods before and after do not overlap. It takes five periods. Where a publisher leaves out zeros, a code without a
 * row may be a zero, and few codes may mean few events.
 *
 * @param dimension the dimension whose codes are counted
 * @param counts the number of codes with a value, by period in order of time
 * @param changes the sudden ones
 */
public record Reporting(String dimension, List<Count> counts, List<Change> changes) implements Serializable {

    static final int LEAST = 3;
    static final int SIDE = 3;

    private static final int PERIODS = 5;
    private static final double SHARE = 0.2;
    private static final int TIMES = 4;

    /** So many codes with a value in this period. */
    public record Count(Period period, int codes) implements Serializable {}

    /**
     * A sudden change.
     *
     * @param before the period before it
     * @param after the period from which on it holds
     * @param begun the codes with a value after and none in the period before, in order of the table
     * @param stopped the codes with a value before and none in the period after, in order of the table
     */
    public record Change(Count before, Count after, List<String> begun, List<String> stopped) implements Serializable {
        public Change {
            begun = List.copyOf(begun);
            stopped = List.copyOf(stopped);
        }

        @Override
        public String toString() {
            return "from " + before.codes + " in " + before.period + " to " + after.codes + " in " + after.period + " ("
                    + begun.size() + " begin" + named(begun) + ", " + stopped.size() + " stop" + named(stopped) + ")";
        }

        private static String named(List<String> codes) {
            return codes.isEmpty()
                    ? ""
                    : codes.stream().limit(6).collect(Collectors.joining(", ", ": ", codes.size() > 6 ? " ..." : ""));
        }
    }

    public Reporting {
        counts = List.copyOf(counts);
        changes = List.copyOf(changes);
    }

    /**
     * How many codes of this dimension have a value in each period.
     *
     * @throws org.migrationimpact.data.InputException E-OBS-001 where there is no such dimension
     * @throws DataException E-REPORTING-001 where frequencies are mixed
     */
    public static Reporting of(Observations table, String dimension) {
        table.codes(dimension);
        int at = table.dimensions().indexOf(dimension);
        requireOneFrequency(table);
        Map<Period, Set<String>> reporting = new TreeMap<>();
        table.periods().forEach(period -> reporting.put(period, new LinkedHashSet<>()));
        table.stream()
                .filter(row -> !Double.isNaN(row.value()))
                .forEach(row -> codes(reporting, row).add(row.codes().get(at)));
        List<Count> counts = reporting.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue().size()))
                .toList();
        List<Change> changes = new ArrayList<>();
        for (int t = 1; t < counts.size(); t++) {
            if (isSudden(t, counts.stream().mapToInt(Count::codes).toArray())) {
                Set<String> old = new LinkedHashSet<>(reporting.getOrDefault(counts.get(t - 1).period, Set.of()));
                Set<String> young = new LinkedHashSet<>(reporting.getOrDefault(counts.get(t).period, Set.of()));
                changes.add(new Change(counts.get(t - 1), counts.get(t), without(young, old), without(old, young)));
            }
        }
        return new Reporting(dimension, counts, changes);
    }

    private static Set<String> codes(Map<Period, Set<String>> reporting, Observation row) {
        return reporting.computeIfAbsent(row.period(), period -> new LinkedHashSet<>());
    }

    private static void requireOneFrequency(Observations table) {
        List<String> nouns = table.periods().stream()
                .map(period -> period.frequency().noun())
                .distinct()
                .toList();
        if (nouns.size() > 1) {
            throw new DataException(
                    "E-REPORTING-001",
                    table.quantity() + " mixes frequencies (" + String.join(", ", nouns)
                            + "); keep the periods of one of them to see when series begin and stop");
        }
    }

    private static boolean isSudden(int t, int... codes) {
        int change = Math.abs(codes[t] - codes[t - 1]);
        if (codes.length < PERIODS || change < LEAST || change < SHARE * Math.max(codes[t], codes[t - 1])) {
            return false;
        }
        int[] before = Arrays.copyOfRange(codes, Math.max(0, t - SIDE), t);
        int[] after = Arrays.copyOfRange(codes, t, Math.min(codes.length, t + SIDE));
        boolean apart = codes[t] > codes[t - 1] ? largest(before) < smallest(after) : largest(after) < smallest(before);
        return apart && change > TIMES * usual(t, codes);
    }

    private static double usual(int but, int... codes) {
        double[] others = new double[codes.length - 2];
        int next = 0;
        for (int t = 1; t < codes.length; t++) {
            if (t != but) {
                others[next++] = Math.abs(codes[t] - codes[t - 1]);
            }
        }
        return Observed.median(others);
    }

    private static int largest(int... codes) {
        return Arrays.stream(codes).max().orElseThrow();
    }

    private static int smallest(int... codes) {
        return Arrays.stream(codes).min().orElseThrow();
    }

    private static List<String> without(Set<String> codes, Set<String> others) {
        return codes.stream().filter(code -> !others.contains(code)).toList();
    }

    @Override
    public String toString() {
        return "codes of " + dimension + " with a value: "
                + (changes.isEmpty()
                        ? "no sudden change over " + counts.size() + " periods"
                        : changes.stream().map(Change::toString).collect(Collectors.joining("; ")));
    }
}
