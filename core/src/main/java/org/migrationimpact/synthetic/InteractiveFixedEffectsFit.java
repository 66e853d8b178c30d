package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.impact.Impact;

/**
 * What a model of interactive fixed effects found.
 *
 * @param impact the result as every design gives it
 * @param factors how many
 * @param search the error of periods before that were left out, by number of factors; empty where the number was given
 */
public record InteractiveFixedEffectsFit(Impact impact, int factors, List<Penalty> search) implements Serializable {

    public InteractiveFixedEffectsFit {
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
