package org.migrationimpact.did;

import org.apache.commons.math3.special.Erf;

/** Tails of a standard normal variable that lies between two values, also far out. */
final class TruncatedNormal {

    private static final double FAR = 25;

    private TruncatedNormal() {}

    /** The chance of more than {@code value}, given that it lies between {@code low} and {@code high}. */
    static double upperTail(double value, double low, double high) {
        if (low > 0) {
            double whole = mills(low) - scaled(high, low);
            return (scaled(value, low) - scaled(high, low)) / whole;
        }
        double whole = tail(low) - tail(high);
        return (tail(value) - tail(high)) / whole;
    }

    private static double tail(double z) {
        return Erf.erfc(z / Math.sqrt(2)) / 2;
    }

    /** The tail beyond z over the density at {@code at}. */
    private static double scaled(double z, double at) {
        return z == Double.POSITIVE_INFINITY ? 0 : Math.exp((at - z) * (at + z) / 2) * mills(z);
    }

    /** The tail over the density, for z above 0. */
    private static double mills(double z) {
        if (z < FAR) {
            return tail(z) * Math.sqrt(2 * Math.PI) * Math.exp(z * z / 2);
        }
        double square = 1 / (z * z);
        return (1 - square * (1 - 3 * square * (1 - 5 * square * (1 - 7 * square)))) / z;
    }
}
