package org.migrationimpact.covariance;

import java.util.Arrays;

/**
 * A standard error with draws of a test whose null hypothesis can be moved, as the wild cluster bootstrap makes them. With δ the distance
 * from the estimate to the null, the observed statistic is δ / error, and draw b gives {@code (a_b + b_b δ) / √(c_b + 2 d_b δ + e_b δ²)}.
 *
 * <p>The p-value is the share of draws whose absolute statistic is at least the observed one: {@code (1 + #) / (1 + B)} for random draws,
 * {@code # / B} where the draws are all there are, the observed one among them. With {@link Count#ABOVE} it is {@code # / B} of those above
 * it, as Stata's and R's {@code boottest} count, which can be 0. A draw without any scatter counts, which is the careful way. The interval
 * holds every null that is not rejected, from the outermost one on each side; it has no end where no null is ever rejected.
 */
public final class WildDraws implements Uncertainty {

    private static final long serialVersionUID = 1L;
    private static final double TIE = 1e-9;
    private static final double FIRST_STEP = 0.1;
    private static final double GROWTH = 1.1;
    private static final int STEPS = 200;
    private static final int HALVINGS = 200;

    private final double standardError;
    private final double[][] numerators;
    private final double[][] variances;
    private final Kind kind;
    private final Count count;

    /** How the draws came about. */
    public enum Kind {
        /** Random, so that B is a choice. */
        RANDOM,
        /** Every one that there is, the observed one among them. */
        ENUMERATED
    }

    /** Which draws speak for the null. */
    public enum Count {
        /** Those as far out as the observed statistic, or farther. */
        AT_LEAST,
        /** Those farther out. */
        ABOVE
    }

    /**
     * The draws.
     *
     * @param standardError above 0
     * @param numerators B × 2: a and b
     * @param variances B × 3: c, d and e
     */
    public WildDraws(double standardError, double[][] numerators, double[][] variances, Kind kind, Count count) {
        if (!(standardError > 0) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException("a standard error is finite and above 0, got " + standardError);
        }
        if (numerators.length == 0 || numerators.length != variances.length) {
            throw new IllegalArgumentException(numerators.length + " numerators and " + variances.length
                    + " variances; one of each for every draw");
        }
        this.standardError = standardError;
        this.numerators = Arrays.stream(numerators).map(double[]::clone).toArray(double[][]::new);
        this.variances = Arrays.stream(variances).map(double[]::clone).toArray(double[][]::new);
        this.kind = kind;
        this.count = count;
    }

    /** The number of draws, B. */
    public int count() {
        return numerators.length;
    }

    /** Whether they are random or all there are. */
    public Kind kind() {
        return kind;
    }

    @Override
    public double standardError() {
        return standardError;
    }

    /** {@code NaN}: the draws take the place of a distribution. */
    @Override
    public double degreesOfFreedom() {
        return Double.NaN;
    }

    @Override
    public double statistic(double estimate) {
        return estimate / standardError;
    }

    @Override
    public double pValue(double estimate) {
        return share(beyond(estimate));
    }

    private double share(int beyond) {
        boolean own = kind == Kind.RANDOM && count == Count.AT_LEAST;
        return own ? (1.0 + beyond) / (1.0 + count()) : beyond / (double) count();
    }

    /** The Monte Carlo error of that p-value, √(p(1−p)/B); 0 where the draws are all there are. */
    public double monteCarloError(double estimate) {
        double p = pValue(estimate);
        return kind == Kind.ENUMERATED ? 0 : Math.sqrt(p * (1 - p) / count());
    }

    /** Equal statistics differ by rounding. */
    private double tie() {
        return count == Count.AT_LEAST ? 1 - TIE : 1 + TIE;
    }

    private int beyond(double delta) {
        double t = tie() * Math.abs(delta) / standardError;
        int beyond = 0;
        for (int b = 0; b < numerators.length; b++) {
            double above = Math.abs(numerators[b][0] + numerators[b][1] * delta);
            double variance = variances[b][0] + delta * (2 * variances[b][1] + delta * variances[b][2]);
            beyond += above >= t * Math.sqrt(Math.max(0, variance)) ? 1 : 0;
        }
        return beyond;
    }

    /** The p-value of a null that lies endlessly far away. */
    private double farthest() {
        int beyond = 0;
        for (int b = 0; b < numerators.length; b++) {
            double above = tie() / standardError * Math.sqrt(Math.max(0, variances[b][2]));
            beyond += Math.abs(numerators[b][1]) >= above && (above > 0 || variances[b][0] == 0) ? 1 : 0;
        }
        return share(beyond);
    }

    @Override
    public Interval interval(double estimate, double level) {
        double alpha = 1 - Interval.requireLevel(level);
        return new Interval(estimate - reach(alpha, 1), estimate + reach(alpha, -1), level);
    }

    /** How far from the estimate, on the side of this sign of δ, the outermost null lies that is not rejected. */
    private double reach(double alpha, int sign) {
        if (farthest() > alpha) {
            return Double.POSITIVE_INFINITY;
        }
        double inside = 0;
        double outside = FIRST_STEP * standardError;
        double step = outside;
        for (int i = 0; i < STEPS; i++) {
            step *= GROWTH;
            if (pValue(sign * step) > alpha) {
                inside = step;
                outside = step * GROWTH;
            }
        }
        return pValue(sign * outside) > alpha ? Double.POSITIVE_INFINITY : boundary(alpha, sign, inside, outside);
    }

    private double boundary(double alpha, int sign, double accepted, double rejected) {
        double inside = accepted;
        double outside = rejected;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = inside + (outside - inside) / 2;
            if (middle <= inside || middle >= outside) {
                break;
            }
            if (pValue(sign * middle) > alpha) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside + (outside - inside) / 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WildDraws that
                && standardError == that.standardError
                && kind == that.kind
                && count == that.count
                && Arrays.deepEquals(numerators, that.numerators)
                && Arrays.deepEquals(variances, that.variances);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(standardError) + Arrays.deepHashCode(numerators);
    }
}
