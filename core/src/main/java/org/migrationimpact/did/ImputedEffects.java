package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.DataException;
import org.migrationimpact.did.CellTable.CohortCell;
import org.migrationimpact.did.CellTable.Target;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.regression.Coefficient;

/** Effects by row as {@link Imputation} and {@link TwoStage} find them, and their means with errors. */
final class ImputedEffects {

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final Errors errors;
    private final Aggregation headline;
    private final Timing timing;
    private final UntreatedOutcome outcome;
    private final int[] untreated;

    /** What effects are taken to have in common. */
    enum Errors {
        /** Those of one cohort in one period: Borusyak, Jaravel and Spiess. */
        CONSERVATIVE,
        /** Those that share a coefficient of the second stage: Gardner. */
        TWO_STAGES
    }

    ImputedEffects(AdoptionPanel panel, RegressionOptions options, Errors errors, Aggregation headline) {
        PanelRegression.requirePanel(panel);
        this.panel = panel;
        this.options = options;
        this.errors = errors;
        this.headline = headline;
        this.timing = new Timing(panel, options.anticipation());
        boolean[] isUntreated = new boolean[panel.size()];
        for (int row = 0; row < isUntreated.length; row++) {
            isUntreated[row] = !timing.isFelt(row);
        }
        this.untreated =
                IntStream.range(0, panel.size()).filter(row -> isUntreated[row]).toArray();
        this.outcome = new UntreatedOutcome(panel, isUntreated, options.covariates());
    }

    AdoptionFit fit(int leads) {
        CellTable table = new CellTable(panel, cells());
        if (!table.hasTreated()) {
            throw new DataException(
                    "E-DID-041",
                    "no treated row of " + panel.name()
                            + " can be imputed: none has both an untreated row of its unit and one of its period; hand in earlier periods, or units treated later or never");
        }
        int[][] members = members(table);
        ImputationLeads.Found found = new ImputationLeads(panel, options, timing, untreated).find(leads);
        List<Task> tasks = tasks(table);
        double[][] influence = influence(table, members, tasks);
        JointEffects joint = joint(tasks, table, members, influence, found);
        return new AdoptionFit(
                findings(joint, table, members, found),
                new ImputedAccount(panel, options, timing, outcome, errors, headline).account());
    }

    /** One mean to be estimated. */
    private record Task(String name, Target target) {}

    /** Treated cells, and in two stages those before treatment too. */
    private List<CohortCell> cells() {
        double[][] weight = new double[panel.cohorts().size()][panel.periods().size()];
        int[][] event = new int[panel.cohorts().size()][panel.periods().size()];
        for (int row = 0; row < panel.size(); row++) {
            if (isMember(row)) {
                int cohort = panel.cohortOf(panel.unitOf(row));
                weight[cohort][panel.periodOf(row)] += panel.weight(row);
                event[cohort][panel.periodOf(row)] = timing.event(row);
            }
        }
        List<CohortCell> cells = new ArrayList<>();
        for (int c = 0; c < weight.length; c++) {
            for (int t = 0; t < weight[c].length; t++) {
                if (weight[c][t] > 0) {
                    cells.add(new CohortCell(c, t, event[c][t], weight[c][t]));
                }
            }
        }
        return cells;
    }

    private boolean isMember(int row) {
        boolean concerned = timing.isFelt(row) || (errors == Errors.TWO_STAGES && timing.event(row) != Timing.NEVER);
        return concerned && outcome.isImputed(row);
    }

    private int[][] members(CellTable table) {
        int[][] index = table.index();
        List<List<Integer>> rows = new ArrayList<>();
        table.cells().forEach(cell -> rows.add(new ArrayList<>()));
        for (int row = 0; row < panel.size(); row++) {
            if (isMember(row)) {
                rows.get(index[panel.cohortOf(panel.unitOf(row))][panel.periodOf(row)])
                        .add(row);
            }
        }
        return rows.stream()
                .map(list -> list.stream().mapToInt(row -> row).toArray())
                .toArray(int[][]::new);
    }

    private static List<Task> tasks(CellTable table) {
        List<Task> tasks = new ArrayList<>();
        for (Aggregation aggregation : Aggregation.values()) {
            table.rows(aggregation).forEach(row -> tasks.add(new Task(name(aggregation, row.label()), row)));
        }
        return tasks;
    }

    private static String name(Aggregation aggregation, String label) {
        return aggregation.key() + ":" + label;
    }

    /** One row a task, a value for each cluster; every task is summed by one thread. */
    private double[][] influence(CellTable table, int[][] members, List<Task> tasks) {
        double[] means = means(table, members);
        double[][] influence = new double[tasks.size()][];
        IntStream.range(0, influence.length)
                .parallel()
                .forEach(i ->
                        influence[i] = influence(table, members, tasks.get(i).target(), means));
        return influence;
    }

