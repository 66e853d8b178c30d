package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Series;

/**
 * The same questions asked of many series, on all cores: every corridor of a sender, every nationality on a route.
 *
 * <p>{@code Batch.of(InterruptedTimeSeries.at(start)).over(panel)} keeps the headline effects; {@link #asking} and {@link #and} keep what
 * they are told to keep, so that ten thousand results with their paths need not be held at one time. A series that cannot be answered is
 * listed with its message and stops nothing. Answers are in the order of the series, then of the questions, and the same bits on any number
 * of threads.
 *
 * <p>It stops when its {@link Progress} says so, with what it has; and when the calling thread is interrupted, with an exception.
 *
 * @param <R> what is kept of an answer
 */
public final class Batch<R extends Serializable> {

    private final List<Question<R>> questions;
    private final int threads;

    private record Question<R extends Serializable>(String name, Function<Series, R> ask) {}

    /** Told after each series how far it is; says whether to go on. Called on the thread that called {@link #over}. */
    @FunctionalInterface
    public interface Progress {

        /** What is to follow. */
        enum Next {
            /** The next series. */
            GO_ON,
            /** No further series; those already begun are finished or given up. */
            STOP
        }

        /** So many of so many series have been asked. */
        Next asked(int done, int total);
    }

    private Batch(List<Question<R>> questions, int threads) {
        if (questions.stream().map(Question::name).distinct().count() != questions.size()) {
            throw new IllegalArgumentException("questions must have different names, got "
                    + questions.stream().map(Question::name).toList());
        }
        this.questions = List.copyOf(questions);
        this.threads = threads;
    }

    /** The headline effects of this design, under its name. */
    public static Batch<Effect> of(Method method) {
        return asking(method.design(), series -> method.fit(series).effect());
    }

    /** What this function says of a series; it must depend on nothing else. */
    public static <R extends Serializable> Batch<R> asking(String name, Function<Series, R> question) {
        return new Batch<>(
                List.of(new Question<>(name, question)), Runtime.getRuntime().availableProcessors());
    }

    /** And what this one says. */
    public Batch<R> and(String name, Function<Series, R> question) {
        return new Batch<>(
                Stream.concat(questions.stream(), Stream.of(new Question<>(name, question)))
                        .toList(),
                threads);
    }

    /** On so many threads, 1 to 1024, in place of one for each processor. */
    public Batch<R> onThreads(int number) {
        if (number < 1 || number > 1024) {
            throw new IllegalArgumentException("threads are 1 to 1024, got " + number);
        }
        return new Batch<>(questions, number);
    }

    /** Asks every unit of a panel. */
    public BatchResult<R> over(Panel panel) {
        return over(panel.series());
    }

    /** Asks every series. */
    public BatchResult<R> over(List<Series> series) {
        return over(series, (done, total) -> Progress.Next.GO_ON);
    }

    /**
     * Asks every series, or as many as the progress lets it.
     *
     * @throws EstimationException E-BATCH-001 where the calling thread is interrupted
     */
    public BatchResult<R> over(List<Series> series, Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "batch");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return collected(pool, List.copyOf(series), progress);
        } finally {
            pool.shutdownNow();
        }
    }

    private record Asked<R extends Serializable>(
            int at, List<BatchResult.Answer<R>> answers, List<BatchResult.Failure> failures) {}

    private BatchResult<R> collected(ExecutorService pool, List<Series> series, Progress progress) {
        ExecutorCompletionService<Asked<R>> done = new ExecutorCompletionService<>(pool);
        List<Asked<R>> asked = new ArrayList<>();
        int total = series.size();
        int begun = 0;
        Progress.Next next = Progress.Next.GO_ON;
        while (asked.size() < total && next == Progress.Next.GO_ON) {
            for (; begun < Math.min(total, asked.size() + 4 * threads); begun++) {
                int at = begun;
                done.submit(() -> ask(at, series.get(at)));
            }
            asked.add(taken(done, asked.size(), total));
            next = progress.asked(asked.size(), total);
        }
        asked.sort((a, b) -> Integer.compare(a.at(), b.at()));
        return new BatchResult<>(
                total,
                asked.size(),
                asked.stream().flatMap(a -> a.answers().stream()).toList(),
                asked.stream().flatMap(a -> a.failures().stream()).toList());
    }

    private static <T> T taken(ExecutorCompletionService<T> done, int asked, int total) {
        try {
            return done.take().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EstimationException("E-BATCH-001", "interrupted after " + asked + " of " + total + " series");
        } catch (ExecutionException mistake) {
            if (mistake.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw (CancellationException)
                    new CancellationException("a question ended the batch").initCause(mistake.getCause());
        }
    }

    private Asked<R> ask(int at, Series series) {
        Asked<R> asked = new Asked<>(at, new ArrayList<>(), new ArrayList<>());
        for (Question<R> question : questions) {
            try {
                asked.answers()
                        .add(new BatchResult.Answer<>(
                                series.name(), question.name(), question.ask().apply(series)));
            } catch (ImpactException cannot) {
                asked.failures()
                        .add(new BatchResult.Failure(
                                series.name(), question.name(), cannot.code(), String.valueOf(cannot.getMessage())));
            }
        }
        return asked;
    }

    /** What is asked, and on how many threads. */
    @Override
    public String toString() {
        return "batch of " + questions.stream().map(Question::name).toList() + " on " + threads
                + (threads == 1 ? " thread" : " threads");
    }
}
