/**
 * How uncertain the coefficients of a panel are: covariances whose errors may depend on each other within clusters, along the calendar or
 * between the ends of corridors; corrections for few clusters; the wild cluster bootstrap and randomisation inference. Start at {@link
 * org.migrationimpact.inference.PanelCovariance}, one estimator a file.
 *
 * <p>In: {@link org.migrationimpact.inference.PanelScores}, what a fitted model leaves behind. Out: {@link
 * org.migrationimpact.inference.PanelErrors}, k × k, with degrees of freedom, every factor explained, and warnings. Uses {@code model} and
 * {@code covariance}; used by {@code regression}. Knows nothing of files, tables or charts.
 */
@NullMarked
package org.migrationimpact.inference;

import org.jspecify.annotations.NullMarked;
