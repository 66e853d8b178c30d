package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.model.Scale;

/** One estimation of {@link SwitchingTreatment}. */
final class Switches {

    private final AdoptionPanel panel;
    private final double[] status;
    private final double confidence;
    private final int[][] rowOf;

    Switches(AdoptionPanel panel, String status, double confidence) {
        this.panel = panel;
        this.status = panel.column(status);
        this.confidence = confidence;
        this.rowOf = new int[panel.units().size()][panel.periods().size()];
        for (int[] rows : rowOf) {
            Arrays.fill(rows, -1);
        }
        for (int row = 0; row < panel.size(); row++) {
            rowOf[panel.unitOf(row)][panel.periodOf(row)] = row;
        }
    }

    /** Which switches are looked at. */
    private enum Kind {
        ON,
        OFF
    }

    /** When the change of the outcome is taken: at the switch, or one period before it. */
    private enum When {
        AT_SWITCH(0),
        BEFORE(1);

        private final int lag;

        When(int lag) {
            this.lag = lag;
        }
    }

    /** A sum over switches of their comparisons, with what each unit moved it. */
    private static final class Sum {
        private double effect;
        private double weight;
        private int switches;
        private final double[] influence;
        private final double[] share;

        private Sum(int units) {
            influence = new double[units];
            share = new double[units];
        }

        private void add(Sum other) {
            effect += other.effect;
            weight += other.weight;
            switches += other.switches;
            for (int unit = 0; unit < influence.length; unit++) {
                influence[unit] += other.influence[unit];
                share[unit] += other.share[unit];
            }
        }

        private double mean() {
            return effect / weight;
        }
    }

    private Sum sum(Kind kind, When when, List<String> alone) {
        Sum sum = new Sum(panel.units().size());
        for (int t = 1 + when.lag; t < panel.periods().size(); t++) {
            if (follows(t) && (when.lag == 0 || follows(t - 1))) {
                compare(kind, when, t, sum, alone);
            }
        }
        return sum;
    }

    private boolean follows(int t) {
        return panel.periods().get(t - 1).until(panel.periods().get(t)) == 1;
    }

    /** Adds the switches of one period: Σ w (Δy − mean Δy of those that stay), with the sign of the switch. */
    private void compare(Kind kind, When when, int t, Sum sum, List<String> alone) {
        double before = kind == Kind.ON ? 0 : 1;
        double[] moved = new double[2]; // weights of those that stay, and of those that switch
        double[] change = new double[2];
        for (int unit = 0; unit < rowOf.length; unit++) {
            if (isCompared(unit, t, when, before)) {
                int side = status[rowOf[unit][t]] == before ? 0 : 1;
                double w = panel.weight(rowOf[unit][t]);
                moved[side] += w;
                change[side] += w * change(unit, t - when.lag);
            }
        }
        if (moved[1] == 0) {
            return;
        }
        if (moved[0] == 0) {
            alone.add(panel.periods().get(t).toString());
            return;
        }
        double sign = kind == Kind.ON ? 1 : -1;
        double stays = change[0] / moved[0];
        sum.effect += sign * (change[1] - moved[1] * stays);
        sum.weight += moved[1];
        for (int unit = 0; unit < rowOf.length; unit++) {
            if (isCompared(unit, t, when, before)) {
                double w = panel.weight(rowOf[unit][t]);
                boolean switched = status[rowOf[unit][t]] != before;
                double away = sign * w * (change(unit, t - when.lag) - stays);
                sum.influence[unit] += switched ? away : -away * moved[1] / moved[0];
                sum.share[unit] += switched ? w : 0;
                sum.switches += switched ? 1 : 0;
            }
        }
    }

    /** Whether a unit is seen in both periods with this treatment in the earlier one, and for the placebo in the one before that. */
    private boolean isCompared(int unit, int t, When when, double before) {
        for (int back = 0; back <= 1 + when.lag; back++) {
            int row = rowOf[unit][t - back];
            if (row < 0 || (back > 0 && status[row] != before)) {
                return false;
            }
        }
        return true;
    }

    private double change(int unit, int t) {
        return panel.outcome(rowOf[unit][t]) - panel.outcome(rowOf[unit][t - 1]);
    }

