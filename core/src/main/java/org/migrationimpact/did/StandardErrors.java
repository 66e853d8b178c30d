package org.migrationimpact.did;

/** Where the standard errors come from. */
public enum StandardErrors {
    /** From the sum of squares of the influence function, by unit or cluster. */
    ANALYTIC("influence function"),
    /** From the quartiles of the multiplier bootstrap: their distance over that of the standard normal. */
    BOOTSTRAP("quartiles of the multiplier bootstrap"),
    /** From estimating again without each unit or cluster in turn: for few clusters, of which each cohort has at least two. */
    JACKKNIFE("jackknife, one group left out in turn");

    private final String words;

    StandardErrors(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
