package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.regression.Coefficient;

/**
 * What synthetic difference-in-differences found.
 *
 * @param impact the result as every design gives it
 * @param cohorts the twin of each first treated period, with unit and time weights, in order of time
 * @param covariates their coefficients among the never treated, without errors; empty where there are none
 * @param placebos the estimates with never treated units in the place of the treated; empty where the errors come from elsewhere
 */
public record SyntheticDidFit(
        Impact impact, List<CohortTwin> cohorts, List<Coefficient> covariates, List<Double> placebos)
        implements Serializable {

    public SyntheticDidFit {
        cohorts = List.copyOf(cohorts);
        covariates = List.copyOf(covariates);
        placebos = List.copyOf(placebos);
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
