package org.migrationimpact.did;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.migrationimpact.covariance.Interval;

/**
 * The shortest interval of fixed length about an affine estimator when the second differences of the difference in trends are at most M.
 *
 * <p>The estimator is {@code l'b_post + v'b_pre}. Its worst bias is M times {@code constant + Σ|u_j|}, where v is the second difference
 * of u and the last u is set by the straight line that the estimator must take out. At each price of bias the best u solves a lasso; at
 * one price the interval is shortest. Half its length is the error times the quantile of |N(bias/error, 1)|, computed, not simulated.
 *
 * <p>Source: Rambachan and Roth (2023), section 4.1, doi:10.1093/restud/rdad018; Armstrong and Kolesár (2018), doi:10.3982/ECTA14434.
 */
final class Flci {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int MAX_SWEEPS = 100_000;

    private final double[] estimates;
    private final double[][] covariance;
    private final double[] target;
    private final int before;
    private final double line; // Σ s l_s: what a line of slope 1 adds to l'b_post
    private final double leastBias;
    private final double[][] quadratic; // variance = u'Qu + 2c'u + rest
    private final double[] linear;

    /** Of estimates before and after the reference, their covariance, and the weights of those after. */
    Flci(double[] estimates, double[][] covariance, double[] target) {
        this.estimates = estimates;
        this.covariance = covariance;
        this.target = target;
        this.before = estimates.length - target.length;
        this.line = IntStream.range(0, target.length)
                .mapToDouble(s -> (s + 1) * target[s])
                .sum();
        this.leastBias = curvature() - line + Math.abs(line);
        double[][] direction = new double[before - 1][];
        double[] none = weights(new double[before - 1]);
        for (int j = 0; j < direction.length; j++) {
            double[] unit = new double[before - 1];
            unit[j] = 1;
            direction[j] = weights(unit);
            for (int i = 0; i < none.length; i++) {
                direction[j][i] -= none[i];
            }
        }
        this.quadratic = new double[before - 1][before - 1];
        this.linear = new double[before - 1];
        for (int j = 0; j < before - 1; j++) {
            double[] product = Spd.times(covariance, direction[j]);
            linear[j] = Spd.dot(product, none);
            for (int i = 0; i < before - 1; i++) {
                quadratic[j][i] = Spd.dot(product, direction[i]);
            }
        }
    }

    /** Σ over periods of how much a bend of 1 there moves l'b_post. */
    private double curvature() {
        double sum = 0;
        for (int s = 1; s <= target.length; s++) {
            double moved = 0;
            for (int j = 1; j <= s; j++) {
                moved += j * target[target.length - s + j - 1];
            }
            sum += Math.abs(moved);
        }
        return sum;
    }

    /** The weights of all estimates that belong to u. */
    private double[] weights(double[] u) {
        double[] weights = new double[estimates.length];
        double sumBefore = 0;
        double stepBefore = 0;
        for (int j = 0; j < before; j++) {
            double sum = j < before - 1 ? u[j] : line;
            double step = sum - sumBefore;
            weights[j] = step - stepBefore;
            sumBefore = sum;
            stepBefore = step;
        }
        System.arraycopy(target, 0, weights, before, target.length);
        return weights;
    }

    /** The interval where second differences are at most {@code bend}. */
    Interval interval(double bend, double level) {
        double[] u = best(bend, 1 - level);
        double half = halfLength(u, bend, 1 - level);
        double centre = Spd.dot(weights(u), estimates);
        return new Interval(centre - half, centre + half, level);
    }

    private double[] best(double bend, double size) {
        double low = 0;
        double high = 2
                * IntStream.range(0, linear.length)
                        .mapToDouble(j -> Math.abs(linear[j]))
                        .max()
                        .orElse(0);
        double first = high - GOLDEN * (high - low);
        double second = low + GOLDEN * (high - low);
        double atFirst = halfLength(lasso(first), bend, size);
        double atSecond = halfLength(lasso(second), bend, size);
        for (int step = 0; step < 100; step++) {
            if (atFirst <= atSecond) {
                high = second;
                second = first;
                atSecond = atFirst;
                first = high - GOLDEN * (high - low);
                atFirst = halfLength(lasso(first), bend, size);
            } else {
                low = first;
                first = second;
                atFirst = atSecond;
                second = low + GOLDEN * (high - low);
                atSecond = halfLength(lasso(second), bend, size);
            }
        }
        return lasso((low + high) / 2);
    }

    /** The u that makes variance plus price times Σ|u_j| smallest, coordinate by coordinate. */
    private double[] lasso(double price) {
        double[] u = new double[linear.length];
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            double moved = 0;
            for (int j = 0; j < u.length; j++) {
                double pull = -linear[j] - Spd.dot(quadratic[j], u) + quadratic[j][j] * u[j];
                double next = Math.signum(pull) * Math.max(0, Math.abs(pull) - price / 2) / quadratic[j][j];
                moved = Math.max(moved, Math.abs(next - u[j]));
                u[j] = next;
            }
            if (moved <= 1e-13 * Math.abs(line)) {
                break;
            }
        }
        return u;
    }

    private double halfLength(double[] u, double bend, double size) {
        double[] weights = weights(u);
        double error = Math.sqrt(Spd.dot(weights, Spd.times(covariance, weights)));
        double bias = leastBias;
        for (double one : u) {
            bias += Math.abs(one);
        }
        return error * foldedQuantile(bend * bias / error, size);
    }

    /** The value that |N(mean, 1)| exceeds with this chance. */
    static double foldedQuantile(double mean, double chance) {
        double low = mean;
        double high = mean - NORMAL.inverseCumulativeProbability(chance / 4);
        for (int step = 0; step < 200 && high - low > 1e-15 * high; step++) {
            double middle = (low + high) / 2;
            double beyond = NORMAL.cumulativeProbability(mean - middle) + NORMAL.cumulativeProbability(-mean - middle);
            if (beyond > chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
