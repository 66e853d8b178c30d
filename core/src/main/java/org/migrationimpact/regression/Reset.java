package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.model.Design;

/**
 * Is the form of a regression right, or do powers of its fitted values still explain something? An F test of the second and third power.
 *
 * <p>Source: Ramsey (1969), doi:10.1111/j.2517-6161.1969.tb00796.x. R: {@code lmtest::resettest(power = 2:3)}.
 *
 * @param statistic F
 * @param restrictions the number of powers
 * @param pValue from the upper tail of F
 */
public record Reset(double statistic, int restrictions, double pValue) implements Serializable {

    /** The test on a least-squares fit. */
    public static Reset test(Fit fit) {
        Design design = fit.design();
        double[] response = fit.response();
        double[] residuals = fit.residuals();
        List<String> names = new ArrayList<>(design.names());
        names.addAll(List.of("fitted²", "fitted³"));
        double[] fitted = new double[response.length];
        Arrays.setAll(fitted, t -> response[t] - residuals[t]);
        double scale = Arrays.stream(fitted).map(Math::abs).max().orElseThrow();
        double[][] rows = new double[response.length][];
        for (int t = 0; t < rows.length; t++) {
            double share = fitted[t] / scale; // powers of large numbers would look collinear
            rows[t] = Arrays.copyOf(design.row(t), names.size());
            rows[t][names.size() - 2] = share * share;
            rows[t][names.size() - 1] = share * share * share;
        }
        Fit wider = Ols.fit(response, Design.of(names, rows, design.places()), new Classical());
        NestedF test = NestedF.test(wider, fit);
        return new Reset(test.statistic(), test.restrictions(), test.pValue());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "RESET F(%d) %.5g, p = %.4g", restrictions, statistic, pValue);
    }
}
