/**
 * What was observed: calendar periods, series, panels and the tidy cube of observations with their flags; countries, corridors and
 * routes; the audit of a sample; and the exceptions of this library. Start at {@link org.migrationimpact.data.Observations}.
 *
 * <p>Everything here is immutable. Missing is {@code NaN} and only ever inside data; its reason is the {@link
 * org.migrationimpact.data.Flag} beside it: missing is not suppressed, and neither is zero. Uses nothing of this library; used by
 * every other package.
 */
@NullMarked
package org.migrationimpact.data;

import org.jspecify.annotations.NullMarked;
