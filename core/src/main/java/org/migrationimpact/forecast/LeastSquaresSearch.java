package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * The smallest sum of squares of a vector that depends on a few numbers, by Levenberg and Marquardt's steps with derivatives from
 * differences: forward ones on the way, central ones at the end, where second derivatives of the sum replace the products of the first.
 * Nothing is random: the same start gives the same path.
 *
 * <p>It has converged where no column of the derivatives has a correlation with the vector above the tolerance. Source: Moré (1978),
 * doi:10.1007/BFb0067700.
 */
final class LeastSquaresSearch {

    private static final double ROUGH = 1e-2;
    private static final double SECOND = 1e-3;
    private static final double SCALE = 0.01;
    private static final double LEAST_GAIN = 1e-15; // a step that gains less is the last one,
    private static final double NEAR = 1e-5; // where the derivatives are as small as this
    private static final double LONGEST = 1; // of a step in one number
    private static final double LEAST_TOLERANCE = 1e-6; // below it forward differences do not do
    private static final double FORWARD = 1e-7;
    private static final double CENTRAL = 1e-5;

    private final UnaryOperator<double[]> function;
    private final double tolerance;
    private double[] point;
    private double[] residuals;
    private double[][] slopes; // one column a number
    private double square;
    private double slope = Double.POSITIVE_INFINITY; // the largest correlation of a column with the residuals
    private double[][] curvature = {}; // second derivatives of half the sum, once near the end
    private double damping = 1e-3;
    private int iterations;

    private LeastSquaresSearch(UnaryOperator<double[]> function, double[] start, double tolerance) {
        this.function = function;
        this.tolerance = tolerance;
        point = start.clone();
        residuals = function.apply(point);
        square = square(residuals);
        slopes = new double[start.length][];
    }

    /** Searches from this start, at most so many steps. */
    static LeastSquaresSearch from(
            double[] start, UnaryOperator<double[]> function, double tolerance, int maxIterations) {
        LeastSquaresSearch search = new LeastSquaresSearch(function, start, tolerance);
        boolean moving = start.length > 0 && Double.isFinite(search.square);
        while (moving && search.iterations < maxIterations) {
            search.differentiate();
            moving = search.slope > tolerance && search.step();
            search.iterations++;
        }
        if (start.length == 0) {
            search.slope = 0;
        }
        return search;
    }

    private static double square(double[] e) {
        double sum = 0;
        for (double value : e) {
            sum += value * value;
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    private void differentiate() {
        boolean central = slope < ROUGH && tolerance < LEAST_TOLERANCE;
        for (int j = 0; j < point.length; j++) {
            slopes[j] = central ? central(j) : forward(j);
        }
        slope = 0;
        double least = leastScale();
        for (double[] column : slopes) {
            double length = Math.sqrt(Math.max(least, square(column)) * square);
            if (length > 0) {
                slope = Math.max(slope, Math.abs(dot(column, residuals)) / length);
            }
        }
        if (!central && slope < ROUGH && tolerance < LEAST_TOLERANCE) {
            differentiate();
        } else if (central && curvature.length == 0) {
            curvature = curvature();
            damping = curvature.length > 0 ? 1e-9 : damping;
        }
    }

    /** A number whose column vanishes, as a moving average's does at 1, is measured by the others, or by the residuals. */
    private double leastScale() {
        double longest = Arrays.stream(slopes)
                .mapToDouble(LeastSquaresSearch::square)
                .max()
                .orElse(0);
        return Math.max(SCALE * longest, SCALE * SCALE * square);
    }

    private double[] moved(int j, double by) {
        double[] at = point.clone();
        at[j] += by;
        return function.apply(at);
    }

    private double[] forward(int j) {
        double[] up = moved(j, FORWARD);
        for (int t = 0; t < up.length; t++) {
            up[t] = (up[t] - residuals[t]) / FORWARD;
        }
        return up;
    }

    private double[] central(int j) {
        double[] up = moved(j, CENTRAL);
        double[] down = moved(j, -CENTRAL);
        for (int t = 0; t < up.length; t++) {
            up[t] = (up[t] - down[t]) / (2 * CENTRAL);
        }
        return up;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }

    /** Takes the longest damped step that makes the sum smaller; false where none does. */
    private boolean step() {
        for (; damping < 1e12; damping *= 10) {
            double[] next = point.clone();
            double[] by = direction();
            double longest = Arrays.stream(by).map(Math::abs).max().orElse(0);
            for (int j = 0; j < next.length; j++) {
                next[j] += by[j] / Math.max(1, longest / LONGEST);
            }
            if (Arrays.equals(next, point)) {
                return false;
            }
            double[] then = function.apply(next);
            double smaller = square(then);
            if (smaller < square) {
                curvature = square - smaller > 1e-4 * square ? new double[0][] : curvature;
                boolean moving = square - smaller > LEAST_GAIN * square || slope > NEAR;
                point = next;
                residuals = then;
                square = smaller;
                damping = Math.max(1e-10, damping / 10);
                return moving;
            }
        }
        return false;
    }

    private double halfSquare(int i, double byI, int j, double byJ) {
        double[] at = point.clone();
        at[i] += byI;
        at[j] += byJ;
        return square(function.apply(at)) / 2;
    }

    /** Second derivatives where they make a minimum; else none. */
    private double[][] curvature() {
        int k = point.length;
        double h = SECOND;
        double[][] up = new double[2][k];
        for (int i = 0; i < k; i++) {
            up[0][i] = halfSquare(i, h, i, 0);
            up[1][i] = halfSquare(i, -h, i, 0);
        }
        double[][] all = new double[k][k];
        for (int i = 0; i < k; i++) {
            all[i][i] = (up[0][i] - square + up[1][i]) / (h * h);
            for (int j = 0; j < i; j++) {
                double both = halfSquare(i, h, j, h) + halfSquare(i, -h, j, -h);
                all[i][j] = all[j][i] = (both - up[0][i] - up[0][j] - up[1][i] - up[1][j] + square) / (2 * h * h);
            }
        }
        return positive(all) ? all : new double[0][];
    }

    private static boolean positive(double[][] symmetric) {
        try {
            return new CholeskyDecomposition(new Array2DRowRealMatrix(symmetric), 1e-8, 0).getDeterminant() > 0;
        } catch (NonPositiveDefiniteMatrixException saddle) {
            return false;
        }
    }

    private double[][] products() {
        int k = point.length;
        double[][] all = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                all[i][j] = dot(slopes[i], slopes[j]);
            }
        }
        return all;
    }

    private double[] direction() {
        int k = point.length;
        double[][] normal = products();
        double[] right = new double[k];
        for (int i = 0; i < k; i++) {
            right[i] = -dot(slopes[i], residuals);
            if (curvature.length > 0) {
                normal[i] = curvature[i].clone();
            }
        }
        double least = leastScale();
        for (int i = 0; i < k; i++) {
            normal[i][i] += damping * Math.max(normal[i][i], least) + 1e-12 * square;
        }
        return new LUDecomposition(new Array2DRowRealMatrix(normal, false), 0)
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
    }

    double[] point() {
        return point.clone();
    }

    /** The sum of squares there. */
    double square() {
        return square;
    }

    /** The largest correlation of a derivative with the residuals, as far as it was looked at. */
    double slope() {
        return slope;
    }

    int iterations() {
        return iterations;
    }
}
