/**
 * What would have been without the measure: models of a series that know its own past and its season. Start at {@link
 * org.migrationimpact.forecast.StructuralModel} for level, slope and season that move; at {@link
 * org.migrationimpact.forecast.ArimaErrors} for a regression whose errors depend on their past; and at {@link
 * org.migrationimpact.forecast.SeasonalAdjustment} for a series without its season.
 *
 * <p>In: a series, with its missing periods, and terms of {@code model} as regressors. Out: coefficients, likelihood, components, residuals,
 * and forecasts with the covariance of their errors, in the unit of the series. Uses {@code regression} and what lies before it; used by
 * {@code impact}. What changed at a date is not asked here.
 */
@NullMarked
package org.migrationimpact.forecast;

import org.jspecify.annotations.NullMarked;
