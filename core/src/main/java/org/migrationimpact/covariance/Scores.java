package org.migrationimpact.covariance;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.migrationimpact.covariance.NeweyWest.Prewhitening;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.model.Design;

/** The scores x_t e_t of a regression, each at its place on the calendar: what a long-run variance is made of. */
public final class Scores {

    private final double[][] rows;
    private final long[] places;
    private final int intercept;
    private final int lost;

    private Scores(double[][] rows, long[] places, int intercept, int lost) {
        this.rows = rows;
        this.places = places;
        this.intercept = intercept;
        this.lost = lost;
    }

    static Scores of(Design design, double[] residuals) {
        double[][] rows = new double[design.rows()][];
        long[] places = new long[design.rows()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = design.row(i);
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] *= residuals[i];
            }
            places[i] = design.place(i);
        }
        return new Scores(rows, places, design.columns() == 1 ? -1 : design.column("intercept"), 0);
    }

    /** One row a place, the sum of all rows that stand there; places must not descend. */
    Scores addedUpByPlace() {
        double[][] sums = new double[rows.length][];
        long[] at = new long[rows.length];
        int filled = 0;
        for (int i = 0; i < rows.length; i++) {
            if (filled == 0 || at[filled - 1] != places[i]) {
                at[filled] = places[i];
                sums[filled++] = rows[i].clone();
            } else {
                for (int j = 0; j < rows[i].length; j++) {
                    sums[filled - 1][j] += rows[i][j];
                }
            }
        }
        return new Scores(Arrays.copyOf(sums, filled), Arrays.copyOf(at, filled), intercept, 0);
    }

    /** The same with each row one lag from the next, whatever lies between them on the calendar. */
    Scores byRow() {
        return new Scores(rows, LongStream.range(0, rows.length).toArray(), intercept, lost);
    }

    int length() {
        return rows.length + lost;
    }

    /** The distance from the first to the last place. */
    long span() {
        return rows.length == 0 ? 0 : places[rows.length - 1] - places[0];
    }

    /** Γ_l: the sum of u_t u_{t−l}' over all pairs whose periods are l apart. */
    double[][] autocovariance(int lag) {
        int k = rows[0].length;
        double[][] sum = new double[k][k];
        eachPair(lag, (t, earlier) -> Matrices.addOuter(sum, rows[t], rows[earlier], 1));
        return sum;
    }

    /** Σ_l w_l Γ_l, the weights being those of lag 0, 1, and so on. */
    double[][] weightedProducts(double[] weights) {
        int k = rows[0].length;
        double[][] past = new double[rows.length][k];
        for (int lag = 0; lag < weights.length; lag++) {
            double weight = weights[lag];
            eachPair(lag, (t, earlier) -> {
                for (int j = 0; j < k; j++) {
                    past[t][j] += weight * rows[earlier][j];
                }
            });
        }
        double[][] sum = new double[k][k];
        for (int t = 0; t < rows.length; t++) {
            Matrices.addOuter(sum, rows[t], past[t], 1);
        }
        return sum;
    }

    /** Two rows whose periods are so many apart. */
    private interface Pair {
        void take(int later, int earlier);
    }

    private void eachPair(int lag, Pair pair) {
        int earlier = 0;
        for (int t = 0; t < rows.length; t++) {
            while (places[earlier] < places[t] - lag) {
                earlier++;
            }
            if (places[earlier] == places[t] - lag) {
                pair.take(t, earlier);
            }
        }
    }

    /**
     * The bandwidth of Newey and West (1994) for the Bartlett kernel, from the sum of all scores but the intercept's; of the intercept's
     * where there is no other column. 0 where all scores are 0.
     */
    double bandwidth() {
        double rule = lost > 0 ? 3 : 4;
        int horizon = (int) Math.floor(rule * Math.pow(length() / 100.0, 2.0 / 9));
        double s0 = 0;
        double s1 = 0;
        for (int lag = 0; lag <= horizon; lag++) {
            double sigma = sumWithoutIntercept(autocovariance(lag));
            s0 += lag == 0 ? sigma : 2 * sigma;
            s1 += 2 * lag * sigma;
        }
        double ratio = s0 == 0 ? 0 : s1 / s0;
        return 1.1447 * Math.cbrt(ratio * ratio * length());
    }

    /** The bandwidth of Andrews (1991) for the quadratic spectral kernel, by first-order autoregressions about the mean of each score. */
    double andrewsBandwidth() {
        double above = 0;
        double below = 0;
        for (int j = 0; j < rows[0].length; j++) {
            if (j != intercept) {
                double[] fit = autoregression(j);
                double rho = fit[0];
                double fourth = fit[1] * fit[1];
                above += 4 * rho * rho * fourth / Math.pow(1 - rho, 8);
                below += fourth / Math.pow(1 - rho, 4);
            }
        }
        return below == 0 ? 0 : 1.3221 * Math.pow(rows.length * above / below, 0.2);
    }

    /** ρ and σ² of one score by least squares on the score before it and a constant. */
    private double[] autoregression(int column) {
        double[] m = new double[6]; // pairs; sums of later and earlier; of their squares; of their products
        eachPair(1, (t, earlier) -> {
            double later = rows[t][column];
            double before = rows[earlier][column];
            m[0]++;
            m[1] += later;
            m[2] += before;
        });
        eachPair(1, (t, earlier) -> {
            double later = rows[t][column] - m[1] / m[0];
            double before = rows[earlier][column] - m[2] / m[0];
            m[3] += later * later;
            m[4] += before * before;
            m[5] += later * before;
        });
        double rho = m[4] == 0 ? 0 : m[5] / m[4];
        return new double[] {rho, (m[3] - rho * m[5]) / m[0]};
    }

    private double sumWithoutIntercept(double[][] gamma) {
        double sum = 0;
        for (int i = 0; i < gamma.length; i++) {
            for (int j = 0; j < gamma.length; j++) {
                sum += i == intercept || j == intercept ? 0 : gamma[i][j];
            }
        }
        return sum;
    }

    /** A first-order vector autoregression of the scores, u_t = A u_{t−1} + v_t, by least squares without a constant. */
    Whitened whitened() {
        int pairs = 0;
        double[][] now = new double[rows.length][];
        double[][] before = new double[rows.length][];
        long[] at = new long[rows.length];
        for (int t = 1; t < rows.length; t++) {
            if (places[t] == places[t - 1] + 1) {
                at[pairs] = places[t];
                before[pairs] = rows[t - 1];
                now[pairs++] = rows[t];
            }
        }
        if (pairs <= rows[0].length) {
            throw notWhitened();
        }
        RealMatrix y = new Array2DRowRealMatrix(Arrays.copyOf(now, pairs));
        RealMatrix z = new Array2DRowRealMatrix(Arrays.copyOf(before, pairs));
        try {
            RealMatrix transposedA = new QRDecomposition(z).getSolver().solve(y);
            double[][] innovations = y.subtract(z.multiply(transposedA)).getData();
            RealMatrix identity = MatrixUtils.createRealIdentityMatrix(rows[0].length);
            RealMatrix recolour = new QRDecomposition(identity.subtract(transposedA.transpose()))
                    .getSolver()
                    .getInverse();
            Scores white = new Scores(innovations, Arrays.copyOf(at, pairs), intercept, rows.length - pairs);
            return new Whitened(white, recolour.getData());
        } catch (SingularMatrixException singular) {
            throw notWhitened();
        }
    }

    private EstimationException notWhitened() {
        return new EstimationException(
                "E-MODEL-003",
                "the scores of " + rows[0].length + " columns over " + rows.length
                        + " periods do not allow prewhitening; leave prewhitening out");
    }

    /** These, or what a first-order vector autoregression leaves of them. */
    Scores reduced(Prewhitening prewhitening) {
        return prewhitening == Prewhitening.NONE ? this : whitened().innovations();
    }

    /** What a kernel sums them up to, of the innovations and coloured again where they are prewhitened. */
    double[][] longRunVariance(Prewhitening prewhitening, Function<Scores, double[][]> kernelSum) {
        if (prewhitening == Prewhitening.NONE) {
            return kernelSum.apply(this);
        }
        Whitened whitened = whitened();
        double[][] d = whitened.recolour();
        return Matrices.times(Matrices.times(d, kernelSum.apply(whitened.innovations())), Matrices.transpose(d));
    }

    /** Innovations, and the matrix (I − A)⁻¹ that colours their long-run variance again. */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    record Whitened(Scores innovations, double[][] recolour) {}
}
