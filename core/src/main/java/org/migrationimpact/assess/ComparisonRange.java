package org.migrationimpact.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;
import org.migrationimpact.impact.Status;

/**
 * Does the answer depend on whom one compares with? The same design is run on each untreated series, and its effect taken from that of the
 * treated one.
 *
 * <p>Fails where these differences do not all have one sign, or the smallest is less than half the largest; a failure costs one step. With
 * fewer than two untreated series there is nothing to compare.
 *
 * @param untreated the series that the measure did not concern, in the unit of the treated one
 */
public record ComparisonRange(Panel untreated) implements Check {

    static final String NAME = "choice of the comparison";

    private record Difference(String unit, double value) {}

    @Override
    public CheckResult check(Method method, Series series) {
        Impact treated = method.fit(series);
        List<Impact> others = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        untreated
                .series()
                .forEach(other -> Trial.of(method, other).ifPresent(impact -> {
                    others.add(impact);
                    differences.add(new Difference(
                            other.name(),
                            treated.effect().estimate() - impact.effect().estimate()));
                }));
        if (differences.size() < 2) {
            return CheckResult.notApplicable(
                    NAME,
                    differences.size() + " of " + untreated.series().size()
                            + " untreated series allow the same design; it takes two");
        }
        return result(treated, differences, others);
    }

    private CheckResult result(Impact treated, List<Difference> differences, List<Impact> others) {
        Comparator<Difference> bySize = Comparator.comparingDouble(Difference::value);
        Difference low = differences.stream().min(bySize).orElseThrow();
        Difference high = differences.stream().max(bySize).orElseThrow();
        boolean failed = new Spread(low.value, high.value).disagrees();
        String reason = String.format(
                Locale.ROOT,
                "less the change of each of %d untreated series the effect ranges from %+.3g (%s) to %+.3g %s (%s): %s",
                differences.size(),
                low.value,
                low.unit,
                high.value,
                treated.effect().unit(),
                high.unit,
                failed ? "the answer depends on the comparison" : "the comparisons agree");
        return new CheckResult(
                new Diagnostic(NAME, Double.NaN, Double.NaN, failed ? Status.FAILED : Status.PASSED, reason),
                failed ? 1 : 0,
                others);
    }
}
