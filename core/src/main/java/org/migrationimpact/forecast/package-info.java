/**
 * What would have happened: models of a series that run on beyond its last period. Start at {@link
 * org.migrationimpact.forecast.StructuralModel}.
 *
 * <p>In: a series, with its missing periods. Out: what it is made of, and a joint forecast with the covariance of its errors, in the unit of
 * the series. Uses {@code regression}; used by {@code impact}. Knows nothing of measures.
 */
@NullMarked
package org.migrationimpact.forecast;

import org.jspecify.annotations.NullMarked;
