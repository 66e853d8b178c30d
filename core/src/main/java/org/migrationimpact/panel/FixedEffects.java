package org.migrationimpact.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.model.Factor;

/**
 * What is left of columns when effects are removed from them: the residual of a weighted regression on a dummy for every level of every
 * factor. Any number of factors, pairs such as {@code origin^year} among them ({@link Factor#crossed}).
 *
 * <p>Rows are sorted once and the effect with most levels is swept out exactly, so that only the coefficients of the others are solved for:
 * in closed form where there are none or all effects are balanced and equally weighted, by the Cholesky factor of their Schur complement
 * where they are few, by conjugate gradients otherwise, led by an approximate factor where a few rows hold the levels together. The result
 * is the same to the last bit for every order of the rows and every number of threads.
 *
 * <p>Source: Guimarães and Portugal (2010), doi:10.1177/1536867X1101000406; Correia (2015), "Singletons, cluster-robust standard errors and
 * fixed effects: a bad mix".
 */
public final class FixedEffects {

    private final List<Factor> factors;
    private final double[] weights;
    private final Absorption absorption;

    private FixedEffects(List<Factor> factors, double[] weights, Absorption absorption) {
        this.factors = factors;
        this.weights = weights;
        this.absorption = absorption;
    }

    /** Effects of these factors, one or more with as many rows each: to 1e-10, singletons dropped, without weights. */
    public static FixedEffects of(Factor... factors) {
        if (factors.length == 0
                || Arrays.stream(factors).mapToInt(Factor::rows).distinct().count() != 1) {
            throw new IllegalArgumentException(
                    "effects are one factor or more with as many rows each, got " + Arrays.toString(factors));
        }
        return new FixedEffects(List.of(factors), new double[0], Absorption.standard());
    }

    /** The same with weights, one of 0 or more a row. */
    public FixedEffects weighted(double... rowWeights) {
        if (rowWeights.length != rows()) {
            throw new IllegalArgumentException(rowWeights.length + " weights for " + rows() + " rows");
        }
        return new FixedEffects(factors, rowWeights.clone(), absorption);
    }

    /** The same, absorbed otherwise. */
    public FixedEffects with(Absorption other) {
        return new FixedEffects(factors, weights, other);
    }

    private int rows() {
        return factors.get(0).rows();
    }

    /**
     * Removes the effects from these columns, n values each. A row that lacks a number in one of them, has weight 0 or is alone in a level
     * is left out of all.
     *
     * @throws InputException E-EFFECTS-001 where a number is infinite, E-EFFECTS-002 where a weight is negative
     * @throws DataException E-EFFECTS-003 where no row is left
     * @throws EstimationException E-EFFECTS-010 where it does not converge
     */
    public Absorbed absorb(double[]... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("one column or more, got none");
        }
        PanelRows table = PanelRows.of("column 1", columns[0]);
        List<String> names = new ArrayList<>();
        for (int j = 1; j < columns.length; j++) {
            names.add("column " + (j + 1));
            table = table.with(names.get(j - 1), columns[j]);
        }
        table = weights.length == 0 ? table : table.weighted(weights);
        PanelSample sample = PanelSample.complete(table, names);
        if (absorption.singletons() == Absorption.Singletons.DROP) {
            sample.dropSingletons(factors);
        }
        return absorbed(sample, table.read(names), columns.length);
    }

    private Absorbed absorbed(PanelSample sample, List<double[]> values, int columns) {
        Layout layout = Layout.of(factors, sample.used(), values);
        double[] ones = new double[layout.rows()];
        Arrays.fill(ones, 1);
        Sweep sweep = new Sweep(layout, weights.length == 0 ? ones : layout.gather(weights));
        Solver solver = Solver.of(layout, weights.length == 0);
        List<Column> all = IntStream.range(0, columns)
                .mapToObj(j -> Column.inPlace(layout.gather(values.get(j)), layout.small()))
                .toList();
        Absorber.Outcome outcome =
                new Absorber(sweep, solver).absorb(all, absorption.tolerance(), absorption.maxIterations());
        AbsorptionReport report =
                new AbsorptionReport(solver.describe(), outcome.iterations(), outcome.relativeScore());
        Convergence.require(report, absorption);
        double[][] residuals = new double[columns][rows()];
        for (int j = 0; j < columns; j++) {
            Arrays.fill(residuals[j], Double.NaN);
            for (int i = 0; i < layout.rows(); i++) {
                residuals[j][layout.order()[i]] = all.get(j).residual[i];
            }
        }
        return new Absorbed(residuals, sample, report);
    }

    /** Columns from which effects are removed. */
    public static final class Absorbed {

        private final double[][] residuals;
        private final PanelSample sample;
        private final AbsorptionReport report;

        private Absorbed(double[][] residuals, PanelSample sample, AbsorptionReport report) {
            this.residuals = residuals;
            this.sample = sample;
            this.report = report;
        }

        /** A column, from 0, in the order of the rows handed in; {@code NaN} in rows left out. */
        public double[] column(int column) {
            return residuals[column].clone();
        }

        /** Rows alone in a level, ascending from 0. */
        public int[] singletons() {
            return sample.singletons().clone();
        }

        /** How many rows were read, used and left out, and why. */
        public SampleAudit sample() {
            return sample.audit();
        }

        /** How it was done, with the iterations it took and how exactly it ended. */
        public AbsorptionReport report() {
            return report;
        }
    }
}
