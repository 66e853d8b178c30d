package org.migrationimpact.data;

import java.util.Locale;

/** At which kind of border a crossing was detected. */
public enum BorderType {
    /** At a land border. */
    LAND,
    /** At a sea border. */
    SEA;

    /**
     * The border type that a file writes as {@code Land} or {@code Sea}, in any case.
     *
     * @throws InputException E-ROUTE-002 for any other word
     */
    public static BorderType of(String word) {
        for (BorderType type : values()) {
            if (type.name().equals(word.strip().toUpperCase(Locale.ROOT))) {
                return type;
            }
        }
        throw new InputException("E-ROUTE-002", Spelling.quoted(word) + " is no border type; known are Land and Sea");
    }

    /** The word as files write it: {@code Land}. */
    @Override
    public String toString() {
        return this == LAND ? "Land" : "Sea";
    }
}
