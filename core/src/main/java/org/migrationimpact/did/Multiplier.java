package org.migrationimpact.did;

/** The two values a multiplier takes; its mean is 0 and its variance 1. */
public enum Multiplier {
    /** -1 and 1, equally often. */
    RADEMACHER(-1, 1, 0.5),
    /** (1 − √5)/2 and (1 + √5)/2, so that the third moment is 1 too. Mammen (1993), doi:10.1214/aos/1176349025. */
    MAMMEN((1 - Math.sqrt(5)) / 2, (1 + Math.sqrt(5)) / 2, (Math.sqrt(5) - 1) / (2 * Math.sqrt(5)));

    private final double low;
    private final double high;
    private final double chanceOfHigh;

    Multiplier(double low, double high, double chanceOfHigh) {
        this.low = low;
        this.high = high;
        this.chanceOfHigh = chanceOfHigh;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    double chanceOfHigh() {
        return chanceOfHigh;
    }
}
