package org.migrationimpact.forecast;

/** How a component of a structural model moves. */
public enum Component {
    /** It changes a little every period; the variance of the change is estimated. */
    STOCHASTIC,
    /** It is there and does not change. */
    FIXED,
    /** It is not in the model. */
    ABSENT
}
