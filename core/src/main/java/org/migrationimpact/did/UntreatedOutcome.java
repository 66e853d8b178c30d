package org.migrationimpact.did;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.did.UntreatedModel.Sides;
import org.migrationimpact.did.UntreatedModel.Solution;

/**
 * What the untreated rows of a panel say of every row had it not been treated, and what is left of its outcome. Rows of a unit without an
 * untreated row, of a period without one, or that hang together with neither, cannot be imputed.
 */
final class UntreatedOutcome {

    private final AdoptionPanel panel;
    private final boolean unitsAreBig;
    private final int[] untreated;
    private final boolean[] imputed;
    private final double[][] covariates;
    private final UntreatedModel model;
    private final double[] residual;
    private final int clusters;

    /** From the rows that this says are untreated. */
    UntreatedOutcome(AdoptionPanel panel, boolean[] isUntreated, List<String> names) {
        this.panel = panel;
        this.clusters = panel.clusters();
        this.covariates = names.stream().map(panel::column).toArray(double[][]::new);
        this.unitsAreBig = panel.units().size() >= panel.periods().size();
        int[] rows =
                IntStream.range(0, panel.size()).filter(row -> isUntreated[row]).toArray();
        if (rows.length == 0) {
            throw new DataException(
                    "E-DID-040",
                    "no row of " + panel.name()
                            + " is untreated; what would have been without the measure cannot be told from these rows");
        }
        this.untreated = unitsAreBig ? rows : byPeriod(rows);
        Sides sides = sides();
        double[] weight = AdoptionRows.picked(panel.data().rows().weight(), untreated);
        double[][] x = Arrays.stream(covariates)
                .map(column -> AdoptionRows.picked(column, untreated))
                .toArray(double[][]::new);
        this.model = new UntreatedModel(sides, sides.fixed(), weight, x, names);
        Solution fit = model.fit(AdoptionRows.picked(panel.data().rows().outcome(), untreated));
        this.imputed = imputed(isUntreated, sides);
        this.residual = new double[panel.size()];
        for (int row = 0; row < residual.length; row++) {
            residual[row] = imputed[row] ? panel.outcome(row) - at(fit, row) : Double.NaN;
        }
    }

    /** Rows in order of period; of unit within it. */
    private int[] byPeriod(int[] rows) {
        return IntStream.of(rows)
                .boxed()
                .sorted(java.util.Comparator.<Integer>comparingInt(panel::periodOf))
                .mapToInt(row -> row)
                .toArray();
    }

    private Sides sides() {
        int[] unit = IntStream.of(untreated).map(panel::unitOf).toArray();
        int[] period = IntStream.of(untreated).map(panel::periodOf).toArray();
        int units = panel.units().size();
        int periods = panel.periods().size();
        return unitsAreBig ? new Sides(unit, units, period, periods) : new Sides(period, periods, unit, units);
    }

    private boolean[] imputed(boolean[] isUntreated, Sides sides) {
        TwoWayGraph graph = new TwoWayGraph(sides.bigs(), sides.smalls(), sides.big(), sides.small());
        boolean[] imputed = new boolean[panel.size()];
        for (int row = 0; row < imputed.length; row++) {
            imputed[row] = isUntreated[row] || graph.joined(bigOf(row), smallOf(row));
        }
        return imputed;
    }

    private int bigOf(int row) {
        return unitsAreBig ? panel.unitOf(row) : panel.periodOf(row);
    }

    private int smallOf(int row) {
        return unitsAreBig ? panel.periodOf(row) : panel.unitOf(row);
    }

    private double at(Solution solution, int row) {
        double sum = solution.at(bigOf(row), smallOf(row));
        int smalls = solution.rest().length - covariates.length;
        for (int k = 0; k < covariates.length; k++) {
            sum += solution.rest()[smalls + k] * covariates[k][row];
        }
        return sum;
    }

    /** Whether the untreated rows say anything of a row. */
    boolean isImputed(int row) {
        return imputed[row];
    }

    /** The outcome less what it would have been untreated; of an untreated row, its residual. {@code NaN} where it cannot be imputed. */
    double residual(int row) {
        return residual[row];
    }

    int clusters() {
        return clusters;
    }

    /**
     * How much each cluster moved the sum {@code Σ ω (y − ŷ)} over some rows: of these rows {@code ω} times what is left of them over a
     * centre, and of every untreated row the adjoint weight {@code −w z'(Z'WZ)⁻¹ Σ ω z} times its residual.
     *
     * @param rows imputed rows
     * @param omega one each
     * @param centre one each: what part of the residual is effect
     */
    double[] influence(int[] rows, double[] omega, double[] centre) {
        int smalls = unitsAreBig ? panel.periods().size() : panel.units().size();
        double[] big =
                new double[unitsAreBig ? panel.units().size() : panel.periods().size()];
        double[] rest = new double[smalls + covariates.length];
        double[] influence = new double[clusters];
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            big[bigOf(row)] += omega[i];
            rest[smallOf(row)] += omega[i];
            for (int k = 0; k < covariates.length; k++) {
                rest[smalls + k] += omega[i] * covariates[k][row];
            }
            influence[panel.clusterOf(panel.unitOf(row))] += omega[i] * (residual[row] - centre[i]);
        }
        Solution adjoint = model.solveRefined(new Solution(big, rest));
        for (int i = 0; i < untreated.length; i++) {
            int row = untreated[i];
            influence[panel.clusterOf(panel.unitOf(row))] -=
                    panel.weight(row) * model.fitted(adjoint, i) * residual[row];
        }
        return influence;
    }
}
