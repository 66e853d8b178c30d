package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.impact.Impact;

/**
 * What matrix completion found.
 *
 * @param impact the result as every design gives it
 * @param penalty λ on the nuclear norm, beside the mean squared miss, in units of the outcome
 * @param rank the number of factors left
 * @param search the error of hidden cells by penalty, from the largest on; empty where the penalty was given
 * @param kktResidual the largest violation of the conditions of an optimum, as a share of the penalty
 * @param steps of the search for the table
 */
public record MatrixCompletionFit(
        Impact impact, double penalty, int rank, List<Penalty> search, double kktResidual, int steps)
        implements Serializable {

    public MatrixCompletionFit {
        search = List.copyOf(search);
    }

    /** The mean effect, in the unit of the outcome or in log points. */
    public double estimate() {
        return impact.effect().estimate();
    }

    /** The summary of the result. */
    @Override
    public String toString() {
        return impact.summary();
    }
}
