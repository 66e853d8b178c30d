package org.migrationimpact.regression;

import org.migrationimpact.model.Design;

/** The columns of a design as an orthonormal basis of what they span, by Gram and Schmidt done twice. */
final class OrthonormalColumns {

    private OrthonormalColumns() {}

    static double[][] of(Design design) {
        double[][] basis = new double[design.columns()][design.rows()];
        for (int j = 0; j < basis.length; j++) {
            for (int t = 0; t < design.rows(); t++) {
                basis[j][t] = design.get(t, j);
            }
            removeEarlier(basis, j);
            removeEarlier(basis, j);
            double length = Math.sqrt(dot(basis[j], basis[j]));
            for (int t = 0; t < design.rows(); t++) {
                basis[j][t] /= length;
            }
        }
        return basis;
    }

    private static void removeEarlier(double[][] basis, int j) {
        for (int i = 0; i < j; i++) {
            double share = dot(basis[i], basis[j]);
            for (int t = 0; t < basis[j].length; t++) {
                basis[j][t] -= share * basis[i][t];
            }
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }
}
