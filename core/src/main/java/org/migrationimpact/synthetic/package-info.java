/**
 * Compared with a weighted twin: synthetic control and its family. Start at {@link org.migrationimpact.synthetic.SyntheticControl}.
 *
 * <p>In: a panel of series of one unit of measurement, the treated unit and its first treated period. Out: weights of the untreated units,
 * none negative, one in sum, and an {@link org.migrationimpact.impact.Impact} whose counterfactual is their weighted mean. Uses {@code
 * impact} and what lies before it; used by {@code assess}, {@code chart} and {@code report}.
 */
@NullMarked
package org.migrationimpact.synthetic;

import org.jspecify.annotations.NullMarked;
