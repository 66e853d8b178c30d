package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the likelihood of an ARIMA problem is largest, found from fixed starts. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ArimaOptimum(ArimaProblem problem, double[] free, Whitened at, double slope, int iterations) {

    private static final double EXACT = 1e-9;
    private static final double QUICK = 3e-4;
    /** Below this correlation of derivative and residuals the search has converged, whatever rounding leaves. */
    static final double CONVERGED = 1e-5;

    private static final int MOST_ITERATIONS = 500;
    private static final int MOST_QUICK = 60;

    /** The first numbers of each part (p, q, P, Q) at which a search may begin, then the second ones; the others begin at 0. */
    private static final double[][] STARTS = {
        {0.1, 0.1, 0.1, 0.1, 0, 0, 0, 0},
        {0.5, 0.5, 0.3, 0.7, 0, 0, 0, 0},
        {1, 0.3, 0.6, 0.3, 0, 0, 0, 0},
        {-0.3, -0.4, 0.1, 0.4, 0, 0, 0, 0},
        {0.3, -0.2, 0.2, 0.3, -0.8, -0.8, -0.3, 0.1},
        {0.6, 0.3, 0.3, 0.5, -0.3, 0.6, 0.3, -0.3}
    };

    /** To the last digits, after a look from the best two starts, or from all where there are three coefficients or more. */
    static ArimaOptimum exact(ArimaProblem problem) {
        return starts(problem)
                .limit(problem.order().coefficients() < 3 ? 2 : STARTS.length)
                .map(start -> search(problem, start, QUICK, MOST_QUICK))
                .min(Comparator.comparingDouble(LeastSquaresSearch::square))
                .map(near -> of(problem, search(problem, near.point(), EXACT, MOST_ITERATIONS), near.iterations()))
                .orElseThrow();
    }

    /** To the digits that a comparison of orders needs. */
    static ArimaOptimum quick(ArimaProblem problem) {
        return of(problem, search(problem, starts(problem).findFirst().orElseThrow(), QUICK, MOST_QUICK), 0);
    }

    private static ArimaOptimum of(ArimaProblem problem, LeastSquaresSearch found, int earlier) {
        double[] free = Arma.invertible(problem.order(), found.point());
        return new ArimaOptimum(problem, free, problem.at(free), found.slope(), earlier + found.iterations());
    }

    private static LeastSquaresSearch search(ArimaProblem problem, double[] start, double tolerance, int most) {
        return LeastSquaresSearch.from(start, at -> scaled(problem, at), tolerance, most);
    }

    private static double[] scaled(ArimaProblem problem, double[] searched) {
        return problem.scaled(Arma.invertible(problem.order(), searched));
    }

    private static Stream<double[]> starts(ArimaProblem problem) {
        return Stream.of(STARTS)
                .map(start -> start(problem.order(), start))
                .sorted(Comparator.comparingDouble(start -> square(scaled(problem, start))));
    }

    private static double[] start(ArimaOrder order, double[] first) {
        int[] terms = {order.p(), order.q(), order.seasonalP(), order.seasonalQ()};
        double[] point = new double[order.coefficients()];
        int at = 0;
        for (int part = 0; part < terms.length; part++) {
            for (int lag = 0; lag < Math.min(2, terms[part]); lag++) {
                point[at + lag] = first[part + 4 * lag];
            }
            at += terms[part];
        }
        return point;
    }

    private static double square(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return sum;
    }

    boolean converged() {
        return at.exists() && slope <= CONVERGED;
    }

    /** The smallest absolute values of a root of the autoregressive polynomials: from period to period, from season to season. */
    double[] autoregressiveRoots() {
        ArimaOrder order = problem.order();
        int from = order.p() + order.q();
        return smallestRoots(0, order.p(), from, from + order.seasonalP(), -1);
    }

    /** The same of the moving average. */
    double[] movingAverageRoots() {
        ArimaOrder order = problem.order();
        int from = order.p() + order.q() + order.seasonalP();
        return smallestRoots(order.p(), order.p() + order.q(), from, from + order.seasonalQ(), 1);
    }

    private double[] smallestRoots(int from, int to, int seasonalFrom, int seasonalTo, int sign) {
        double[] all = at.arma().coefficients();
        double plain = smallest(Arrays.copyOfRange(all, from, to), sign);
        double seasonal = smallest(Arrays.copyOfRange(all, seasonalFrom, seasonalTo), sign);
        return new double[] {plain, seasonal};
    }

    /** The smallest of all, per period. */
    double smallestRoot() {
        double[] ar = autoregressiveRoots();
        double[] ma = movingAverageRoots();
        return Math.min(Math.min(ar[0], ma[0]), Math.pow(Math.min(ar[1], ma[1]), 1.0 / problem.season()));
    }

    private static double smallest(double[] coefficients, int sign) {
        return Roots.smallest(Arrays.stream(coefficients).map(a -> sign * a).toArray());
    }

    /** Parameters that were estimated, the variance among them. */
    int parameters() {
        return free.length + problem.regressors() + 1;
    }

    double aicc() {
        double k = parameters();
        double n = problem.observations();
        return n - k - 1 <= 0
                ? Double.POSITIVE_INFINITY
                : -2 * at.logLikelihood() + 2 * k + 2 * k * (k + 1) / (n - k - 1);
    }
}
