/**
 * Can these data carry the question? Findings about figures, before anything is estimated from them: start at {@link
 * org.migrationimpact.quality.DataQuality}, which lists all of them for a series or a cube, each as a {@link
 * org.migrationimpact.quality.Concern} with what it means for a comparison of before and after.
 *
 * <p>One class a question: to what are the figures rounded ({@link org.migrationimpact.quality.RoundingUnit}), does the level jump without
 * a flag ({@link org.migrationimpact.quality.CoverageBreaks}), do series begin or stop together ({@link
 * org.migrationimpact.quality.Reporting}), are the counts large enough ({@link org.migrationimpact.quality.SmallCounts}), do origin and
 * destination agree ({@link org.migrationimpact.quality.MirrorFlows}). Everything is reported and nothing corrected. Uses {@code data}.
 */
@NullMarked
package org.migrationimpact.quality;

import org.jspecify.annotations.NullMarked;
