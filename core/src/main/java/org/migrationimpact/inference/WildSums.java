package org.migrationimpact.inference;

import java.util.stream.IntStream;

/**
 * All that the wild cluster bootstrap of one coefficient needs of the data: a few numbers a cluster. The residuals under the null are e + δ z,
 * z being the regressor cleared of everything else; h is what a residual adds to the coefficient, V the basis of the projection.
 *
 * <p>With multipliers v the coefficient moves by {@code Σ v_g h_g'(e_g + δ z_g)}, and the score of cluster g in its variance is {@code v_g
 * h_g'(e_g + δ z_g) − (h_g'V_g) Σ_f v_f V_f'(e_f + δ z_f)}: what the fit of the draw takes is taken by the last term.
 *
 * <p>Source: Roodman, MacKinnon, Nielsen and Webb (2019), doi:10.1177/1536867X19830877.
 */
final class WildSums {

    private final double[] move;
    private final double[] moveByNull;
    private final double[][] loading;
    private final double[][] taken;
    private final double[][] takenByNull;

    private WildSums(int clusters, int dimension) {
        move = new double[clusters];
        moveByNull = new double[clusters];
        loading = new double[clusters][dimension];
        taken = new double[clusters][dimension];
        takenByNull = new double[clusters][dimension];
    }

    /** For coefficient {@code j}; with an unrestricted bootstrap z stays out. */
    static WildSums of(PanelScores scores, Absorption projection, int j, WildClusterBootstrap.Null imposed) {
        WildSums sums = new WildSums(projection.clusters(), projection.dimension());
        double own = scores.breadInPlace()[j][j];
        for (int g = 0; g < projection.clusters(); g++) {
            int[] rows = projection.rows(g);
            double[][] basis = projection.basis(g);
            for (int r = 0; r < rows.length; r++) {
                double root = Math.sqrt(scores.weight(rows[r]));
                double h = root * influence(scores, rows[r], j);
                double z = imposed == WildClusterBootstrap.Null.IMPOSED ? h / own : 0;
                sums.add(g, basis[r], h, root * scores.residual(rows[r]), z);
            }
        }
        return sums;
    }

    private static double influence(PanelScores scores, int i, int j) {
        double[] bread = scores.breadInPlace()[j];
        double sum = 0;
        for (int l = 0; l < bread.length; l++) {
            sum += bread[l] * scores.x(i, l);
        }
        return sum;
    }

    private void add(int g, double[] basis, double h, double e, double z) {
        move[g] += h * e;
        moveByNull[g] += h * z;
        for (int d = 0; d < basis.length; d++) {
            loading[g][d] += h * basis[d];
            taken[g][d] += e * basis[d];
            takenByNull[g][d] += z * basis[d];
        }
    }

    int clusters() {
        return move.length;
    }

    /** The multipliers of a draw. */
    interface Signs {
        double of(int draw, int cluster);
    }

    /** Numerators and variances of the draws, each by itself, so that threads do not matter; {@code factor} is that of the variance. */
    double[][][] draws(int count, double factor, Signs signs) {
        double[][] numerators = new double[count][];
        double[][] variances = new double[count][];
        IntStream.range(0, count).parallel().forEach(b -> draw(b, factor, signs, numerators, variances));
        return new double[][][] {numerators, variances};
    }

    private void draw(int b, double factor, Signs signs, double[][] numerators, double[][] variances) {
        int clusters = clusters();
        double[] v = new double[clusters];
        double[] fitted = new double[loading[0].length];
        double[] fittedByNull = new double[loading[0].length];
        double a = 0;
        double slope = 0;
        for (int g = 0; g < clusters; g++) {
            v[g] = signs.of(b, g);
            a += v[g] * move[g];
            slope += v[g] * moveByNull[g];
            for (int d = 0; d < fitted.length; d++) {
                fitted[d] += v[g] * taken[g][d];
                fittedByNull[d] += v[g] * takenByNull[g][d];
            }
        }
        numerators[b] = new double[] {a, slope};
        variances[b] = variance(v, fitted, fittedByNull, factor);
    }

    private double[] variance(double[] v, double[] fitted, double[] fittedByNull, double factor) {
        double[] parts = new double[3];
        for (int g = 0; g < v.length; g++) {
            double fixed = v[g] * move[g] - Symmetric.dot(loading[g], fitted);
            double moved = v[g] * moveByNull[g] - Symmetric.dot(loading[g], fittedByNull);
            parts[0] += factor * fixed * fixed;
            parts[1] += factor * fixed * moved;
            parts[2] += factor * moved * moved;
        }
        return parts;
    }
}
