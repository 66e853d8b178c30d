package org.migrationimpact.examples.study;

import java.util.Optional;
import org.migrationimpact.data.Series;

/** Designs that take milliseconds a fit: calibrated on series of which a hundred fits are done in a second or two. */
final class SlowDesigns {

    private static final int MOST_PERIODS = 240;
    private static final int MOST_SEASONS = 12;

    private SlowDesigns() {}

    /** Why this series is too much; empty where it is not. */
    static Optional<String> reason(Series outcome) {
        int seasons = outcome.frequency().seasons();
        if (outcome.size() <= MOST_PERIODS && seasons <= MOST_SEASONS) {
            return Optional.empty();
        }
        return Optional.of(outcome.size() + " periods with " + seasons
                + " seasons take too long to be fitted a hundred times; up to " + MOST_PERIODS + " with " + MOST_SEASONS
                + " are calibrated");
    }
}
