package org.migrationimpact.panel;

import java.util.Locale;
import org.migrationimpact.data.EstimationException;

/** Whether an absorption ended where it was asked to. */
final class Convergence {

    private Convergence() {}

    /** Stops where whoever waits for the result has given up. */
    static void requireNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new EstimationException("E-EFFECTS-005", "interrupted while fixed effects were absorbed");
        }
    }

    /** Refuses one that did not. */
    static void require(AbsorptionReport report, Absorption asked) {
        if (!(report.relativeResidual() <= asked.tolerance())) {
            throw new EstimationException(
                    "E-EFFECTS-010",
                    String.format(
                            Locale.ROOT,
                            "the effects are absorbed to a relative residual of %.2g after %d iterations of %s, not to"
                                    + " %.2g; allow more iterations or a larger tolerance, or leave out levels that few"
                                    + " rows connect",
                            report.relativeResidual(),
                            report.iterations(),
                            report.method(),
                            asked.tolerance()));
        }
    }
}
