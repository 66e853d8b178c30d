package org.migrationimpact.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.migrationimpact.download.Loopback.ok;
import static org.migrationimpact.download.Loopback.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;

/** The cache: what is kept, what is asked again, what is taken offline. */
class DownloadsTest {

    private static final String PATH = "/sdmx/2.1/data/tps00176";
    private static final String TABLE = "freq,geo\\TIME_PERIOD\t2019 \t2020 \nA,DE\t5 \t7 p\n";
    private static final String REVISED = TABLE.replace("7 p", "8 ");
    private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final Loopback server = Loopback.start();
    private final EurostatSdmx question = EurostatSdmx.tsv("tps00176").at(server.base());

    @AfterEach
    void close() {
        server.close();
    }

    private Downloads downloads() {
        return Downloads.in(folder).with(Clock.fixed(NOW, ZoneOffset.UTC)).with(time -> {});
    }

    private Path byHand() {
        return new Cache(folder).byHand(question).path();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    @Test
    void aFileIsKeptAsItCameWithARecordBesideIt() throws IOException {
        server.on(PATH, ok(TABLE, "ETag", "\"v1\"", "Last-Modified", "Thu, 29 Feb 2024 10:00:00 GMT"));
        Downloaded file = downloads().fetch(question);
        assertEquals(TABLE, Files.readString(file.path()));
        assertEquals(Downloaded.Origin.FETCHED, file.origin());
        assertThat(file.sha256()).matches("[0-9a-f]{64}");
        assertThat(file.path().getFileName().toString())
                .matches("eurostat-tps00176-[0-9a-f]{12}-" + file.sha256().substring(0, 12) + "\\.tsv");
        assertEquals(
                new Receipt(
                        question.address(),
                        file.path().getFileName().toString(),
                        TABLE.length(),
                        file.sha256(),
                        new Version("\"v1\"", "Thu, 29 Feb 2024 10:00:00 GMT"),
                        NOW),
                file.receipt());
        assertThat(files()).hasSize(2);
        assertThat(files().get(1).toString()).endsWith(".txt");
        assertThat(file.notes()).isEmpty();
        assertThat(file)
                .hasToString(file.path().getFileName() + ", " + TABLE.length() + " bytes, SHA-256 " + file.sha256()
                        + ", fetched");
    }

    @Test
    void thePublisherIsAskedWhetherThereIsANewerIssue() throws IOException {
        server.on(PATH, ok(TABLE, "ETag", "\"v1\""), status(304, ""), ok(REVISED, "ETag", "\"v2\""));
        Downloaded first = downloads().fetch(question);
        Downloaded second = downloads().fetch(question);
        Downloaded third = downloads().fetch(question);
        String query = PATH + "?format=TSV&compressed=true";
        assertEquals(List.of(query, query + " \"v1\"", query + " \"v1\""), server.asked());
        assertEquals(Downloaded.Origin.UNCHANGED, second.origin());
        assertEquals(first.receipt(), second.receipt());
        assertEquals(Downloaded.Origin.FETCHED, third.origin());
        assertEquals(TABLE, Files.readString(first.path()), "a revised table does not replace the issue before");
        assertEquals(REVISED, Files.readString(third.path()));
    }

    @Test
    void aDateAloneServesAsTheVersion() {
        server.on(PATH, ok(TABLE, "Last-Modified", "Thu, 29 Feb 2024 10:00:00 GMT"), status(304, ""));
        downloads().fetch(question);
        assertEquals(Downloaded.Origin.UNCHANGED, downloads().fetch(question).origin());
        assertThat(server.asked().get(1)).endsWith(" Thu, 29 Feb 2024 10:00:00 GMT");
    }

    @Test
    void offlineTheCacheAnswersAndNobodyIsAsked() {
        server.on(PATH, ok(TABLE, "ETag", "\"v1\""));
        Downloaded fetched = downloads().fetch(question);
        Downloaded offline = downloads().offline().fetch(question);
        assertEquals(Downloaded.Origin.CACHED, offline.origin());
        assertEquals(fetched.path(), offline.path());
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void offlineWithoutACopyTheMessageSaysWhatToFetchByHandAndWhereToPutIt() throws IOException {
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-005 there is no copy of " + question.address()
                        + " in the cache, and the network is not to be used; fetch " + question.address()
                        + " by hand, save it as " + byHand() + " and ask again offline",
                () -> downloads().offline().fetch(question));
        assertThat(byHand().getFileName().toString()).matches("eurostat-tps00176-[0-9a-f]{12}\\.tsv");
        Files.writeString(byHand(), TABLE);
        Downloaded file = downloads().offline().fetch(question);
        assertEquals(Downloaded.Origin.BY_HAND, file.origin());
        assertEquals(TABLE, Files.readString(file.path()));
        assertEquals(
                Downloaded.Origin.CACHED, downloads().offline().fetch(question).origin());
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whatWasFetchedByHandMustBeDataToo() throws IOException {
        Files.writeString(
                byHand(), "<!DOCTYPE html><html><head><title>x</title></head><body>Please <b>log in</b></body></html>");
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-013 " + byHand()
                        + ": the answer is no tab-separated values but a page of HTML that begins 'Please log in'; ask again later, or fetch "
                        + question.address() + " by hand, save it as " + byHand() + " and ask again offline",
                () -> downloads().offline().fetch(question));
    }

    @Test
    void aDamagedCopyIsReportedAndFetchedAgain() throws IOException {
        server.on(PATH, ok(TABLE, "ETag", "\"v1\""));
        Downloaded first = downloads().fetch(question);
        Files.writeString(first.path(), TABLE.replace('5', '6'));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-005 the copy in the cache cannot be used, because " + first.path()
                        + " has another SHA-256 than when it was fetched, and the network is not to be used; fetch "
                        + question.address() + " by hand, save it as " + byHand() + " and ask again offline",
                () -> downloads().offline().fetch(question));
        Downloaded again = downloads().fetch(question);
        assertThat(again.notes())
                .hasToString("[W-DOWNLOAD-001 the copy in the cache could not be used, because " + first.path()
                        + " has another SHA-256 than when it was fetched; another one took its place]");
        assertEquals(Downloaded.Origin.FETCHED, again.origin());
        assertEquals(TABLE, Files.readString(again.path()));
        assertThat(server.asked()).noneMatch(request -> request.contains("v1"));
    }

