package org.migrationimpact.model;

import java.util.List;
import org.migrationimpact.data.Period;

/**
 * A change that fades: 0 before {@code start}, then 1, δ, δ², …
 *
 * @param name the name of the column
 * @param start its first period
 * @param decay δ, between 0 and 1
 */
public record TemporaryChange(String name, Period start, double decay) implements Term {

    public TemporaryChange {
        if (!(decay > 0 && decay < 1)) {
            throw new IllegalArgumentException("a decay lies between 0 and 1, got " + decay);
        }
    }

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public double[] at(Period period) {
        long since = start.until(period);
        return new double[] {since < 0 ? 0 : Math.pow(decay, (double) since)};
    }
}
