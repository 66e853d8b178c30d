package org.migrationimpact.did;

/** What becomes of a panel in which not every unit has a row in every period. {@link AdoptionPanel#balanced()} is the third way. */
public enum Unbalanced {
    /** Each comparison of two periods takes the units that have a row in both of them. */
    PAIRWISE("pair-wise: the units seen in both periods of a comparison"),
    /** Each comparison takes all rows of both periods, as if of repeated cross-sections; the errors know which are of one unit. */
    POOLED("pooled: all rows of both periods, as of repeated cross-sections, errors by unit");

    private final String words;

    Unbalanced(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
