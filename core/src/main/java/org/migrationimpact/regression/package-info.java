/**
 * Coefficients from a design: least squares with named columns. Start at {@link org.migrationimpact.regression.Ols}.
 *
 * <p>In: an outcome (n), a design (n × k), a covariance. Out: a {@link org.migrationimpact.regression.Fit}. Uses {@code covariance}; used
 * by {@code impact}. Knows nothing of measures.
 */
@NullMarked
package org.migrationimpact.regression;

import org.jspecify.annotations.NullMarked;
