/**
 * Do two samples differ, and by how much: means, ranks, spread, whole distributions, and sizes without a unit. Start at {@link
 * org.migrationimpact.compare.MeanTest}; the interval of a rank test is in {@code covariance.RankShift}.
 *
 * <p>In: two samples, named before and after, in any order within each but for pairs and blocks. Out: a record with its statistic and
 * p-value. A change is always after less before. All but the moving blocks suppose that values are independent of each other, which those
 * of a time series seldom are. Uses {@code covariance}; used by {@code impact}. Knows nothing of dates, files or charts.
 */
@NullMarked
package org.migrationimpact.compare;

import org.jspecify.annotations.NullMarked;
