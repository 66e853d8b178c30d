package org.migrationimpact.inference;

import java.io.Serializable;

/**
 * An estimator of the covariance matrix of the coefficients of a panel. It is applied to what a fitted model leaves behind, so that it can
 * be changed without fitting again.
 *
 * <p>The default for corridors is {@link Clustered} by the unit that the measure treats. With fewer than about 40 clusters take {@link
 * BiasReduced} or {@link WildClusterBootstrap}.
 */
public sealed interface PanelCovariance extends Serializable
        permits PanelClassical, PanelRobust, Clustered, BiasReduced, PanelDriscollKraay, PanelNeweyWest, Dyadic {

    /**
     * The covariance, its degrees of freedom and what it is made of.
     *
     * @throws org.migrationimpact.data.InputException E-CLUSTER-001 or E-CLUSTER-002 where groups or a calendar are asked for that the
     *     model does not know
     * @throws org.migrationimpact.data.DataException E-CLUSTER-003 to E-CLUSTER-005 where rows, clusters or periods are too few, and
     *     E-CLUSTER-006 where a unit stands twice in a period and its lags are asked for
     */
    PanelErrors of(PanelScores scores);

    /** What it is, before it meets data: {@code clustered by firm, CR1}. */
    String describe();

    /** The same estimator with the conventions of other software. */
    PanelCovariance like(PanelPreset preset);
}
