package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;

/** When treatment begins: a period, or the date of a measure once the frequency of the series is known. */
sealed interface Start extends Serializable permits Start.AtPeriod {

    /** The first treated period in a series of this frequency. */
    Period in(Frequency frequency);

    /** What a reader must know of this start. */
    List<Warning> warnings(Frequency frequency);

    record AtPeriod(Period period) implements Start {
        @Override
        public Period in(Frequency frequency) {
            if (period.frequency() != frequency) {
                throw new InputException(
                        "E-START-001",
                        "the first treated period " + period + " is a "
                                + period.frequency().noun() + ", the series is by " + frequency.noun()
                                + "; name the first treated " + frequency.noun());
            }
            return period;
        }

        @Override
        public List<Warning> warnings(Frequency frequency) {
            return List.of();
        }
    }
}
