package org.migrationimpact.measure;

/** The four dates of a measure. */
public enum Milestone {
    /** Made known to those concerned. */
    ANNOUNCED("announced"),
    /** Signed or decided. */
    ADOPTED("adopted"),
    /** Applied. */
    IN_FORCE("in force"),
    /** No longer applied. */
    REPEALED("repealed");

    private final String words;

    Milestone(String words) {
        this.words = words;
    }

    /** In words: {@code in force}. */
    @Override
    public String toString() {
        return words;
    }
}
