package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.migrationimpact.covariance.Interval;

/**
 * The effects that a test does not reject: from the estimate outwards in growing steps until the test has rejected several times in a row,
 * then halved to the end.
 */
final class ConformalSearch {

    private static final double FIRST_STEP = 0.02;
    private static final double GROWTH = 1.25;
    private static final int STEPS = 45;
    private static final int REJECTED_IN_A_ROW = 3;
    private static final int HALVINGS = 40;

    private final DoubleUnaryOperator pValue;
    private final double resolution;
    private final double estimate;
    private final double scale;

    /** Steps are in this scale, above 0. */
    ConformalSearch(DoubleUnaryOperator pValue, double resolution, double estimate, double scale) {
        this.pValue = pValue;
        this.resolution = resolution;
        this.estimate = estimate;
        this.scale = scale;
    }

    /** The intervals of these levels, ascending. */
    List<Interval> intervals(List<Double> levels) {
        List<Interval> intervals = new ArrayList<>();
        List<double[]> lower = reach(-1, 1 - levels.get(levels.size() - 1));
        List<double[]> upper = reach(1, 1 - levels.get(levels.size() - 1));
        for (double level : levels) {
            double alpha = 1 - level;
            if (resolution > alpha + 1e-12 || !(anyAccepted(lower, alpha) || anyAccepted(upper, alpha))) {
                intervals.add(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level));
            } else {
                intervals.add(new Interval(end(lower, -1, alpha), end(upper, 1, alpha), level));
            }
        }
        return intervals;
    }

    /** The p-values on the way outwards: pairs of effect and p-value. */
    private List<double[]> reach(int side, double least) {
        List<double[]> way = new ArrayList<>();
        double step = FIRST_STEP * scale;
        double at = estimate;
        int rejected = 0;
        for (int k = 0; k < STEPS && rejected < REJECTED_IN_A_ROW; k++) {
            double p = pValue.applyAsDouble(at);
            way.add(new double[] {at, p});
            rejected = p > Math.max(least, resolution) + 1e-12 ? 0 : rejected + 1;
            at += side * step;
            step *= GROWTH;
        }
        return way;
    }

    /** The farthest effect on the way that is not rejected, to the precision of halving; without end where the last one is not. */
    private double end(List<double[]> way, int side, double alpha) {
        int last = way.size() - 1;
        while (last > 0 && !accepts(way.get(last)[1], alpha)) {
            last--;
        }
        if (last == way.size() - 1) {
            return side * Double.POSITIVE_INFINITY;
        }
        if (!accepts(way.get(last)[1], alpha)) {
            return estimate;
        }
        double inside = way.get(last)[0];
        double outside = way.get(last + 1)[0];
        for (int k = 0; k < HALVINGS && Math.abs(outside - inside) > 1e-7 * scale; k++) {
            double middle = (inside + outside) / 2;
            if (accepts(pValue.applyAsDouble(middle), alpha)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private static boolean anyAccepted(List<double[]> way, double alpha) {
        return way.stream().anyMatch(place -> accepts(place[1], alpha));
    }

    private static boolean accepts(double p, double alpha) {
        return p > alpha + 1e-12;
    }
}
