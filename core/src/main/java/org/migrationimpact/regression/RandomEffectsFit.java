package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.List;

/**
 * Least squares with random levels of units.
 *
 * @param coefficients the intercept, then the columns
 * @param noise σ²_ε, the variance within units
 * @param level σ²_μ, the variance of the levels of units; 0 where the means of units differ no more than chance has it
 * @param hausman whether the coefficients differ from those of fixed effects by more than chance
 */
public record RandomEffectsFit(List<Coefficient> coefficients, double noise, double level, Hausman hausman)
        implements Serializable {

    public RandomEffectsFit {
        coefficients = List.copyOf(coefficients);
    }

    /** The coefficient of this name; the intercept's is {@code intercept}. */
    public Coefficient coefficient(String name) {
        return coefficients.stream()
                .filter(coefficient -> coefficient.term().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no coefficient '" + name + "'; there are "
                        + coefficients.stream().map(Coefficient::term).toList()));
    }
}
