package org.migrationimpact.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.model.Scale;

/** A result in the words of a chart: its title, its headline, its text alternative. */
record ImpactWords(Impact impact, double confidence) {

    String title() {
        return impact.path().series() + ": observed, and expected without the measure";
    }

    /** {@code Change of level at 2011-01: -81.4 % (95 % interval -89.2 to -67.9 %)}. */
    String effect() {
        Effect effect = impact.effect();
        Interval interval = effect.coefficient().interval(confidence);
        String estimate = Figure.sentence(estimand()) + ": " + number(effect.estimate()) + " " + unit();
        if (Double.isInfinite(interval.width())) {
            return estimate + " (no interval at " + percent(confidence) + ")";
        }
        return estimate + " ("
                + percent(confidence) + " interval " + number(interval.low()) + " to " + number(interval.high()) + " "
                + unit() + ")";
    }

    /** The estimand without the name of the series, which the title says. */
    private String estimand() {
        return impact.effect().estimand().replace(" of " + impact.path().series(), "");
    }

    /** {@code 95 %}. */
    static String percent(double confidence) {
        return BigDecimal.valueOf(confidence)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    private String unit() {
        return impact.effect().scale() == Scale.LEVEL ? impact.effect().unit() : "%";
    }

    private String number(double value) {
        return switch (impact.effect().scale()) {
            case LEVEL -> Numerals.plain(value);
            case PERCENT -> Numerals.percent(value);
            case LOG -> Numerals.percent(100 * Math.expm1(value));
        };
    }

    String alternative() {
        EffectPath path = impact.path();
        List<EffectPath.Point> points = path.points();
        return "Line chart of " + path.series() + " in " + path.unit() + ", "
                + points.get(0).period() + " to "
                + points.get(points.size() - 1).period() + ". " + means() + " " + effect() + ".";
    }

    private String means() {
        EffectPath path = impact.path();
        List<EffectPath.Point> before = path.points().stream()
                .filter(point -> point.period().isBefore(path.firstTreated()) && isObserved(point))
                .toList();
        List<EffectPath.Point> after =
                path.treated().stream().filter(ImpactWords::isObserved).toList();
        if (before.isEmpty() || after.isEmpty()) {
            return "There is no observed value on one side of " + path.firstTreated() + ".";
        }
        return "Before " + path.firstTreated() + " the mean observed was " + mean(before, EffectPath.Point::observed)
                + "; from then on it was " + mean(after, EffectPath.Point::observed) + ", where "
                + mean(after, path::counterfactual) + " was expected without the measure.";
    }

    private static boolean isObserved(EffectPath.Point point) {
        return !Double.isNaN(point.observed());
    }

    private static String mean(List<EffectPath.Point> points, ToDoubleFunction<EffectPath.Point> value) {
        return Numerals.plain(points.stream().mapToDouble(value).average().orElse(Double.NaN));
    }
}
