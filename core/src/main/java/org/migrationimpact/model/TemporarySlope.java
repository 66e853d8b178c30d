package org.migrationimpact.model;

import java.util.List;
import org.migrationimpact.data.Period;

/**
 * A change of slope that ends: periods since {@code start} from {@code start} to {@code last}, 0 before and after.
 *
 * @param name the name of the column: {@code slope}, or {@code slope@2011-01} among several
 * @param start the first treated period
 * @param last the last treated period
 */
public record TemporarySlope(String name, Period start, Period last) implements Term {

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public double[] at(Period period) {
        return new double[] {last.isBefore(period) ? 0 : Math.max(0, start.until(period))};
    }
}
