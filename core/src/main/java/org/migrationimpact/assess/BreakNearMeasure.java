package org.migrationimpact.assess;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.migrationimpact.breaks.BaiPerron;
import org.migrationimpact.breaks.BreakDate;
import org.migrationimpact.breaks.Breakpoints;
import org.migrationimpact.breaks.TimeRegression;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;
import org.migrationimpact.impact.Status;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;

/**
 * Does the series break where the measure is, when nobody tells it the date? The breaks of its mean are searched over the window of the
 * design, on its scale, without its season, and their number chosen by the criterion of Liu, Wu and Zidek.
 *
 * <p>Passes where the 95 % interval of a break contains the last period before the measure, or that period is next to it. Fails where the
 * series breaks only elsewhere; a failure costs one step. A series in which no break is found says little either way, and so does a
 * measure nearer to an end of the window than the shortest regime.
 */
public record BreakNearMeasure() implements Check {

    private static final String NAME = "break near the measure";

    @Override
    public CheckResult check(Method method, Series series) {
        Impact impact = method.fit(series);
        EffectPath path = impact.path();
        try {
            return check(impact, breaks(window(series, path), impact.effect().scale()), path.firstTreated());
        } catch (DataException | EstimationException cannot) {
            return CheckResult.notApplicable(NAME, "breaks cannot be searched here: " + cannot.getMessage());
        }
    }

    private static Series window(Series series, EffectPath path) {
        return series.between(
                path.points().get(0).period(),
                path.points().get(path.points().size() - 1).period());
    }

    private static Breakpoints breaks(Series series, Scale scale) {
        Series measured = scale == Scale.LOG ? series.map("log", Math::log) : series;
        TimeRegression mean = TimeRegression.ofMean(measured);
        return BaiPerron.in(mean)
                .keeping(Season.BY_FREQUENCY.terms(mean.periods()))
                .find();
    }

    private static CheckResult check(Impact impact, Breakpoints breaks, Period firstTreated) {
        List<Period> periods = breaks.regression().periods();
        long before = periods.stream().filter(p -> p.isBefore(firstTreated)).count();
        int shortest = breaks.shortestRegime();
        if (before < shortest || periods.size() - before < shortest) {
            return CheckResult.notApplicable(
                    NAME,
                    "the measure lies nearer to an end of the series than the " + shortest
                            + " periods that a regime must have");
        }
        List<BreakDate> dates = breaks.dates(breaks.byLwz(), 0.95);
        if (dates.isEmpty()) {
            return CheckResult.notApplicable(
                    NAME,
                    "no break of the mean of " + impact.subject()
                            + " is found without being told a date, which says little about changes smaller than its scatter");
        }
        boolean near = dates.stream().anyMatch(date -> date.isNear(firstTreated));
        String found = dates.stream().map(BreakNearMeasure::words).collect(Collectors.joining(", "));
        String reason = "without being told a date, the mean of " + impact.subject() + " breaks " + found
                + (near
                        ? "; the measure is there"
                        : String.format(Locale.ROOT, "; the measure, %s, is not", firstTreated));
        return new CheckResult(
                new Diagnostic(NAME, Double.NaN, Double.NaN, near ? Status.PASSED : Status.FAILED, reason),
                near ? 0 : 1,
                List.of());
    }

    private static String words(BreakDate date) {
        return "between " + date.lastOfOld() + " and " + date.firstOfNew()
                + (date.earliest().isPresent() && date.latest().isPresent()
                        ? " (95 % interval of the last period before it: "
                                + date.earliest().get() + " to " + date.latest().get() + ")"
                        : "");
    }
}
