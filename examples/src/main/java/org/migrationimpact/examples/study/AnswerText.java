package org.migrationimpact.examples.study;

import java.math.BigDecimal;
import java.util.Locale;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.model.Scale;

/** The answer in a few plain lines. */
final class AnswerText {

    private AnswerText() {}

    static String of(Answer answer) {
        Impact impact = answer.impact();
        StringBuilder text = new StringBuilder();
        text.append(impact.design()).append(": ").append(impact.subject()).append('\n');
        text.append(headline(impact.effect(), answer.study().confidence())).append('\n');
        text.append(impact.sample()).append('\n');
        text.append("Errors: ").append(errors(impact)).append('\n');
        for (Warning warning : impact.warnings()) {
            text.append(warning).append('\n');
        }
        return text.append("Whether this should be believed was not checked.\n").toString();
    }

    private static String errors(Impact impact) {
        String covariance = impact.convention("covariance");
        return covariance.isEmpty() ? impact.convention("test") : covariance;
    }

    private static String headline(Effect effect, double confidence) {
        Interval interval = effect.coefficient().interval(confidence);
        String plain = String.format(
                Locale.ROOT,
                "%s: %.5g %s (%s %% interval %.5g to %.5g)",
                effect.estimand(),
                effect.estimate(),
                effect.unit(),
                percent(confidence),
                interval.low(),
                interval.high());
        if (effect.scale() != Scale.LOG) {
            return plain;
        }
        return plain
                + String.format(
                        Locale.ROOT,
                        ", that is %.1f %% (%.1f to %.1f %%)",
                        effect.percent(),
                        100 * Math.expm1(interval.low()),
                        100 * Math.expm1(interval.high()));
    }

    private static String percent(double confidence) {
        return BigDecimal.valueOf(confidence)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
