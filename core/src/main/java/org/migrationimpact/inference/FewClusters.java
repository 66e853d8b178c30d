package org.migrationimpact.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.model.Factor;

/**
 * Whether there are enough clusters, and whether they weigh alike. The weight of a cluster in one coefficient is its share of Σ w z², z
 * being the regressor cleared of the effects and the other regressors; shares l give {@code 1/Σ l²} clusters of equal weight. It is G where
 * all weigh alike, and little more than the number of treated clusters where few are treated.
 *
 * <p>Sources: MacKinnon, Nielsen and Webb (2023), doi:10.1016/j.jeconom.2022.04.001; the idea of an effective number is that of Carter,
 * Schnepel and Steigerwald (2017), doi:10.1162/REST_a_00639.
 */
final class FewClusters {

    static final int ENOUGH = 40;
    private static final double EFFECTIVE = 20;

    private FewClusters() {}

    /** The smallest number of clusters that carry one coefficient, and which coefficient and cluster that is. */
    record Weight(double effective, String coefficient, String heaviest, double share) {}

    static void requireTwo(Factor clusters) {
        if (clusters.levels() < 2) {
            throw new DataException(
                    "E-CLUSTER-004",
                    "clustering by " + clusters.name()
                            + " needs 2 clusters or more, there is 1; cluster by something finer");
        }
    }

    static Weight weight(PanelScores scores, Factor clusters) {
        double[][] shares = shares(scores, clusters);
        Weight smallest = of(scores, clusters, shares, 0);
        for (int j = 1; j < scores.slopes(); j++) {
            Weight other = of(scores, clusters, shares, j);
            smallest = other.effective() < smallest.effective() ? other : smallest;
        }
        return smallest;
    }

    private static Weight of(PanelScores scores, Factor clusters, double[][] shares, int j) {
        double total = 0;
        double squares = 0;
        int heaviest = 0;
        for (int g = 0; g < shares.length; g++) {
            total += shares[g][j];
            squares += shares[g][j] * shares[g][j];
            heaviest = shares[g][j] > shares[heaviest][j] ? g : heaviest;
        }
        return new Weight(
                total * total / squares, scores.names().get(j), clusters.label(heaviest), shares[heaviest][j] / total);
    }

    /** G × k: Σ w (B x̃)_j² of each cluster, which is in proportion to Σ w z². */
    private static double[][] shares(PanelScores scores, Factor clusters) {
        int k = scores.slopes();
        double[][] bread = scores.breadInPlace();
        double[][] shares = new double[clusters.levels()][k];
        double[] row = new double[k];
        for (int i = 0; i < scores.rows(); i++) {
            double[] share = shares[clusters.code(i)];
            for (int l = 0; l < k; l++) {
                row[l] = scores.x(i, l);
            }
            for (int j = 0; j < k; j++) {
                double z = 0;
                for (int l = 0; l < k; l++) {
                    z += bread[j][l] * row[l];
                }
                share[j] += scores.weight(i) * z * z;
            }
        }
        return shares;
    }

    static List<Warning> warnings(Factor clusters, Weight weight, String remedy) {
        List<Warning> warnings = new ArrayList<>();
        if (clusters.levels() < ENOUGH) {
            warnings.add(few(clusters.name(), clusters.levels(), "clusters", remedy));
        }
        if (weight.effective() < EFFECTIVE && weight.effective() < clusters.levels() / 2.0) {
            warnings.add(new Warning("W-CLUSTER-002", uneven(clusters, weight) + "; " + remedy));
        }
        return warnings;
    }

    static Warning few(String by, int number, String what, String remedy) {
        return new Warning(
                "W-CLUSTER-001",
                "errors clustered by " + by + " rest on " + number + " " + what + "; below " + ENOUGH
                        + " intervals tend to be too narrow; " + remedy);
    }

    private static String uneven(Factor clusters, Weight weight) {
        return String.format(
                Locale.ROOT,
                "%d clusters of %s weigh like %.1f equal ones in '%s', %s alone has %.0f %% of the weight",
                clusters.levels(),
                clusters.name(),
                weight.effective(),
                weight.coefficient(),
                weight.heaviest(),
                100 * weight.share());
    }
}
