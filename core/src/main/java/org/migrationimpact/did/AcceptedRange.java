package org.migrationimpact.did;

/**
 * The smallest and the largest value that a {@link MomentTest} accepts; the larger one first where it accepts none.
 *
 * @param low the smallest
 * @param high the largest
 */
record AcceptedRange(double low, double high) {

    private static final AcceptedRange NONE = new AcceptedRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /**
     * Searches from outside in. What passes the first stage is an interval, its statistic being convex in θ; within, steps of this length
     * find the first value accepted, and halving its place.
     */
    static AcceptedRange of(MomentTest test, double estimate, double step) {
        double inside = least(test, estimate, step);
        if (!test.passesFirst(inside)) {
            return NONE;
        }
        double low = firstStageEnd(test, inside, -step);
        double high = firstStageEnd(test, inside, step);
        double lowest = first(test, low, high, step);
        return Double.isInfinite(lowest) ? NONE : new AcceptedRange(lowest, -first(mirrored(test), -high, -low, step));
    }

    private interface Accepting {
        boolean accepts(double theta);
    }

    private static Accepting mirrored(MomentTest test) {
        return theta -> test.accepts(-theta);
    }

    private static double first(MomentTest test, double low, double high, double step) {
        return first((Accepting) test::accepts, low, high, step);
    }

    private static double first(Accepting test, double low, double high, double step) {
        if (test.accepts(low)) {
            return low;
        }
        for (double theta = low; theta < high; theta += step) {
            double next = Math.min(high, theta + step);
            if (test.accepts(next)) {
                return edge(test, theta, next);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Between a rejected value and an accepted one. */
    private static double edge(Accepting test, double rejected, double accepted) {
        double out = rejected;
        double in = accepted;
        for (int halving = 0; halving < 40; halving++) {
            double middle = (out + in) / 2;
            if (test.accepts(middle)) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    private static double firstStageEnd(MomentTest test, double inside, double step) {
        double in = inside;
        double length = step;
        while (test.passesFirst(in + length)) {
            in += length;
            length *= 2;
        }
        double out = in + length;
        for (int halving = 0; halving < 60; halving++) {
            double middle = (in + out) / 2;
            if (test.passesFirst(middle)) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    /** Where the statistic is smallest. */
    private static double least(MomentTest test, double estimate, double step) {
        double half = 25 * step;
        while (test.statistic(estimate - half) < test.statistic(estimate - half / 2)
                || test.statistic(estimate + half) < test.statistic(estimate + half / 2)) {
            half *= 2;
        }
        double low = estimate - half;
        double high = estimate + half;
        for (int shrink = 0; shrink < 100; shrink++) {
            double first = high - GOLDEN * (high - low);
            double second = low + GOLDEN * (high - low);
            if (test.statistic(first) <= test.statistic(second)) {
                high = second;
            } else {
                low = first;
            }
        }
        return (low + high) / 2;
    }
}
