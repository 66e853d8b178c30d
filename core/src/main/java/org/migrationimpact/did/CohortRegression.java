package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.did.CellTable.CohortCell;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.model.Scale;
import org.migrationimpact.panel.PanelFit;

/** One regression of {@link SunAbraham}. */
final class CohortRegression {

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final Aggregation headline;
    private final Timing timing;
    private final int[] rows;
    private final int lastCohort;

    CohortRegression(AdoptionPanel panel, RegressionOptions options, Aggregation headline) {
        this.panel = panel;
        this.options = options;
        this.headline = headline;
        this.timing = new Timing(panel, options.anticipation());
        int[] candidates = timing.rowsWithBase();
        boolean anyNever = Arrays.stream(candidates).anyMatch(row -> timing.isNever(panel.unitOf(row)));
        List<Period> studied = timing.studied();
        if (studied.size() < (anyNever ? 1 : 2)) {
            throw refusal(
                    studied.isEmpty()
                            ? "no unit of " + panel.name()
                                    + " is treated within the data with a period before; there is no effect to estimate"
                            : "every unit of " + panel.name() + " with a period before treatment is first treated in "
                                    + studied.get(0)
                                    + "; none is left to compare them with: hand in units that are treated later or never");
        }
        this.lastCohort = anyNever ? -1 : panel.cohorts().indexOf(studied.get(studied.size() - 1));
        this.rows = anyNever ? candidates : beforeTheLast(candidates);
    }

    private static DataException refusal(String found) {
        return new DataException("E-DID-034", found);
    }

    /** Rows of periods in which the cohort treated last feels nothing yet. */
    private int[] beforeTheLast(int[] candidates) {
        Period end = panel.cohorts().get(lastCohort).plus(-options.anticipation());
        return Arrays.stream(candidates)
                .filter(row -> panel.periods().get(panel.periodOf(row)).isBefore(end))
                .toArray();
    }

    private boolean isCompared(int row) {
        int unit = panel.unitOf(row);
        return timing.isNever(unit) || panel.cohortOf(unit) == lastCohort;
    }

    AdoptionFit fit() {
        int[] base = bases();
        List<CohortCell> columns = cells(rows, base);
        if (columns.stream().noneMatch(cell -> cell.event() >= 0)) {
            throw refusal("no row of a treated unit of " + panel.name()
                    + " lies in its treated time and can be compared; hand in more periods");
        }
        PanelRegression regression = new PanelRegression(panel, options, rows);
        int[][] index = new CellTable(panel, columns).index();
        int[] cellOf = IntStream.of(rows)
                .map(row -> isCompared(row) ? -1 : index[panel.cohortOf(panel.unitOf(row))][panel.periodOf(row)])
                .toArray();
        for (int k = 0; k < columns.size(); k++) {
            int cell = k;
            regression.column(
                    name(columns.get(k)),
                    Arrays.stream(cellOf).mapToDouble(of -> of == cell ? 1 : 0).toArray());
        }
        PanelFit fit = regression.leastSquares(AdoptionRows.UNIT, AdoptionRows.PERIOD);
        int[] used = IntStream.of(fit.rows()).map(i -> rows[i]).sorted().toArray();
        return new AdoptionFit(
                findings(regression.joint(fit), new CellTable(panel, cells(used, base)), regression),
                account(regression, fit, base));
    }

    /** The event time from which each cohort is measured: the last with a row before treatment was felt. */
    private int[] bases() {
        int[] base = new int[panel.cohorts().size()];
        Arrays.fill(base, Integer.MIN_VALUE);
        for (int row : rows) {
            if (!isCompared(row) && timing.event(row) <= timing.reference()) {
                int cohort = panel.cohortOf(panel.unitOf(row));
                base[cohort] = Math.max(base[cohort], timing.event(row));
            }
        }
        return base;
    }

    private List<CohortCell> cells(int[] of, int[] base) {
        double[][] weight = new double[panel.cohorts().size()][panel.periods().size()];
        int[][] event = new int[panel.cohorts().size()][panel.periods().size()];
        for (int row : of) {
            if (!isCompared(row)) {
                int cohort = panel.cohortOf(panel.unitOf(row));
                weight[cohort][panel.periodOf(row)] += panel.weight(row);
                event[cohort][panel.periodOf(row)] = timing.event(row);
            }
        }
        List<CohortCell> cells = new ArrayList<>();
        for (int c = 0; c < weight.length; c++) {
            for (int t = 0; t < weight[c].length; t++) {
                if (weight[c][t] > 0 && event[c][t] != base[c]) {
                    cells.add(new CohortCell(c, t, event[c][t], weight[c][t]));
                }
            }
        }
        return cells;
    }

