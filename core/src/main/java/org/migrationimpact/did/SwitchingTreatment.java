package org.migrationimpact.did;

import java.io.Serializable;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;

/**
 * The effect of a treatment that is switched on and off, at the moment of the switch: the change of the outcome of units that switch, less
 * that of units whose treatment was the same before and stays. Units switched on are compared with those that stay untreated, units
 * switched off (with the sign turned) with those that stay treated; each switch counts by its weight. This is DID_M.
 *
 * <p>It needs no assumption that effects are alike or constant between units, but two others: without the switch both would have changed
 * alike, and what a unit's treatment was earlier does not matter now. An effect that builds up over several periods, or lasts after the
 * measure has ended, breaks the second. The placebo looks at the change one period earlier, of the same kind, between units whose treatment
 * did not change in it.
 *
 * <p>Only neighbouring periods of the calendar are compared; weights are those of the later period. Errors come from the influence of each
 * unit, clustered by unit, or by the cluster of the panel; t with G − 1 degrees of freedom. Source: de Chaisemartin and D'Haultfœuille
 * (2020), doi:10.1257/aer.20181169.
 */
public final class SwitchingTreatment implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final String status;
    private final double confidence;

    private SwitchingTreatment(AdoptionPanel panel, String status, double confidence) {
        this.panel = panel;
        this.status = status;
        this.confidence = confidence;
    }

    /**
     * Of these rows, with the covariate that is 1 where a row is treated and 0 where it is not. First treated periods of the panel are not
     * looked at.
     *
     * @throws InputException E-DID-044 where that covariate is neither 0 nor 1
     */
    public static SwitchingTreatment of(AdoptionPanel panel, String status) {
        PanelRegression.requirePanel(panel);
        double[] flag = panel.column(status);
        for (int row = 0; row < flag.length; row++) {
            if (flag[row] != 0 && flag[row] != 1) {
                throw new InputException(
                        "E-DID-044",
                        status + " of " + panel.units().get(panel.unitOf(row)) + " in "
                                + panel.periods().get(panel.periodOf(row)) + " is " + flag[row]
                                + "; a row is treated (1) or not (0)");
            }
        }
        return new SwitchingTreatment(panel, status, 0.95);
    }

    /** The confidence of the uniform band over effect and placebo, between 0 and 1. */
    public SwitchingTreatment confidence(double level) {
        return new SwitchingTreatment(panel, status, Interval.requireLevel(level));
    }

    /**
     * The effect at the switch, the placebo before it, and the parts of switching on and off.
     *
     * @throws DataException E-DID-045 where no switch can be compared with a unit that stays as it was
     */
    public AdoptionFit fit() {
        return new Switches(panel, status, confidence).fit();
    }
}
