package org.migrationimpact.assess;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.measure.Measure;

/**
 * A measure assessed on one series: the estimate, what every check found, and the verdict.
 *
 * @param measure the measure
 * @param outcome the series it was meant to change
 * @param impact the estimate
 * @param checks what the checks found, in the order in which they were run
 * @param verdict the answer
 */
public record Assessed(Measure measure, Series outcome, Impact impact, List<CheckResult> checks, Verdict verdict)
        implements Serializable {

    public Assessed {
        checks = List.copyOf(checks);
    }

    @Override
    public String toString() {
        return verdict.summary();
    }
}
