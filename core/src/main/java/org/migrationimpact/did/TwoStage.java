package org.migrationimpact.did;

import java.io.Serializable;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;

/**
 * Effects in two stages: effects of unit and period are fitted to the untreated rows and taken from every row; what is left is regressed
 * on treatment, or on event times. The estimates are those of {@link Imputation}; errors are those of both stages as one system of moments,
 * clustered by unit, or by the cluster of the panel, without a factor for small samples, tested with Student's t, G − 1 degrees of freedom.
 *
 * <p>Effects at event times before treatment are means of residuals of the rows the first stage was fitted to: they are not measured from
 * one period. Every event time that is seen has one.
 *
 * <p>Defaults: no covariates, no anticipation, the mean over all treated rows as headline. Source: Gardner (2021), "Two-stage differences in
 * differences", arXiv:2207.05943; errors as in Butts and Gardner (2022), doi:10.32614/RJ-2022-048.
 */
public final class TwoStage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final Aggregation headline;

    private TwoStage(AdoptionPanel panel, RegressionOptions options, Aggregation headline) {
        this.panel = panel;
        this.options = options;
        this.headline = headline;
    }

    /** Of these rows, with the defaults. */
    public static TwoStage of(AdoptionPanel panel) {
        return new TwoStage(panel, RegressionOptions.DEFAULTS, Aggregation.SIMPLE);
    }

    /** Holding these covariates equal, by their slopes among the untreated. */
    public TwoStage adjustedFor(String... covariates) {
        return new TwoStage(panel, options.adjustedFor(panel, covariates), headline);
    }

    /** The measure was felt so many periods before it began: these rows are left out of the first stage. */
    public TwoStage anticipated(int periods) {
        return new TwoStage(panel, options.anticipated(periods), headline);
    }

    /** Which aggregate is the headline. */
    public TwoStage headline(Aggregation aggregation) {
        return new TwoStage(panel, options, aggregation);
    }

    /** The confidence of the uniform bands, between 0 and 1. */
    public TwoStage confidence(double level) {
        return new TwoStage(panel, options.confident(level), headline);
    }

    /**
     * The effects.
     *
     * @throws DataException E-DID-040 where no row is untreated, E-DID-041 where no treated row can be imputed
     * @throws EstimationException E-DID-039 where a covariate cannot be told from the effects
     */
    public AdoptionFit fit() {
        return new ImputedEffects(panel, options, ImputedEffects.Errors.TWO_STAGES, headline).fit(0);
    }
}
