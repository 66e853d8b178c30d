package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the likelihood of an ARIMA problem is largest, found from fixed starts. */
record ArimaOptimum(ArimaProblem problem, double[] free, Whitened at, double slope, int iterations) {

    private static final double EXACT = 1e-9;
    private static final double QUICK = 3e-4;
    /** Below this correlation of derivative and residuals the search has converged, whatever rounding leaves. */
    static final double CONVERGED = 1e-6;

    private static final int MOST_ITERATIONS = 500;
    private static final int MOST_QUICK = 60;

    /** Partial autocorrelations (as free numbers) and moving-average coefficients at which a search may begin. */
    private static final double[][] STARTS = {{0.1, -0.1, 0.1, -0.1}, {0.5, -0.5, 0.3, -0.6}, {1, -0.3, 0.6, -0.3}, {-0.3, 0.4, 0.1, -0.4}};

    /** To the last digits: from the best two starts, with a moving average that can be inverted. */
    static ArimaOptimum exact(ArimaProblem problem) {
        ArimaOptimum best = starts(problem)
                .limit(2)
                .map(start -> search(problem, start, QUICK, MOST_QUICK))
                .min(Comparator.comparingDouble(ArimaOptimum::square))
                .orElseThrow();
        double[] inverted = inverted(problem.order(), best.free);
        return search(problem, inverted, EXACT, MOST_ITERATIONS).after(best.iterations);
    }

    /** To the digits that a comparison of orders needs. */
    static ArimaOptimum quick(ArimaProblem problem) {
        return search(problem, starts(problem).findFirst().orElseThrow(), QUICK, MOST_QUICK);
    }

    private static Stream<double[]> starts(ArimaProblem problem) {
        return Stream.of(STARTS)
                .map(start -> start(problem.order(), start))
                .sorted(Comparator.comparingDouble(start -> square(problem.scaled(start))));
    }

    private static double[] start(ArimaOrder order, double[] first) {
        double[] free = new double[order.coefficients()];
        int at = 0;
        for (int part = 0; part < 4; part++) {
            int terms = List.of(order.p(), order.q(), order.seasonalP(), order.seasonalQ()).get(part);
            if (terms > 0) {
                free[at] = first[part];
            }
            at += terms;
        }
        return free;
    }

    private static double square(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return sum;
    }

    private static ArimaOptimum search(ArimaProblem problem, double[] start, double tolerance, int most) {
        LeastSquaresSearch found = LeastSquaresSearch.from(start, problem::scaled, tolerance, most);
        return new ArimaOptimum(
                problem, found.point(), problem.at(found.point()), found.slope(), found.iterations());
    }

    private ArimaOptimum after(int earlier) {
        return new ArimaOptimum(problem, free, at, slope, iterations + earlier);
    }

    private double square() {
        return at.exists() ? square(at.scaled()) : Double.POSITIVE_INFINITY;
    }

    private static double[] inverted(ArimaOrder order, double[] free) {
        double[] all = free.clone();
        invert(all, order.p(), order.q());
        invert(all, order.p() + order.q() + order.seasonalP(), order.seasonalQ());
        return all;
    }

    private static void invert(double[] all, int from, int terms) {
        System.arraycopy(Roots.outside(Arrays.copyOfRange(all, from, from + terms)), 0, all, from, terms);
    }

    boolean converged() {
        return at.exists() && slope <= CONVERGED;
    }

    /** The smallest absolute value of a root of the autoregressive polynomial, per period. */
    double autoregressiveRoot() {
        ArimaOrder order = problem.order();
        int from = order.p() + order.q();
        return smallestRoot(0, order.p(), from, from + order.seasonalP(), -1);
    }

    /** The same of the moving average, its roots put outside the unit circle. */
    double movingAverageRoot() {
        ArimaOrder order = problem.order();
        int from = order.p() + order.q() + order.seasonalP();
        return smallestRoot(order.p(), order.p() + order.q(), from, from + order.seasonalQ(), 1);
    }

    private double smallestRoot(int from, int to, int seasonalFrom, int seasonalTo, int sign) {
        double[] all = at.arma().coefficients();
        double plain = smallest(Arrays.copyOfRange(all, from, to), sign);
        double seasonal = smallest(Arrays.copyOfRange(all, seasonalFrom, seasonalTo), sign);
        return Math.min(plain, Math.pow(seasonal, 1.0 / problem.season()));
    }

    private static double smallest(double[] coefficients, int sign) {
        double[] outside = sign < 0 ? coefficients : Roots.outside(coefficients);
        return Roots.smallest(Arrays.stream(outside).map(a -> sign * a).toArray());
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
