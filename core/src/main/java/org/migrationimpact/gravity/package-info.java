/**
 * Corridors as a system: a flow depends on its corridor, and on everything else that origin and destination have to do with, their
 * multilateral resistance. Start at {@link org.migrationimpact.gravity.Gravity}.
 *
 * <p>In: {@link org.migrationimpact.gravity.Flows} and a {@link org.migrationimpact.gravity.BilateralMeasure}. Out: an {@link
 * org.migrationimpact.impact.Impact} in log points. Uses {@code panel}; used by {@code assess} and {@code report}. Knows nothing of files.
 */
@NullMarked
package org.migrationimpact.gravity;

import org.jspecify.annotations.NullMarked;
