/**
 * What was observed: periods, series, panels and the tidy cube of observations with the publisher's flags.
 *
 * <p>Everything here is an immutable value. Missing is not zero, and suppressed is not missing. Uses no other package of
 * the library; every other package uses this one.
 */
@NullMarked
package org.migrationimpact.data;

import org.jspecify.annotations.NullMarked;
