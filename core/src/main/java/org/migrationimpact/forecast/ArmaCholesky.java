package org.migrationimpact.forecast;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * The covariance of n consecutive values of an ARMA process, over the variance of its shocks, factored so that whatever is multiplied by
 * the inverse factor has independent rows. Exact: the first values have their stationary covariance.
 *
 * <p>Beyond the first {@code m = max(p, q)} values the autoregressive part is taken off, which leaves a moving average, so that the factor is
 * a band: n q² operations. Source: Ansley (1979), doi:10.1093/biomet/66.1.59.
 */
final class ArmaCholesky {

    private final double[] ar;
    private final int[] arLags;
    private final int q;
    private final int m;
    private final double[][] factor; // column s: rows s to last(s)
    private final double[] own; // autocovariances of the moving average
    private final double[] cross; // of an early value with a later moving average
    private final double[] stationary; // autocovariances of the process
    private final double logDeterminant;

    private ArmaCholesky(Arma arma, int n) {
        ar = arma.ar();
        q = arma.ma().length;
        m = ar.length == 0 ? 0 : Math.min(n, Math.max(ar.length, q));
        arLags = IntStream.rangeClosed(1, ar.length).filter(i -> ar[i - 1] != 0).toArray();
        double[] ma = new double[q + 1];
        ma[0] = 1;
        System.arraycopy(arma.ma(), 0, ma, 1, q);
        own = products(ma, ma);
        cross = products(ma, arma.psi(q));
        stationary = m == 0 ? own : stationary();
        factor = new double[n][];
        logDeterminant = factorise();
    }

    /** The factor for n values; {@link #exists} where the numbers gave one. */
    static ArmaCholesky of(Arma arma, int n) {
        return new ArmaCholesky(arma, n);
    }

    /** Σ_j a_{j+k} b_j for every k. */
    private static double[] products(double[] a, double[] b) {
        double[] sums = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            for (int j = 0; j + k < a.length; j++) {
                sums[k] += a[j + k] * b[j];
            }
        }
        return sums;
    }

    /** Solves γ_k − Σ φ_i γ_{|k−i|} = cross_k for k = 0..p, and goes on from there. */
    private double[] stationary() {
        int p = ar.length;
        double[][] system = new double[p + 1][p + 1];
        double[] right = new double[p + 1];
        for (int k = 0; k <= p; k++) {
            system[k][k] += 1;
            for (int i : arLags) {
                system[k][Math.abs(k - i)] -= ar[i - 1];
            }
            right[k] = k <= q ? cross[k] : 0;
        }
        double[] all = new double[Math.max(m, p + 1)];
        System.arraycopy(solve(system, right), 0, all, 0, p + 1);
        for (int k = p + 1; k < all.length; k++) {
            all[k] = k <= q ? cross[k] : 0;
            for (int i : arLags) {
                all[k] += ar[i - 1] * all[k - i];
            }
        }
        return all;
    }

    private static double[] solve(double[][] system, double[] right) {
        try {
            return new LUDecomposition(new Array2DRowRealMatrix(system, false))
                    .getSolver()
                    .solve(new ArrayRealVector(right, false))
                    .toArray();
        } catch (SingularMatrixException unitRoot) {
            return IntStream.range(0, right.length).mapToDouble(k -> Double.NaN).toArray();
        }
    }

    private int first(int t) {
        return t < m ? 0 : Math.max(0, t - q);
    }

    private int last(int s) {
        return Math.min(factor.length - 1, Math.max(m - 1, s + q));
    }

    private double covariance(int t, int s) {
        double[] of = t < m ? stationary : s < m ? cross : own;
        return t - s < of.length ? of[t - s] : 0;
    }

    /** Row by row; each entry found is taken off those to its right at once. */
    private double factorise() {
        double log = 0;
        double[] row = new double[factor.length == 0 ? 0 : Math.max(m, q + 1)];
        for (int t = 0; t < factor.length; t++) {
            int from = first(t);
            for (int s = from; s <= t; s++) {
                row[s - from] = covariance(t, s);
            }
            for (int s = from; s < t; s++) {
                double[] column = factor[s];
                double entry = row[s - from] / column[0];
                column[t - s] = entry;
                subtract(row, s + 1 - from, entry, column, t - s);
            }
            double square = row[t - from];
            if (!(square > 0)) {
                return Double.NaN;
            }
            factor[t] = new double[last(t) - t + 1];
            factor[t][0] = Math.sqrt(square);
            log += Math.log(square);
        }
        return log;
    }

    /** Takes entry times the column's next values off so many places from here on. */
    private static void subtract(double[] from, int at, double entry, double[] column, int places) {
        for (int i = 0; i < places; i++) {
            from[at + i] -= entry * column[i + 1];
        }
    }

    /** Whether the covariance is positive definite; where it is not, nothing else may be asked. */
    boolean exists() {
        return !Double.isNaN(logDeterminant);
    }

    /** The logarithm of the determinant of the covariance. */
    double logDeterminant() {
        return logDeterminant;
    }

    /** The standard deviation of value t about its best prediction from those before, over that of the shocks. */
    double deviation(int t) {
        return factor[t][0];
    }

    /** The inverse factor times a column of n values. */
    double[] whiten(double[] column) {
        double[] white = column.clone();
        for (int t = m; t < white.length; t++) {
            for (int i : arLags) {
                white[t] -= ar[i - 1] * column[t - i];
            }
        }
        for (int t = 0; t < white.length; t++) {
            white[t] /= factor[t][0];
            subtract(white, t + 1, white[t], factor[t], factor[t].length - 1);
        }
        return white;
    }
}
