package org.migrationimpact.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;
import org.migrationimpact.impact.Status;

/**
 * Does the answer depend on which edition of the figures one reads? Publishers revise, and the same design on another download of the same
 * series may find another effect.
 *
 * <p>Fails where the two effects differ in sign, where the smaller is less than half the larger, or where one differs from 0 at 5 % and the
 * other does not; a failure costs one step.
 *
 * @param other the same series as another edition has it, in the same unit
 */
public record VintageRange(Series other) implements Check {

    static final String NAME = "choice of the edition";

    @Override
    public CheckResult check(Method method, Series series) {
        if (!other.unit().equals(series.unit())) {
            return CheckResult.notApplicable(
                    NAME,
                    "this edition is in " + series.unit() + " and the other in " + other.unit()
                            + "; it takes two editions in one unit");
        }
        Optional<Impact> there = Trial.of(method, other);
        return there.isEmpty()
                ? CheckResult.notApplicable(NAME, "the other edition does not allow the same design")
                : between(method.fit(series), there.get());
    }

    /** What the check says of two results of one design, one from each edition; both effects must be in one unit. */
    public static CheckResult between(Impact here, Impact there) {
        if (!here.effect().unit().equals(there.effect().unit())) {
            throw new IllegalArgumentException("two editions need effects in one unit, got "
                    + here.effect().unit() + " and " + there.effect().unit());
        }
        List<String> differences = differences(here, there);
        boolean failed = !differences.isEmpty();
        String reason = String.format(
                Locale.ROOT,
                "the effect in %s is %s in this edition and %s in the other, %s: %s",
                here.effect().unit(),
                told(here),
                told(there),
                revised(here.path(), there.path()),
                failed
                        ? "its " + String.join(" and its ", differences)
                                + (differences.size() > 1 ? " depend" : " depends") + " on the edition"
                        : "sign, size and significance do not depend on the edition");
        return new CheckResult(
                new Diagnostic(NAME, Double.NaN, Double.NaN, failed ? Status.FAILED : Status.PASSED, reason),
                failed ? 1 : 0,
                List.of(here, there));
    }

    private static List<String> differences(Impact here, Impact there) {
        double one = here.effect().estimate();
        double other = there.effect().estimate();
        List<String> differences = new ArrayList<>();
        if (Math.signum(one) != Math.signum(other)) {
            differences.add("sign");
        } else if (new Spread(Math.min(one, other), Math.max(one, other)).disagrees()) {
            differences.add("size");
        }
        if (isSignificant(here) != isSignificant(there)) {
            differences.add("significance");
        }
        return differences;
    }

    private static boolean isSignificant(Impact impact) {
        double p = impact.effect().coefficient().pValue();
        Interval interval = impact.effect().coefficient().interval(0.95);
        return Double.isNaN(p) ? interval.low() > 0 || interval.high() < 0 : p < 0.05;
    }

    private static String told(Impact impact) {
        double p = impact.effect().coefficient().pValue();
        return String.format(Locale.ROOT, "%+.3g", impact.effect().estimate())
                + (Double.isNaN(p) ? "" : " (p " + Words.pValue(p) + ")");
    }

    /** How many of the periods that both have a figure for were revised, and how many only one of them has. */
    private static String revised(EffectPath here, EffectPath there) {
        Map<Period, Double> own = observed(here);
        Map<Period, Double> other = observed(there);
        List<Period> common = own.keySet().stream().filter(other::containsKey).toList();
        long changed = common.stream()
                .filter(period -> !Objects.equals(own.get(period), other.get(period)))
                .count();
        int alone = own.size() + other.size() - 2 * common.size();
        return changed + " of " + common.size() + " common periods are revised"
                + (alone == 0 ? "" : ", " + alone + " more have a figure in one edition only");
    }

    private static Map<Period, Double> observed(EffectPath path) {
        Map<Period, Double> figures = new TreeMap<>();
        path.points().stream()
                .filter(point -> !Double.isNaN(point.observed()))
                .forEach(point -> figures.put(point.period(), point.observed()));
        return figures;
    }
}
