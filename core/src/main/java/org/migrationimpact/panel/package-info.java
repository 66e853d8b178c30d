/**
 * Coefficients of many units over many periods: effects of units, periods, corridors and their pairs are absorbed, never written down as
 * columns. Start at {@link org.migrationimpact.panel.FixedEffectsOls} and {@link org.migrationimpact.panel.Ppml}.
 *
 * <p>In: {@link org.migrationimpact.panel.PanelRows}. Out: a {@link org.migrationimpact.panel.PanelFit}, whose errors can be changed
 * without fitting again. Uses {@code model} and {@code inference}; used by the designs. Knows nothing of measures.
 */
@NullMarked
package org.migrationimpact.panel;

import org.jspecify.annotations.NullMarked;
