package org.migrationimpact.report;

import java.util.List;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.impact.EffectPath;

/** One treated period as every output of this package writes it; {@code NaN} where there is no such number. */
record PathRow(String period, double observed, double counterfactual, double effect, double low, double high) {

    /** The treated periods in order of time, those without an observation too. */
    static List<PathRow> treated(EffectPath path, double confidence) {
        return path.treated().stream().map(point -> of(path, point, confidence)).toList();
    }

    private static PathRow of(EffectPath path, EffectPath.Point point, double confidence) {
        double low = Double.NaN;
        double high = Double.NaN;
        if (hasBand(path, point)) {
            Interval interval = path.effectInterval(point, confidence);
            low = interval.low();
            high = interval.high();
        }
        return new PathRow(
                point.period().toString(), point.observed(), path.counterfactual(point), path.effect(point), low, high);
    }

    private static boolean hasBand(EffectPath path, EffectPath.Point point) {
        return Double.isFinite(point.observed()) && Double.isFinite(path.counterfactual(point)) && path.hasBand(point);
    }

    boolean isObserved() {
        return !Double.isNaN(observed);
    }
}
