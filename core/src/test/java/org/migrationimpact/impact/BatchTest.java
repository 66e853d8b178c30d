package org.migrationimpact.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Season;

class BatchTest {

    private static final Period START = Period.month(2013, 1);
    private static final InterruptedTimeSeries DESIGN =
            InterruptedTimeSeries.at(START).with(Season.NONE);

    private static List<Series> corridors(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Random random = new Random(i);
                    double[] values =
                            random.doubles(i % 7 == 3 ? 10 : 60, 10, 20).toArray();
                    return Series.of("corridor " + i, "persons", Period.month(2010, 1), values);
                })
                .toList();
    }

    @Test
    void everySeriesIsAskedInOrderAndAFailureStopsNothing() {
        BatchResult<Effect> result = Batch.of(DESIGN).over(new Panel(corridors(21)));
        assertTrue(result.isComplete());
        assertEquals(18, result.answers().size());
        assertEquals(
                List.of("corridor 3", "corridor 10", "corridor 17"),
                result.failures().stream().map(BatchResult.Failure::series).toList());
        assertEquals("21 of 21 series asked, 18 answers, 3 failures " + result.failuresByCode(), result.toString());
        assertEquals(
                3L, result.failuresByCode().values().stream().mapToLong(n -> n).sum());
        assertEquals(
                DESIGN.fit(corridors(21).get(20)).effect(),
                result.answers().get(17).result());
    }

    @Test
    void oneThreadAndFiveGiveTheSameBits() {
        Batch<Effect> batch = Batch.of(DESIGN)
                .and("before-after", s -> BeforeAfter.at(START).fit(s).effect());
        BatchResult<Effect> one = batch.onThreads(1).over(corridors(30));
        assertEquals(one, batch.onThreads(5).over(corridors(30)));
        assertEquals(26, one.answers("before-after").size());
    }

    @Test
    void progressIsToldOfEverySeriesAndCanStopTheRest() {
        List<Integer> told = new ArrayList<>();
        BatchResult<Effect> result = Batch.of(DESIGN).onThreads(2).over(corridors(100), (done, total) -> {
            told.add(done);
            return done < 10 ? Batch.Progress.Next.GO_ON : Batch.Progress.Next.STOP;
        });
        assertEquals(IntStream.rangeClosed(1, 10).boxed().toList(), told);
        assertFalse(result.isComplete());
        assertEquals(10, result.asked());
        assertEquals(10, result.answers().size() + result.failures().size());
    }

    @Test
    void anInterruptEndsTheBatchWithAMessage() {
        Thread.currentThread().interrupt();
        Refusal.of(
                EstimationException.class,
                "E-BATCH-001 interrupted after 0 of 100 series",
                () -> Batch.of(DESIGN).onThreads(2).over(corridors(100)));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aMistakeInAQuestionIsNotTakenForAFailureOfTheData() {
        Batch<String> batch = Batch.asking("mistake", s -> {
            throw new IllegalStateException("wrong");
        });
        assertThat(assertThrows(IllegalStateException.class, () -> batch.over(corridors(5))))
                .hasMessage("wrong");
    }

    @Test
    void noSeriesGiveNoAnswers() {
        assertEquals(
                "0 of 0 series asked, 0 answers, 0 failures",
                Batch.of(DESIGN).over(List.of()).toString());
    }

    @Test
    void choicesOutsideTheirRangeAreRefused() {
        Refusal.argument("threads are 1 to 1024, got 0", () -> Batch.of(DESIGN).onThreads(0));
        Refusal.argument(
                "questions must have different names, got [interrupted-time-series, interrupted-time-series]",
                () -> Batch.of(DESIGN).and(DESIGN.design(), s -> DESIGN.fit(s).effect()));
        assertEquals(
                "batch of [interrupted-time-series] on 1 thread",
                Batch.of(DESIGN).onThreads(1).toString());
    }
}
