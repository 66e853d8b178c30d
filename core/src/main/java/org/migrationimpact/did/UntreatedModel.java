package org.migrationimpact.did;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.migrationimpact.data.EstimationException;

/**
 * Effects of unit and period and slopes of covariates, by weighted least squares on the untreated rows, exactly: the longer side of units
 * and periods is eliminated, the rest solved by Cholesky with one step of refinement. The same factors solve for the adjoint weights.
 *
 * <p>Source for the use: Borusyak, Jaravel and Spiess (2024), doi:10.1093/restud/rdae007.
 */
final class UntreatedModel {

    private static final double COLLINEAR = 1e-9;

    private final int[] big;
    private final int[] small;
    private final double[] weight;
    private final double[][] x;
    private final double[] bigWeight;
    private final int smalls;
    private final boolean[] fixed;
    private final double[][] factor;

    /**
     * The factors for these untreated rows.
     *
     * @param sides the larger and the smaller of unit and period, by row, and how many levels each has
     * @param fixed levels of the smaller side that are 0: one in each component, and those without a row
     * @param covariates their names, for a refusal
     */
    UntreatedModel(Sides sides, boolean[] fixed, double[] weight, double[][] x, List<String> covariates) {
        this.big = sides.big();
        this.small = sides.small();
        this.smalls = sides.smalls();
        this.weight = weight;
        this.x = x;
        this.bigWeight = new double[sides.bigs()];
        for (int i = 0; i < big.length; i++) {
            bigWeight[big[i]] += weight[i];
        }
        this.fixed = Arrays.copyOf(fixed, smalls + x.length);
        this.factor = cholesky(schur(), covariates);
    }

    /** The levels of each row on the larger and the smaller side, rows in order of the larger one. */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    record Sides(int[] big, int bigs, int[] small, int smalls) {

        /** The levels of the smaller side to be set to 0: the first of each component, and those without a row. */
        boolean[] fixed() {
            TwoWayGraph graph = new TwoWayGraph(bigs, smalls, big, small);
            boolean[] seen = new boolean[smalls];
            IntStream.of(small).forEach(level -> seen[level] = true);
            boolean[] fixed = new boolean[smalls];
            Set<Integer> components = new HashSet<>();
            for (int level = 0; level < smalls; level++) {
                fixed[level] = !seen[level] || components.add(graph.ofPeriod(level));
            }
            return fixed;
        }
    }

    /** What a right side is solved to: effects of both sides, and slopes. */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    record Solution(double[] big, double[] rest) {

        double at(int bigLevel, int smallLevel) {
            return big[bigLevel] + rest[smallLevel];
        }

        Solution plus(Solution other) {
            double[] b = big.clone();
            double[] r = rest.clone();
            Arrays.setAll(b, i -> b[i] + other.big[i]);
            Arrays.setAll(r, i -> r[i] + other.rest[i]);
            return new Solution(b, r);
        }
    }

