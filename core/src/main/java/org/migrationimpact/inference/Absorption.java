package org.migrationimpact.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.model.Factor;

/**
 * The projection on everything that was estimated, absorbed effects included, cut into the blocks of clusters. All rows are multiplied by
 * √w. The projection within cluster g is that on the effects nested in it, plus V_g V_g', V_g being the basis here; between clusters it is
 * V_g V_h'.
 *
 * <p>Effects that are not nested are made orthogonal by a Cholesky factor of their products, exact, so that their number is limited.
 */
final class Absorption {

    private static final int MOST_COLUMNS = 4000;
    private static final double MOST_WORK = 4e11;

    private final PanelScores scores;
    private final int[][] rows;
    private final LocalEffects nested;
    private final List<Factor> others;
    private final int[] offsets;
    private final PivotedCholesky products;
    private final double[][] slopeRoot;

    private Absorption(PanelScores scores, int[][] rows, LocalEffects nested, List<Factor> others) {
        this.scores = scores;
        this.rows = rows;
        this.nested = nested;
        this.others = others;
        this.offsets = new int[others.size() + 1];
        for (int e = 0; e < others.size(); e++) {
            offsets[e + 1] = offsets[e] + others.get(e).levels();
        }
        requireFeasible();
        this.products = PivotedCholesky.inPlace(crossProducts());
        this.slopeRoot = Symmetric.cholesky(scores.breadInPlace());
    }

    static Absorption of(PanelScores scores, Factor clusters) {
        List<Factor> effects = Nesting.finest(scores.absorbed());
        List<Factor> nested = Nesting.within(effects, List.of(clusters));
        List<Factor> others =
                effects.stream().filter(effect -> !nested.contains(effect)).toList();
        return new Absorption(scores, rowsOf(clusters), new LocalEffects(scores, nested), others);
    }

    static int[][] rowsOf(Factor clusters) {
        int[] sizes = new int[clusters.levels()];
        for (int i = 0; i < clusters.rows(); i++) {
            sizes[clusters.code(i)]++;
        }
        int[][] rows = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(sizes, 0);
        for (int i = 0; i < clusters.rows(); i++) {
            int g = clusters.code(i);
            rows[g][sizes[g]++] = i;
        }
        return rows;
    }

    /** The rows of the largest cluster, or the columns of its basis where these are fewer, dependent ones among them. */
    static int largestBlock(PanelScores scores, Factor clusters) {
        int rows =
                Arrays.stream(rowsOf(clusters)).mapToInt(of -> of.length).max().orElse(0);
        List<Factor> effects = Nesting.finest(scores.absorbed());
        List<Factor> nested = Nesting.within(effects, List.of(clusters));
        int columns = effects.stream()
                .filter(effect -> !nested.contains(effect))
                .mapToInt(Factor::levels)
                .sum();
        return Math.min(rows, columns + scores.slopes());
    }

    private int columns() {
        return offsets[others.size()];
    }

    private void requireFeasible() {
        double m = columns();
        if (m > MOST_COLUMNS || scores.rows() * m * m > MOST_WORK) {
            throw new EstimationException(
                    "E-CLUSTER-007",
                    "exact leverages of " + scores.rows() + " rows need " + columns() + " levels of "
                            + others.stream().map(Factor::name).toList()
                            + ", which are not nested in the clusters, in one dense matrix; that is more than is feasible; take Clustered (CR1)"
                            + " or PanelRobust.HC1, whose warnings say whether clusters are few");
        }
    }

    private double[][] crossProducts() {
        double[][] sum = new double[columns()][columns()];
        for (int g = 0; g < rows.length && columns() > 0; g++) {
            for (double[] z : dummies(g)) {
                addSparse(sum, z, active(g));
            }
        }
        return sum;
    }

    private static void addSparse(double[][] sum, double[] z, int[] active) {
        for (int a : active) {
            if (z[a] != 0) {
                for (int b : active) {
                    sum[a][b] += z[a] * z[b];
                }
            }
        }
    }

    /** The columns that occur in the cluster. */
    private int[] active(int g) {
        return Arrays.stream(rows[g])
                .flatMap(i -> IntStream.range(0, others.size())
                        .map(e -> offsets[e] + others.get(e).code(i)))
                .distinct()
                .sorted()
                .toArray();
    }

    /** The dummies of the effects that are not nested, rows times √w, cleared of the nested effects: n_g × m. */
    private double[][] dummies(int g) {
        double[][] z = new double[rows[g].length][columns()];
        for (int r = 0; r < z.length; r++) {
            int i = rows[g][r];
            for (int e = 0; e < others.size(); e++) {
                z[r][offsets[e] + others.get(e).code(i)] = Math.sqrt(scores.weight(i));
            }
        }
        nested.clear(rows[g], z, active(g));
        return z;
    }

    int clusters() {
        return rows.length;
    }

    /** The rows of a cluster. */
    int[] rows(int g) {
        return rows[g];
    }

    /** The number of columns of every basis. */
    int dimension() {
        return products.rank() + scores.slopes();
    }

    /** V_g, n_g × dimension: the effects that are not nested, then the slopes. */
    double[][] basis(int g) {
        double[][] z = dummies(g);
        double[][] basis = new double[z.length][dimension()];
        for (int r = 0; r < z.length; r++) {
            products.whiten(z[r], basis[r]);
            slopes(rows[g][r], basis[r]);
        }
        return basis;
    }

    /** √w x̃' L with L L' the bread. */
    private void slopes(int i, double[] into) {
        double root = Math.sqrt(scores.weight(i));
        for (int j = 0; j < scores.slopes(); j++) {
            double sum = 0;
            for (int l = j; l < scores.slopes(); l++) {
                sum += scores.x(i, l) * slopeRoot[l][j];
            }
            into[products.rank() + j] = root * sum;
        }
    }

    /** The leverage of every row, absorbed effects included. */
    static double[] leverage(PanelScores scores) {
        Factor largest = Nesting.finest(scores.absorbed()).stream()
                .max(Comparator.comparingInt(Factor::levels))
                .orElseGet(() -> Factor.of("all", new int[scores.rows()]));
        Absorption absorption = of(scores, largest);
        double[] leverage = new double[scores.rows()];
        for (int g = 0; g < absorption.clusters(); g++) {
            int[] rows = absorption.rows(g);
            double[][] basis = absorption.basis(g);
            double[] local = absorption.nested.leverage(rows);
            for (int r = 0; r < rows.length; r++) {
                leverage[rows[r]] = Math.min(1, local[r] + Symmetric.dot(basis[r], basis[r]));
            }
        }
        return leverage;
    }
}