    private String name(CohortCell cell) {
        return "cohort." + panel.cohorts().get(cell.cohort()) + ":event." + cell.event();
    }

    private AdoptionFindings findings(JointEffects joint, CellTable table, PanelRegression regression) {
        List<String> names = table.cells().stream().map(this::name).toList();
        Map<Aggregation, Combination> overall = AdoptionFit.table();
        Map<Aggregation, List<Combination>> all = AdoptionFit.table();
        for (Aggregation aggregation : Aggregation.values()) {
            overall.put(aggregation, combined(joint, names, table.overall(aggregation)));
            all.put(
                    aggregation,
                    table.rows(aggregation).stream()
                            .map(target -> combined(joint, names, target))
                            .toList());
        }
        List<Combination> dynamic = withReference(joint, all.getOrDefault(Aggregation.DYNAMIC, List.of()));
        all.put(Aggregation.DYNAMIC, dynamic);
        Combination one = overall.getOrDefault(headline, joint.reference(headline.key()));
        return new AdoptionFindings(
                joint,
                one,
                overall,
                all,
                before(dynamic),
                regression.covariates(joint),
                groupTimes(joint, table),
                Optional.of(timing.reference()));
    }

    private List<GroupTime> groupTimes(JointEffects joint, CellTable table) {
        return IntStream.range(0, table.cells().size())
                .mapToObj(k -> new GroupTime(
                        table.cohort(k).toString(),
                        table.period(k).toString(),
                        joint.coefficient(joint.single("att", name(table.cells().get(k))), "att")))
                .toList();
    }

    private static Combination combined(JointEffects joint, List<String> names, CellTable.Target target) {
        return joint.mean(target.label(), names, target.on());
    }

    private List<Combination> withReference(JointEffects joint, List<Combination> dynamic) {
        String label = String.valueOf(timing.reference());
        List<Combination> all = new ArrayList<>(dynamic);
        if (all.stream().noneMatch(row -> row.label().equals(label))) {
            all.add(joint.reference(label));
            all.sort(java.util.Comparator.comparingInt(row -> Integer.parseInt(row.label())));
        }
        return all;
    }

    private List<Combination> before(List<Combination> dynamic) {
        return dynamic.stream()
                .filter(row -> Integer.parseInt(row.label()) < timing.reference())
                .toList();
    }

    private AdoptionAccount account(PanelRegression regression, PanelFit fit, int[] base) {
        List<Convention> conventions = new ArrayList<>(regression.conventions(
                fit, "interactions of cohort and event time (Sun and Abraham 2021)", "unit and period"));
        conventions.add(2, new Convention("controls", controls()));
        conventions.add(new Convention("base", "universal, event time " + timing.reference()));
        conventions.add(new Convention("weights of aggregates", "weights of rows, taken as known"));
        return new AdoptionAccount(
                "sun-abraham",
                panel.name(),
                headline + ", treated against " + controls(),
                panel.unit(),
                Scale.LEVEL,
                timing.studied().get(0),
                regression.sample(fit, "of cohorts or periods without a comparison"),
                conventions,
                List.of(),
                warnings(fit, base));
    }

    private String controls() {
        return lastCohort < 0
                ? ControlGroup.NEVER_TREATED.toString()
                : "the cohort treated last, " + panel.cohorts().get(lastCohort) + ", before that";
    }

    private List<Warning> warnings(PanelFit fit, int[] base) {
        List<Warning> list = new ArrayList<>();
        StaggeredWarnings.withoutBase(timing).ifPresent(list::add);
        List<String> other = IntStream.range(0, base.length)
                .filter(c -> base[c] != Integer.MIN_VALUE && base[c] != timing.reference())
                .mapToObj(c -> panel.cohorts().get(c) + " (" + base[c] + ")")
                .toList();
        if (!other.isEmpty()) {
            list.add(new Warning(
                    "W-DID-032",
                    "the cohorts " + Listing.of(other) + " have no row at event time " + timing.reference()
                            + " and are measured from the last one before"));
        }
        list.addAll(fit.warnings());
        return list;
    }
}
