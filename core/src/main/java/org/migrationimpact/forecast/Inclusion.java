package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.Locale;

/**
 * How likely it is that a column belongs into a model, given the series.
 *
 * @param name the column
 * @param probability of its inclusion, 0 to 1
 * @param monteCarloError of that probability; 0 where every set of columns was gone through
 */
public record Inclusion(String name, double probability, double monteCarloError) implements Serializable {

    /** Whether it belongs to the median probability model: more likely in than out. */
    public boolean isChosen() {
        return probability >= 0.5;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.3f", name, probability)
                + (monteCarloError == 0
                        ? ""
                        : String.format(Locale.ROOT, " (Monte Carlo error %.3f)", monteCarloError));
    }
}
