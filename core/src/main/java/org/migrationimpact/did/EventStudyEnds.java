package org.migrationimpact.did;

/** How far an event study may be asked to reach. */
final class EventStudyEnds {

    private EventStudyEnds() {}

    static int requireLeads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("leads are 1 or more, got " + number);
        }
        return number;
    }

    static int requireLags(int last) {
        if (last < 0) {
            throw new IllegalArgumentException("lags are 0 or more, got " + last);
        }
        return last;
    }
}
