package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.PointOnly;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.covariance.Uncertainty;
import org.migrationimpact.data.DataException;
import org.migrationimpact.panel.PanelFit;
import org.migrationimpact.regression.Coefficient;

/** One comparison of {@link TwoByTwo}. */
final class FourCells {

    static final String EFFECT = "treated:after";
    static final List<String> NAMES = List.of("control.before", "control.after", "treated.before", "treated.after");

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final TwoByTwo.Rows kind;
    private final Timing timing;

    FourCells(AdoptionPanel panel, RegressionOptions options, TwoByTwo.Rows kind) {
        this.panel = panel;
        this.options = options;
        this.kind = kind;
        this.timing = new Timing(panel, options.anticipation());
        if (timing.studied().size() != 1) {
            throw new DataException(
                    "E-DID-037",
                    "a comparison of two groups before and after needs one first treated period with a period before it; "
                            + panel.name() + " has " + timing.studied().size()
                            + (timing.studied().isEmpty() ? "" : " (" + Listing.of(timing.studied()) + ")")
                            + ": take group-time, sun-abraham or imputation for several");
        }
    }

    TwoByTwoFit fit() {
        int[] rows = rows();
        List<TwoByTwoFit.Mean> means = means(rows);
        PanelRegression regression = new PanelRegression(panel, options, rows);
        double[] treated = column(rows, row -> isTreated(row) ? 1 : 0);
        double[] after = column(rows, row -> isAfter(row) ? 1 : 0);
        if (kind == TwoByTwo.Rows.ALL) {
            regression.column("treated", treated);
            regression.column("after", after);
        }
        regression.column(EFFECT, column(rows, row -> isTreated(row) && isAfter(row) ? 1 : 0));
        PanelFit fit = kind == TwoByTwo.Rows.ALL
                ? regression.leastSquares()
                : regression.leastSquares(AdoptionRows.UNIT, AdoptionRows.PERIOD);
        return new TwoByTwoFit(
                panel, timing.studied().get(0), means, findings(regression, fit), account(regression, fit));
    }

    private interface Value {
        double of(int row);
    }

    private static double[] column(int[] rows, Value value) {
        return Arrays.stream(rows).mapToDouble(value::of).toArray();
    }

    private boolean isTreated(int row) {
        return !timing.isNever(panel.unitOf(row));
    }

    /** Whether a row lies in or after the first treated period of the treated. */
    private boolean isAfter(int row) {
        return !panel.periods()
                .get(panel.periodOf(row))
                .isBefore(timing.studied().get(0));
    }

    private boolean isBefore(int row) {
        return panel.periods()
                .get(panel.periodOf(row))
                .isBefore(timing.studied().get(0).plus(-options.anticipation()));
    }

    private int[] rows() {
        int[] candidates = Arrays.stream(timing.rowsWithBase())
                .filter(row -> isBefore(row) || isAfter(row))
                .toArray();
        if (kind == TwoByTwo.Rows.ALL) {
            return candidates;
        }
        boolean[][] seen = new boolean[2][panel.units().size()];
        for (int row : candidates) {
            seen[isAfter(row) ? 1 : 0][panel.unitOf(row)] = true;
        }
        return IntStream.of(candidates)
                .filter(row -> seen[0][panel.unitOf(row)] && seen[1][panel.unitOf(row)])
                .toArray();
    }

    private List<TwoByTwoFit.Mean> means(int[] rows) {
        List<TwoByTwoFit.Mean> means = new ArrayList<>();
        for (int cell = 0; cell < 4; cell++) {
            int of = cell;
            int[] members = IntStream.of(rows)
                    .filter(row -> (isTreated(row) ? 2 : 0) + (isAfter(row) ? 1 : 0) == of)
                    .toArray();
            if (members.length == 0) {
                throw new DataException(
                        "E-DID-038",
                        "there is no row of " + NAMES.get(cell).replace(".", " ") + " the measure of "
                                + timing.studied().get(0) + " in " + panel.name()
                                + "; a comparison needs rows of treated and untreated units, before and after");
            }
            means.add(mean(NAMES.get(cell), members));
        }
        return means;
    }

    /** The weighted mean with the error of a mean of independent rows. */
    private TwoByTwoFit.Mean mean(String name, int[] rows) {
        double weight = 0;
        double sum = 0;
        for (int row : rows) {
            weight += panel.weight(row);
            sum += panel.weight(row) * panel.outcome(row);
        }
        double mean = sum / weight;
        double squares = 0;
        for (int row : rows) {
            squares += Math.pow(panel.weight(row) * (panel.outcome(row) - mean), 2);
        }
        int n = rows.length;
        Uncertainty error = n == 1 ? new PointOnly() : new StudentT(Math.sqrt(squares * n / (n - 1)) / weight, n - 1);
        return new TwoByTwoFit.Mean(new Coefficient("mean." + name, mean, error), n);
    }

    private AdoptionFindings findings(PanelRegression regression, PanelFit fit) {
        JointEffects joint = regression.joint(fit);
        List<Combination> others = new ArrayList<>();
        regression.columnNames().stream()
                .filter(name -> !name.equals(EFFECT))
                .forEach(name -> others.add(joint.single(name, name)));
        others.addAll(regression.covariates(joint));
        return new AdoptionFindings(
                joint,
                joint.single(EFFECT, EFFECT),
                AdoptionFit.table(),
                AdoptionFit.table(),
                List.of(),
                others,
                List.of(),
                java.util.Optional.empty());
    }

    private AdoptionAccount account(PanelRegression regression, PanelFit fit) {
        String effects = kind == TwoByTwo.Rows.ALL ? "none: treated, after and their product" : "unit and period";
        List<org.migrationimpact.data.Warning> warnings = new ArrayList<>();
        StaggeredWarnings.withoutBase(timing).ifPresent(warnings::add);
        warnings.addAll(fit.warnings());
        String reason = kind == TwoByTwo.Rows.ALL
                ? "while the measure was anticipated, or of cohorts without a period before"
                : "of units not seen before and after, or while the measure was anticipated";
        return new AdoptionAccount(
                "two-by-two",
                panel.name(),
                "change of the treated from before to after " + timing.studied().get(0)
                        + ", less that of the untreated",
                panel.unit(),
                org.migrationimpact.model.Scale.LEVEL,
                timing.studied().get(0),
                regression.sample(fit, reason),
                regression.conventions(fit, "two by two difference in differences", effects),
                List.of(),
                warnings);
    }
}