    @Test
    void aCopyThatIsGoneOrHasADamagedRecordIsFetchedAgain() throws IOException {
        server.on(PATH, ok(TABLE, "ETag", "\"v1\""));
        Downloaded first = downloads().fetch(question);
        Files.delete(first.path());
        assertThat(downloads().fetch(question).notes())
                .hasToString("[W-DOWNLOAD-001 the copy in the cache could not be used, because " + first.path()
                        + " is no longer there; another one took its place]");
        Path record = files().stream()
                .filter(file -> file.toString().endsWith(".txt"))
                .findFirst()
                .orElseThrow();
        String whole = Files.readString(record);
        for (String damaged : List.of(
                "",
                "file: ../../etc/passwd\n" + whole,
                whole.replaceFirst("file: .*", "file: ../secret.tsv"),
                whole.replaceFirst("sha256: .*", "sha256: 1"),
                whole.replaceFirst("bytes: .*", "bytes: many"),
                whole.replaceFirst("retrieved: .*", "retrieved: yesterday"),
                whole.replaceFirst("address: .*", "address: http://elsewhere/"))) {
            Files.writeString(record, damaged);
            assertThat(downloads().fetch(question).notes())
                    .hasToString("[W-DOWNLOAD-001 the copy in the cache could not be used, because its record " + record
                            + " is damaged; another one took its place]");
        }
        Files.writeString(record, whole.replaceFirst("etag: .*", "etag: \u00e9"));
        assertThat(downloads().fetch(question).notes()).isEmpty();
        assertThat(server.asked()).noneMatch(request -> request.contains("v1"));
    }

