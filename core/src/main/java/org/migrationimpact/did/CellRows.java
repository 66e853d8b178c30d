package org.migrationimpact.did;

import java.util.Arrays;
import java.util.List;

/**
 * Treated and controls of one comparison, or of several between the same units: who they are, and their covariates, brought to mean 0
 * and standard deviation 1, which changes no estimate and keeps the matrices well conditioned.
 *
 * @param owner the unit of each row
 * @param treated 1 for the cohort, 0 for controls
 * @param weight by row
 * @param x columns of covariates, the first one of ones
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
record CellRows(int[] owner, double[] treated, double[] weight, double[][] x) {

    /** Takes these rows of the panel, and their covariates from others (which may be the same). */
    static CellRows of(AdoptionPanel panel, List<String> covariates, int cohort, int[] row, int[] covariateRow) {
        AdoptionData.Rows rows = panel.data().rows();
        int n = row.length;
        int[] owner = new int[n];
        double[] treated = new double[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            owner[i] = rows.unitOf()[row[i]];
            treated[i] = panel.cohortOf(owner[i]) == cohort ? 1 : 0;
            weight[i] = rows.weight()[covariateRow[i]];
        }
        double[][] x = new double[covariates.size() + 1][n];
        Arrays.fill(x[0], 1);
        for (int j = 1; j < x.length; j++) {
            double[] column = panel.column(covariates.get(j - 1));
            for (int i = 0; i < n; i++) {
                x[j][i] = column[covariateRow[i]];
            }
            standardise(x[j]);
        }
        return new CellRows(owner, treated, weight, x);
    }

    private static void standardise(double[] x) {
        double mean = Arrays.stream(x).average().orElse(0);
        double squares = 0;
        for (double value : x) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / x.length);
        for (int i = 0; i < x.length; i++) {
            x[i] = deviation > 1e-12 * Math.abs(mean) ? (x[i] - mean) / deviation : 0;
        }
    }

    int size() {
        return owner.length;
    }

    long treatedCount() {
        return Arrays.stream(treated).filter(d -> d == 1).count();
    }
}
