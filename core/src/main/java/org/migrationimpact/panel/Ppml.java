package org.migrationimpact.panel;

import java.util.List;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.inference.PanelCovariance;

/**
 * Poisson pseudo maximum likelihood with absorbed effects: which coefficients b make {@code E(y) = exp(x'b + α + γ + … + offset)} fit
 * best? The outcome is 0 or more and need not be a count; only its mean must be right, and zeros stay in. A coefficient b changes the mean
 * by the factor exp(b).
 *
 * <p>Defaults: effects absorbed to a relative residual of 1e-10, steps until deviance and score stand still, singletons dropped, separated
 * zeros recognised, dropped and listed, errors clustered by the effect with most levels, tested by the normal distribution. The result
 * is the same to the last bit for every order of the rows and every number of threads.
 *
 * <p>Source: Santos Silva and Tenreyro (2006), doi:10.1162/rest.88.4.641; Correia, Guimarães and Zylkin (2020),
 * doi:10.1177/1536867X20909691.
 */
public final class Ppml {

    private final PanelModel model;

    private Ppml(PanelModel model) {
        this.model = model;
    }

    /** Coefficients of these columns, and an intercept. */
    public static Ppml on(String... columns) {
        return new Ppml(PanelModel.on(columns));
    }

    /** The same with these effects absorbed in place of the intercept; {@code origin^year} is a level for every pair. */
    public Ppml absorbing(String... effects) {
        return new Ppml(model.absorbing(List.of(effects)));
    }

    /** The same, these of the columns being treatments, which are never dropped: where they cannot be told from others, it is an error. */
    public Ppml treatments(String... columns) {
        return new Ppml(model.treating(List.of(columns)));
    }

    /** The same with other errors. */
    public Ppml with(PanelCovariance covariance) {
        return new Ppml(model.with(covariance));
    }

    /** The same with effects absorbed otherwise. */
    public Ppml with(Absorption absorption) {
        return new Ppml(model.with(absorption));
    }

    /**
     * Fits the rows.
     *
     * @throws InputException where a column, factor, weight or exposure is not as it must be; E-PPML-001 where an outcome is negative
     * @throws DataException E-EFFECTS-003 where no row is left
     * @throws EstimationException E-EFFECTS-004 where a treatment cannot be told from the rest, E-EFFECTS-010 where the absorption, E-PPML-002
     *     where the steps do not converge
     */
    public PpmlFit fit(PanelRows rows) {
        return new PoissonFitting(model, rows).fit();
    }

    @Override
    public String toString() {
        return model.describe("Poisson pseudo maximum likelihood");
    }
}
