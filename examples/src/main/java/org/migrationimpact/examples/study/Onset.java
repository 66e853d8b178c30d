package org.migrationimpact.examples.study;

import java.util.List;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.measure.Measure;

/** When treatment begins, in the calendar of the data. */
sealed interface Onset permits Onset.At, Onset.InForce {

    /** What it follows from. */
    Place place();

    /** The first treated periods in this calendar. */
    List<Period> in(Frequency frequency);

    /** In this period; several interventions in these. */
    record At(List<Period> periods, Place place) implements Onset {
        public At {
            periods = List.copyOf(periods);
        }

        @Override
        public List<Period> in(Frequency frequency) {
            return periods;
        }
    }

    /** When this measure is in force. */
    record InForce(Measure measure, Place place) implements Onset {
        @Override
        public List<Period> in(Frequency frequency) {
            return List.of(measure.firstTreated(frequency));
        }
    }
}
