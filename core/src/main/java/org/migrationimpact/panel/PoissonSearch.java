package org.migrationimpact.panel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Warning;

/**
 * Newton's method for Poisson counts. Each step moves the predictor by what effects and columns explain of the working residual. The
 * effects are absorbed from the residual only as exactly as a step deserves; the columns keep their absorbed form from step to step and
 * are absorbed anew when the weights have moved away, which changes the way the steps take, not where they end. At the end everything is
 * absorbed to the tolerance asked for.
 */
final class PoissonSearch {

    private static final int MOST_STEPS = 200;

    private static final double ROUGH = 1e-3;

    /** How far the predictors may have moved, on average, until the columns are absorbed anew. */
    private static final double MOVED = 0.1;

    /** Columns this close to being determined by others are looked at with the tolerance asked for. */
    private static final double CLOSE = 0.03;

    /** The relative step at which the fit has arrived; the one after it would be smaller by orders of magnitude. */
    private static final double ARRIVED = 1e-7;

    /** No predictor may move by more than this in the last step: where one still falls, a count may be separated. */
    private static final double STILL = 1e-3;

    /** Where the fit is perfect the residual is rounding, and no step is small beside it; then this is small enough. */
    private static final double PERFECT = 1e-11;

    /** Steps after which predictors of zeros that still fall, as they do under separation, are looked into. */
    private static final int SUSPICION = 8;

    private static final double FALLING = -0.3;

    private final PanelModel model;
    private final Sweep sweep;
    private final PoissonState state;
    private final List<Column> columns;
    private final Solver solver;
    private final Absorber absorber;
    private final Column residual;
    private List<Column> kept = List.of();
    private double[] estimates = new double[0];
    private int[] separated = new int[0];
    private double moved;
    private double worst;
    private int steps;
    private int iterations;

    PoissonSearch(PanelModel model, Sweep sweep, PoissonState state, List<Column> columns) {
        this.model = model;
        this.sweep = sweep;
        this.state = state;
        this.columns = columns;
        solver = Solver.of(sweep.layout(), false);
        absorber = new Absorber(sweep, solver);
        residual = Column.beside(state.working, sweep.layout().small());
    }

    /** How the predictors are about to move: squares of the move and of the residual, the furthest move, the lowest one of a zero. */
    private record Move(double size, double residual, double furthest, double lowest) {

        static Move of(double[][] chunks) {
            double[] sums = new double[4];
            for (double[] chunk : chunks) {
                sums[0] += chunk[0];
                sums[1] += chunk[1];
                sums[2] = Math.max(sums[2], chunk[2]);
                sums[3] = Math.min(sums[3], chunk[3]);
            }
            return new Move(sums[0], sums[1], sums[2], sums[3]);
        }

        double relative() {
            return residual == 0 ? 0 : Math.sqrt(size / residual);
        }
    }

    /** What one step came to: its size relative to the residual, the furthest move of a predictor, and the lowest one of a zero. */
    private record Step(double relative, double furthest, double lowest, double taken) {

        boolean hasArrived() {
            boolean small = relative <= ARRIVED && furthest <= STILL;
            return taken == 1 && (small || furthest <= PERFECT);
        }
    }

    /**
     * Walks to the maximum of the likelihood, or to rows that are separated.
     *
     * @return which columns were kept, and warnings about the others
     */
    Choice run() {
        Choice choice = choose();
        int suspicion = SUSPICION;
        while (true) {
            Step step = step(ROUGH);
            if (step.lowest() <= FALLING && steps >= suspicion) {
                separated = Separation.of(sweep, state.y, kept, model.absorption());
                suspicion = 2 * steps;
            }
            if (separated.length > 0) {
                return choice;
            }
            if (step.hasArrived()) {
                absorb(model.absorption().tolerance());
                return choice;
            }
            requireMore(step);
            if (moved > MOVED) {
                absorb(ROUGH);
            }
        }
    }

