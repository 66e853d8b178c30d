package org.migrationimpact.gravity;

import java.util.List;

/**
 * What a flow owes to everything else that its origin and its destination have to do with: their multilateral resistance (Anderson and van
 * Wincoop 2003, doi:10.1257/000282803321455214), and what effects take it up.
 */
public enum Resistance {
    /** It moves: an effect for every origin in every period, for every destination in every period, and for every corridor. */
    TIME_VARYING("origin-period, destination-period and corridor effects", "origin^period", "destination^period"),
    /** It stays: an effect for every corridor, and for every period. */
    CONSTANT("corridor and period effects", "period");

    private final String description;
    private final List<String> effects;

    Resistance(String description, String... effects) {
        this.description = description;
        this.effects = List.of(effects);
    }

    /** The effects, corridors last. */
    String[] effects() {
        String[] all = new String[effects.size() + 1];
        effects.toArray(all);
        all[effects.size()] = "origin^destination";
        return all;
    }

    /** What is absorbed, in words. */
    public String describe() {
        return description;
    }
}
