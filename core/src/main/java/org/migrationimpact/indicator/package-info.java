/**
 * What is counted: the catalogue of indicators, and figures made from other figures: ratios, shares of routes, concentration, money seen
 * in other currencies and at other prices. Start at {@link org.migrationimpact.indicator.IndicatorCatalogue} or {@link
 * org.migrationimpact.indicator.MoneyViews}.
 *
 * <p>In: series and panels of {@code data}. Out: series and panels again, with a unit that says what was done, and the flags of everything
 * they were made from. Uses {@code measure} for the objectives of the declaration. Knows nothing of files, estimates or charts.
 */
@NullMarked
package org.migrationimpact.indicator;

import org.jspecify.annotations.NullMarked;
