package org.migrationimpact.regression;

import java.io.Serializable;

/** With how many degrees of freedom a linear combination of coefficients is tested. */
sealed interface Freedom extends Serializable permits Freedom.Same, Freedom.Satterthwaite {

    /** The number for the combination with these weights, one a column. */
    double of(double[] weights);

    /** The same for all. */
    record Same(double degrees) implements Freedom {
        @Override
        public double of(double[] weights) {
            return degrees;
        }

        @Override
        public String toString() {
            return Double.isInfinite(degrees)
                    ? "normal distribution"
                    : "Student's t with "
                            + (degrees == Math.rint(degrees) ? Long.toString((long) degrees) : "" + degrees)
                            + " degrees of freedom";
        }
    }

    /**
     * Satterthwaite's approximation, {@code 2 / Var(ln v)}, v being the estimated variance of the combination as a function of ln σ² and
     * of z = artanh ρ, whose own covariance comes from the curvature of the restricted likelihood.
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Satterthwaite(
            double[][] lower, double[][] upper, double width, double variance, double shared, double ofZ, int most)
            implements Freedom {

        @Override
        public double of(double[] weights) {
            double slope = Math.log(quadratic(upper, weights) / quadratic(lower, weights)) / width;
            double spread = variance + 2 * shared * slope + ofZ * slope * slope;
            return spread > 0 ? Math.max(1, Math.min(most, 2 / spread)) : 1;
        }

        private static double quadratic(double[][] matrix, double[] x) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    sum += x[i] * matrix[i][j] * x[j];
                }
            }
            return sum;
        }

        @Override
        public String toString() {
            return "Student's t, degrees of freedom of each term by Satterthwaite, at most " + most;
        }
    }
}
