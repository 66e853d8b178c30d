package org.migrationimpact.forecast;

import java.io.Serializable;

/**
 * A wave whose length is not known beforehand, stationary, with damping, length and variance estimated.
 *
 * @param shortest the shortest length looked for, in periods, above 2
 * @param longest the longest, above the shortest
 */
public record Cycle(double shortest, double longest) implements Serializable {

    public Cycle {
        if (!(shortest > 2 && longest > shortest && Double.isFinite(longest))) {
            throw new IllegalArgumentException(
                    "the length of a cycle goes from above 2 periods up to a finite number, got " + shortest + " to "
                            + longest);
        }
    }

    @Override
    public String toString() {
        return "cycle of " + shortest + " to " + longest + " periods";
    }
}
