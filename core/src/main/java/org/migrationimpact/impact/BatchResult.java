package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What many series answered, and which could not.
 *
 * @param total how many series there were
 * @param asked how many of them were asked: fewer where the batch was stopped
 * @param answers in the order of the series, then of the questions; of a stopped batch, of those series that were asked
 * @param failures in the same order
 * @param <R> what was kept of an answer
 */
public record BatchResult<R extends Serializable>(int total, int asked, List<Answer<R>> answers, List<Failure> failures)
        implements Serializable {

    /** What one series answered to one question. */
    public record Answer<R extends Serializable>(String series, String question, R result) implements Serializable {}

    /** Why one series could not answer one question. */
    public record Failure(String series, String question, String code, String message) implements Serializable {
        @Override
        public String toString() {
            return series + ", " + question + ": " + code + " " + message;
        }
    }

    public BatchResult {
        answers = List.copyOf(answers);
        failures = List.copyOf(failures);
    }

    /** Whether every series was asked. */
    public boolean isComplete() {
        return asked == total;
    }

    /** The answers to one question. */
    public List<Answer<R>> answers(String question) {
        return answers.stream().filter(a -> a.question().equals(question)).toList();
    }

    /** How many failures there were for each code. */
    public SortedMap<String, Long> failuresByCode() {
        SortedMap<String, Long> counts = new TreeMap<>();
        failures.forEach(failure -> counts.merge(failure.code(), 1L, Long::sum));
        return counts;
    }

    /** How many were asked and answered, and why the others could not be. */
    @Override
    public String toString() {
        return asked + " of " + total + " series asked, " + answers.size() + " answers, " + failures.size()
                + " failures" + (failures.isEmpty() ? "" : " " + failuresByCode());
    }
}
