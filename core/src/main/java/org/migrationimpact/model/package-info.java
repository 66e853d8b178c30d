/**
 * The question as windows and columns: which periods, and what may change in them. Start at {@link
 * org.migrationimpact.model.Design}.
 *
 * <p>In: periods of the calendar and {@link org.migrationimpact.model.Term}s. Out: a design of n periods × k columns with names. Uses
 * {@code data}; used by {@code covariance} and {@code regression}. Knows nothing of outcomes.
 */
@NullMarked
package org.migrationimpact.model;

import org.jspecify.annotations.NullMarked;
