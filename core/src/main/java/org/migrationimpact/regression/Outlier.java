package org.migrationimpact.regression;

import java.io.Serializable;
import java.util.Locale;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.LevelShift;
import org.migrationimpact.model.Pulse;
import org.migrationimpact.model.TemporaryChange;
import org.migrationimpact.model.Term;

/**
 * A period that does not fit.
 *
 * @param kind what kind of misfit
 * @param period where, or from where on
 * @param statistic τ, its size over its error
 */
public record Outlier(Kind kind, Period period, double statistic) implements Serializable {

    /** The decay of a temporary change, as in Chen and Liu. */
    public static final double DECAY = 0.7;

    /** The kinds that are told apart. */
    public enum Kind {
        /** One period is off. */
        ADDITIVE,
        /** From one period on all are off by the same. */
        LEVEL_SHIFT,
        /** From one period on all are off, by 0.7 of it each period less. */
        TEMPORARY_CHANGE;

        Term term(String name, Period period) {
            return switch (this) {
                case ADDITIVE -> new Pulse(name, period, period);
                case LEVEL_SHIFT -> new LevelShift(name, period, 1);
                case TEMPORARY_CHANGE -> new TemporaryChange(name, period, DECAY);
            };
        }

        /** The kind in words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Its column in a design: {@code additive@2011-03}, {@code level-shift@2011-03}, {@code temporary-change@2011-03}. */
    public Term term() {
        return kind.term(kind.toString().replace(' ', '-') + "@" + period, period);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s (tau %.1f)", kind, period, statistic);
    }
}
