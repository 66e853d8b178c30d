package org.migrationimpact.examples.study;

import java.util.stream.Stream;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Result;

/** The answer in a few plain lines. */
final class AnswerText {

    private AnswerText() {}

    static String of(Answer answer) {
        Result result = answer.result();
        StringBuilder text = new StringBuilder();
        text.append(result.design()).append(": ").append(result.subject()).append('\n');
        text.append(answer.headline()).append('\n');
        text.append(result.sample()).append('\n');
        String errors = errors(result);
        text.append(errors.isEmpty() ? "" : "Errors: " + errors + "\n");
        for (Warning warning : result.warnings()) {
            text.append(warning).append('\n');
        }
        return text.append("Whether this should be believed was not checked.\n").toString();
    }

    private static String errors(Result result) {
        return Stream.of("covariance", "test", "inference", "intervals")
                .flatMap(name ->
                        result.conventions().stream().filter(c -> c.name().equals(name)))
                .findFirst()
                .map(Convention::value)
                .map(words -> words.split("   |\n")[0])
                .orElse("");
    }
}
