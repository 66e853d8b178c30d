package org.migrationimpact.covariance;

import java.io.Serializable;
import org.migrationimpact.model.Design;

/** An estimator of the covariance matrix of least-squares coefficients. */
public sealed interface Covariance extends Serializable
        permits Classical, Robust, NeweyWest, QuadraticSpectral, DriscollKraay {

    /** The errors of this software under its defaults. */
    static Covariance like(Preset preset) {
        return preset.covariance();
    }

    /**
     * The covariance of the coefficients.
     *
     * @param design n × k
     * @param residuals n, in the unit of the response
     * @param bread (X'X)⁻¹, k × k
     * @return k × k, symmetric
     */
    double[][] of(Design design, double[] residuals, double[][] bread);

    /** What it is, with every number that was chosen, for n rows and k columns: {@code Newey–West, Bartlett, 3 lags, T/(T-K)}. */
    String describe(Design design, double[] residuals);
}
