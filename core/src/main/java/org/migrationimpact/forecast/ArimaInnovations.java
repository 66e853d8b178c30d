package org.migrationimpact.forecast;

import java.util.Arrays;

/**
 * What each value adds to those before it: its distance from the best prediction out of the earlier ones, at given coefficients. Values
 * missing on the way are estimated from what came before, never from what came after.
 *
 * <p>The rows of the whitened problem are taken in order of time into a triangle by Givens' rotations; what a row leaves is its
 * standardised innovation. Rows that the diffuse start or a missing value uses up leave none.
 */
final class ArimaInnovations {

    private final double[] standardised; // variance σ²; NaN where there is none
    private final double[] deviations; // of the innovation itself, over σ

    private ArimaInnovations(int n) {
        standardised = new double[n];
        deviations = new double[n];
        Arrays.fill(standardised, Double.NaN);
        Arrays.fill(deviations, Double.NaN);
    }

    /** Of the problem's optimum, one a period of the calendar. */
    static ArimaInnovations of(ArimaProblem problem, Whitened at) {
        ArimaInnovations all = new ArimaInnovations(problem.data().size());
        int lost = problem.order().lost(problem.season());
        int missing = problem.missing();
        double[] b = at.coefficients();
        double[][] triangle = new double[missing][];
        for (int t = 0; t < at.response().length; t++) {
            double[] row = new double[missing + 1];
            row[missing] = at.response()[t];
            for (int j = 0; j < at.columns().length; j++) {
                if (j < missing) {
                    row[j] = at.columns()[j][t];
                } else {
                    row[missing] -= b[j - missing] * at.columns()[j][t];
                }
            }
            double shrunk = absorb(triangle, row);
            if (shrunk > 0) {
                all.standardised[lost + t] = row[missing];
                all.deviations[lost + t] = at.cholesky().deviation(t) / shrunk;
            }
        }
        return all;
    }

    /** Rotates a row into the triangle; by how much what it leaves was shrunk, 0 where it filled a place. */
    private static double absorb(double[][] triangle, double[] row) {
        double shrunk = 1;
        for (int j = 0; j < triangle.length; j++) {
            if (row[j] == 0) {
                continue;
            }
            if (triangle[j] == null) {
                triangle[j] = signed(row, row[j]);
                return 0;
            }
            shrunk *= rotate(triangle[j], row, j);
        }
        return shrunk;
    }

    private static double[] signed(double[] row, double pivot) {
        return Arrays.stream(row).map(v -> pivot < 0 ? -v : v).toArray();
    }

    private static double rotate(double[] upper, double[] row, int j) {
        double length = Math.hypot(upper[j], row[j]);
        double cosine = upper[j] / length;
        double sine = row[j] / length;
        for (int i = j; i < row.length; i++) {
            double above = upper[i];
            upper[i] = cosine * above + sine * row[i];
            row[i] = cosine * row[i] - sine * above;
        }
        return cosine;
    }

    /** ArimaInnovations over their standard deviation, times σ; {@code NaN} where there is none. */
    double[] standardised() {
        return standardised.clone();
    }

    /** The innovation of a period in the unit of the response. */
    double innovation(int t) {
        return standardised[t] * deviations[t];
    }

    /** Its standard deviation over σ. */
    double deviation(int t) {
        return deviations[t];
    }
}
