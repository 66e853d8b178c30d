package org.migrationimpact.did;

import java.io.Serializable;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.inference.PanelCovariance;

/**
 * The regression that difference in differences with many dates is often taken for: {@code y_it = α_i + λ_t + β D_it + x_it'γ + ε_it}, D
 * being 1 from the first treated period of a unit on.
 *
 * <p>With one date, or with one effect that is the same for all and at all times, β is that effect. With several dates and effects that
 * differ it is a mixture in which units treated already serve as controls and effects may count with a negative sign; the result says how
 * much of it, takes the coefficient apart by {@link BaconDecomposition} where the panel allows, and warns. It is here to be compared with
 * {@link GroupTimeEffects}, {@link SunAbraham} and {@link Imputation}.
 *
 * <p>Defaults: no covariates, no anticipation, errors clustered by unit, or by the cluster of the panel. Units treated in every period stay
 * in. Sources: Goodman-Bacon (2021), doi:10.1016/j.jeconom.2021.03.014; de Chaisemartin and D'Haultfœuille (2020),
 * doi:10.1257/aer.20181169.
 */
public final class TwoWayFixedEffects implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final RegressionOptions options;

    private TwoWayFixedEffects(AdoptionPanel panel, RegressionOptions options) {
        this.panel = panel;
        this.options = options;
    }

    /** Of these rows, with the defaults. */
    public static TwoWayFixedEffects of(AdoptionPanel panel) {
        return new TwoWayFixedEffects(panel, RegressionOptions.DEFAULTS);
    }

    /** Holding these covariates equal. */
    public TwoWayFixedEffects adjustedFor(String... covariates) {
        return new TwoWayFixedEffects(panel, options.adjustedFor(panel, covariates));
    }

    /** The measure was felt so many periods before it began: these count as treated. */
    public TwoWayFixedEffects anticipated(int periods) {
        return new TwoWayFixedEffects(panel, options.anticipated(periods));
    }

    /** With other errors; groups are {@code unit}, {@code period} and the cluster of the panel. */
    public TwoWayFixedEffects with(PanelCovariance covariance) {
        return new TwoWayFixedEffects(panel, options.with(covariance));
    }

    /**
     * The coefficient.
     *
     * @throws EstimationException E-EFFECTS-004 where treatment cannot be told from the effects of unit and period
     */
    public TwoWayFit fit() {
        return new TwoWayRegression(panel, options).fit();
    }
}
