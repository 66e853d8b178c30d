package org.migrationimpact.model;

import java.util.List;
import org.migrationimpact.data.Period;

/**
 * A change of slope: periods since {@code start}, the first treated period, and 0 in it and before it. Beside it, the level is the
 * change in {@code start} itself.
 *
 * @param name the name of the column: {@code slope}, or {@code slope@2011-01} among several
 * @param start the first treated period
 */
public record SlopeChange(String name, Period start) implements Term {

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public double[] at(Period period) {
        return new double[] {Math.max(0, start.until(period))};
    }
}
