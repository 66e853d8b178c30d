package org.migrationimpact.forecast;

import java.util.Arrays;
import org.apache.commons.math3.analysis.solvers.LaguerreSolver;
import org.apache.commons.math3.complex.Complex;

/** The roots of 1 + Σ a_i z^i. */
final class Roots {

    private Roots() {}

    private static Complex[] of(double[] coefficients) {
        int degree = coefficients.length;
        while (degree > 0 && Math.abs(coefficients[degree - 1]) < 1e-8) {
            degree--;
        }
        if (degree == 0) {
            return new Complex[0];
        }
        double[] polynomial = new double[degree + 1];
        polynomial[0] = 1;
        System.arraycopy(coefficients, 0, polynomial, 1, degree);
        return new LaguerreSolver().solveAllComplex(polynomial, 0);
    }

    /** The smallest absolute value of a root; infinite where there is none. */
    static double smallest(double[] coefficients) {
        return Arrays.stream(of(coefficients)).mapToDouble(Complex::abs).min().orElse(Double.POSITIVE_INFINITY);
    }
}
