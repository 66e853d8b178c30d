package org.migrationimpact.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.migrationimpact.assess.Assessed;
import org.migrationimpact.assess.CheckResult;
import org.migrationimpact.assess.Verdict;
import org.migrationimpact.impact.Result;

/**
 * One question of a report with its answer: verdicts first, then what they rest on.
 *
 * @param question what was asked
 * @param verdicts the answer, one; none where credibility was not assessed
 * @param results the estimates, and breaks that were found
 * @param checks what the checks found
 * @param figures pictures of them
 */
public record Finding(
        String question, List<Verdict> verdicts, List<Result> results, List<CheckResult> checks, List<Figure> figures)
        implements Serializable {

    public Finding {
        verdicts = List.copyOf(verdicts);
        results = List.copyOf(results);
        checks = List.copyOf(checks);
        figures = List.copyOf(figures);
    }

    /** A measure assessed: its verdict, estimate and checks. */
    public static Finding of(Assessed assessed) {
        return new Finding(
                assessed.verdict().question(),
                List.of(assessed.verdict()),
                List.of(assessed.impact()),
                assessed.checks(),
                List.of());
    }

    /** An estimate alone, or the breaks of a series; the report says that its credibility was not assessed. */
    public static Finding of(Result result) {
        return new Finding(result.question(), List.of(), List.of(result), List.of(), List.of());
    }

    /** With one more estimate, by another design. */
    public Finding with(Result result) {
        return new Finding(question, verdicts, and(results, result), checks, figures);
    }

    /** With one more picture. */
    public Finding with(Figure figure) {
        return new Finding(question, verdicts, results, checks, and(figures, figure));
    }

    /** The verdict, or the estimates where credibility was not assessed. */
    @Override
    public String toString() {
        List<?> answers = verdicts.isEmpty() ? results : verdicts;
        return answers.isEmpty()
                ? question
                : answers.stream().map(Object::toString).collect(Collectors.joining("\n\n"));
    }

    static <T> List<T> and(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
