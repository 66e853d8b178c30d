package org.migrationimpact.assess;

import java.io.Serializable;

/**
 * One part of a grade, traceable to what gave it.
 *
 * @param name the design, or the check
 * @param steps steps given, or taken away where negative
 * @param reason why
 */
public record Ingredient(String name, int steps, String reason) implements Serializable {

    @Override
    public String toString() {
        return (steps > 0 ? "+" : "") + steps + " " + name + ": " + reason;
    }
}
