package org.migrationimpact.did;

import java.io.Serializable;
import java.util.Locale;

/**
 * Draws of the estimation error without estimating again: the influence of each unit, or cluster, times a random multiplier. One seed gives
 * the same draws on any number of threads; draw b depends on the seed and on b alone. Callaway and Sant'Anna (2021), algorithm 1,
 * doi:10.1016/j.jeconom.2020.12.001.
 *
 * @param multiplier the distribution of the multipliers
 * @param draws how many, 99 to 100,000
 * @param seed where they begin
 */
public record MultiplierBootstrap(Multiplier multiplier, int draws, long seed) implements Serializable {

    public MultiplierBootstrap {
        if (draws < 99 || draws > 100_000) {
            throw new IllegalArgumentException("draws must be 99 to 100000, got " + draws);
        }
    }

    /** With multipliers -1 and 1. */
    public static MultiplierBootstrap rademacher(int draws, long seed) {
        return new MultiplierBootstrap(Multiplier.RADEMACHER, draws, seed);
    }

    /** With Mammen's multipliers. */
    public static MultiplierBootstrap mammen(int draws, long seed) {
        return new MultiplierBootstrap(Multiplier.MAMMEN, draws, seed);
    }

    @Override
    public String toString() {
        return draws + " draws, " + multiplier.name().toLowerCase(Locale.ROOT) + ", from seed " + seed;
    }
}
