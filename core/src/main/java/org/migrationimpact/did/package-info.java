/**
 * What happened to the treated, compared with those who were not treated, or not yet: designs for measures that reach units at different
 * dates. Start at {@link org.migrationimpact.did.AdoptionPanel} for the data and {@link org.migrationimpact.did.GroupTimeEffects} for the
 * effects; {@link org.migrationimpact.did.TwoWayFixedEffects} with its {@link org.migrationimpact.did.BaconDecomposition}, {@link
 * org.migrationimpact.did.EventStudy}, {@link org.migrationimpact.did.SunAbraham} and {@link org.migrationimpact.did.Imputation} answer the
 * same question in other ways. {@link org.migrationimpact.did.PreTrend} and {@link org.migrationimpact.did.HonestBounds} ask how far effects can be trusted.
 *
 * <p>In: rows of units and periods with each unit's first treated period. Out: an {@link org.migrationimpact.impact.Impact}, in units of
 * the outcome. Uses {@code impact} and what lies before it; used by {@code assess}, {@code chart} and {@code report}.
 */
@NullMarked
package org.migrationimpact.did;

import org.jspecify.annotations.NullMarked;
