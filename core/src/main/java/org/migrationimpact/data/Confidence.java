package org.migrationimpact.data;

import java.util.Locale;

/** How sure a fact in one of this library's own tables is. It travels with the fact and is shown wherever the fact is used. */
public enum Confidence {
    /** Seen in the source named. */
    CONFIRMED,
    /** The fact is seen in the source, a detail such as the day is not. */
    PARTIAL,
    /** From general knowledge; to be checked before use. */
    UNCONFIRMED;

    /**
     * The confidence that a table writes as {@code confirmed}, {@code partial} or {@code unconfirmed}.
     *
     * @throws InputException E-TABLE-004 for any other word
     */
    public static Confidence of(String word) {
        for (Confidence confidence : values()) {
            if (confidence.toString().equals(word)) {
                return confidence;
            }
        }
        throw new InputException(
                "E-TABLE-004", "'" + word + "' is no confidence; write confirmed, partial or unconfirmed");
    }

    /** The word as tables write it: {@code confirmed}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
