package org.migrationimpact.panel;

import java.io.Serializable;
import java.util.Locale;

/**
 * How effects are absorbed: how exactly, and what happens to a level that only one row has.
 *
 * @param tolerance the part of a residual that the effects may still explain, relative to the residual
 * @param maxIterations iterations after which it counts as failed
 * @param singletons whether rows that are alone in a level are dropped
 */
public record Absorption(double tolerance, int maxIterations, Singletons singletons) implements Serializable {

    /** What happens to a row that is alone in a level of an effect: the effect fits it exactly and it says nothing of the coefficients. */
    public enum Singletons {
        /** It is dropped, and then whatever is alone without it; the rows are listed. */
        DROP,
        /** It stays, and counts among the rows of the small-sample factors. */
        KEEP
    }

    public Absorption {
        if (!(tolerance >= 1e-14 && tolerance <= 1e-2)) {
            throw new IllegalArgumentException("a tolerance lies between 1e-14 and 0.01, got " + tolerance);
        }
        if (maxIterations < 1) {
            throw new IllegalArgumentException("at least 1 iteration, got " + maxIterations);
        }
    }

    /** To a relative residual of 1e-10, in at most 10,000 iterations, singletons being dropped. */
    public static Absorption standard() {
        return new Absorption(1e-10, 10_000, Singletons.DROP);
    }

    /** The same to another tolerance. */
    public Absorption to(double otherTolerance) {
        return new Absorption(otherTolerance, maxIterations, singletons);
    }

    /** The same with so many iterations at most. */
    public Absorption within(int iterations) {
        return new Absorption(tolerance, iterations, singletons);
    }

    /** The same with singletons kept. */
    public Absorption keepSingletons() {
        return new Absorption(tolerance, maxIterations, Singletons.KEEP);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "to %.3g, singletons %s", tolerance, singletons == Singletons.DROP ? "dropped" : "kept");
    }
}
