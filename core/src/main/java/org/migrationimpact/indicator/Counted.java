package org.migrationimpact.indicator;

import java.util.Locale;
import java.util.Optional;
import org.migrationimpact.data.Lowering;

/** What kind of figure an indicator is, and so how its periods become longer ones. */
public enum Counted {
    /** Events, persons or money of a period. */
    FLOW,
    /** What is there on a day. */
    STOCK,
    /** A share, a rate, a gap or a change made from other figures. */
    RATIO,
    /** A score between bounds. */
    INDEX,
    /** A time. */
    DURATION,
    /** Several figures of different kinds under one name. */
    SEVERAL;

    /**
     * The rule by which its periods become longer ones: the sum of a flow, the last of a stock. Empty for all others: a ratio is made anew
     * from its parts once these are lowered, and the mean of medians is no median.
     */
    public Optional<Lowering> lowering() {
        return switch (this) {
            case FLOW -> Optional.of(Lowering.SUM);
            case STOCK -> Optional.of(Lowering.LAST);
            case RATIO, INDEX, DURATION, SEVERAL -> Optional.empty();
        };
    }

    /** The word as tables write it: {@code flow}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
