package org.migrationimpact.model;

import java.util.List;
import org.migrationimpact.data.Period;

/** A shock with a level of its own while it lasts: 1 from {@code first} to {@code last}, both included, 0 elsewhere. */
public record Pulse(String name, Period first, Period last) implements Term {

    public Pulse {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(name + " ends in " + last + " before it begins in " + first);
        }
    }

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public double[] at(Period period) {
        return new double[] {period.isBefore(first) || last.isBefore(period) ? 0 : 1};
    }
}
