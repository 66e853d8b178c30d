package org.migrationimpact.model;

import java.util.List;
import org.migrationimpact.data.Period;

/** The column {@code intercept}: 1 in every period. */
public record Intercept() implements Term {

    @Override
    public List<String> names() {
        return List.of("intercept");
    }

    @Override
    public double[] at(Period period) {
        return new double[] {1};
    }
}
