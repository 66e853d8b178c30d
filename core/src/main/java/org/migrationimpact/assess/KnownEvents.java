package org.migrationimpact.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Method;
import org.migrationimpact.impact.Status;
import org.migrationimpact.measure.Bundle;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.measure.Shock;

/**
 * What else is known to have happened at the date: other measures of the same partner that the data cannot tell apart from this one, and
 * shocks that lasted in the first treated period or in one beside it.
 *
 * <p>Fails where there is any. A failure costs one step for other measures and one for shocks, two where a shock is a break of definition
 * or composition.
 *
 * @param measure the measure
 * @param inventory the measures among which to look
 * @param shocks the shocks that affect the series
 */
public record KnownEvents(Measure measure, MeasureInventory inventory, List<Shock> shocks) implements Check {

    private static final String NAME = "known events at the date";

    public KnownEvents {
        shocks = List.copyOf(shocks);
    }

    @Override
    public CheckResult check(Method method, Series series) {
        Frequency frequency = series.frequency();
        if (frequency == Frequency.ORDINAL) {
            return CheckResult.notApplicable(NAME, "a series without a calendar has no dates");
        }
        Period start = method.start(series);
        List<Shock> atTheDate = at(start);
        List<Measure> others = others(frequency);
        List<String> found = new ArrayList<>();
        others.forEach(other -> found.add("measure " + other.id() + " " + other.title()));
        atTheDate.forEach(shock ->
                found.add("shock " + shock.id() + " " + shock.name() + " (" + shock.kind() + ", from " + shock.start()
                        + shock.end().map(end -> " to " + end).orElse("") + ", " + shock.confidence() + ")"));
        boolean failed = !found.isEmpty();
        return new CheckResult(
                new Diagnostic(
                        NAME,
                        Double.NaN,
                        Double.NaN,
                        failed ? Status.FAILED : Status.PASSED,
                        failed
                                ? "at or beside " + start + " there is also " + String.join("; ", found)
                                : "no other measure and no shock is listed at or beside " + start),
                deduction(others, atTheDate),
                List.of());
    }

    private List<Shock> at(Period start) {
        LocalDate from = start.plus(-1).firstDay();
        LocalDate to = start.plus(1).lastDay();
        return shocks.stream().filter(shock -> shock.mayOverlap(from, to)).toList();
    }

    private List<Measure> others(Frequency frequency) {
        Bundle bundle = inventory.bundleWith(measure, frequency);
        return bundle.measures().stream()
                .filter(other -> !other.id().equals(measure.id()))
                .collect(Collectors.toList());
    }

    private static int deduction(List<Measure> others, List<Shock> shocks) {
        boolean definition = shocks.stream().anyMatch(shock -> shock.kind().contains("break"));
        return (others.isEmpty() ? 0 : 1) + (definition ? 2 : shocks.isEmpty() ? 0 : 1);
    }
}
