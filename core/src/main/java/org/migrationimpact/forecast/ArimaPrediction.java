package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The best prediction of some periods from others, at given coefficients, with its error: the periods asked for are unknown numbers of the
 * likelihood, and so estimated by it.
 *
 * <p>The error has two parts: the shocks, {@code σ² (M'Σ⁻¹M)⁻¹}, and the coefficients, by the delta method over all of them.
 */
final class ArimaPrediction {

    private static final double STEP = 1e-4;

    private final ArimaData data; // responses unknown where they are to be predicted
    private final ArimaOrder order;
    private final int season;
    private final int[] unknown;

    ArimaPrediction(ArimaData data, ArimaOrder order, int season) {
        this.data = data;
        this.order = order;
        this.season = season;
        unknown = data.missing();
    }

    /** Whether the known periods say something of each unknown one. */
    boolean determined() {
        return Projection.of(Differencing.of(order, season).of(units())).dependent() < 0;
    }

    private double[][] units() {
        double[][] all = new double[unknown.length][data.size()];
        for (int j = 0; j < unknown.length; j++) {
            all[j][unknown[j]] = 1;
        }
        return all;
    }

    /** The unknown periods, by their place on the calendar of the data. */
    int[] places() {
        return unknown.clone();
    }

    /** The unknown part of each column: the response first, then the regressors, k + 1 by the unknown periods; and (M'Σ⁻¹M)⁻¹ last. */
    private Solved solve(double[] free) {
        Differencing differencing = Differencing.of(order, season);
        ArmaCholesky cholesky = ArmaCholesky.of(Arma.of(order, season, free), data.size() - order.lost(season));
        double[][] white = differencing.of(units());
        for (int j = 0; j < white.length; j++) {
            white[j] = cholesky.whiten(white[j]);
        }
        Projection projection = Projection.of(white);
        double[][] parts = new double[data.names().size() + 1][];
        for (int j = 0; j < parts.length; j++) {
            double[] column = j == 0 ? data.response() : data.regressors()[j - 1].clone();
            IntStream.of(unknown).forEach(t -> column[t] = 0);
            parts[j] = negative(projection.solve(cholesky.whiten(differencing.of(column))));
        }
        return new Solved(parts, projection);
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Solved(double[][] parts, Projection projection) {

        /** What is expected of the j-th unknown period, with these regressors in it. */
        double mean(int j, double[] row, double[] b) {
            double sum = parts[0][j];
            for (int i = 0; i < b.length; i++) {
                sum += b[i] * (row[i] - parts[i + 1][j]);
            }
            return sum;
        }
    }

    /** Means of the unknown periods, and standard errors: two rows. */
    double[][] at(double[] free, double[] b, double variance, double[][] covariance, double[][] rows) {
        Solved here = solve(free);
        double[][] shocks = here.projection.inverseOfCrossProduct();
        double[][] slopes = new double[unknown.length][];
        for (int j = 0; j < unknown.length; j++) {
            slopes[j] = new double[free.length + b.length];
            for (int i = 0; i < b.length; i++) {
                slopes[j][free.length + i] = rows[j][i] - here.parts[i + 1][j];
            }
        }
        for (int i = 0; i < free.length; i++) {
            Solved up = solve(moved(free, i, STEP));
            Solved down = solve(moved(free, i, -STEP));
            for (int j = 0; j < unknown.length; j++) {
                slopes[j][i] = (up.mean(j, rows[j], b) - down.mean(j, rows[j], b)) / (2 * STEP);
            }
        }
        return new double[][] {
            IntStream.range(0, unknown.length)
                    .mapToDouble(j -> here.mean(j, rows[j], b))
                    .toArray(),
            IntStream.range(0, unknown.length)
                    .mapToDouble(j -> Math.sqrt(variance * shocks[j][j] + quadratic(covariance, slopes[j])))
                    .toArray()
        };
    }

    private static double[] moved(double[] free, int i, double by) {
        double[] moved = Arrays.copyOf(free, free.length);
        moved[i] += by;
        return moved;
    }

    private static double quadratic(double[][] a, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum += x[i] * a[i][j] * x[j];
            }
        }
        return Math.max(0, sum);
    }
}
