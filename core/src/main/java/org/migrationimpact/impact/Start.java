package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.model.Donut;

/** When treatment begins: a period, or the date of a measure once the frequency of the series is known. */
sealed interface Start extends Serializable permits Start.AtPeriod, Start.OfMeasure {

    /** The first treated period in a series of this frequency. */
    Period in(Frequency frequency);

    /** What a reader must know of this start, given what the design leaves out. */
    List<Warning> warnings(Frequency frequency, Donut donut);

    /** A period given by the user. */
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
        public List<Warning> warnings(Frequency frequency, Donut donut) {
            return List.of();
        }

        @Override
        public String toString() {
            return period.toString();
        }
    }

    /** The first period that lies wholly in the time of a measure. */
    record OfMeasure(Measure measure) implements Start {
        @Override
        public Period in(Frequency frequency) {
            return measure.firstTreated(frequency);
        }

        @Override
        public List<Warning> warnings(Frequency frequency, Donut donut) {
            return measure
                    .partlyTreated(frequency)
                    .filter(partly -> !donut.leavesOut(partly, in(frequency)))
                    .map(partly -> new Warning(
                            "W-START-001",
                            measure.id() + " began within " + partly + "; that " + frequency.noun()
                                    + " is partly treated and counts as before unless a donut leaves it out"))
                    .stream()
                    .toList();
        }

        @Override
        public String toString() {
            return measure.id();
        }
    }
}
