package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Weight;

/**
 * The twin of the units first treated in one period.
 *
 * @param firstTreated that period
 * @param treated the names of these units
 * @param estimate the mean effect on them, in the unit of the outcome
 * @param weights of the never treated, those with none included
 * @param timeWeights of the periods before, those with none included; all 0 where no level is set aside
 * @param unitPenalty ζ of the unit weights, in the unit of the outcome
 * @param timePenalty ζ of the time weights, in the unit of the outcome
 * @param unitObjective {@code 1/T0 Σ miss² + ζ² Σ ω²} at the unit weights; NaN where they were not searched for
 * @param timeObjective {@code 1/N0 Σ miss² + ζ² Σ λ²} at the time weights; NaN where they were not searched for
 * @param kktResidual the larger of the violations of the conditions of an optimum, see {@link SimplexFit#kktResidual()}; 0 where nothing was
 *     searched for
 */
public record CohortTwin(
        Period firstTreated,
        List<String> treated,
        double estimate,
        List<Weight> weights,
        List<TimeWeight> timeWeights,
        double unitPenalty,
        double timePenalty,
        double unitObjective,
        double timeObjective,
        double kktResidual)
        implements Serializable {

    public CohortTwin {
        treated = List.copyOf(treated);
        weights = List.copyOf(weights);
        timeWeights = List.copyOf(timeWeights);
    }

    /** The weight of the never treated unit of exactly this name. */
    public double weight(String unit) {
        return weights.stream()
                .filter(weight -> weight.unit().equals(unit))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no weight of '" + unit + "'"))
                .weight();
    }
}
