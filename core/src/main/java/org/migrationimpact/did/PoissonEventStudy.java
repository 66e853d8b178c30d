package org.migrationimpact.did;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.inference.PanelCovariance;
import org.migrationimpact.model.Scale;
import org.migrationimpact.panel.PanelFit;
import org.migrationimpact.panel.PanelRows;
import org.migrationimpact.panel.Ppml;

/**
 * By which factor counts of the treated changed against those of the others: an event study for counts, {@code E y_it = exp(α_i + λ_t +
 * Σ_e β_e 1{t − g_i = e} + x_it'γ) · exposure_it}, by {@link Ppml}.
 *
 * <p>{@code exp(β_e)} is a ratio of ratios: how many times as large as in the last period before treatment the counts of the treated are,
 * over the same of the untreated. It holds where without treatment the counts of both would have changed by the same factor, not by the
 * same number. Effects are in log points; {@link org.migrationimpact.impact.Effect#percent()} has the per cent. Zeros stay in; units that
 * are zero throughout say nothing and are listed as separated.
 *
 * <p>Defaults as in {@link EventStudy}, except that tests use the normal distribution. Source: Wooldridge (2023), doi:10.1093/ectj/utad016.
 */
public final class PoissonEventStudy implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final int leads;
    private final int lags;
    private final String exposure;

    private PoissonEventStudy(AdoptionPanel panel, RegressionOptions options, int leads, int lags, String exposure) {
        this.panel = panel;
        this.options = options;
        this.leads = leads;
        this.lags = lags;
        this.exposure = exposure;
    }

    /** Of these rows, with the defaults. */
    public static PoissonEventStudy of(AdoptionPanel panel) {
        return new PoissonEventStudy(panel, RegressionOptions.DEFAULTS, EventColumns.ALL, EventColumns.ALL, "");
    }

    /** So many event times before treatment, earlier ones joined with the first of them. */
    public PoissonEventStudy leads(int number) {
        return new PoissonEventStudy(panel, options, EventStudyEnds.requireLeads(number), lags, exposure);
    }

    /** Event times up to this one, later ones joined with it. */
    public PoissonEventStudy lags(int last) {
        return new PoissonEventStudy(panel, options, leads, EventStudyEnds.requireLags(last), exposure);
    }

    /** Counts by so many of what this covariate counts: its logarithm enters with the coefficient 1. */
    public PoissonEventStudy per(String covariate) {
        panel.column(covariate);
        return new PoissonEventStudy(panel, options, leads, lags, covariate);
    }

    /** Holding these covariates equal. */
    public PoissonEventStudy adjustedFor(String... covariates) {
        return new PoissonEventStudy(panel, options.adjustedFor(panel, covariates), leads, lags, exposure);
    }

    /** The measure was felt so many periods before it began. */
    public PoissonEventStudy anticipated(int periods) {
        return new PoissonEventStudy(panel, options.anticipated(periods), leads, lags, exposure);
    }

    /** With other errors; groups are {@code unit}, {@code period} and the cluster of the panel. */
    public PoissonEventStudy with(PanelCovariance covariance) {
        return new PoissonEventStudy(panel, options.with(covariance), leads, lags, exposure);
    }

    /** The confidence of the uniform band, between 0 and 1. */
    public PoissonEventStudy confidence(double level) {
        return new PoissonEventStudy(panel, options.confident(level), leads, lags, exposure);
    }

    /**
     * The effects.
     *
     * @throws DataException E-DID-032 where no unit is treated within the data with a period before, E-DID-033 where all are treated at once
     * @throws InputException E-PPML-001 where an outcome is negative, E-EFFECTS-006 where an exposure is not above 0
     * @throws EstimationException E-EFFECTS-004 where an event time cannot be told from the effects of unit and period
     */
    public AdoptionFit fit() {
        EventColumns events = new EventColumns(panel, options.anticipation(), leads, lags);
        PanelRegression regression = new PanelRegression(panel, options, events.rows());
        events.addTo(regression);
        PanelRows table = regression.table();
        PanelRows exposed =
                exposure.isEmpty() ? table : table.exposed(AdoptionRows.picked(panel.column(exposure), events.rows()));
        PanelFit fit = regression.poisson(exposed);
        List<Warning> warnings = new ArrayList<>();
        Optional<Warning> mixed = StaggeredWarnings.mixedCohorts(events.timing());
        mixed.ifPresent(warnings::add);
        return new EventStudyReading(panel, events, regression, fit)
                .with(
                        "poisson-event-study",
                        "Poisson event study, ratio of ratios" + (exposure.isEmpty() ? "" : ", per " + exposure),
                        "log points",
                        Scale.LOG,
                        warnings);
    }
}
