package org.migrationimpact.inference;

import java.io.Serializable;

/**
 * An estimator of the covariance matrix of the coefficients of a panel. It is applied to what a fitted model leaves behind, so that it can
 * be changed without fitting again.
 */
public interface PanelCovariance extends Serializable {

    /**
     * The covariance, its degrees of freedom and what it is made of.
     *
     * @throws org.migrationimpact.data.InputException where a cluster, a unit or a calendar is asked for that the model does not know
     * @throws org.migrationimpact.data.DataException where there are too few clusters or periods
     */
    PanelErrors of(PanelScores scores);

    /** What it is, before it meets data: {@code clustered by firm, CR1}. */
    String describe();
}
