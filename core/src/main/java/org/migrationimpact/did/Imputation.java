package org.migrationimpact.did;

import java.io.Serializable;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;

/**
 * The effect on every treated row, as its outcome less what the untreated rows say it would have been: effects of unit and period, and
 * slopes of covariates, are fitted to untreated rows only and carried over. No treated row is ever a control, so effects may differ and
 * change as they like; the means of these effects are the most precise of their kind where errors are alike and independent.
 *
 * <p>Errors are the conservative ones of the paper: the effects of a cohort in a period are taken to be alike but for noise, which can
 * only make errors too large; clustered by unit, or by the cluster of the panel, tested with Student's t, G − 1 degrees of freedom. Effects
 * before treatment come from a regression on the untreated rows alone, which is measured from all earlier untreated rows and not from one
 * period; the joint test of them is right whatever the effects are.
 *
 * <p>Defaults: no covariates, no anticipation, up to 5 leads (as the data allow), the mean over all treated rows as headline. Treated rows
 * that cannot be imputed are left out, counted and warned of. Source: Borusyak, Jaravel and Spiess (2024), doi:10.1093/restud/rdae007.
 */
public final class Imputation implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final int leads;
    private final Aggregation headline;

    private Imputation(AdoptionPanel panel, RegressionOptions options, int leads, Aggregation headline) {
        this.panel = panel;
        this.options = options;
        this.leads = leads;
        this.headline = headline;
    }

    /** Of these rows, with the defaults. */
    public static Imputation of(AdoptionPanel panel) {
        return new Imputation(panel, RegressionOptions.DEFAULTS, ImputationLeads.AS_DATA_ALLOW, Aggregation.SIMPLE);
    }

    /** With so many effects before treatment; 0 for none. */
    public Imputation leads(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("leads are 0 or more, got " + number);
        }
        return new Imputation(panel, options, number, headline);
    }

    /** Holding these covariates equal, by their slopes among the untreated. */
    public Imputation adjustedFor(String... covariates) {
        return new Imputation(panel, options.adjustedFor(panel, covariates), leads, headline);
    }

    /** The measure was felt so many periods before it began: these rows are imputed too. */
    public Imputation anticipated(int periods) {
        return new Imputation(panel, options.anticipated(periods), leads, headline);
    }

    /** Which aggregate is the headline. */
    public Imputation headline(Aggregation aggregation) {
        return new Imputation(panel, options, leads, aggregation);
    }

    /** The confidence of the uniform bands, between 0 and 1. */
    public Imputation confidence(double level) {
        return new Imputation(panel, options.confident(level), leads, headline);
    }

    /**
     * The effects.
     *
     * @throws DataException E-DID-040 where no row is untreated, E-DID-041 where no treated row can be imputed
     * @throws EstimationException E-DID-039 where a covariate cannot be told from the effects
     */
    public AdoptionFit fit() {
        return new ImputedEffects(panel, options, ImputedEffects.Errors.CONSERVATIVE, headline).fit(leads);
    }
}
