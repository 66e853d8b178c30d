package org.migrationimpact.breaks;

import java.io.Serializable;
import java.util.List;

/**
 * The best dates for one number of breaks.
 *
 * @param lastRows the last row of each old regime, counted from 0, ascending
 * @param residualSumOfSquares of separate fits to all regimes
 */
public record Partition(List<Integer> lastRows, double residualSumOfSquares) implements Serializable {

    public Partition {
        lastRows = List.copyOf(lastRows);
    }

    /** The number of breaks, m. */
    public int breaks() {
        return lastRows.size();
    }

    /** The first row of a regime, both counted from 0. */
    public int firstRow(int regime) {
        return regime == 0 ? 0 : lastRows.get(regime - 1) + 1;
    }

    /** In which regime a row lies, both counted from 0. */
    public int regimeOf(int row) {
        return (int) lastRows.stream().filter(last -> last < row).count();
    }

    /** {@code n (ln(RSS/n) + 1 + ln 2π) + ln(n) (k + 1)(m + 1)}: the dates count as parameters, and so does one variance. */
    double bic(int n, int columns) {
        return n * (Math.log(residualSumOfSquares / n) + 1 + Math.log(2 * Math.PI))
                + Math.log(n) * (columns + 1) * (breaks() + 1);
    }

    /** {@code ln(RSS/(n−p)) + p/n · 0.299 ln(n)^2.1}, p = (m+1)k + m; Liu, Wu and Zidek (1997). */
    double lwz(int n, int columns) {
        int parameters = (breaks() + 1) * columns + breaks();
        return Math.log(residualSumOfSquares / (n - parameters))
                + (double) parameters / n * 0.299 * Math.pow(Math.log(n), 2.1);
    }
}
