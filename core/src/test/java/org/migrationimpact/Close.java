package org.migrationimpact;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Relative comparison of numbers. */
public final class Close {

    private Close() {}

    /** Fails unless the two differ by at most this share of the expected one. */
    public static void relative(double expected, double actual, double tolerance, String what) {
        double error = Math.abs(actual - expected) / (expected == 0 ? 1 : Math.abs(expected));
        assertTrue(
                error <= tolerance,
                () -> what + ": expected " + expected + ", got " + actual + ", relative error " + error);
    }
}
