/**
 * Did something change, and when, without being told? Tests for breaks at unknown dates, and the dates themselves: {@link
 * org.migrationimpact.breaks.BaiPerron}, {@link org.migrationimpact.breaks.SupremumF}, {@link org.migrationimpact.breaks.Chow}, {@link
 * org.migrationimpact.breaks.OlsCusum}, {@link org.migrationimpact.breaks.RecursiveCusum}.
 *
 * <p>A break is said by two dates that stand next to each other in the data: the last period of the old regime and the first of the new.
 * Where periods are missing between them, the change lies somewhere in the gap.
 */
@NullMarked
package org.migrationimpact.breaks;

import org.jspecify.annotations.NullMarked;
