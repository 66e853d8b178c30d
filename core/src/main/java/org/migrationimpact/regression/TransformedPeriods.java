package org.migrationimpact.regression;

import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.model.Design;

/** Generalised least squares as least squares of whitened periods. */
final class TransformedPeriods {

    private TransformedPeriods() {}

    static Fit fit(double[] response, Design design, AutoregressiveProcess process, Covariance covariance) {
        double[][] white = process.whiten(design.places(), columns(response, design));
        double[][] rows = new double[design.rows()][design.columns()];
        for (int t = 0; t < rows.length; t++) {
            for (int j = 0; j < rows[t].length; j++) {
                rows[t][j] = white[j + 1][t];
            }
        }
        return Ols.fit(white[0], Design.of(design.names(), rows, design.places()), covariance);
    }

    private static double[][] columns(double[] response, Design design) {
        double[][] columns = new double[design.columns() + 1][design.rows()];
        columns[0] = response.clone();
        for (int t = 0; t < response.length; t++) {
            for (int j = 0; j < design.columns(); j++) {
                columns[j + 1][t] = design.get(t, j);
            }
        }
        return columns;
    }
}
