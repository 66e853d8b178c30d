package org.migrationimpact.breaks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.model.Design;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/** The Wald statistic d'V⁻¹d of the change d of all coefficients at one date, V from the covariance asked for. */
final class ChangeWald {

    private ChangeWald() {}

    static double statistic(TimeRegression regression, int firstOfNew, Covariance covariance) {
        Fit fit = Ols.fit(regression.response(), withChange(regression, firstOfNew), covariance);
        int k = regression.columns();
        double[][] v = new double[k][k];
        RealVector change = new ArrayRealVector(k);
        for (int i = 0; i < k; i++) {
            change.setEntry(i, fit.coefficients().get(k + i).estimate());
            for (int j = 0; j < k; j++) {
                v[i][j] = fit.covariance(k + i, k + j);
            }
        }
        return change.dotProduct(new LUDecomposition(new Array2DRowRealMatrix(v, false))
                .getSolver()
                .solve(change));
    }

    /** Every column twice: as it is, and again from the first row of the new regime on. */
    private static Design withChange(TimeRegression regression, int firstOfNew) {
        int k = regression.columns();
        List<String> names = new ArrayList<>(regression.design().names());
        regression.design().names().forEach(name -> names.add(name + " (change)"));
        double[][] rows = new double[regression.rows()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOf(regression.design().row(i), 2 * k);
            if (i >= firstOfNew) {
                System.arraycopy(rows[i], 0, rows[i], k, k);
            }
        }
        return Design.of(regression.periods(), names, rows);
    }
}
