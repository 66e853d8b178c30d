package org.migrationimpact.examples.study;

import java.util.List;
import org.migrationimpact.data.Period;
import org.migrationimpact.measure.Measure;

/** When treatment begins, in the calendar of the data. */
sealed interface Onset permits Onset.At, Onset.InForce {

    /** What it follows from. */
    Place place();

    /** In this period; several interventions in these. */
    record At(List<Period> periods, Place place) implements Onset {
        public At {
            periods = List.copyOf(periods);
        }
    }

    /** When this measure is in force. */
    record InForce(Measure measure, Place place) implements Onset {}
}
