package org.migrationimpact.did;

import java.io.Serializable;

/**
 * The effect of one comparison, with the influence of each of its units: the estimate is the truth plus about their sum.
 *
 * @param estimate in the unit of the outcome
 * @param owner the units, ascending, each once
 * @param influence of each of them
 * @param treated how many treated rows there were
 * @param controls how many rows of controls
 * @param trimmed how many of these got no weight because their propensity score is too near to 1
 * @param absent how many units of either group lack a row in one of the two periods
 * @param reason why there is no estimate; empty where there is one
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
record CellEffect(
        double estimate,
        int[] owner,
        double[] influence,
        long treated,
        long controls,
        long trimmed,
        long absent,
        String reason)
        implements Serializable {

    static final CellEffect REFERENCE = new CellEffect(0, new int[0], new double[0], 0, 0, 0, 0, "");

    static CellEffect none(String reason) {
        return new CellEffect(Double.NaN, new int[0], new double[0], 0, 0, 0, 0, reason);
    }

    boolean isEstimated() {
        return reason.isEmpty();
    }

    CellEffect lacking(long units) {
        return new CellEffect(estimate, owner, influence, treated, controls, trimmed, units, reason);
    }
}
