package org.migrationimpact.did;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.IntervalOnly;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Status;
import org.migrationimpact.regression.Coefficient;

/**
 * How much may trends differ before an effect is no longer shown? The effect at one event time with its interval where trends are equal, and
 * robust intervals for bounds on how much they differ.
 *
 * @param study the result that the event study is from
 * @param event the event time
 * @param original the interval where trends are equal
 * @param intervals the robust ones, in order of their bounds; one or more
 */
public record Sensitivity(Impact study, int event, Interval original, List<HonestInterval> intervals)
        implements Serializable {

    public Sensitivity {
        intervals = List.copyOf(intervals);
        if (intervals.isEmpty()) {
            throw new IllegalArgumentException("sensitivity needs at least one bound, got none");
        }
    }

    /** The estimate at the event time. */
    public double estimate() {
        return study.breakdown()
                .aggregate("dynamic")
                .row(Integer.toString(event))
                .coefficient()
                .estimate();
    }

    /**
     * The same as the one result that every design ends in: the effect with its robust interval under the first bound, one term a bound
     * ({@code M=0.5}), and the smallest bound at which nothing is shown any more as a diagnostic.
     */
    public Impact impact() {
        List<Convention> conventions = new ArrayList<>(study.conventions());
        conventions.add(new Convention("robust intervals", intervals.get(0).method()));
        conventions.add(new Convention("trends differ by", intervals.get(0).restriction()));
        return new Impact(
                "honest",
                study.subject(),
                new Effect(
                        "effect " + event + " periods after treatment began, " + words(intervals.get(0)),
                        study.effect().unit(),
                        study.effect().scale(),
                        coefficient(name(intervals.get(0)), intervals.get(0).interval())),
                terms(),
                study.path(),
                study.sample(),
                conventions,
                List.of(breakdown()),
                study.warnings(),
                study.breakdown());
    }

    private List<Coefficient> terms() {
        List<Coefficient> terms = new ArrayList<>();
        terms.add(coefficient("equal trends", original));
        intervals.forEach(one -> terms.add(coefficient(name(one), one.interval())));
        return terms;
    }

    private Coefficient coefficient(String name, Interval interval) {
        return new Coefficient(name, estimate(), new IntervalOnly(interval));
    }

    private static String name(HonestInterval one) {
        return String.format(Locale.ROOT, "M=%s", one.bound());
    }

    private static String words(HonestInterval one) {
        return one.restriction() + " up to " + one.bound();
    }

    private Diagnostic breakdown() {
        return intervals.stream()
                .filter(one -> !one.excludesZero())
                .findFirst()
                .map(one -> new Diagnostic(
                        "breakdown",
                        one.bound(),
                        Double.NaN,
                        Status.NOT_APPLICABLE,
                        "the smallest bound tried at which no effect is shown any more"))
                .orElse(new Diagnostic(
                        "breakdown",
                        Double.NaN,
                        Double.NaN,
                        Status.PASSED,
                        "an effect is shown under every bound tried"));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("equal trends: " + original);
        intervals.forEach(one -> text.append('\n').append(one));
        return text.toString();
    }
}
