package org.migrationimpact.inference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.migrationimpact.model.Factor;

/** A plain fit of a panel, slow and obvious: effects are taken away in turns until nothing moves. */
final class PanelFixture {

    private final List<String> names;
    private final List<Factor> effects;
    private final double[][] columns;
    private final double[] response;
    private double[] weights;

    PanelFixture(List<String> names, double[][] columns, double[] response, List<Factor> effects) {
        this.names = names;
        this.columns = columns;
        this.response = response;
        this.effects = effects;
        this.weights = ones(response.length);
    }

    static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    PanelFixture weighted(double... others) {
        weights = others.clone();
        return this;
    }

    /** Coefficients, and what they leave. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Fitted(double[] coefficients, PanelScores scores) {}

    PanelScores ols() {
        return fit(response, weights).scores();
    }

    Fitted olsWithCoefficients() {
        return fit(response, weights);
    }

    private Fitted fit(double[] y, double[] w) {
        int k = columns.length;
        double[][] x = Arrays.stream(columns).map(column -> cleared(column, w)).toArray(double[][]::new);
        double[] z = cleared(y, w);
        double[][] cross = new double[k][k];
        double[] xy = new double[k];
        for (int i = 0; i < z.length; i++) {
            for (int a = 0; a < k; a++) {
                xy[a] += w[i] * x[a][i] * z[i];
                for (int b = 0; b < k; b++) {
                    cross[a][b] += w[i] * x[a][i] * x[b][i];
                }
            }
        }
        double[][] bread = new CholeskyDecomposition(new Array2DRowRealMatrix(cross), 1e-8, 0)
                .getSolver()
                .getInverse()
                .getData();
        double[] b = IntStream.range(0, k)
                .mapToDouble(a -> IntStream.range(0, k)
                        .mapToDouble(j -> bread[a][j] * xy[j])
                        .sum())
                .toArray();
        double[] e = IntStream.range(0, z.length)
                .mapToDouble(i -> z[i]
                        - IntStream.range(0, k).mapToDouble(j -> b[j] * x[j][i]).sum())
                .toArray();
        return new Fitted(b, PanelScores.of(names, x, e, bread).weighted(w).absorbing(effects));
    }

    /** Poisson by iteratively weighted least squares; 30 rounds are more than enough. */
    Fitted poisson() {
        double mean = Arrays.stream(response).average().orElseThrow();
        double[] mu = Arrays.stream(response).map(y -> (y + mean) / 2).toArray();
        double[] eta = Arrays.stream(mu).map(Math::log).toArray();
        Fitted fitted = fit(response, mu);
        double moved = 1;
        for (int round = 0; round < 30 && moved > 1e-11; round++) {
            moved = 0;
            double[] z = new double[mu.length];
            for (int i = 0; i < z.length; i++) {
                z[i] = eta[i] + (response[i] - mu[i]) / mu[i];
            }
            fitted = fit(z, mu);
            for (int i = 0; i < z.length; i++) {
                double next = z[i] - fitted.scores().residual(i);
                moved = Math.max(moved, Math.abs(next - eta[i]));
                eta[i] = next;
                mu[i] = Math.exp(eta[i]);
            }
        }
        double[] working = new double[mu.length];
        for (int i = 0; i < mu.length; i++) {
            working[i] = (response[i] - mu[i]) / mu[i];
        }
        Fitted last = fit(working, mu);
        return new Fitted(fitted.coefficients(), last.scores().with(Likelihood.POISSON));
    }

    private double[] cleared(double[] column, double[] w) {
        double[] rest = column.clone();
        double scale = Arrays.stream(column).map(Math::abs).max().orElseThrow();
        double moved = effects.isEmpty() ? 0 : Double.MAX_VALUE;
        for (int round = 0; round < 20_000 && moved > 3e-14 * scale; round++) {
            moved = 0;
            for (Factor effect : effects) {
                moved = Math.max(moved, sweep(rest, w, effect));
            }
        }
        return rest;
    }

    private static double sweep(double[] rest, double[] w, Factor effect) {
        double[] sums = new double[effect.levels()];
        double[] totals = new double[effect.levels()];
        for (int i = 0; i < rest.length; i++) {
            sums[effect.code(i)] += w[i] * rest[i];
            totals[effect.code(i)] += w[i];
        }
        double moved = 0;
        for (int i = 0; i < rest.length; i++) {
            double mean = sums[effect.code(i)] / totals[effect.code(i)];
            rest[i] -= mean;
            moved = Math.max(moved, Math.abs(mean));
        }
        return moved;
    }

    /** Whole numbers of a column. */
    static Factor factor(String name, double[] column) {
        return Factor.of(name, Arrays.stream(column).mapToLong(v -> (long) v).toArray());
    }

    static long[] places(double[] column) {
        return Arrays.stream(column).mapToLong(v -> (long) v).toArray();
    }
}
