package org.migrationimpact.panel;

import java.util.ArrayList;
import java.util.List;
import org.migrationimpact.data.EstimationException;

/**
 * Conjugate gradients in the coefficients of the small side, each level scaled by its weight: no array as long as the rows is needed. All
 * columns walk together, so that the rows are read once for all of them, and each stops when it has arrived.
 *
 * <p>Source: Hestenes and Stiefel (1952), doi:10.6028/jres.049.044.
 */
final class ConjugateGradient implements SmallSide {

    private static final class Walk {
        final Column column;
        final double[] direction;
        final double[] product;
        double squaredScore;
        double squares;

        Walk(Column column, double[] scaled) {
            this.column = column;
            this.direction = column.score.clone();
            this.product = new double[scaled.length];
            for (int l = 0; l < scaled.length; l++) {
                direction[l] *= scaled[l];
            }
            squaredScore = dot(direction, column.score);
            squares = column.squares;
        }
    }

    @Override
    public int improve(Sweep sweep, List<Column> columns, double tolerance, int maxIterations) {
        List<Walk> walks = new ArrayList<>();
        columns.forEach(column -> walks.add(new Walk(column, sweep.inverseSmall())));
        walks.removeIf(walk -> hasArrived(walk, tolerance));
        int iterations = 0;
        while (!walks.isEmpty() && iterations < maxIterations) {
            requireNotInterrupted(iterations);
            sweep.products(
                    walks.stream().map(walk -> walk.direction).toList(),
                    walks.stream().map(walk -> walk.product).toList());
            walks.removeIf(walk -> !step(walk, sweep.inverseSmall()) || hasArrived(walk, tolerance));
            iterations++;
        }
        return iterations;
    }

    private static void requireNotInterrupted(int iterations) {
        if (Thread.currentThread().isInterrupted()) {
            throw new EstimationException(
                    "E-EFFECTS-005", "interrupted after " + iterations + " iterations of absorbing fixed effects");
        }
    }

    private static boolean hasArrived(Walk walk, double tolerance) {
        double size = Math.max(Math.sqrt(Math.max(0, walk.squares)), Absorber.FLOOR * walk.column.scale);
        return Math.sqrt(walk.squaredScore) <= tolerance * size;
    }

    /** One step; false where rounding leaves no direction to go. */
    private static boolean step(Walk walk, double[] inverse) {
        double curvature = dot(walk.direction, walk.product);
        if (!(curvature > 0)) {
            return false;
        }
        double length = walk.squaredScore / curvature;
        double[] v = walk.column.coefficients;
        double[] r = walk.column.score;
        double next = 0;
        for (int l = 0; l < v.length; l++) {
            v[l] += length * walk.direction[l];
            r[l] -= length * walk.product[l];
            next += r[l] * r[l] * inverse[l];
        }
        walk.squares -= length * walk.squaredScore;
        double turn = next / walk.squaredScore;
        walk.squaredScore = next;
        for (int l = 0; l < v.length; l++) {
            walk.direction[l] = r[l] * inverse[l] + turn * walk.direction[l];
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
        return "conjugate gradients";
    }
}
