package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Weight;

/**
 * What an augmented synthetic control found.
 *
 * @param impact the result as every design gives it; its weights are the augmented ones, which may be below 0
 * @param penalty of the ridge, in squared units of the outcome
 * @param search the error of periods left out by penalty, from the largest on; empty where the penalty was given
 * @param simplexWeights those of the synthetic control that was augmented
 * @param imbalance the root of the summed squares of what the augmented weights miss before
 * @param simplexImbalance the same of the synthetic control
 * @param kktResidual of the weights of the synthetic control, see {@link SimplexFit#kktResidual()}
 */
public record AugmentedSyntheticControlFit(
        Impact impact,
        double penalty,
        List<Penalty> search,
        List<Weight> simplexWeights,
        double imbalance,
        double simplexImbalance,
        double kktResidual)
        implements Serializable {

    public AugmentedSyntheticControlFit {
        search = List.copyOf(search);
        simplexWeights = List.copyOf(simplexWeights);
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