    private double[] influence(CellTable table, int[][] members, Target target, double[] means) {
        int count = IntStream.range(0, members.length)
                .filter(k -> target.on()[k] != 0)
                .map(k -> members[k].length)
                .sum();
        int[] rows = new int[count];
        double[] omega = new double[count];
        double[] centre = new double[count];
        double whole = Spd.dot(target.on(), means);
        int at = 0;
        for (int k = 0; k < members.length; k++) {
            if (target.on()[k] != 0) {
                for (int row : members[k]) {
                    rows[at] = row;
                    omega[at] = target.on()[k]
                            * panel.weight(row)
                            / table.cells().get(k).weight();
                    centre[at++] = errors == Errors.CONSERVATIVE ? means[k] : whole;
                }
            }
        }
        return outcome.influence(rows, omega, centre);
    }

    /** The mean effect of each cell. */
    private double[] means(CellTable table, int[][] members) {
        double[] means = new double[members.length];
        for (int k = 0; k < means.length; k++) {
            for (int row : members[k]) {
                means[k] += panel.weight(row)
                        * outcome.residual(row)
                        / table.cells().get(k).weight();
            }
        }
        return means;
    }

    private JointEffects joint(
            List<Task> tasks, CellTable table, int[][] members, double[][] influence, ImputationLeads.Found found) {
        double[] means = means(table, members);
        List<String> names = new ArrayList<>(tasks.stream().map(Task::name).toList());
        double[] estimates = Arrays.copyOf(
                tasks.stream()
                        .mapToDouble(task -> Spd.dot(task.target().on(), means))
                        .toArray(),
                tasks.size() + found.events().size());
        double[][] all = Arrays.copyOf(influence, estimates.length);
        for (int i = 0; i < found.events().size(); i++) {
            names.add(name(Aggregation.DYNAMIC, String.valueOf(found.events().get(i))));
            estimates[tasks.size() + i] = found.estimates()[i];
            all[tasks.size() + i] = found.influence()[i];
        }
        double[] freedom = new double[estimates.length];
        Arrays.fill(freedom, Math.max(1, outcome.clusters() - 1));
        return new JointEffects(names, estimates, products(all), freedom, options.confidence());
    }

    private static double[][] products(double[][] columns) {
        double[][] products = new double[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = Spd.dot(columns[i], columns[j]);
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    private AdoptionFindings findings(
            JointEffects joint, CellTable table, int[][] members, ImputationLeads.Found found) {
        Map<Aggregation, Combination> overall = AdoptionFit.table();
        Map<Aggregation, List<Combination>> all = AdoptionFit.table();
        for (Aggregation aggregation : Aggregation.values()) {
            List<Target> rows = table.rows(aggregation);
            List<String> names =
                    rows.stream().map(row -> name(aggregation, row.label())).toList();
            double[] share = rows.stream()
                    .mapToDouble(row -> table.share(aggregation, row))
                    .toArray();
            overall.put(aggregation, joint.mean(aggregation.key(), names, share));
            all.put(
                    aggregation,
                    rows.stream()
                            .map(row -> single(joint, aggregation, row.label()))
                            .toList());
        }
        List<Combination> dynamic = new ArrayList<>(all.getOrDefault(Aggregation.DYNAMIC, List.of()));
        found.events().forEach(event -> dynamic.add(0, single(joint, Aggregation.DYNAMIC, String.valueOf(event))));
        all.put(Aggregation.DYNAMIC, dynamic);
        List<Combination> before = errors == Errors.TWO_STAGES
                ? List.of()
                : dynamic.stream()
                        .filter(row -> Integer.parseInt(row.label()) <= timing.reference())
                        .toList();
        Combination one = overall.getOrDefault(headline, joint.reference(headline.key()));
        return new AdoptionFindings(
                joint, one, overall, all, before, List.of(), groupTimes(table, members), Optional.empty());
    }

    private static Combination single(JointEffects joint, Aggregation aggregation, String label) {
        return joint.single(label, name(aggregation, label));
    }

    /** The effect on each cohort in each treated period; their covariances are never asked for. */
    private List<GroupTime> groupTimes(CellTable table, int[][] members) {
        double[] means = means(table, members);
        double df = Math.max(1, outcome.clusters() - 1);
        GroupTime[] made = new GroupTime[members.length];
        IntStream.range(0, made.length).parallel().forEach(k -> {
            double[] on = new double[made.length];
            on[k] = 1;
            double[] influence = influence(table, members, new Target("att", on), means);
            StudentT error = new StudentT(Math.sqrt(Spd.dot(influence, influence)), df);
            made[k] = new GroupTime(
                    table.cohort(k).toString(), table.period(k).toString(), new Coefficient("att", means[k], error));
        });
        return List.of(made);
    }
}
