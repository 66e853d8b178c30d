package org.migrationimpact.did;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.inference.PanelCovariance;
import org.migrationimpact.model.Scale;
import org.migrationimpact.panel.PanelFit;

/**
 * How the treated differ from the others, by the number of periods since treatment began: least squares on event times with effects of
 * unit and period, {@code y_it = α_i + λ_t + Σ_e β_e 1{t − g_i = e} + x_it'γ + ε_it}.
 *
 * <p>Defaults: every event time for itself, all measured from the last period before treatment (β of it is 0), no anticipation, errors
 * clustered by unit, or by the cluster of the panel. The headline is the plain mean of the effects from event time 0 on. Cohorts without a
 * period before treatment are left out. Where cohorts are treated at different dates and their effects differ, an effect of this
 * regression mixes several; the result warns of it, and {@link SunAbraham} does not.
 *
 * <p>Source: Sun and Abraham (2021), doi:10.1016/j.jeconom.2020.09.006, for what it estimates.
 */
public final class EventStudy implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final int leads;
    private final int lags;

    private EventStudy(AdoptionPanel panel, RegressionOptions options, int leads, int lags) {
        this.panel = panel;
        this.options = options;
        this.leads = leads;
        this.lags = lags;
    }

    /** Of these rows, with the defaults. */
    public static EventStudy of(AdoptionPanel panel) {
        return new EventStudy(panel, RegressionOptions.DEFAULTS, EventColumns.ALL, EventColumns.ALL);
    }

    /** So many event times before treatment, earlier ones joined with the first of them. */
    public EventStudy leads(int number) {
        return new EventStudy(panel, options, EventStudyEnds.requireLeads(number), lags);
    }

    /** Event times up to this one, later ones joined with it. */
    public EventStudy lags(int last) {
        return new EventStudy(panel, options, leads, EventStudyEnds.requireLags(last));
    }

    /** Holding these covariates equal. */
    public EventStudy adjustedFor(String... covariates) {
        return new EventStudy(panel, options.adjustedFor(panel, covariates), leads, lags);
    }

    /** The measure was felt so many periods before it began; effects are measured from the period before that. */
    public EventStudy anticipated(int periods) {
        return new EventStudy(panel, options.anticipated(periods), leads, lags);
    }

    /** With other errors; groups are {@code unit}, {@code period} and the cluster of the panel. */
    public EventStudy with(PanelCovariance covariance) {
        return new EventStudy(panel, options.with(covariance), leads, lags);
    }

    /** The confidence of the uniform band, between 0 and 1. */
    public EventStudy confidence(double level) {
        return new EventStudy(panel, options.confident(level), leads, lags);
    }

    /**
     * The effects.
     *
     * @throws DataException E-DID-032 where no unit is treated within the data with a period before, E-DID-033 where all are treated at once
     * @throws EstimationException E-EFFECTS-004 where an event time cannot be told from the effects of unit and period
     */
    public AdoptionFit fit() {
        EventColumns events = new EventColumns(panel, options.anticipation(), leads, lags);
        PanelRegression regression = new PanelRegression(panel, options, events.rows());
        events.addTo(regression);
        PanelFit fit = regression.leastSquares(AdoptionRows.UNIT, AdoptionRows.PERIOD);
        return new EventStudyReading(panel, events, regression, fit)
                .with(
                        "event-study",
                        "event study with two-way fixed effects",
                        panel.unit(),
                        Scale.LEVEL,
                        StaggeredWarnings.mixedCohorts(events.timing())
                                .map(List::of)
                                .orElse(List.of()));
    }
}
