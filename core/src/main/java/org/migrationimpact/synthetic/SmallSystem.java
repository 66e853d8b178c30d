package org.migrationimpact.synthetic;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Least squares with a few columns. */
final class SmallSystem {

    private static final double COLLINEAR = 1e-9;

    private SmallSystem() {}

    /** The coefficients of these columns, or nothing where they are collinear. */
    static Optional<double[]> leastSquares(double[][] columns, double[] response) {
        RealMatrix x = new Array2DRowRealMatrix(columns).transpose();
        if (x.getRowDimension() < columns.length) {
            return Optional.empty();
        }
        QRDecomposition qr = new QRDecomposition(x, 0);
        RealMatrix r = qr.getR();
        for (int k = 0; k < columns.length; k++) {
            double length = x.getColumnVector(k).getNorm();
            if (!(Math.abs(r.getEntry(k, k)) > COLLINEAR * length)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                qr.getSolver().solve(new ArrayRealVector(response, false)).toArray());
    }
}
