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

    /** The coefficients with every root inside the unit circle put outside, 1/z for z: the same autocorrelations. */
    static double[] outside(double[] coefficients) {
        Complex[] roots = of(coefficients);
        if (Arrays.stream(roots).allMatch(root -> root.abs() >= 1)) {
            return coefficients.clone();
        }
        Complex[] product = new Complex[coefficients.length + 1];
        Arrays.fill(product, Complex.ZERO);
        product[0] = Complex.ONE;
        for (Complex root : roots) {
            Complex inverse = root.abs() < 1 ? root : root.reciprocal();
            for (int i = coefficients.length; i > 0; i--) {
                product[i] = product[i].subtract(product[i - 1].multiply(inverse));
            }
        }
        return Arrays.stream(product).skip(1).mapToDouble(Complex::getReal).toArray();
    }
}
