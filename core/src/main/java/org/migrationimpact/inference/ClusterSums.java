package org.migrationimpact.inference;

import org.migrationimpact.model.Factor;

/** The scores added up by cluster, and the products of the sums. */
final class ClusterSums {

    private ClusterSums() {}

    /** G × k: the sum of the scores of each cluster. */
    static double[][] of(PanelScores scores, Factor clusters) {
        double[][] sums = new double[clusters.levels()][scores.slopes()];
        for (int j = 0; j < scores.slopes(); j++) {
            for (int i = 0; i < scores.rows(); i++) {
                sums[clusters.code(i)][j] += scores.score(i, j);
            }
        }
        return sums;
    }

    /** Σ_g u_g u_g', k × k. */
    static double[][] squares(double[][] sums, int k) {
        double[][] meat = new double[k][k];
        for (double[] sum : sums) {
            Symmetric.addSquare(meat, sum, 1);
        }
        return meat;
    }

    /** Both in one. */
    static double[][] meat(PanelScores scores, Factor clusters) {
        return squares(of(scores, clusters), scores.slopes());
    }
}
