package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/**
 * Weights that are 0 or more and sum to one, and how well they do.
 *
 * @param weights one a donor, in the order in which the donors were given
 * @param intercept what is added to the weighted donors; 0 where none was asked for
 * @param sumOfSquares of what the weighted donors miss of the target: {@code ||Aw + a − b||²}
 * @param ridge the penalty that was asked for
 * @param kktResidual the largest violation of the conditions of an optimum, as a share of the mean squared distance of a donor from the
 *     target; at an optimum it is rounding
 * @param steps of the active set
 */
@SuppressWarnings("ArrayRecordComponent") // cloned in and out, with an equals of its own
public record SimplexFit(
        double[] weights, double intercept, double sumOfSquares, double ridge, double kktResidual, int steps)
        implements Serializable {

    public SimplexFit {
        weights = weights.clone();
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    /** The weight of one donor. */
    public double weight(int donor) {
        return weights[donor];
    }

    /** How many donors have a weight. */
    public int donors() {
        return (int) Arrays.stream(weights).filter(weight -> weight > 0).count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimplexFit that
                && Arrays.equals(weights, that.weights)
                && intercept == that.intercept
                && sumOfSquares == that.sumOfSquares
                && ridge == that.ridge
                && kktResidual == that.kktResidual
                && steps == that.steps;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d donors with a weight, sum of squares %.6g, KKT residual %.2g",
                donors(),
                weights.length,
                sumOfSquares,
                kktResidual);
    }
}
