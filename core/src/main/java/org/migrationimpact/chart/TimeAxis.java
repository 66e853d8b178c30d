package org.migrationimpact.chart;

import java.time.LocalDate;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.measure.PartialDate;

/**
 * The periods of a plot on a line: days since 1970-01-01, or the number of a period that has no calendar. A value stands in the middle of
 * its period, so that a date within a period is drawn within it.
 */
record TimeAxis(Period first, Period last) {

    Frequency frequency() {
        return first.frequency();
    }

    /** Where the axis begins. */
    double low() {
        return start(first);
    }

    /** Where it ends. */
    double high() {
        return start(last.plus(1));
    }

    /** The beginning of a period. */
    static double start(Period period) {
        return period.frequency() == Frequency.ORDINAL ? period.index() - 0.5 : at(period.firstDay());
    }

    /** The middle of a period, where its value stands. */
    static double middle(Period period) {
        return (start(period) + start(period.plus(1))) / 2;
    }

    /** The beginning of a day. */
    static double at(LocalDate day) {
        return day.toEpochDay();
    }

    /** Whether a date is a place on this axis. */
    boolean isCalendar() {
        return frequency() != Frequency.ORDINAL;
    }

    /** Whether any of the days on which the date may have been is shown. */
    boolean shows(PartialDate date) {
        return isCalendar() && at(date.latest()) + 1 > low() && at(date.earliest()) < high();
    }

    /** The middle of the period in which the day lies, where a tick for that day stands. */
    double tickAt(LocalDate day) {
        return middle(Period.containing(day, frequency()));
    }
}
