package org.migrationimpact.forecast;

import java.util.Arrays;

/** Response and columns of an ARIMA problem multiplied by the inverse factor of the covariance at some free numbers, and what follows. */
final class Whitened {

    private final ArimaProblem problem;
    private final Arma arma;
    private final ArmaCholesky cholesky;
    private final double[] response;
    private final double[][] columns;
    private final Projection projection;
    private final double[] residuals;
    private final double logDeterminant;

    Whitened(ArimaProblem problem, double[] free) {
        this.problem = problem;
        arma = Arma.of(problem.order(), problem.season(), free);
        cholesky = ArmaCholesky.of(arma, problem.response().length);
        int k = problem.columns().length;
        columns = new double[k][];
        if (!cholesky.exists()) {
            response = problem.response();
            projection = Projection.of(columns(0));
            residuals = response;
            logDeterminant = Double.NaN;
            return;
        }
        response = cholesky.whiten(problem.response());
        for (int j = 0; j < k; j++) {
            columns[j] = cholesky.whiten(problem.columns()[j]);
        }
        projection = Projection.of(columns);
        boolean independent = projection.dependent() < 0;
        residuals = independent ? projection.residuals(response) : response;
        int counted = problem.kind() == ArimaErrors.Likelihood.RESTRICTED ? k : problem.missing();
        logDeterminant = independent ? cholesky.logDeterminant() + projection.logDeterminant(0, counted) : Double.NaN;
    }

    private static double[][] columns(int count) {
        return new double[count][];
    }

    /** Whether the likelihood is a number here. */
    boolean exists() {
        return !Double.isNaN(logDeterminant);
    }

    Arma arma() {
        return arma;
    }

    ArmaCholesky cholesky() {
        return cholesky;
    }

    double[] response() {
        return response;
    }

    double[][] columns() {
        return columns;
    }

    Projection projection() {
        return projection;
    }

    /** The sum of squares S. */
    double square() {
        return Arrays.stream(residuals).map(e -> e * e).sum();
    }

    /** The residuals times |·|^(1/2N): their square is smallest where the likelihood is largest. */
    double[] scaled() {
        double factor = Math.exp(logDeterminant / (2 * problem.divisor()));
        return Arrays.stream(residuals).map(e -> e * factor).toArray();
    }

    /** The variance of the shocks, S/N, or S/(N − k) for the restricted likelihood. */
    double variance() {
        return square() / problem.divisor();
    }

    /** The logarithm of the likelihood, at its best in variance and regression coefficients. */
    double logLikelihood() {
        return -0.5 * (problem.divisor() * (Math.log(2 * Math.PI * variance()) + 1) + logDeterminant);
    }

    /** Missing values, then regression coefficients. */
    double[] solution() {
        return projection.solve(response);
    }

    /** The regression coefficients. */
    double[] coefficients() {
        double[] all = solution();
        return Arrays.copyOfRange(all, problem.missing(), all.length);
    }
}
