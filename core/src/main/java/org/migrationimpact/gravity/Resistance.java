package org.migrationimpact.gravity;

/**
 * What a flow owes to everything else that its origin and its destination have to do with: their multilateral resistance (Anderson and van
 * Wincoop 2003, doi:10.1257/000282803321455214), and what effects take it up.
 */
public enum Resistance {
    /** It moves: an effect for every origin in every period, for every destination in every period, and for every corridor. */
    TIME_VARYING,
    /** It stays: an effect for every corridor, and for every period. */
    CONSTANT;

    /** The effects, corridors last. */
    String[] effects() {
        return this == TIME_VARYING
                ? new String[] {"origin^period", "destination^period", "origin^destination"}
                : new String[] {"period", "origin^destination"};
    }

    /** What is absorbed, in words. */
    public String describe() {
        return this == TIME_VARYING
                ? "origin-period, destination-period and corridor effects"
                : "corridor and period effects";
    }
}
