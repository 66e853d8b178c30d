package org.migrationimpact.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;
import org.migrationimpact.impact.Status;
import org.migrationimpact.model.Window;

/**
 * Does the answer depend on how far back one looks? Measures follow peaks, so a base that begins at the peak makes any measure work. The
 * design is run with the last half, two thirds and five sixths of the periods before the measure.
 *
 * <p>Fails where the sign changes, or the smallest effect is less than half the largest; a failure costs one step.
 */
public record BaseWindow() implements Check {

    private static final String NAME = "choice of the base window";
    private static final List<Double> SHARES = List.of(5 / 6.0, 2 / 3.0, 0.5);

    @Override
    public CheckResult check(Method method, Series series) {
        Impact whole = method.fit(series);
        List<Impact> all = new ArrayList<>(List.of(whole));
        EffectPath path = whole.path();
        Period last = path.points().get(path.points().size() - 1).period();
        long before = path.points().get(0).period().until(path.firstTreated());
        for (long kept : SHARES.stream()
                .map(share -> Math.round(share * before))
                .distinct()
                .toList()) {
            Period first = path.firstTreated().plus(-kept);
            Trial.of(method.within(Window.between(first, last)), series).ifPresent(all::add);
        }
        return all.size() < 2
                ? CheckResult.notApplicable(NAME, "no shorter base leaves enough periods for the design")
                : result(all);
    }

    private static CheckResult result(List<Impact> all) {
        double[] effects = all.stream().mapToDouble(i -> i.effect().estimate()).toArray();
        double low = Arrays.stream(effects).min().orElseThrow();
        double high = Arrays.stream(effects).max().orElseThrow();
        boolean failed = new Spread(low, high).disagrees();
        String windows = all.stream()
                .map(i -> String.format(
                        Locale.ROOT,
                        "%+.3g from %s",
                        i.effect().estimate(),
                        i.path().points().get(0).period()))
                .collect(Collectors.joining(", "));
        return new CheckResult(
                new Diagnostic(
                        NAME,
                        Double.NaN,
                        Double.NaN,
                        failed ? Status.FAILED : Status.PASSED,
                        "the effect in " + all.get(0).effect().unit() + " is " + windows + ": "
                                + (failed
                                        ? "it depends on how far back one looks"
                                        : "it does not depend on how far back one looks")),
                failed ? 1 : 0,
                all);
    }
}
