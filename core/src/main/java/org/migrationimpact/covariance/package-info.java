/**
 * How uncertain coefficients are: covariance matrices, one estimator a file, and what an estimate with its uncertainty says. Start at
 * {@link org.migrationimpact.covariance.Covariance}; Newey and West are in {@link org.migrationimpact.covariance.NeweyWest}.
 *
 * <p>In: a design (n × k), its residuals (n) and (X'X)⁻¹ (k × k). Out: k × k, symmetric, in squared units of the response. Uses {@code
 * model}; used by {@code regression}. Knows nothing of files, tables or charts.
 */
@NullMarked
package org.migrationimpact.covariance;

import org.jspecify.annotations.NullMarked;
