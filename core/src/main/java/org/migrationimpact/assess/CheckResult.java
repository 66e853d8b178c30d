package org.migrationimpact.assess;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Status;

/**
 * How a check ended.
 *
 * @param finding name, statistic, status and reason in plain words
 * @param deduction how many steps of the grade a failure costs; 0 unless it failed
 * @param evidence the results on which the finding rests, for tables and charts
 */
public record CheckResult(Diagnostic finding, int deduction, List<Impact> evidence) implements Serializable {

    public CheckResult {
        evidence = List.copyOf(evidence);
        if (deduction < 0 || (deduction > 0 && finding.status() != Status.FAILED)) {
            throw new IllegalArgumentException(
                    "only a failure costs steps, got " + deduction + " for " + finding.status());
        }
    }

    /** The name of the check. */
    public String name() {
        return finding.name();
    }

    /** How it ended. */
    public Status status() {
        return finding.status();
    }

    /** What was found, in plain words. */
    public String reason() {
        return finding.reason();
    }

    static CheckResult notApplicable(String name, String reason) {
        return new CheckResult(
                new Diagnostic(name, Double.NaN, Double.NaN, Status.NOT_APPLICABLE, reason), 0, List.of());
    }

    @Override
    public String toString() {
        return name() + ": " + status().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ". "
                + Words.capital(reason());
    }
}
