package org.migrationimpact.examples.study;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Result;

/** The answer in a few plain lines. */
final class AnswerText {

    /** An explanation tells the estimator first, and then every number in it. */
    private static final Pattern FIRST_PART = Pattern.compile(" {3}|\n");

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
                .map(words -> FIRST_PART.split(words, 2)[0])
                .orElse("");
    }
}