    AdoptionFit fit() {
        List<String> alone = new ArrayList<>();
        Sum on = sum(Kind.ON, When.AT_SWITCH, alone);
        Sum off = sum(Kind.OFF, When.AT_SWITCH, alone);
        Sum both = new Sum(panel.units().size());
        both.add(on);
        both.add(off);
        if (both.weight == 0) {
            throw new DataException(
                    "E-DID-045",
                    "no switch of treatment in " + panel.name()
                            + " can be compared with a unit that was treated alike before and stays as it was"
                            + (alone.isEmpty() ? ": treatment never changes between two neighbouring periods" : ""));
        }
        Sum placebo = sum(Kind.ON, When.BEFORE, new ArrayList<>());
        placebo.add(sum(Kind.OFF, When.BEFORE, new ArrayList<>()));
        List<String> names = new ArrayList<>();
        List<Sum> sums = new ArrayList<>();
        put("switch", both, names, sums);
        put("placebo", placebo, names, sums);
        put("switch.on", on, names, sums);
        put("switch.off", off, names, sums);
        return result(joint(names, sums), on, off, alone);
    }

    private static void put(String name, Sum sum, List<String> names, List<Sum> sums) {
        if (sum.weight > 0) {
            names.add(name);
            sums.add(sum);
        }
    }

    private JointEffects joint(List<String> names, List<Sum> sums) {
        double[][] influence = sums.stream().map(this::byCluster).toArray(double[][]::new);
        double[][] covariance = new double[influence.length][influence.length];
        double[] freedom = new double[influence.length];
        for (int i = 0; i < influence.length; i++) {
            freedom[i] = Math.max(1, panel.clusters() - 1);
            for (int j = 0; j < influence.length; j++) {
                covariance[i][j] = Spd.dot(influence[i], influence[j]);
            }
        }
        return new JointEffects(names, sums.stream().mapToDouble(Sum::mean).toArray(), covariance, freedom, confidence);
    }

    private double[] byCluster(Sum sum) {
        double[] total = new double[panel.clusters()];
        for (int unit = 0; unit < rowOf.length; unit++) {
            total[panel.clusterOf(unit)] += (sum.influence[unit] - sum.mean() * sum.share[unit]) / sum.weight;
        }
        return total;
    }

    private AdoptionFit result(JointEffects joint, Sum on, Sum off, List<String> alone) {
        Map<Aggregation, Combination> overall = AdoptionFit.table();
        Map<Aggregation, List<Combination>> rows = AdoptionFit.table();
        Combination effect = joint.single("switch", "switch");
        boolean hasPlacebo = joint.names().contains("placebo");
        List<Combination> dynamic = new ArrayList<>();
        if (hasPlacebo) {
            dynamic.add(joint.single("-1", "placebo"));
        }
        dynamic.add(joint.single("0", "switch"));
        overall.put(Aggregation.DYNAMIC, joint.single("dynamic", "switch"));
        rows.put(Aggregation.DYNAMIC, dynamic);
        List<Combination> others = joint.names().stream()
                .filter(name -> !name.equals("switch"))
                .map(name -> joint.single(name, name))
                .toList();
        List<Combination> before = hasPlacebo ? List.of(joint.single("-1", "placebo")) : List.of();
        AdoptionFindings findings =
                new AdoptionFindings(joint, effect, overall, rows, before, others, List.of(), Optional.empty());
        return new AdoptionFit(findings, account(on, off, alone));
    }

    private AdoptionAccount account(Sum on, Sum off, List<String> alone) {
        List<Warning> warnings = new ArrayList<>();
        if (!alone.isEmpty()) {
            warnings.add(new Warning(
                    "W-DID-038",
                    "nobody stays as those were who switch in " + Listing.of(alone)
                            + "; these switches are in no effect"));
        }
        StaggeredWarnings.fewGroups(panel, panel.clusters()).ifPresent(warnings::add);
        return new AdoptionAccount(
                "switching",
                panel.name(),
                "effect of treatment in the period of a switch, on those who switch",
                panel.unit(),
                Scale.LEVEL,
                firstSwitch(),
                panel.sample(),
                List.of(
                        new Convention("estimator", "DID_M (de Chaisemartin and D'Haultfœuille 2020)"),
                        new Convention("switches", on.switches + " on, " + off.switches + " off"),
                        new Convention("controls", "units treated alike in the period before that stay as they were"),
                        new Convention(
                                "covariance",
                                "influence by " + AdoptionRows.cluster(panel) + ", " + panel.clusters()
                                        + " groups, factor 1"),
                        new Convention("degrees of freedom", "t(" + (panel.clusters() - 1) + "), groups − 1"),
                        new Convention("assumption", "treatment in earlier periods does not matter")),
                List.of(),
                warnings);
    }

    private Period firstSwitch() {
        for (int t = 1; t < panel.periods().size(); t++) {
            for (int[] rows : rowOf) {
                if (rows[t] >= 0 && rows[t - 1] >= 0 && status[rows[t]] != status[rows[t - 1]]) {
                    return panel.periods().get(t);
                }
            }
        }
        return panel.periods().get(0);
    }
}
