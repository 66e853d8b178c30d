package org.migrationimpact.panel;

import java.io.Serializable;
import java.util.Locale;

/**
 * How effects were absorbed.
 *
 * @param method conjugate gradients, Cholesky or a closed form
 * @param iterations iterations of the method, over all times it was called
 * @param relativeResidual the part of a residual that the effects could still explain, of the worst column
 */
public record AbsorptionReport(String method, int iterations, double relativeResidual) implements Serializable {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s, %d iterations, relative residual %.2g", method, iterations, relativeResidual);
    }
}
