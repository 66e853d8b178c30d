package org.migrationimpact.assess;

/** How far answers to one question lie apart. */
record Spread(double low, double high) {

    /** Whether they differ in sign, or the smaller is less than half the larger. */
    boolean disagrees() {
        double smaller = Math.min(Math.abs(low), Math.abs(high));
        double larger = Math.max(Math.abs(low), Math.abs(high));
        return Math.signum(low) != Math.signum(high) || smaller < 0.5 * larger;
    }
}
