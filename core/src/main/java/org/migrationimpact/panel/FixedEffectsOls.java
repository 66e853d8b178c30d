package org.migrationimpact.panel;

import java.util.List;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.inference.PanelCovariance;

/**
 * Least squares with effects for units, periods, corridors and their pairs, any number of them: which coefficients b make {@code Σ w (y −
 * x'b − α − γ − …)²} smallest? The effects are absorbed, never written down as columns; the coefficients are those of a regression with a
 * dummy for every level.
 *
 * <p>Defaults: effects absorbed to a relative residual of 1e-10, singletons dropped and listed, errors clustered by the effect with most levels. The result is the same to the last bit for every order of the rows and every number of threads.
 *
 * <p>Source: Guimarães and Portugal (2010), doi:10.1177/1536867X1101000406; Correia (2017), "Linear models with high-dimensional fixed
 * effects".
 */
public final class FixedEffectsOls {

    private final PanelModel model;

    private FixedEffectsOls(PanelModel model) {
        this.model = model;
    }

    /** Coefficients of these columns, and an intercept. */
    public static FixedEffectsOls on(String... columns) {
        return new FixedEffectsOls(PanelModel.on(columns));
    }

    /** The same with these effects absorbed in place of the intercept; {@code origin^year} is a level for every pair. */
    public FixedEffectsOls absorbing(String... effects) {
        return new FixedEffectsOls(model.absorbing(List.of(effects)));
    }

    /** The same, these of the columns being treatments, which are never dropped: where they cannot be told from others, it is an error. */
    public FixedEffectsOls treatments(String... columns) {
        return new FixedEffectsOls(model.treating(List.of(columns)));
    }

    /** The same with other errors. */
    public FixedEffectsOls with(PanelCovariance covariance) {
        return new FixedEffectsOls(model.with(covariance));
    }

    /** The same with effects absorbed otherwise. */
    public FixedEffectsOls with(Absorption absorption) {
        return new FixedEffectsOls(model.with(absorption));
    }

    /**
     * Fits the rows.
     *
     * @throws InputException where a column, factor or weight is not as it must be
     * @throws DataException E-EFFECTS-003 where no row is left, E-EFFECTS-009 where there are not more rows than parameters
     * @throws EstimationException E-EFFECTS-004 where a treatment cannot be told from the rest, E-EFFECTS-010 where the absorption does not
     *     converge
     */
    public FixedEffectsFit fit(PanelRows rows) {
        return new LeastSquares(model, rows).fit();
    }

    @Override
    public String toString() {
        return model.describe("least squares");
    }
}
