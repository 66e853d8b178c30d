/**
 * Results drawn: one class a chart, made from a result, shown and saved only when asked. Start at {@link
 * org.migrationimpact.chart.Chart}; there are {@link org.migrationimpact.chart.SeriesChart}, {@link
 * org.migrationimpact.chart.ImpactChart}, {@link org.migrationimpact.chart.SmallMultiples}, {@link
 * org.migrationimpact.chart.CumulativeChart} and {@link org.migrationimpact.chart.ComponentsChart}.
 *
 * <p>In: a series, a panel or an impact, and the measures whose dates are to be marked. Out: a PNG, an SVG with real text, and a text
 * alternative with numbers. A chart becomes a figure (what is said, without a pixel), a figure is laid out on a page, and XChart draws
 * its lines and bands. Values are in the unit of the series; a value stands in the middle of its period. Uses {@code data}, {@code
 * measure}, {@code forecast} and {@code impact}; used by {@code report}. Computes no estimate.
 */
@NullMarked
package org.migrationimpact.chart;

import org.jspecify.annotations.NullMarked;
