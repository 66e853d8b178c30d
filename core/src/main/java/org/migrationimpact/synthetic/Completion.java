package org.migrationimpact.synthetic;

import java.util.Arrays;
import org.migrationimpact.data.EstimationException;

/**
 * The table whose untreated cells are nearest to those observed, given a penalty on the nuclear norm of what is left of it after effects of
 * units and periods: minimises {@code 1/2 Σ (Y − α_i − ξ_t − L_it)² + threshold ||L||*} over the cells that are there.
 *
 * <p>Hidden cells are filled with what is fitted; of a full table the optimum is known: both means are the effects, and L is the rest with its
 * singular values lowered. Repeated with momentum, begun again where it overshoots, until the table stands still.
 *
 * <p>Source: Athey, Bayati, Doudchenko, Imbens and Khosravi (2021), doi:10.1080/01621459.2021.1891924; Beck and Teboulle (2009),
 * doi:10.1137/080716542.
 */
final class Completion {

    /** Misses below this share of the spread are none: effects fit exactly. */
    static final double ROUNDING = 1e-7;

    private final UntreatedCells cells;
    private final Shrinkage shrinkage;
    private double[] fitted;
    private double unit;
    private int steps;

    /** Begins at this table. */
    Completion(UntreatedCells cells, double[] start) {
        this.cells = cells;
        this.shrinkage = new Shrinkage(cells.units(), cells.periods());
        this.fitted = start.clone();
        this.unit = cells.spread();
    }

    /** Begins with the mean of what is there in every cell. */
    static Completion of(UntreatedCells cells) {
        double[] start = new double[cells.units() * cells.periods()];
        double sum = 0;
        for (int cell = 0; cell < start.length; cell++) {
            sum += cells.isSeen(cell) ? cells.value(cell) : 0;
        }
        Arrays.fill(start, sum / cells.count());
        return new Completion(cells, start);
    }

    /** Begins with nothing but effects: from there a small penalty is reached on the way down, never from a table that fits anything. */
    static Completion ofEffects(UntreatedCells cells) {
        Completion completion = of(cells);
        completion.solve(Double.MAX_VALUE, 1e-12, PenaltySearch.MOST_STEPS);
        double[] misses = completion.misses();
        double left = Math.sqrt(Gram.dot(misses, misses) / cells.count());
        completion.unit = Math.max(left, ROUNDING * cells.spread());
        return completion;
    }

    double[] fitted() {
        return fitted.clone();
    }

    int steps() {
        return steps;
    }

    /** The number of singular values that are left. */
    int rank() {
        return shrinkage.values().length;
    }

    /** The optimum for a threshold, beginning where the last one ended; moves of the table are compared with the spread of the outcomes, or of
     * what effects leave of them where it began with these. */
    void solve(double threshold, double tolerance, int most) {
        run(filled -> shrinkage.soft(filled, threshold), tolerance, most);
    }

    /** The best table of effects and so many factors near where the last one ended. */
    void solve(int rank, double tolerance, int most) {
        run(filled -> shrinkage.hard(filled, rank), tolerance, most);
    }

    @FunctionalInterface
    private interface Lowered {
        void in(double[] within);
    }

    private void run(Lowered lowered, double tolerance, int most) {
        double still = tolerance * unit;
        double[] before = fitted.clone();
        double[] ahead = fitted.clone();
        double momentum = 1;
        for (int step = 1; step <= most; step++) {
            double[] next = proximal(ahead, lowered);
            steps++;
            double moved = 0;
            double uphill = 0;
            for (int cell = 0; cell < next.length; cell++) {
                double change = next[cell] - before[cell];
                moved += change * change;
                uphill += (ahead[cell] - next[cell]) * change;
            }
            if (Math.sqrt(moved / next.length) <= still) {
                fitted = next;
                return;
            }
            double grown = uphill > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            double reach = uphill > 0 ? 0 : (momentum - 1) / grown;
            for (int cell = 0; cell < next.length; cell++) {
                ahead[cell] = next[cell] + reach * (next[cell] - before[cell]);
            }
            momentum = grown;
            before = next;
        }
        throw new EstimationException(
                "E-COMPLETE-003",
                "the completed table of " + cells.units() + " units and " + cells.periods()
                        + " periods did not settle in " + most
                        + " steps; choose a larger penalty, fewer factors, or units with fewer missing cells");
    }

    private double[] proximal(double[] at, Lowered lowered) {
        int periods = cells.periods();
        double[] table = new double[at.length];
        cells.fill(at, table);
        double[] rows = new double[cells.units()];
        double[] columns = new double[periods];
        for (int i = 0; i < rows.length; i++) {
            for (int t = 0; t < periods; t++) {
                rows[i] += table[i * periods + t] / periods;
                columns[t] += table[i * periods + t] / rows.length;
            }
        }
        double all = Arrays.stream(rows).sum() / rows.length;
        shift(table, rows, columns, all, -1);
        lowered.in(table);
        shift(table, rows, columns, all, 1);
        return table;
    }

    private static void shift(double[] table, double[] rows, double[] columns, double all, int sign) {
        for (int i = 0; i < rows.length; i++) {
            for (int t = 0; t < columns.length; t++) {
                table[i * columns.length + t] += sign * (rows[i] + columns[t] - all);
            }
        }
    }

    /** What the fit misses of the cells that are there, 0 elsewhere. */
    double[] misses() {
        double[] misses = new double[fitted.length];
        for (int cell = 0; cell < misses.length; cell++) {
            misses[cell] = cells.isSeen(cell) ? cells.value(cell) - fitted[cell] : 0;
        }
        return misses;
    }

    /** The threshold from which on nothing is left but effects, given a fit without anything else. */
    double largestMiss() {
        return shrinkage.largest(misses());
    }

    /**
     * The largest violation of the conditions of an optimum, as a share of the threshold: no singular value of the misses is larger than it, and
     * along L they come to the threshold times its nuclear norm.
     */
    double violation(double threshold) {
        double[] misses = misses();
        double above = shrinkage.largest(misses) - threshold;
        double[] rest = TwoWay.within(UntreatedCells.rows(fitted, cells.periods()));
        double along = Gram.dot(misses, rest);
        double nuclear = shrinkage.nuclear();
        double off = nuclear == 0 ? 0 : Math.abs(along / nuclear - threshold);
        return Math.max(0, Math.max(above, off)) / threshold;
    }
}
