package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.Period;
import org.migrationimpact.did.BaconComparison.Kind;

/** The cohorts of a balanced panel with their mean outcomes, and every comparison of two of them. */
final class BaconGroups {

    private final AdoptionPanel panel;
    private final int periods;
    private final List<Group> groups = new ArrayList<>();

    /**
     * Units of one treatment.
     *
     * @param start the number of the first treated period; 0 for always, the number of periods for never
     * @param share of the weight of all units
     * @param sums the mean outcome, summed over the periods before each
     */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    private record Group(Optional<Period> first, int start, double share, double[] sums) {
        double mean(int from, int to) {
            return (sums[to] - sums[from]) / (to - from);
        }
    }

    BaconGroups(AdoptionPanel panel) {
        this.panel = panel;
        this.periods = panel.periods().size();
        double[][] sum = new double[periods + 1][periods];
        double[] weight = new double[periods + 1];
        double total = 0;
        for (int row = 0; row < panel.size(); row++) {
            int start = start(panel.unitOf(row));
            sum[start][panel.periodOf(row)] += panel.weight(row) * panel.outcome(row);
            weight[start] += panel.weight(row) / periods;
            total += panel.weight(row) / periods;
        }
        for (int start = 0; start <= periods; start++) {
            if (weight[start] > 0) {
                double[] sums = new double[periods + 1];
                for (int t = 0; t < periods; t++) {
                    sums[t + 1] = sums[t] + sum[start][t] / weight[start];
                }
                groups.add(new Group(first(start), start, weight[start] / total, sums));
            }
        }
    }

    /** The number of the first treated period of a unit: that of the first period of the data that is not before it. */
    private int start(int unit) {
        Optional<Period> first = panel.firstTreated(unit);
        if (first.isEmpty()) {
            return periods;
        }
        int start = 0;
        while (start < periods && panel.periods().get(start).isBefore(first.get())) {
            start++;
        }
        return start;
    }

    private Optional<Period> first(int start) {
        return start == 0 || start == periods
                ? Optional.empty()
                : Optional.of(panel.periods().get(start));
    }

    /** Why the panel cannot be taken apart; empty where it can. */
    static Optional<String> reason(AdoptionPanel panel) {
        if (!panel.isBalanced()) {
            return Optional.of(panel.name() + " has " + panel.size() + " rows of "
                    + panel.units().size() + " units in " + panel.periods().size() + " periods");
        }
        for (int row = 1; row < panel.size(); row++) {
            boolean same = panel.unitOf(row) == panel.unitOf(row - 1);
            if (same && panel.weight(row) != panel.weight(row - 1)) {
                return Optional.of("the weight of " + panel.units().get(panel.unitOf(row)) + " changes from "
                        + panel.weight(row - 1) + " to " + panel.weight(row) + " in "
                        + panel.periods().get(panel.periodOf(row)));
            }
        }
        return Optional.empty();
    }

    List<BaconComparison> comparisons() {
        List<BaconComparison> raw = new ArrayList<>();
        for (Group early : groups) {
            for (Group late : groups) {
                if (early.start() < late.start()) {
                    add(early, late, raw);
                }
            }
        }
        double total = raw.stream().mapToDouble(BaconComparison::weight).sum();
        return raw.stream()
                .map(one -> new BaconComparison(
                        one.kind(), one.treated(), one.control(), one.estimate(), one.weight() / total))
                .sorted(Comparator.comparing(BaconComparison::kind)
                        .thenComparing(BaconComparison::treated)
                        .thenComparing(one -> one.control().orElse(one.treated())))
                .toList();
    }

    private void add(Group early, Group late, List<BaconComparison> all) {
        boolean never = late.start() == periods;
        early.first()
                .ifPresent(treated -> all.add(new BaconComparison(
                        never ? Kind.TREATED_NEVER : Kind.EARLIER_LATER,
                        treated,
                        late.first(),
                        contrast(early, late, new int[] {0, early.start(), early.start(), late.start()}),
                        weight(early, late, share(early), share(late), late.start()))));
        late.first()
                .ifPresent(treated -> all.add(new BaconComparison(
                        early.start() == 0 ? Kind.LATER_ALWAYS : Kind.LATER_EARLIER,
                        treated,
                        early.first(),
                        contrast(late, early, new int[] {early.start(), late.start(), late.start(), periods}),
                        weight(early, late, share(late), share(early), periods - early.start()))));
    }

    /** The share of periods in which a group is treated. */
    private double share(Group group) {
        return (periods - group.start()) / (double) periods;
    }

    /** The change of the treated from the first span to the second, less that of the control. */
    private static double contrast(Group treated, Group control, int[] span) {
        return treated.mean(span[2], span[3])
                - treated.mean(span[0], span[1])
                - (control.mean(span[2], span[3]) - control.mean(span[0], span[1]));
    }

    /**
     * The product of the two shares of units and the variance of treatment in the window of the comparison: {@code n_k n_l · L² · D(1−D)},
     * L being the share of all periods that the window has, D the share of them in which the treated are treated.
     */
    private double weight(Group early, Group late, double treated, double control, int window) {
        double length = window / (double) periods;
        double within = Math.abs(treated - control) / length;
        return early.share() * late.share() * length * length * within * (1 - within);
    }
}
