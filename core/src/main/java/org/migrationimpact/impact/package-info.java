/**
 * What changed when the measure began: the designs for one series, and the one type of result that every design of this library ends in.
 * Start at {@link org.migrationimpact.impact.Impact}; the designs are {@link org.migrationimpact.impact.BeforeAfter}, {@link
 * org.migrationimpact.impact.InterruptedTimeSeries} and {@link org.migrationimpact.impact.StructuralForecast}.
 *
 * <p>In: a series and a measure, or its first treated period. Out: an {@link org.migrationimpact.impact.Impact}, in units of the series or
 * in log points, as its {@link org.migrationimpact.impact.Effect} says. Uses {@code regression}, {@code forecast} and what lies before it; used by {@code
 * assess}, {@code chart} and {@code report}. Whether an effect should be believed is not said here.
 */
@NullMarked
package org.migrationimpact.impact;

import org.jspecify.annotations.NullMarked;
