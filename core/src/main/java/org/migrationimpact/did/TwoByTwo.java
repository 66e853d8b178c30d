package org.migrationimpact.did;

import java.io.Serializable;
import org.migrationimpact.data.DataException;
import org.migrationimpact.inference.PanelCovariance;

/**
 * Two groups, before and after: the change of the treated less the change of the others, {@code (ȳ_11 − ȳ_10) − (ȳ_01 − ȳ_00)}. Treated are
 * all units of one first treated period; several periods before, or after, count together.
 *
 * <p>The effect is the coefficient of {@code treated:after} in least squares on {@code treated}, {@code after} and their product, so
 * covariates can be held equal. Defaults: every row counts, whether or not its unit is seen on both sides; no anticipation; errors
 * clustered by unit, or by the cluster of the panel. Rows in which the measure was anticipated are left out. Rows may be repeated
 * cross-sections.
 *
 * <p>Source: Card and Krueger (1994), American Economic Review 84(4), for the best known example.
 */
public final class TwoByTwo implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final Rows rows;

    /** Which rows are compared, and with what. */
    enum Rows {
        ALL,
        WITHIN_UNITS
    }

    private TwoByTwo(AdoptionPanel panel, RegressionOptions options, Rows rows) {
        this.panel = panel;
        this.options = options;
        this.rows = rows;
    }

    /** Of these rows, with the defaults. */
    public static TwoByTwo of(AdoptionPanel panel) {
        return new TwoByTwo(panel, RegressionOptions.DEFAULTS, Rows.ALL);
    }

    /** Only units that are seen before and after, each compared with itself: with effects of unit and period. */
    public TwoByTwo withinUnits() {
        return new TwoByTwo(panel, options, Rows.WITHIN_UNITS);
    }

    /** Holding these covariates equal. */
    public TwoByTwo adjustedFor(String... covariates) {
        return new TwoByTwo(panel, options.adjustedFor(panel, covariates), rows);
    }

    /** The measure was felt so many periods before it began; these are left out. */
    public TwoByTwo anticipated(int periods) {
        return new TwoByTwo(panel, options.anticipated(periods), rows);
    }

    /** With other errors; groups are {@code unit}, {@code period} and the cluster of the panel. */
    public TwoByTwo with(PanelCovariance covariance) {
        return new TwoByTwo(panel, options.with(covariance), rows);
    }

    /**
     * The effect and the four means.
     *
     * @throws DataException E-DID-037 where there is not one first treated period, E-DID-038 where one of the four cells has no row
     */
    public TwoByTwoFit fit() {
        return new FourCells(panel, options, rows).fit();
    }
}
