package org.migrationimpact.panel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Zeros that a combination of columns and effects separates from all other rows: there is a z among these combinations that is 0 wherever
 * the count is positive, 0 or more where it is zero, and above 0 in these rows. Along −z the likelihood rises without end, so there is no
 * estimate until the rows are dropped; dropping them changes none of the coefficients that exist.
 *
 * <p>The rectifier looks for such a z by projecting in turn on the combinations (weighted least squares, positive counts weighing more)
 * and on what a z must look like (negative values and those of positive counts set to 0). The projections converge to a z wherever there
 * is one: the product of u with any z can only grow on the way. It begins at 1 for each zero, so a z whose largest value is 1 keeps {@code
 * Σ u ≥ 1}; once the sum is below that, there is none.
 *
 * <p>Source: Correia, Guimarães and Zylkin (2019), "Verifying the existence of maximum likelihood estimates for generalized linear
 * models", arXiv:1903.01633.
 */
final class Separation {

    /** How much more a positive count weighs. */
    private static final double POSITIVE = 1e3;

    private static final int MOST_PROJECTIONS = 2_000;

    private static final double EXACT = 1e-10;

    /** A projection that changes no more than this, relatively, has arrived. */
    private static final double ARRIVED = 1e-6;

    /** Values of z below this share of the largest are rounding. */
    private static final double ROUNDING = 1e-4;

    private final double[] y;
    private final Sweep sweep;
    private final Solver solver;
    private final Absorber absorber;
    private final List<double[]> own;
    private final int maxIterations;
    private final Normal normal;

    private Separation(Sweep sweep, double[] y, List<Column> columns, int maxIterations) {
        this.y = y;
        this.sweep = sweep;
        this.maxIterations = maxIterations;
        solver = Solver.of(sweep.layout(), false);
        absorber = new Absorber(sweep, solver);
        absorb(columns);
        own = columns.stream().map(column -> column.residual).toList();
        normal = new Normal(CrossProducts.square(sweep, own));
    }

    private void absorb(List<Column> some) {
        Absorber.Outcome outcome = absorber.absorb(some, EXACT, maxIterations);
        Convergence.require(
                new AbsorptionReport(solver.describe(), outcome.iterations(), outcome.relativeScore()),
                Absorption.standard().to(EXACT));
    }

    /** The places of separated rows, ascending; empty where there are none. */
    static int[] of(Sweep fit, double[] y, List<Column> fitted, Absorption absorption) {
        double[] weights = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            weights[i] = y[i] > 0 ? POSITIVE : 1;
        }
        Layout layout = fit.layout();
        List<Column> columns = fitted.stream()
                .map(column -> Column.inPlace(column.residual.clone(), layout.small()))
                .toList();
        return new Separation(new Sweep(layout, weights), y, columns, absorption.maxIterations()).search();
    }

    private int[] search() {
        Column u = Column.beside(new double[y.length], sweep.layout().small());
        Arrays.setAll(u.values, i -> y[i] > 0 ? 0 : 1);
        for (int projection = 0; projection < MOST_PROJECTIONS; projection++) {
            double left = project(u);
            double sum = Arrays.stream(u.values).sum();
            if (sum < 1 - ARRIVED) {
                return new int[0];
            }
            double largest = Arrays.stream(u.values).max().orElse(0);
            if (left <= ARRIVED * largest) {
                return IntStream.range(0, y.length)
                        .filter(i -> u.values[i] > ROUNDING * largest)
                        .toArray();
            }
        }
        return new int[0];
    }

    /** Projects u on the combinations and then on what a z looks like; returns the largest change. */
    private double project(Column u) {
        u.restart();
        absorb(List.of(u));
        double[] slope = normal.solve(Selected.column(CrossProducts.of(sweep, own, List.of(u.residual))));
        double largest = 0;
        for (int i = 0; i < y.length; i++) {
            double left = u.residual[i];
            for (int j = 0; j < slope.length; j++) {
                left -= slope[j] * own.get(j)[i];
            }
            double next = y[i] > 0 ? 0 : Math.max(0, u.values[i] - left);
            largest = Math.max(largest, Math.abs(left));
            u.values[i] = next;
        }
        return largest;
    }
}
