package org.migrationimpact.inference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Lags;
import org.migrationimpact.covariance.Scores;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Warning;

/** The scores of a panel along the calendar. */
final class PeriodSums {

    private static final int LONG_LAGS = 5;

    private final PanelScores scores;
    private final long[] periods;

    private PeriodSums(PanelScores scores, long[] periods) {
        this.scores = scores;
        this.periods = periods;
    }

    static PeriodSums of(PanelScores scores) {
        long[] periods =
                Arrays.stream(scores.calendar().places()).distinct().sorted().toArray();
        if (periods.length < 2) {
            throw new DataException(
                    "E-CLUSTER-005",
                    "errors along the calendar need 2 periods or more, there is 1; cluster by the unit");
        }
        return new PeriodSums(scores, periods);
    }

    int periods() {
        return periods.length;
    }

    /** The scores of these rows added up by period. */
    private Scores of(int... rows) {
        double[][] sums = new double[periods.length][];
        for (int i : rows) {
            int t = Arrays.binarySearch(periods, scores.calendar().places()[i]);
            sums[t] = sums[t] == null ? new double[scores.slopes()] : sums[t];
            for (int j = 0; j < scores.slopes(); j++) {
                sums[t][j] += scores.score(i, j);
            }
        }
        int[] seen =
                IntStream.range(0, periods.length).filter(t -> sums[t] != null).toArray();
        double[][] kept = Arrays.stream(seen).mapToObj(t -> sums[t]).toArray(double[][]::new);
        return Scores.of(kept, Arrays.stream(seen).mapToLong(t -> periods[t]).toArray());
    }

    /** One row a period, of all units together. */
    Scores together() {
        int[] all = new int[scores.rows()];
        Arrays.setAll(all, i -> i);
        return of(all);
    }

    /** One row a period of one unit. */
    Scores of(UnitRows units, int unit) {
        return of(units.rows(unit));
    }

    /** The lags of this rule, T being the number of periods. */
    int lags(Lags rule) {
        return rule.of(together());
    }

    List<Warning> warnings(int lags) {
        if (lags <= periods.length / (double) LONG_LAGS) {
            return List.of();
        }
        return List.of(
                new Warning(
                        "W-CLUSTER-004",
                        lags + " lags in " + periods.length
                                + " periods are more than a fifth of them; the errors tend to be too small; take fewer lags or cluster by the unit"));
    }

    /** A sum of matrices. */
    static void add(double[][] sum, double[][] other) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] += other[i][j];
            }
        }
    }
}
