package org.migrationimpact.did;

import java.io.Serializable;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.inference.PanelCovariance;

/**
 * Effects by event time that do not mix cohorts: a regression in which every cohort has an effect of its own at every event time, with
 * effects of unit and period; effects of cohorts are then brought together by their weights in the sample.
 *
 * <p>Compared are the never treated; where there are none, the cohort treated last, in the periods before its treatment is felt: later
 * periods are left out and counted. Each cohort is measured from its last period before treatment was felt. Cohorts without one are left
 * out. Shares of cohorts are taken as known, as the paper's software does.
 *
 * <p>Defaults: no anticipation, errors clustered by unit, or by the cluster of the panel, the mean over all treated rows as headline.
 * Source: Sun and Abraham (2021), doi:10.1016/j.jeconom.2020.09.006.
 */
public final class SunAbraham implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final Aggregation headline;

    private SunAbraham(AdoptionPanel panel, RegressionOptions options, Aggregation headline) {
        this.panel = panel;
        this.options = options;
        this.headline = headline;
    }

    /** Of these rows, with the defaults. */
    public static SunAbraham of(AdoptionPanel panel) {
        return new SunAbraham(panel, RegressionOptions.DEFAULTS, Aggregation.SIMPLE);
    }

    /** Holding these covariates equal. */
    public SunAbraham adjustedFor(String... covariates) {
        return new SunAbraham(panel, options.adjustedFor(panel, covariates), headline);
    }

    /** The measure was felt so many periods before it began. */
    public SunAbraham anticipated(int periods) {
        return new SunAbraham(panel, options.anticipated(periods), headline);
    }

    /** With other errors; groups are {@code unit}, {@code period} and the cluster of the panel. */
    public SunAbraham with(PanelCovariance covariance) {
        return new SunAbraham(panel, options.with(covariance), headline);
    }

    /** Which aggregate is the headline. */
    public SunAbraham headline(Aggregation aggregation) {
        return new SunAbraham(panel, options, aggregation);
    }

    /** The confidence of the uniform bands, between 0 and 1. */
    public SunAbraham confidence(double level) {
        return new SunAbraham(panel, options.confident(level), headline);
    }

    /**
     * The effects.
     *
     * @throws DataException E-DID-034 where no cohort can be compared with one treated later or never
     * @throws EstimationException E-EFFECTS-004 where an effect cannot be told from those of unit and period
     */
    public AdoptionFit fit() {
        return new CohortRegression(panel, options, headline).fit();
    }
}
