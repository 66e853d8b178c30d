package org.migrationimpact.panel;

import java.util.List;

/**
 * Absorbs columns with the weights of a sweep: the residual of each of them on all effects. One effect and balanced effects in closed
 * form; a short small side exactly, by Cholesky; everything else by conjugate gradients.
 */
final class Absorber {

    /** Residuals smaller than this share of a column are rounding. */
    static final double FLOOR = 1e-4;

    private static final int RESTARTS = 6;

    private final Sweep sweep;
    private final SmallSide solver;

    Absorber(Sweep sweep, SmallSide solver) {
        this.sweep = sweep;
        this.solver = solver;
    }

    /** What an absorption came to: iterations run, and the largest relative score of a column. */
    record Outcome(int iterations, double relativeScore) {}

    /**
     * Absorbs the columns, from where they are.
     *
     * @return how far it came, which is the caller's to judge
     */
    Outcome absorb(List<Column> columns, double tolerance, int maxIterations) {
        return absorb(columns, tolerance, 0, maxIterations);
    }

    /** The same, but no further than to this part of the relative score that the columns begin with. */
    Outcome absorb(List<Column> columns, double least, double part, int maxIterations) {
        columns.forEach(column -> column.scale = column.hasBegun() ? column.scale : size(column.values));
        sweep.residuals(columns);
        int iterations = 0;
        double worst = worst(columns);
        double tolerance = Math.max(least, part * worst);
        for (int restart = 0; restart < RESTARTS && worst > tolerance && iterations < maxIterations; restart++) {
            iterations += Math.max(1, solver.improve(sweep, columns, tolerance, maxIterations - iterations));
            sweep.residuals(columns);
            worst = worst(columns);
        }
        return new Outcome(iterations, worst);
    }

    private double size(double[] values) {
        double[] w = sweep.weights();
        return Math.sqrt(sweep.total((from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += w[i] * values[i] * values[i];
            }
            return sum;
        }));
    }

    private double worst(List<Column> columns) {
        double worst = 0;
        for (Column column : columns) {
            worst = Math.max(worst, relativeScore(column));
        }
        return worst;
    }

    /** How much of the residual the effects could still explain: its score in units of the residual itself. */
    private double relativeScore(Column column) {
        double sum = 0;
        double[] inverse = sweep.inverseSmall();
        for (int l = 0; l < inverse.length; l++) {
            sum += column.score[l] * column.score[l] * inverse[l];
        }
        double size = Math.max(Math.sqrt(column.squares), FLOOR * column.scale);
        return size == 0 ? 0 : Math.sqrt(sum) / size;
    }
}
