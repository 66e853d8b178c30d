package org.migrationimpact.synthetic;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * What a ridge regression on the outcomes before adds to the weights of donors, for every penalty from one eigendecomposition: with A the donors'
 * outcomes about their mean by period (a row a donor) and r what the weights miss of the target, {@code A (A'A + penalty I)⁻¹ r}.
 */
final class RidgePath {

    private final double[][] centred;
    private final double[][] vectors;
    private final double[] values;

    /** Of one row a donor, one column a period. */
    RidgePath(double[][] donors) {
        int periods = donors[0].length;
        centred = new double[donors.length][periods];
        for (int t = 0; t < periods; t++) {
            double mean = 0;
            for (double[] donor : donors) {
                mean += donor[t] / donors.length;
            }
            for (int j = 0; j < donors.length; j++) {
                centred[j][t] = donors[j][t] - mean;
            }
        }
        double[][] products = new double[periods][periods];
        for (double[] row : centred) {
            for (int t = 0; t < periods; t++) {
                for (int s = 0; s < periods; s++) {
                    products[t][s] += row[t] * row[s];
                }
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(products, false));
        values = eigen.getRealEigenvalues();
        vectors = new double[periods][];
        for (int k = 0; k < periods; k++) {
            values[k] = Math.max(0, values[k]);
            vectors[k] = eigen.getEigenvector(k).toArray();
        }
    }

    /** The largest eigenvalue of A'A. */
    double largest() {
        return values[0];
    }

    /** {@code (A'A + penalty I)⁻¹ r}. */
    double[] solve(double[] missed, double penalty) {
        double[] solution = new double[missed.length];
        for (int k = 0; k < values.length; k++) {
            double along = Gram.dot(vectors[k], missed) / (values[k] + penalty);
            for (int t = 0; t < solution.length; t++) {
                solution[t] += along * vectors[k][t];
            }
        }
        return solution;
    }

    /** What is added to each donor's weight; 0 in sum. */
    double[] correction(double[] missed, double penalty) {
        double[] solution = solve(missed, penalty);
        double[] added = new double[centred.length];
        for (int j = 0; j < added.length; j++) {
            added[j] = Gram.dot(centred[j], solution);
        }
        return added;
    }

    /** What is missed of one period by a ridge that does not know it, the weights being what they are. */
    double leftOut(double[] missed, int period, double penalty) {
        double own = 0;
        for (int k = 0; k < values.length; k++) {
            own += vectors[k][period] * vectors[k][period] / (values[k] + penalty);
        }
        return solve(missed, penalty)[period] / own;
    }
}
