package org.migrationimpact.did;

/** How the regression of the controls before treatment enters the errors of doubly robust effects in cross-sections. */
enum CrossSectionErrors {
    /** As the derivative of the estimate: what it adds is taken away, as the outcome before treatment is. */
    DERIVED("derivative of the estimate"),
    /** As in R's DRDID 1.2.3, which adds it; the same in large samples where the propensity score is right. */
    DRDID("as in R's DRDID 1.2.3");

    private final String words;

    CrossSectionErrors(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
