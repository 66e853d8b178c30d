package org.migrationimpact.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Warning;

/** Puts bread, meat, factors and their explanation together. */
final class Assembly {

    private final PanelScores scores;
    private final List<Explanation.Part> parts = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private double factor = 1;

    private Assembly(PanelScores scores) {
        this.scores = scores;
        count("N", scores.rows(), "rows");
    }

    static Assembly of(PanelScores scores) {
        return new Assembly(scores);
    }

    /** A number that is told but multiplies nothing. */
    Assembly count(String symbol, double value, String meaning) {
        parts.add(new Explanation.Part(symbol, value, meaning));
        return this;
    }

    Assembly factor(String symbol, double value, String meaning) {
        factor *= value;
        return count(symbol, value, meaning);
    }

    Assembly warn(List<Warning> others) {
        warnings.addAll(others);
        return this;
    }

    /** Counts K and multiplies with the correction for it. */
    Assembly correct(Correction correction, int k, String meaning) {
        requireFreedom(k);
        count("K", k, meaning);
        return factor(correction.symbol(), correction.of(scores, k), "for the coefficients estimated");
    }

    private void requireFreedom(int k) {
        if (k >= scores.rows()) {
            throw new DataException(
                    "E-CLUSTER-003",
                    scores.rows() + " rows for " + k
                            + " coefficients, absorbed effects among them, leave nothing for the errors; take fewer effects or more rows");
        }
    }

    /** The bread times all factors. */
    PanelErrors scaledBread(String estimator, double freedom) {
        double[][] matrix = scores.bread();
        for (double[] row : matrix) {
            Arrays.setAll(row, j -> factor * row[j]);
        }
        return errors(estimator, matrix, freedom);
    }

    /** Bread · meat · bread times all factors. */
    PanelErrors sandwich(String estimator, double[][] meat, double freedom) {
        return errors(estimator, Symmetric.sandwich(scores.breadInPlace(), meat, factor), freedom);
    }

    /** The same, negative eigenvalues being set to 0 with a warning. */
    PanelErrors clippedSandwich(String estimator, double[][] meat, double freedom) {
        double[][] raw = Symmetric.sandwich(scores.breadInPlace(), meat, factor);
        double[][] clipped = Symmetric.clipped(raw);
        if (clipped != raw) {
            warnings.add(new Warning(
                    "W-CLUSTER-003",
                    "the covariance matrix of " + estimator
                            + " had negative eigenvalues, which were set to 0; largest change of a variance "
                            + largestChange(raw, clipped)));
        }
        return errors(estimator, clipped, freedom);
    }

    private static String largestChange(double[][] raw, double[][] clipped) {
        double largest = 0;
        for (int j = 0; j < raw.length; j++) {
            double change = clipped[j][j] == 0 ? 0 : Math.abs(1 - raw[j][j] / clipped[j][j]);
            largest = Math.max(largest, change);
        }
        return String.format(Locale.ROOT, "%.1f %%", 100 * largest);
    }

    PanelErrors errors(String estimator, double[][] matrix, double freedom) {
        double[] each = new double[scores.slopes()];
        Arrays.fill(each, freedom);
        return errors(estimator, matrix, each);
    }

    PanelErrors errors(String estimator, double[][] matrix, double... freedom) {
        boolean same = Arrays.stream(freedom).distinct().count() == 1;
        boolean normal = scores.likelihood() == Likelihood.POISSON;
        if (same) {
            count(
                    "df",
                    freedom[0],
                    normal ? "of t, which counts take with smallSample(); else the normal" : "of Student's t");
        }
        return new PanelErrors(
                scores.names(),
                matrix,
                freedom,
                normal ? PanelErrors.Test.NORMAL : PanelErrors.Test.STUDENT,
                new Explanation(estimator, parts),
                warnings);
    }
}
