package org.migrationimpact.examples.cases;

import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.measure.Measure;

/**
 * From when on a measure counts. A year in which it began counts as treated, because as "before" it would be a wrong example for the twin; the
 * years after it are looked at alone too. A month in which it began on one of its last days counts as before.
 *
 * @param start the first period that counts as treated
 * @param whole the first that was treated from its first day to its last
 */
record Dates(Period start, Period whole) {

    static Dates of(Measure measure, Frequency frequency) {
        Period whole = measure.firstTreated(frequency);
        return frequency == Frequency.ANNUAL
                ? new Dates(measure.partlyTreated(frequency).orElse(whole), whole)
                : new Dates(whole, whole);
    }
}
