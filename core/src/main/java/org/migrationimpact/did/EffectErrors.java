package org.migrationimpact.did;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.PointOnly;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.covariance.Uncertainty;

/** The errors of combinations of the estimates, and the bands that hold several of them together. */
final class EffectErrors implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double[][] covariance;
    private final double[][] draws;
    private final int[] estimated;
    private final int groups;
    private final double factor;
    private final StandardErrors kind;
    private final double level;

    /**
     * Of the influence by unit or cluster.
     *
     * @param estimated the columns that are estimates, not sizes of cohorts
     * @param factor of the variances
     */
    EffectErrors(Influence influence, int[] estimated, double factor, GroupTimeOptions options) {
        this.covariance = influence.crossProducts();
        this.draws = MultiplierDraws.of(influence, options.bootstrap());
        this.estimated = estimated;
        this.groups = influence.units();
        this.factor = factor;
        this.kind = options.errors();
        this.level = options.confidence();
    }

    int groups() {
        return groups;
    }

    double factor() {
        return factor;
    }

    /** The covariance of two combinations. */
    double covariance(Combination one, Combination other) {
        double sum = 0;
        for (int k = 0; k < covariance.length; k++) {
            if (one.on()[k] != 0) {
                sum += one.on()[k] * Spd.dot(covariance[k], other.on());
            }
        }
        return factor * sum;
    }

    Uncertainty of(Combination combination) {
        return combination.isReference(estimated)
                ? new PointOnly()
                : new StudentT(standardError(combination), groups - 1);
    }

    private double standardError(Combination combination) {
        return kind == StandardErrors.BOOTSTRAP
                ? Math.sqrt(factor) * quartileError(drawn(combination))
                : Math.sqrt(Math.max(0, covariance(combination, combination)));
    }

    private static double quartileError(double[] drawn) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        double normal = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.75);
        return (lower(sorted, 0.75) - lower(sorted, 0.25)) / (2 * normal);
    }

    /** The smallest value that at least this share does not exceed. */
    private static double lower(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length - 1e-9) - 1)];
    }

    private double[] drawn(Combination combination) {
        double[] sums = new double[draws[0].length];
        for (int k = 0; k < draws.length; k++) {
            if (combination.on()[k] != 0) {
                for (int b = 0; b < sums.length; b++) {
                    sums[b] += combination.on()[k] * draws[k][b];
                }
            }
        }
        return sums;
    }

    /**
     * The multiple of their errors within which all of these lie together with the confidence asked for: the quantile of the largest
     * studentised draw, at least that of one alone.
     */
    double uniformMultiple(List<Combination> combinations) {
        double[] largest = new double[draws[0].length];
        for (Combination combination : combinations) {
            double error = combination.isReference(estimated) ? 0 : standardError(combination) / Math.sqrt(factor);
            if (error > 0) {
                double[] drawn = drawn(combination);
                for (int b = 0; b < drawn.length; b++) {
                    largest[b] = Math.max(largest[b], Math.abs(drawn[b]) / error);
                }
            }
        }
        Arrays.sort(largest);
        return Math.max(lower(largest, level), new StudentT(1, groups - 1).quantile(level));
    }

    /** The interval of this multiple; empty for what has no error. */
    Optional<Interval> uniform(Combination combination, double multiple) {
        if (combination.isReference(estimated)) {
            return Optional.empty();
        }
        double half = multiple * standardError(combination);
        return Optional.of(new Interval(combination.estimate() - half, combination.estimate() + half, level));
    }

    double[][] covariance(List<Combination> combinations) {
        return combinations.stream()
                .map(one -> combinations.stream()
                        .mapToDouble(other -> covariance(one, other))
                        .toArray())
                .toArray(double[][]::new);
    }

    static int[] estimatedColumns(List<CellEffect> effects) {
        return IntStream.range(0, effects.size())
                .filter(k -> effects.get(k).isEstimated() && effects.get(k).owner().length > 0)
                .toArray();
    }
}
