package org.migrationimpact.inference;

/**
 * The conventions of other software for the standard errors of a panel: to reproduce a published table, or to see how much of a difference
 * is convention. {@link PanelCovariance#like} applies them. For one coefficient of the Grunfeld panel with firm and year effects, clustered
 * by firm, they give .0569 (PLM), .0633 (FIXEST, STATA) and .0649 (SANDWICH).
 */
public enum PanelPreset {
    /** R's fixest since 0.13: G/(G−1) of the smallest dimension, (N−1)/(N−K) without effects nested in the clusters. Defaults here. */
    FIXEST,
    /** Stata's {@code reghdfe} and {@code xtreg}: as fixest for least squares; {@code ppmlhdfe} has no factor for K. */
    STATA,
    /** R's plm: no factor at all. */
    PLM,
    /** R's sandwich on a regression with dummies: G/(G−1) of each term, K with all dummies. */
    SANDWICH,
    /** Python's linearmodels: no G/(G−1), N/(N−K), K without a single nested effect. */
    LINEARMODELS
}
