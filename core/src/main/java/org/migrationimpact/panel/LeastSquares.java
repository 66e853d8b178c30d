package org.migrationimpact.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.inference.Likelihood;
import org.migrationimpact.model.Factor;

/** One fit of least squares, from the table to the result. */
final class LeastSquares {

    private final PanelModel model;
    private final PanelRows rows;
    private final List<Factor> effects;
    private final PanelSample sample;

    LeastSquares(PanelModel model, PanelRows rows) {
        this.model = model;
        this.rows = rows;
        this.effects = model.factors(rows);
        this.sample = PanelSample.complete(rows, model.columns());
        if (model.absorption().singletons() == Absorption.Singletons.DROP) {
            sample.dropSingletons(effects);
        }
    }

    FixedEffectsFit fit() {
        Layout layout = Layout.of(effects, sample.used(), rows.read(model.columns()));
        Sweep sweep = new Sweep(layout, weights(layout));
        Column outcome = Column.inPlace(layout.gather(rows.sharedOutcome()), layout.small());
        double total = aboutTheMean(sweep, outcome.values);
        List<Column> columns = model.columns().stream()
                .map(name -> Column.inPlace(layout.gather(rows.shared(name)), layout.small()))
                .toList();
        List<Column> all = new ArrayList<>(List.of(outcome));
        all.addAll(columns);
        Solver solver = Solver.of(layout, rows.sharedWeights().length == 0);
        Absorber.Outcome absorbed = new Absorber(sweep, solver)
                .absorb(all, model.absorption().tolerance(), model.absorption().maxIterations());
        AbsorptionReport report =
                new AbsorptionReport(solver.describe(), absorbed.iterations(), absorbed.relativeScore());
        Convergence.require(report, model.absorption());
        return fitted(sweep, outcome, total, columns, report);
    }

    private double[] weights(Layout layout) {
        if (rows.sharedWeights().length > 0) {
            return layout.gather(rows.sharedWeights());
        }
        double[] ones = new double[layout.rows()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private FixedEffectsFit fitted(
            Sweep sweep, Column outcome, double total, List<Column> columns, AbsorptionReport report) {
        List<double[]> all = columns.stream().map(column -> column.residual).toList();
        double[][] square = CrossProducts.square(sweep, all);
        Independence independence = new Independence(square, columns);
        List<Warning> warnings = model.judge(independence);
        List<Integer> kept = independence.kept();
        Normal normal = new Normal(Selected.of(square, kept));
        List<double[]> own = kept.stream().map(all::get).toList();
        double within = outcome.squares;
        double[] estimates = new double[kept.size()];
        for (int pass = 0; pass < 2; pass++) { // the second one refines
            double[] step = normal.solve(Selected.column(CrossProducts.of(sweep, own, List.of(outcome.residual))));
            subtract(sweep, outcome.residual, own, step);
            Arrays.setAll(estimates, j -> estimates[j] + step[j]);
        }
        Finished finished = new Finished(model, rows, sweep, effects, sample, Likelihood.GAUSSIAN);
        int parameters = finished.parameters(kept.size());
        requireRows(sweep.layout().rows(), parameters);
        double[] residual = outcome.residual;
        Estimated estimated = finished.estimated(estimates, normal.inverse(), own, residual, kept, warnings, report);
        FixedEffectsFit.Squares squares = new FixedEffectsFit.Squares(
                Selected.column(CrossProducts.square(sweep, List.of(residual)))[0], within, total, parameters);
        return new FixedEffectsFit(
                "least squares of " + rows.outcomeName() + ", absorbing " + model.effectNames(), estimated, squares);
    }

    private static void subtract(Sweep sweep, double[] residual, List<double[]> columns, double[] step) {
        sweep.total((from, to) -> {
            for (int j = 0; j < step.length; j++) {
                double[] column = columns.get(j);
                for (int i = from; i < to; i++) {
                    residual[i] -= step[j] * column[i];
                }
            }
            return 0;
        });
    }

    private void requireRows(int count, int parameters) {
        if (count <= parameters) {
            throw new DataException(
                    "E-EFFECTS-009",
                    count + " rows cannot carry " + parameters + " parameters (columns, and levels of "
                            + model.effectNames() + "); use fewer effects or more rows");
        }
    }

    private static double aboutTheMean(Sweep sweep, double[] values) {
        double[] w = sweep.weights();
        double mean = sum(sweep, values, 0, 1) / sum(sweep, w, 0, 0);
        return sum(sweep, values, mean, 2);
    }

    /** Σ w (v − mean)^power; with power 0, Σ w. */
    private static double sum(Sweep sweep, double[] values, double mean, int power) {
        double[] w = sweep.weights();
        return sweep.total((from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double v = values[i] - mean;
                sum += power == 0 ? w[i] : power == 1 ? w[i] * v : w[i] * v * v;
            }
            return sum;
        });
    }
}
