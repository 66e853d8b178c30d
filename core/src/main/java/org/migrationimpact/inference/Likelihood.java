package org.migrationimpact.inference;

/** What a model takes its residuals for: it decides the dispersion of classical errors and the distribution of the test. */
public enum Likelihood {
    /** Least squares: the variance is estimated, tests use Student's t. */
    GAUSSIAN,
    /** Poisson counts by quasi-likelihood: classical errors have dispersion 1, tests use the normal distribution. */
    POISSON
}
