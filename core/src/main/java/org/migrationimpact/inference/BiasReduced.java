package org.migrationimpact.inference;

import java.util.Arrays;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.model.Factor;

/**
 * Cluster-robust errors for few clusters: {@code B [Σ_g X̃_g' W A_g e_g e_g' A_g W X̃_g] B}, where A_g undoes what the fit took from the
 * residuals of cluster g. With H_g the projection within the cluster, absorbed effects included, CR2 takes A_g = (I − H_g)^(−1/2), which
 * has no bias where errors are independent with variances 1/w; CR3 takes (I − H_g)^(−1), nearly the jackknife over clusters and wider.
 * Rows are multiplied by √w throughout, and generalised inverses are taken where a cluster decides a coefficient alone.
 *
 * <p>Degrees of freedom are those of Satterthwaite for every coefficient by itself: with few treated clusters they are far below G−1.
 *
 * <p>R's clubSandwich gives the same numbers without weights, and with weights that are the same for all rows of a cluster where it is
 * told that they are inverse variances; where weights vary within a cluster it takes another root of the same matrix.
 *
 * <p>Sources: Bell and McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky and Tipton (2018), doi:10.1080/07350015.2016.1247004.
 *
 * @param by the name of the clusters
 * @param kind CR2 or CR3
 */
public record BiasReduced(String by, Kind kind) implements PanelCovariance {

    private static final int MOST = 1500;

    /** How residuals are undone. */
    public enum Kind {
        /** By the root: no bias where errors are independent. */
        CR2(-0.5),
        /** In full, as R's clubSandwich has it. */
        CR3(-1),
        /** CR3 times (G−1)/G, the jackknife of Stata and of MacKinnon, Nielsen and Webb. */
        JACKKNIFE(-1);

        private final double power;

        Kind(double power) {
            this.power = power;
        }

        private double factor(double g) {
            return this == JACKKNIFE ? (g - 1) / g : 1;
        }
    }

    /** CR2 by these clusters. */
    public static BiasReduced by(String group) {
        return new BiasReduced(group, Kind.CR2);
    }

    /** The same of another kind. */
    public BiasReduced with(Kind other) {
        return new BiasReduced(by, other);
    }

    @Override
    public PanelErrors of(PanelScores scores) {
        Factor clusters = scores.group(by);
        FewClusters.requireTwo(clusters);
        requireSmall(Absorption.largestBlock(scores, clusters));
        Absorption projection = Absorption.of(scores, clusters);
        AdjustedClusters sums = new AdjustedClusters(scores.slopes(), projection.clusters());
        for (int g = 0; g < projection.clusters(); g++) {
            add(sums, scores, projection, g);
        }
        FewClusters.Weight weight = FewClusters.weight(scores, clusters);
        Assembly assembly = Assembly.of(scores)
                .count("G", clusters.levels(), "clusters of " + by)
                .count(
                        "G*",
                        weight.effective(),
                        "clusters of equal weight in '" + weight.coefficient() + "', where they are fewest")
                .count(
                        "K",
                        projection.dimension(),
                        "slopes and effects not nested in the clusters, in every H; nested ones are exact");
        if (kind == Kind.JACKKNIFE) {
            assembly.factor("(G-1)/G", kind.factor(clusters.levels()), "of the jackknife");
        }
        double[] freedom = sums.freedom();
        for (int j = 0; j < freedom.length; j++) {
            assembly.count("df(" + scores.names().get(j) + ")", freedom[j], "Satterthwaite's, of Student's t");
        }
        return assembly.errors(describe(), scaled(sums.matrix(), kind.factor(clusters.levels())), freedom)
                .smallSample();
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        for (double[] row : matrix) {
            Arrays.setAll(row, j -> factor * row[j]);
        }
        return matrix;
    }

    private void add(AdjustedClusters sums, PanelScores scores, Absorption projection, int g) {
        int[] rows = projection.rows(g);
        double[][] basis = projection.basis(g);
        double[][] influence = influence(scores, rows);
        double[][] adjusted = ResidualRoot.of(basis, kind.power).times(influence);
        double[] residuals = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            residuals[r] = Math.sqrt(scores.weight(rows[r])) * scores.residual(rows[r]);
        }
        sums.add(adjusted, residuals, basis);
    }

    private void requireSmall(int size) {
        if (size > MOST) {
            throw new EstimationException(
                    "E-CLUSTER-008",
                    describe() + " needs the eigenvalues of " + size + " × " + size
                            + " numbers for one cluster, and takes " + MOST
                            + " at most; take Clustered (CR1) or finer clusters");
        }
    }

    /** √w x̃' B, n_g × k: what a residual of the row adds to each coefficient. */
    private static double[][] influence(PanelScores scores, int[] rows) {
        int k = scores.slopes();
        double[][] bread = scores.breadInPlace();
        double[][] influence = new double[rows.length][k];
        for (int r = 0; r < rows.length; r++) {
            double root = Math.sqrt(scores.weight(rows[r]));
            for (int j = 0; j < k; j++) {
                for (int l = 0; l < k; l++) {
                    influence[r][j] += root * scores.x(rows[r], l) * bread[l][j];
                }
            }
        }
        return influence;
    }

    /** The same: other software has no convention of its own here. */
    @Override
    public BiasReduced like(PanelPreset preset) {
        return preset == PanelPreset.STATA && kind == Kind.CR3 ? with(Kind.JACKKNIFE) : this;
    }

    @Override
    public String describe() {
        return "clustered by " + by + ", " + kind + ", Satterthwaite's t";
    }
}
