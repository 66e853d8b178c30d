package org.migrationimpact.breaks;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.migrationimpact.data.DataException;

/**
 * Do one-step-ahead errors drift away from 0? The sums of recursive residuals {@code W_t = Σ w_i / (s √(n−k))}, s their standard deviation
 * about their mean, and the largest {@code |W(t)| / (1 + 2t)}; W is a Brownian motion where nothing changes. Weak against changes late in
 * the series. Supposes errors without correlation.
 *
 * <p>Source: Brown, Durbin and Evans (1975), doi:10.1111/j.2517-6161.1975.tb01532.x.
 */
public final class RecursiveCusum {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private RecursiveCusum() {}

    /**
     * The test.
     *
     * @throws DataException E-BREAK-006 where there is no scatter, E-BREAK-008 where fewer than two periods are left over
     */
    public static Fluctuation test(TimeRegression regression) {
        SplitSquares.of(regression);
        double[] w = residuals(regression);
        if (w.length < 2) {
            throw new DataException(
                    "E-BREAK-008",
                    regression.rows() + " periods leave " + w.length + " recursive residuals beside "
                            + regression.columns() + " columns; 2 are needed");
        }
        double scale = deviation(w) * Math.sqrt(w.length);
        double[] sums = new double[w.length + 1];
        double sum = 0;
        double farthest = 0;
        for (int t = 1; t <= w.length; t++) {
            sum += w[t - 1];
            sums[t] = sum / scale;
            farthest = Math.max(farthest, Math.abs(sums[t]) / (1 + 2.0 * t / w.length));
        }
        return new Fluctuation("recursive CUSUM", new double[][] {sums}, farthest, pValue(farthest));
    }

    /** The errors of predicting each period from those before it, n − k of them, each divided by the root of 1 + x'(X'X)⁻¹x. */
    static double[] residuals(TimeRegression regression) {
        double[] y = regression.response();
        double[] w = new double[y.length];
        RecursiveSquares squares = new RecursiveSquares(regression.columns());
        for (int i = 0; i < y.length; i++) {
            squares.add(regression, y[i], i);
            w[i] = squares.recursiveResidual();
        }
        return Arrays.copyOfRange(w, Math.min(regression.columns(), w.length), w.length);
    }

    private static double deviation(double[] w) {
        double mean = Arrays.stream(w).average().orElseThrow();
        return Math.sqrt(Arrays.stream(w).map(v -> (v - mean) * (v - mean)).sum() / (w.length - 1));
    }

    private static double pValue(double x) {
        if (x < 0.3) {
            return 1 - 0.1465 * x; // the formula below is for the tail alone
        }
        return 2
                * (above(3 * x)
                        + Math.exp(-4 * x * x) * (1 - above(x) - above(5 * x))
                        - Math.exp(-16 * x * x) * above(x));
    }

    private static double above(double x) {
        return NORMAL.cumulativeProbability(-x);
    }
}
