package org.migrationimpact.model;

import java.util.List;
import org.migrationimpact.data.Period;

/**
 * A change of level: 0 before {@code start}, 1 from {@code start} on; phased in evenly over {@code ramp} periods where that is more than
 * 1, so that with a ramp of 3 the first treated periods have 1/3, 2/3, 1, 1.
 *
 * @param name the name of the column: {@code level}, or {@code level@2011-01} among several
 * @param start the first treated period
 * @param ramp the number of periods until the whole change is there, 1 for a step
 */
public record LevelShift(String name, Period start, int ramp) implements Term {

    public LevelShift {
        if (ramp < 1) {
            throw new IllegalArgumentException("a ramp has 1 period (a step) or more, got " + ramp);
        }
    }

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public double[] at(Period period) {
        double since = start.until(period) + 1.0;
        return new double[] {Math.max(0, Math.min(1, since / ramp))};
    }
}
