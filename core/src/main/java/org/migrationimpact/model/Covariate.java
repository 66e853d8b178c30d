package org.migrationimpact.model;

import java.util.List;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** A measured column, under the name of its series; {@code NaN} where the series has no value. */
public record Covariate(Series series) implements Term {

    @Override
    public List<String> names() {
        return List.of(series.name());
    }

    @Override
    public double[] at(Period period) {
        return new double[] {series.at(period)};
    }
}
