package org.migrationimpact.examples.study;

import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Impact;

/** The answer in a few plain lines. */
final class AnswerText {

    private AnswerText() {}

    static String of(Answer answer) {
        Impact impact = answer.impact();
        StringBuilder text = new StringBuilder();
        text.append(impact.design()).append(": ").append(impact.subject()).append('\n');
        text.append(impact.effect().sentence(answer.study().confidence())).append('\n');
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
}
