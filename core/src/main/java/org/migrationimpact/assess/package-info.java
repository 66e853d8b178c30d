/**
 * Should it be believed? Checks that probe a result, and a verdict that grades it in plain words. Start at {@link
 * org.migrationimpact.assess.Assessment}; what each grade means is in {@link org.migrationimpact.assess.EvidenceGrade}.
 *
 * <p>In: a measure, the series it was meant to change, series it was not, a design. Out: an {@link org.migrationimpact.assess.Assessed}
 * with a {@link org.migrationimpact.assess.Verdict}. Uses {@code impact}; used by {@code chart} and {@code report}. A check never changes
 * an estimate.
 */
@NullMarked
package org.migrationimpact.assess;

import org.jspecify.annotations.NullMarked;