    /** Which columns stay, and what is said of the others. */
    record Choice(List<Integer> kept, List<Warning> warnings) {}

    private Choice choose() {
        kept = columns;
        absorb(ROUGH);
        Independence independence = new Independence(square(), columns);
        if (independence.closest() < CLOSE) {
            absorb(model.absorption().tolerance());
            independence = new Independence(square(), columns);
        }
        List<Warning> warnings = model.judge(independence);
        kept = independence.kept().stream().map(columns::get).toList();
        estimates = new double[kept.size()];
        return new Choice(independence.kept(), warnings);
    }

    private void absorb(double tolerance) {
        Absorber.Outcome outcome =
                absorber.absorb(kept, tolerance, model.absorption().maxIterations());
        moved = 0;
        iterations += outcome.iterations();
        worst = outcome.relativeScore();
        Convergence.require(
                report(),
                model.absorption().to(Math.max(tolerance, model.absorption().tolerance())));
    }

    private double[][] square() {
        return CrossProducts.square(sweep, own());
    }

    /** The absorbed columns. */
    List<double[]> own() {
        return kept.stream().map(column -> column.residual).toList();
    }

    private Step step(double part) {
        steps++;
        residual.restart();
        iterations += absorber.absorb(
                        List.of(residual),
                        model.absorption().tolerance(),
                        part,
                        model.absorption().maxIterations())
                .iterations();
        List<double[]> own = own();
        double[] slope =
                new Normal(square()).solve(Selected.column(CrossProducts.of(sweep, own, List.of(residual.residual))));
        Move move = Move.of(sweep.byChunk(4, (numbers, from, to) -> predict(own, slope, numbers, from, to)));
        double taken = state.take(residual.residual);
        Arrays.setAll(estimates, j -> estimates[j] + taken * slope[j]);
        moved += Math.sqrt(move.size() / sum(sweep.weights()));
        return new Step(move.relative(), move.furthest(), move.lowest(), taken);
    }

    private double sum(double[] weights) {
        return sweep.total((from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += weights[i];
            }
            return sum;
        });
    }

    /** Turns what is left of the working residual into the move of each predictor. */
    private void predict(List<double[]> own, double[] slope, double[] numbers, int from, int to) {
        double[] step = residual.residual;
        for (int j = 0; j < slope.length; j++) {
            double[] column = own.get(j);
            for (int i = from; i < to; i++) {
                step[i] -= slope[j] * column[i];
            }
        }
        for (int i = from; i < to; i++) {
            double left = state.working[i];
            double move = left - step[i];
            step[i] = move;
            numbers[0] += state.weights[i] * move * move;
            numbers[1] += state.weights[i] * left * left;
            numbers[2] = Math.max(numbers[2], Math.abs(move));
            numbers[3] = state.y[i] == 0 ? Math.min(numbers[3], move) : numbers[3];
        }
    }

    private void requireMore(Step last) {
        Convergence.requireNotInterrupted();
        if (steps >= MOST_STEPS || !Double.isFinite(last.relative())) {
            throw new EstimationException(
                    "E-PPML-002",
                    String.format(
                            Locale.ROOT,
                            "Poisson counts do not converge: after %d steps the last one has a relative size of %.2g and"
                                    + " moves a predictor by %.2g; look for columns of very different size, or for"
                                    + " levels with next to no count",
                            steps,
                            last.relative(),
                            last.furthest()));
        }
    }

    AbsorptionReport report() {
        return new AbsorptionReport(solver.describe(), iterations, worst);
    }

    double[] estimates() {
        return estimates;
    }

    /** (X̃'WX̃)⁻¹ with the last weights. */
    double[][] bread() {
        return new Normal(square()).inverse();
    }

    int steps() {
        return steps;
    }

    /** Places of rows that are separated; empty where the fit arrived. */
    int[] separated() {
        return separated;
    }
}
