package org.migrationimpact.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;
import org.migrationimpact.impact.Status;
import org.migrationimpact.model.Scale;

/**
 * Did series of the same route that the measure did not concern change at the same date? If so, something common changed: a recording
 * practice, a border regime, the route itself.
 *
 * <p>The mean of the untreated total from the first treated period on is set against its mean before, over the periods of the design
 * and with Newey–West errors. Fails where that change goes the same way as the treated series', is significant at 5 %, and is at least half as
 * large in per cent; a failure costs three steps, which no single design survives.
 *
 * @param untreated the series that the measure did not concern
 * @param label what they are, in the plural: {@code all other nationalities on the route}
 */
public record SameRouteBreak(Panel untreated, String label) implements Check {

    static final String NAME = "same date on the untreated of the route";

    @Override
    public CheckResult check(Method method, Series series) {
        try {
            BeforeAfter levels = method.plain();
            Impact treated = levels.with(Scale.PERCENT).fit(series);
            Series total = untreated.total(label);
            Impact other = levels.fit(total);
            double percent = levels.with(Scale.PERCENT).fit(total).effect().estimate();
            return result(treated.effect().estimate(), percent, other, evidence(levels, other));
        } catch (DataException cannot) {
            return CheckResult.notApplicable(NAME, "the untreated series cannot answer: " + cannot.getMessage());
        }
    }

    private List<Impact> evidence(BeforeAfter levels, Impact total) {
        List<Impact> all = new ArrayList<>(List.of(total));
        untreated.series().forEach(one -> Trial.of(levels, one).ifPresent(all::add));
        return all;
    }

    private CheckResult result(double treated, double percent, Impact other, List<Impact> evidence) {
        double p = other.effect().coefficient().pValue();
        boolean failed = p < 0.05
                && Math.signum(percent) == Math.signum(treated)
                && Math.abs(percent) >= 0.5 * Math.abs(treated);
        double before = other.term("intercept").estimate();
        double after = before + other.effect().estimate();
        String noun = other.path().firstTreated().frequency().noun();
        String reason = String.format(
                Locale.ROOT,
                "%s, which the measure did not concern, %s from %s to %s a %s at the same date (%.1f %%, p %s), the treated series by"
                        + " %.1f %%: %s",
                label,
                after < before ? "fell" : "rose",
                Words.number(before),
                Words.number(after),
                noun,
                percent,
                Words.pValue(p),
                treated,
                failed ? "something common changed" : "no common change of that kind is seen");
        return new CheckResult(
                new Diagnostic(
                        NAME,
                        other.effect().coefficient().statistic(),
                        p,
                        failed ? Status.FAILED : Status.PASSED,
                        reason),
                failed ? 3 : 0,
                evidence);
    }
}
