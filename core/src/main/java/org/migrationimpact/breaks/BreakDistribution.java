package org.migrationimpact.breaks;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Where the maximum of a two-sided Brownian motion with a triangular drift lies, whose two sides may differ: the limit distribution of a
 * break date.
 *
 * <p>Source: Bai (1997), doi:10.1162/003465397557132, appendix B.
 *
 * @param drift ξ, the drift after the break relative to the one before it
 * @param noise φ₂/φ₁, the standard deviation after it relative to the one before
 */
record BreakDistribution(double drift, double noise) {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double FAR = 1000;

    /** The share of the distribution up to x, where x counts from the break. */
    double cumulative(double x) {
        double phi = drift * noise * noise;
        return x < 0 ? early(-x, phi) : late(x, phi);
    }

    private double early(double x, double phi) {
        double ratio = drift / phi;
        return -Math.exp(-x / 8) * Math.sqrt(x / (2 * Math.PI))
                - phi
                        / drift
                        * (phi + 2 * drift)
                        / (phi + drift)
                        * timesTail(ratio * (1 + ratio) * x / 2, (0.5 + ratio) * Math.sqrt(x))
                + (x / 2 - 2 + square(phi + 2 * drift) / ((phi + drift) * drift)) * tail(Math.sqrt(x) / 2);
    }

    private double late(double x, double phi) {
        double ratio = drift * drift / phi;
        return 1
                + Math.sqrt(ratio) * Math.exp(-ratio * x / 8) * Math.sqrt(x / (2 * Math.PI))
                + drift
                        / phi
                        * (2 * phi + drift)
                        / (phi + drift)
                        * timesTail((phi + drift) * x / 2, (phi + drift / 2) / Math.sqrt(phi) * Math.sqrt(x))
                - (square(2 * phi + drift) / ((phi + drift) * phi) - 2 + ratio * x / 2)
                        * tail(Math.sqrt(ratio * x) / 2);
    }

    private static double square(double x) {
        return x * x;
    }

    private static double tail(double x) {
        return NORMAL.cumulativeProbability(-x);
    }

    /** {@code e^a · P(Z > x)} where a is large and the tail small. */
    private static double timesTail(double a, double x) {
        if (x < 30) {
            return Math.exp(a + Math.log(tail(x)));
        }
        double y = 1 / (x * x);
        double series = 1 - y * (1 - 3 * y * (1 - 5 * y * (1 - 7 * y)));
        return Math.exp(a - x * x / 2) / (x * Math.sqrt(2 * Math.PI)) * series;
    }

    /** The x up to which this share lies. */
    double quantile(double share) {
        double reach = FAR;
        double direction = cumulative(0) < share ? 1 : -1;
        while (direction * (cumulative(direction * reach) - share) < 0) {
            reach += FAR;
        }
        return new BrentSolver(1e-14, 1e-10)
                .solve(
                        100_000,
                        x -> cumulative(x) - share,
                        Math.min(0, direction * reach),
                        Math.max(0, direction * reach));
    }
}
