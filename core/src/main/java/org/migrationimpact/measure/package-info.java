/**
 * What was done, and what else happened: dated measures and the objectives of the declaration they serve, shocks and definition breaks,
 * and the routes along which they act. Start at {@link org.migrationimpact.measure.MeasureInventory}.
 *
 * <p>Uses {@code data}; used by every package that asks whether a measure worked. Knows nothing of files of observations, of estimates
 * or of charts. Every date keeps the precision at which it is known, and every entry its source and confidence.
 */
@NullMarked
package org.migrationimpact.measure;

import org.jspecify.annotations.NullMarked;
