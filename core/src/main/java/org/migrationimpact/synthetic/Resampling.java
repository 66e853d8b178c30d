package org.migrationimpact.synthetic;

import java.io.Serializable;

/**
 * Where the errors come from.
 *
 * @param draws how many where they are drawn; 0 otherwise
 * @param seed of the draws
 */
record Resampling(Kind kind, int draws, long seed) implements Serializable {

    enum Kind {
        NONE,
        PLACEBO,
        JACKKNIFE,
        BOOTSTRAP,
        PARAMETRIC
    }

    static final int LEAST_DRAWS = 19;
    static final Resampling NONE = new Resampling(Kind.NONE, 0, 0);
    static final Resampling JACKKNIFE = new Resampling(Kind.JACKKNIFE, 0, 0);

    static Resampling drawn(Kind kind, int draws, long seed) {
        if (draws < LEAST_DRAWS) {
            throw new IllegalArgumentException("draws are 19 or more, got " + draws);
        }
        return new Resampling(kind, draws, seed);
    }
}
