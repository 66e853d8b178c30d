package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** The slow twin of the likelihood: the whole covariance of the observed values, from weights far into the past, and no trick at all. */
class DenseTwinTest {

    private static final int N = 70;
    private static final double[] FREE = {0.5, -0.4, 0.3, -0.2, 0.6}; // p = 2, q = 1, P = 1, Q = 1
    private static final ArimaOrder ORDER = ArimaOrder.of(2, 0, 1).seasonal(1, 0, 1);

    /** γ_k = Σ ψ_j ψ_{j+k}, over 3,000 periods. */
    private static double[] autocovariances() {
        double[] psi = Arma.of(ORDER, 4, FREE).psi(3000 + N);
        return IntStream.range(0, N)
                .mapToDouble(k -> IntStream.rangeClosed(0, 3000)
                        .mapToDouble(j -> psi[j] * psi[j + k])
                        .sum())
                .toArray();
    }

    @Test
    void missingValuesHaveTheLikelihoodOfTheObservedOnes() {
        double[] y = Noise.of(N, 31);
        for (int t : new int[] {3, 20, 21, 22, 50}) {
            y[t] = Double.NaN;
        }
        int[] known = IntStream.range(0, N).filter(t -> !Double.isNaN(y[t])).toArray();
        double[] gamma = autocovariances();
        double[][] covariance = new double[known.length][known.length];
        for (int i = 0; i < known.length; i++) {
            for (int j = 0; j < known.length; j++) {
                covariance[i][j] = gamma[Math.abs(known[i] - known[j])];
            }
        }
        CholeskyDecomposition dense = new CholeskyDecomposition(new Array2DRowRealMatrix(covariance));
        double[] observed = Arrays.stream(known).mapToDouble(t -> y[t]).toArray();
        RealMatrix column = new Array2DRowRealMatrix(observed);
        double square =
                column.transpose().multiply(dense.getSolver().solve(column)).getEntry(0, 0);
        double n = known.length;
        double expected = -0.5 * (n * (Math.log(2 * Math.PI * square / n) + 1) + Math.log(dense.getDeterminant()));
        Series series = Series.of("made", "units", Period.quarter(2000, 1), y);
        ArimaProblem problem = new ArimaProblem(ArimaData.of(series, List.of()), ORDER, 4, ArimaErrors.Likelihood.FULL);
        Close.relative(expected, problem.at(FREE).logLikelihood(), 1e-10, "log likelihood");
        Close.relative(square / n, problem.at(FREE).variance(), 1e-10, "variance");
    }
}
