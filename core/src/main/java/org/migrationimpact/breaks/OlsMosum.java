package org.migrationimpact.breaks;

import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;

/**
 * Do the residuals of one fit to all periods add up to much within a moving window? The largest {@code |Σ e_i| / (s √n)} over windows of a
 * share of the periods. More sensitive than {@link OlsCusum} to a change that is later undone.
 *
 * <p>Its p-value is interpolated in a table that reaches from 0.1 down to 0.01: a printed 0.01 means that or less, and above 0.1 it is
 * interpolated towards 1 at 0.
 *
 * <p>Source: Chu, Hornik and Kuan (1995), doi:10.1093/biomet/82.3.603.
 */
public final class OlsMosum {

    private static final double[] TABLED_P = {0.1, 0.05, 0.025, 0.01};

    /** Critical values for windows of 0.05, 0.10 … 0.50 of the periods. */
    private static final double[][] CRITICAL = {
        {0.7552, 0.8017, 0.8444, 0.8977},
        {0.9809, 1.0483, 1.1119, 1.1888},
        {1.1211, 1.2059, 1.2845, 1.3767},
        {1.2170, 1.3158, 1.4053, 1.5131},
        {1.2811, 1.3920, 1.4917, 1.6118},
        {1.3258, 1.4448, 1.5548, 1.6863},
        {1.3514, 1.4789, 1.5946, 1.7339},
        {1.3628, 1.4956, 1.6152, 1.7572},
        {1.3610, 1.4976, 1.6210, 1.7676},
        {1.3751, 1.5115, 1.6341, 1.7808}
    };

    private OlsMosum() {}

    /**
     * The test with windows of this share of the periods, above 0 and up to one half; 0.15 is usual.
     *
     * @throws DataException E-BREAK-006 where there is no scatter, E-BREAK-007 where the window has no period
     */
    public static Fluctuation test(TimeRegression regression, double share) {
        if (!(share > 0 && share <= 0.5)) {
            throw new IllegalArgumentException("the window is a share above 0 and up to 0.5, got " + share);
        }
        int width = (int) Math.floor(share * regression.rows() + 1e-9);
        if (width < 1) {
            throw new DataException(
                    "E-BREAK-007",
                    "a share of " + share + " of " + regression.rows()
                            + " periods is less than one period; take a larger share");
        }
        double[] sums = OlsCusum.process(regression);
        double[][] process = {
            IntStream.range(width, sums.length)
                    .mapToDouble(t -> sums[t] - sums[t - width])
                    .toArray()
        };
        double farthest = Fluctuation.farthest(process);
        return new Fluctuation("OLS-MOSUM", process, farthest, pValue(farthest, share));
    }

    private static double pValue(double statistic, double share) {
        double place = Math.min(Math.max(share / 0.05 - 1, 0), CRITICAL.length - 1.0);
        int below = (int) Math.min(Math.floor(place), CRITICAL.length - 2.0);
        double lowerX = 0;
        double lowerP = 1;
        for (int i = 0; i < TABLED_P.length; i++) {
            double x = CRITICAL[below][i] + (place - below) * (CRITICAL[below + 1][i] - CRITICAL[below][i]);
            if (statistic <= x) {
                return lowerP + (statistic - lowerX) / (x - lowerX) * (TABLED_P[i] - lowerP);
            }
            lowerX = x;
            lowerP = TABLED_P[i];
        }
        return lowerP;
    }
}