    /** Σ w z z' of smaller side and covariates, the larger side eliminated. */
    private double[][] schur() {
        int q = smalls + x.length;
        double[][] s = new double[q][q];
        int from = 0;
        while (from < big.length) {
            int to = from;
            while (to < big.length && big[to] == big[from]) {
                to++;
            }
            addBlock(s, from, to);
            from = to;
        }
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < a; b++) {
                s[a][b] += s[b][a];
                s[b][a] = s[a][b];
            }
        }
        return s;
    }

    /** The rows of one level of the larger side; entries of two smaller levels are put on one side of the diagonal or the other. */
    private void addBlock(double[][] s, int from, int to) {
        double total = bigWeight[big[from]];
        double[] mean = new double[x.length];
        for (int i = from; i < to; i++) {
            for (int k = 0; k < x.length; k++) {
                mean[k] += weight[i] * x[k][i] / total;
            }
        }
        for (int i = from; i < to; i++) {
            s[small[i]][small[i]] += weight[i] * (1 - weight[i] / total);
            for (int j = from; j < i; j++) {
                s[small[i]][small[j]] -= weight[i] * weight[j] / total;
            }
            for (int k = 0; k < x.length; k++) {
                double centred = weight[i] * (x[k][i] - mean[k]);
                s[smalls + k][small[i]] += centred;
                for (int l = 0; l <= k; l++) {
                    s[smalls + k][smalls + l] += centred * (x[l][i] - mean[l]);
                }
            }
        }
    }

    private double[][] cholesky(double[][] s, List<String> covariates) {
        int q = s.length;
        double[][] l = new double[q][q];
        for (int i = 0; i < q; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = s[i][j];
                for (int m = 0; m < j; m++) {
                    sum -= l[i][m] * l[j][m];
                }
                if (i != j) {
                    l[i][j] = fixed[i] || fixed[j] ? 0 : sum / l[j][j];
                } else if (!fixed[i]) {
                    requireIndependent(i, sum, i < smalls ? s[i][i] : spread(x[i - smalls]), covariates);
                    l[i][i] = Math.sqrt(sum);
                }
            }
        }
        return l;
    }

    /** Σ w x² about the mean: what a covariate that the effects determine leaves is rounding of this. */
    private double spread(double[] covariate) {
        double total = 0;
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            total += weight[i];
            sum += weight[i] * covariate[i];
        }
        double squares = 0;
        for (int i = 0; i < weight.length; i++) {
            squares += weight[i] * Math.pow(covariate[i] - sum / total, 2);
        }
        return squares;
    }

    private void requireIndependent(int i, double pivot, double diagonal, List<String> covariates) {
        double floor = i < smalls ? 1e-13 : COLLINEAR;
        if (!(pivot > floor * diagonal)) {
            throw new EstimationException(
                    "E-DID-039",
                    i < smalls
                            ? "the effects of units and periods cannot be told apart in the untreated rows, so unevenly are they weighted; look at the weights"
                            : covariates.get(i - smalls)
                                    + " is determined by the effects of unit and period, and earlier covariates, in the untreated rows; leave it out");
        }
    }

    /** The weighted least squares fit to values of the untreated rows. */
    Solution fit(double[] values) {
        Solution first = solve(moments(values));
        double[] left = values.clone();
        subtract(first, left);
        return first.plus(solve(moments(left)));
    }

    /** Takes what a solution says from values of the untreated rows. */
    void subtract(Solution solution, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= fitted(solution, i);
        }
    }

    /** What a solution says of an untreated row. */
    double fitted(Solution solution, int i) {
        double sum = solution.at(big[i], small[i]);
        for (int k = 0; k < x.length; k++) {
            sum += solution.rest()[smalls + k] * x[k][i];
        }
        return sum;
    }

    /** Z'W v. */
    private Solution moments(double[] values) {
        double[] b = new double[bigWeight.length];
        double[] r = new double[fixed.length];
        for (int i = 0; i < values.length; i++) {
            double wv = weight[i] * values[i];
            b[big[i]] += wv;
            r[small[i]] += wv;
            for (int k = 0; k < x.length; k++) {
                r[smalls + k] += wv * x[k][i];
            }
        }
        return new Solution(b, r);
    }

    /** (Z'WZ)⁻¹ of a right side, with one step of refinement. */
    Solution solveRefined(Solution right) {
        Solution first = solve(right);
        double[] fitted = new double[big.length];
        Arrays.setAll(fitted, i -> fitted(first, i));
        Solution reached = moments(fitted);
        double[] b = right.big().clone();
        double[] r = right.rest().clone();
        Arrays.setAll(b, i -> bigWeight[i] == 0 ? 0 : b[i] - reached.big()[i]);
        Arrays.setAll(r, i -> r[i] - reached.rest()[i]);
        return first.plus(solve(new Solution(b, r)));
    }

    private Solution solve(Solution right) {
        double[] mean = new double[bigWeight.length];
        Arrays.setAll(mean, i -> bigWeight[i] == 0 ? 0 : right.big()[i] / bigWeight[i]);
        double[] r = right.rest().clone();
        for (int i = 0; i < big.length; i++) {
            double part = weight[i] * mean[big[i]];
            r[small[i]] -= part;
            for (int k = 0; k < x.length; k++) {
                r[smalls + k] -= part * x[k][i];
            }
        }
        substitute(r);
        double[] b = new double[bigWeight.length];
        for (int i = 0; i < big.length; i++) {
            double sum = r[small[i]];
            for (int k = 0; k < x.length; k++) {
                sum += r[smalls + k] * x[k][i];
            }
            b[big[i]] += weight[i] * sum;
        }
        Arrays.setAll(b, i -> bigWeight[i] == 0 ? 0 : mean[i] - b[i] / bigWeight[i]);
        return new Solution(b, r);
    }

    private void substitute(double[] r) {
        int q = r.length;
        for (int i = 0; i < q; i++) {
            double sum = r[i];
            for (int m = 0; m < i; m++) {
                sum -= factor[i][m] * r[m];
            }
            r[i] = fixed[i] ? 0 : sum / factor[i][i];
        }
        for (int i = q - 1; i >= 0; i--) {
            double sum = r[i];
            for (int m = i + 1; m < q; m++) {
                sum -= factor[m][i] * r[m];
            }
            r[i] = fixed[i] ? 0 : sum / factor[i][i];
        }
    }
}
