package org.migrationimpact.model;

import java.util.List;
import org.migrationimpact.data.Period;

/** The column {@code trend}: 1 in the first period, 2 in the next one, and so on along the calendar, over gaps too. */
public record Trend(Period first) implements Term {

    @Override
    public List<String> names() {
        return List.of("trend");
    }

    @Override
    public double[] at(Period period) {
        return new double[] {first.until(period) + 1.0};
    }
}
