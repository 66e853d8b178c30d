package org.migrationimpact.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.migrationimpact.data.DataException;

/** Autoregressions of residuals that know their places on the calendar. */
final class LaggedErrors {

    private LaggedErrors() {}

    /** The rows whose p predecessors on the calendar are the p rows before them. */
    static List<Integer> withFullPast(long[] places, int p) {
        List<Integer> rows = new ArrayList<>();
        for (int t = p; t < places.length; t++) {
            if (places[t - p] == places[t] - p) {
                rows.add(t);
            }
        }
        return rows;
    }

    /** Least squares of e_t on e_{t−1} to e_{t−p}, without a constant. */
    static double[] regression(double[] errors, long[] places, int p) {
        List<Integer> rows = withFullPast(places, p);
        if (rows.size() <= p) {
            throw tooFew(rows.size(), p);
        }
        double[][] columns = new double[p][rows.size()];
        double[] now = new double[rows.size()];
        for (int i = 0; i < now.length; i++) {
            int t = rows.get(i);
            now[i] = errors[t];
            for (int j = 1; j <= p; j++) {
                columns[j - 1][i] = errors[t - j];
            }
        }
        Qr qr = new Qr(columns);
        return qr.rank() < p ? new double[p] : qr.solve(now);
    }

    /** The Yule–Walker equations, solved by the recursion of Levinson and Durbin. */
    static double[] yuleWalker(double[] errors, long[] places, int p) {
        double[] gamma = autocovariances(errors, places, p);
        double[] phi = new double[0];
        double variance = gamma[0];
        for (int k = 1; k <= p && variance > 0; k++) {
            double sum = gamma[k];
            for (int j = 1; j < k; j++) {
                sum -= phi[j - 1] * gamma[k - j];
            }
            double partial = sum / variance;
            double[] next = new double[k];
            for (int j = 1; j < k; j++) {
                next[j - 1] = phi[j - 1] - partial * phi[k - 1 - j];
            }
            next[k - 1] = partial;
            phi = next;
            variance *= 1 - partial * partial;
        }
        return Arrays.copyOf(phi, p);
    }

    /** Σ e_t e_{t−l} for l = 0 to p, over pairs l periods apart. */
    static double[] autocovariances(double[] errors, long[] places, int p) {
        Map<Long, Integer> rows = new HashMap<>();
        for (int t = 0; t < places.length; t++) {
            rows.put(places[t], t);
        }
        double[] gamma = new double[p + 1];
        for (int t = 0; t < places.length; t++) {
            for (int l = 0; l <= p; l++) {
                Integer earlier = rows.get(places[t] - l);
                gamma[l] += earlier == null ? 0 : errors[t] * errors[earlier];
            }
        }
        return gamma;
    }

    private static DataException tooFew(int found, int p) {
        return new DataException(
                "E-AR-004",
                found + (found == 1 ? " period has its " : " periods have their ") + p
                        + (p == 1 ? " predecessor" : " predecessors")
                        + ", too few for an autoregression of that order; take a lower order or a longer window");
    }
}
