package org.migrationimpact.panel;

import java.util.ArrayList;
import java.util.List;

/**
 * Conjugate gradients in the coefficients of the small side, no array as long as the rows is needed. All
 * columns walk together, so that the rows are read once for all of them, and each stops when it has arrived.
 *
 * <p>Source: Hestenes and Stiefel (1952), doi:10.6028/jres.049.044.
 */
final class ConjugateGradient implements SmallSide {

    private static final class Walk {
        final Column column;
        final double[] direction;
        final double[] product;
        final double[] scaled;
        double squaredScore;
        double squares;

        Walk(Column column, Preconditioner rough) {
            this.column = column;
            this.scaled = new double[column.score.length];
            rough.solve(column.score, scaled);
            this.direction = scaled.clone();
            this.product = new double[scaled.length];
            squaredScore = dot(scaled, column.score);
            squares = column.squares;
        }
    }

    private final boolean hard;
    private Preconditioner rough = (right, solution) -> {};
    private int version = -1;

    private ConjugateGradient(boolean hard) {
        this.hard = hard;
    }

    /** Each level scaled by its weight. */
    static ConjugateGradient plain() {
        return new ConjugateGradient(false);
    }

    /** Led by an approximate Cholesky factor, for graphs that only a few rows hold together. */
    static ConjugateGradient led() {
        return new ConjugateGradient(true);
    }

    @Override
    public int improve(Sweep sweep, List<Column> columns, double tolerance, int maxIterations) {
        if (version != sweep.version()) {
            rough = hard ? new SampledCholesky(sweep) : Preconditioner.levels(sweep.inverseSmall());
            version = sweep.version();
        }
        List<Walk> walks = new ArrayList<>();
        columns.forEach(column -> walks.add(new Walk(column, rough)));
        walks.removeIf(walk -> hasArrived(walk, sweep.inverseSmall(), tolerance));
        int iterations = 0;
        while (!walks.isEmpty() && iterations < maxIterations) {
            Convergence.requireNotInterrupted();
            sweep.products(
                    walks.stream().map(walk -> walk.direction).toList(),
                    walks.stream().map(walk -> walk.product).toList());
            walks.removeIf(walk -> !step(walk) || hasArrived(walk, sweep.inverseSmall(), tolerance));
            iterations++;
        }
        return iterations;
    }

    private static boolean hasArrived(Walk walk, double[] inverse, double tolerance) {
        double size = Math.max(Math.sqrt(Math.max(0, walk.squares)), Absorber.FLOOR * walk.column.scale);
        double sum = 0;
        for (int l = 0; l < inverse.length; l++) {
            sum += walk.column.score[l] * walk.column.score[l] * inverse[l];
        }
        return Math.sqrt(sum) <= tolerance * size;
    }

    /** One step; false where rounding leaves no direction to go. */
    private boolean step(Walk walk) {
        double curvature = dot(walk.direction, walk.product);
        if (!(curvature > 0)) {
            return false;
        }
        double length = walk.squaredScore / curvature;
        double[] v = walk.column.move;
        double[] r = walk.column.score;
        for (int l = 0; l < v.length; l++) {
            v[l] += length * walk.direction[l];
            r[l] -= length * walk.product[l];
        }
        walk.squares -= length * walk.squaredScore;
        rough.solve(r, walk.scaled);
        double next = dot(r, walk.scaled);
        double turn = next / walk.squaredScore;
        walk.squaredScore = next;
        for (int l = 0; l < v.length; l++) {
            walk.direction[l] = walk.scaled[l] + turn * walk.direction[l];
        }
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int l = 0; l < a.length; l++) {
            sum += a[l] * b[l];
        }
        return sum;
    }

    @Override
    public String describe() {
        return hard ? "conjugate gradients led by an approximate Cholesky factor" : "conjugate gradients";
    }
}
