package org.migrationimpact.did;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationimpact.impact.GroupTime;

/**
 * The numbers of an {@link AdoptionFit}.
 *
 * @param joint what was estimated, together
 * @param headline the one number
 * @param overall the one number of each aggregation
 * @param rows the rows of each aggregation
 * @param before the effects before treatment, to be tested together
 * @param others further coefficients
 * @param cells the effects by cohort and period
 * @param reference the event time that all are measured from; empty where there is no such
 */
record AdoptionFindings(
        JointEffects joint,
        Combination headline,
        Map<Aggregation, Combination> overall,
        Map<Aggregation, List<Combination>> rows,
        List<Combination> before,
        List<Combination> others,
        List<GroupTime> cells,
        Optional<Integer> reference)
        implements Serializable {}