    @Test
    void twoThreadsThatAskTheSameThingAskOnce() throws IOException, InterruptedException, ExecutionException {
        CountDownLatch open = new CountDownLatch(1);
        server.on(PATH, Loopback.after(open, ok(TABLE)));
        Downloads downloads = downloads();
        FutureTask<Downloaded> first = new FutureTask<>(() -> downloads.fetch(question));
        FutureTask<Downloaded> second =
                new FutureTask<>(() -> downloads.with(time -> {}).fetch(question));
        new Thread(first).start();
        while (server.asked().isEmpty()) {
            Thread.onSpinWait();
        }
        Thread waiting = new Thread(second);
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) { // the one that asks only waits a while at a time
            Thread.onSpinWait();
        }
        open.countDown();
        waiting.join();
        assertThat(second).isDone();
        assertThat(first).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(second.get());
        assertThat(server.asked()).hasSize(1);
        assertThat(files()).hasSize(2);
    }

    @Test
    void twoThreadsThatAskTheSameThingGetTheSameRefusal() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        server.on(PATH, Loopback.after(open, status(404, "")));
        Downloads downloads = downloads();
        FutureTask<Downloaded> first = new FutureTask<>(() -> downloads.fetch(question));
        Thread asking = new Thread(first);
        asking.start();
        while (server.asked().isEmpty()) {
            Thread.onSpinWait();
        }
        CompletableFuture<Void> later = CompletableFuture.runAsync(
                open::countDown, CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
        assertThat(assertThrows(DataException.class, () -> downloads.fetch(question))
                        .code())
                .isEqualTo("E-DOWNLOAD-004");
        later.join(); // the answer may arrive before the opening of the door is marked as done
        asking.join();
        assertThat(first).isDone();
    }

    @Test
    void aFailureOfTheNetworkIsNotCoveredUpWithAnOldCopy() {
        server.on(PATH, ok(TABLE), status(503, "down"));
        downloads().fetch(question);
        assertThrows(DataException.class, () -> downloads().fetch(question));
        assertEquals(
                Downloaded.Origin.CACHED, downloads().offline().fetch(question).origin());
    }

    @Test
    void progressIsToldAndMayStopTheDownload() throws IOException {
        server.on(PATH, ok(TABLE));
        StringBuilder told = new StringBuilder();
        downloads()
                .with((Progress) (address, bytes, expected) -> {
                    told.append(bytes).append('/').append(expected.orElse(-1)).append(' ');
                    return Progress.Answer.GO_ON;
                })
                .fetch(question);
        assertThat(told.toString()).endsWith(TABLE.length() + "/" + TABLE.length() + " ");
        server.on(PATH, server.standingStill(TABLE));
        CancellationException stopped = assertThrows(
                CancellationException.class,
                () -> Downloads.in(folder.resolve("other"))
                        .with((Progress)
                                (address, bytes, expected) -> bytes == 0 ? Progress.Answer.GO_ON : Progress.Answer.STOP)
                        .fetch(question));
        assertEquals(
                "the download of " + question.address() + " was stopped after " + TABLE.length() + " bytes",
                stopped.getMessage());
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void anInterruptStopsTheDownloadAndStaysSet() {
        server.on(PATH, server.standingStill(TABLE));
        Thread.currentThread().interrupt();
        CancellationException stopped =
                assertThrows(CancellationException.class, () -> downloads().fetch(question));
        assertTrue(Thread.interrupted());
        assertEquals("the download of " + question.address() + " was interrupted", stopped.getMessage());
    }

    @Test
    void aFolderThatCannotBeWrittenToIsRefused() throws IOException {
        server.on(PATH, ok(TABLE));
        Path file = Files.writeString(folder.resolve("file"), "x");
        Downloads downloads = Downloads.in(file);
        InputException refused = assertThrows(InputException.class, () -> downloads.fetch(question));
        assertThat(refused.line())
                .startsWith("E-DOWNLOAD-016 " + file)
                .endsWith(
                        ": cannot be written (FileAlreadyExistsException); name a folder for the cache that you may write to, on a disk"
                                + " with room");
    }

    @Test
    void theSizeLimitHasItsRange() {
        Refusal.argument(
                "bytes must be from 1 to 1073741824, got 0", () -> downloads().atMost(0));
    }
}
