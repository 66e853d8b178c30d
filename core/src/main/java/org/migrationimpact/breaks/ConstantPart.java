package org.migrationimpact.breaks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Term;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/** What does not change at a break, such as the season. */
record ConstantPart(List<Term> terms) {

    /** The regression without it: its coefficients from one fit together with those of every regime. */
    TimeRegression takenFrom(TimeRegression regression, Partition partition) {
        Design own = Design.of(regression.periods(), terms);
        Fit fit = Ols.fit(regression.response(), together(regression, partition, own), new Classical());
        double[] part = new double[regression.rows()];
        for (String name : own.names()) {
            double estimate = fit.coefficient(name).estimate();
            for (int i = 0; i < part.length; i++) {
                part[i] += estimate * own.get(i, own.column(name));
            }
        }
        double level = Arrays.stream(part).average().orElseThrow();
        double[] left = regression.response();
        Arrays.setAll(left, i -> left[i] - (part[i] - level));
        return regression.with(left);
    }

    private static Design together(TimeRegression regression, Partition partition, Design own) {
        int k = regression.columns();
        List<String> names = new ArrayList<>();
        for (int regime = 0; regime <= partition.breaks(); regime++) {
            for (String name : regression.design().names()) {
                names.add(name + " in regime " + regime);
            }
        }
        names.addAll(own.names());
        double[][] rows = new double[regression.rows()][names.size()];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(regression.design().row(i), 0, rows[i], k * partition.regimeOf(i), k);
            System.arraycopy(own.row(i), 0, rows[i], k * (partition.breaks() + 1), own.columns());
        }
        return Design.of(regression.periods(), names, rows);
    }
}
