package org.migrationimpact.breaks;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.model.Term;

/**
 * How many breaks are there, and when? For each number of breaks the dates that make the residual sum of squares smallest, over all
 * partitions into regimes no shorter than the trimming, by dynamic programming: exact, {@code O(n²k²)}, memory {@code O(nm)}.
 *
 * <p>Defaults: a trimming of 0.15 and five breaks at most. Supposes that errors are not correlated when it comes to the number of breaks
 * and to intervals; autocorrelation that is not modelled looks like breaks.
 *
 * <p>Source: Bai and Perron (1998), doi:10.2307/2998540; (2003), doi:10.1002/jae.659.
 */
public final class BaiPerron implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_BREAKS = 5;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_TURNS = 50;

    private final TimeRegression regression;
    private final Trimming trimming;
    private final int most;
    private final List<Term> constant;

    private BaiPerron(TimeRegression regression, Trimming trimming, int most, List<Term> constant) {
        this.regression = regression;
        this.trimming = trimming;
        this.most = most;
        this.constant = constant;
    }

    /** In this regression, with the defaults. */
    public static BaiPerron in(TimeRegression regression) {
        return new BaiPerron(regression, Trimming.USUAL, MOST_BREAKS, List.of());
    }

    /** With regimes no shorter than this. */
    public BaiPerron trimmed(Trimming other) {
        return new BaiPerron(regression, other, most, constant);
    }

    /** With so many breaks at most, 1 or more; fewer where the trimming leaves no room for them. */
    public BaiPerron atMost(int breaks) {
        if (breaks < 1) {
            throw new IllegalArgumentException("at most 1 break or more, got " + breaks);
        }
        return new BaiPerron(regression, trimming, breaks, constant);
    }

    /**
     * With these terms beside, whose coefficients do not change: the season, usually. Their part is estimated together with the most
     * regimes allowed, by turns until the dates stay, and taken away before fewer are searched.
     */
    public BaiPerron keeping(List<? extends Term> terms) {
        return new BaiPerron(regression, trimming, most, List.copyOf(terms));
    }

    /**
     * The best partition for every number of breaks from 0.
     *
     * @throws DataException E-BREAK-003 where the trimming leaves no room, E-BREAK-006 where there is no scatter
     * @throws EstimationException E-BREAK-010 where the thread is interrupted
     */
    public Breakpoints find() {
        trimming.of(regression);
        if (regression.rows() > MOST_ROWS) {
            throw new DataException(
                    "E-BREAK-011",
                    regression.name() + " has " + regression.rows() + " periods; breaks are searched in " + MOST_ROWS
                            + " at most, lower the frequency");
        }
        Breakpoints found = search(regression);
        for (int turn = 0; turn < MOST_TURNS && !constant.isEmpty(); turn++) {
            Partition before = found.with(found.partitions().size() - 1);
            found = search(new ConstantPart(constant).takenFrom(regression, before));
            if (found.with(before.breaks()).lastRows().equals(before.lastRows())) {
                break;
            }
        }
        return found;
    }

    private Breakpoints search(TimeRegression asked) {
        SplitSquares.of(asked);
        int shortest = trimming.of(asked);
        int n = asked.rows();
        Search search = new Search(n, Math.min(most, n / shortest - 1));
        for (int start = 0; start <= n - shortest; start++) {
            requireGoingOn(start);
            search.extend(asked, start, shortest);
        }
        return new Breakpoints(asked, trimming, shortest, search.partitions(floor(asked)));
    }

    private void requireGoingOn(int start) {
        if (Thread.currentThread().isInterrupted()) {
            throw new EstimationException(
                    "E-BREAK-010",
                    "interrupted after " + start + " of " + regression.rows() + " periods were searched");
        }
    }

    /** What rounding leaves of a perfect fit. */
    private static double floor(TimeRegression asked) {
        return TimeRegression.NOTHING_LEFT
                * Arrays.stream(asked.response()).map(y -> y * y).sum();
    }

    /** The least sums of squares of the first rows by number of breaks, and where the last regime of each begins. */
    private static final class Search {
        private final double[][] least;
        private final int[][] lastStart;

        Search(int n, int breaks) {
            least = new double[breaks + 1][n];
            lastStart = new int[breaks + 1][n];
            for (double[] row : least) {
                Arrays.fill(row, Double.POSITIVE_INFINITY);
            }
        }

        /** Tries every regime that begins in this row; all that end before it are known. */
        void extend(TimeRegression regression, int start, int shortest) {
            double[] y = regression.response();
            RecursiveSquares squares = new RecursiveSquares(regression.columns());
            for (int end = start; end < y.length; end++) {
                double sum = squares.add(regression, y[end], end);
                if (end - start + 1 >= shortest) {
                    improve(start, end, sum);
                }
            }
        }

        private void improve(int start, int end, double sum) {
            for (int breaks = start == 0 ? 0 : 1; breaks < (start == 0 ? 1 : least.length); breaks++) {
                double total = start == 0 ? sum : least[breaks - 1][start - 1] + sum;
                if (total < least[breaks][end]) {
                    least[breaks][end] = total;
                    lastStart[breaks][end] = start;
                }
            }
        }

        List<Partition> partitions(double floor) {
            int n = least[0].length;
            List<Partition> partitions = new ArrayList<>();
            for (int breaks = 0; breaks < least.length; breaks++) {
                partitions.add(new Partition(lastRows(breaks, n - 1), Math.max(floor, least[breaks][n - 1])));
            }
            return partitions;
        }

        private List<Integer> lastRows(int breaks, int end) {
            List<Integer> rows = new ArrayList<>();
            for (int left = breaks; left > 0; left--) {
                int start = lastStart[left][rows.isEmpty() ? end : rows.get(0)];
                rows.add(0, start - 1);
            }
            return rows;
        }
    }

    @Override
    public String toString() {
        return "Bai–Perron, " + trimming + ", at most " + most + (most == 1 ? " break" : " breaks") + ", in "
                + regression;
    }
}
