package org.migrationimpact.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.download.Loopback.bytes;
import static org.migrationimpact.download.Loopback.gzip;
import static org.migrationimpact.download.Loopback.ok;
import static org.migrationimpact.download.Loopback.status;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;

/** Servers that are slow, in trouble, lost, or lie. */
class CourierTest {

    private static final String PATH = "/sdmx/2.1/data/tps00176";
    private static final String TABLE = "freq,geo\\TIME_PERIOD\t2019 \t2020 \nA,DE\t5 \t7 p\n";
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Retries RETRIES =
            new Retries(3, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1), 7);

    @TempDir
    private Path folder;

    private final Loopback server = Loopback.start();
    private final EurostatSdmx question = EurostatSdmx.tsv("tps00176").at(server.base());
    private final List<Duration> waits = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    private Downloads downloads() {
        return Downloads.in(folder)
                .with(RETRIES)
                .with(waits::add)
                .with(Clock.fixed(Instant.parse("2024-03-01T12:00:00Z"), ZoneOffset.UTC));
    }

    private String byHand() {
        return "fetch " + question.address() + " by hand, save it as "
                + new Cache(folder).byHand(question).path() + " and ask again offline";
    }

    private void refused(String message) {
        Refusal.of(DataException.class, message, () -> downloads().fetch(question));
    }

    @Test
    void aServerInTroubleIsAskedAgain() throws IOException {
        server.on(PATH, status(500, ""), status(502, ""), ok(TABLE));
        assertEquals(TABLE, Files.readString(downloads().fetch(question).path()));
        assertEquals(2, waits.size());
        assertThat(waits.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(waits.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void theSameSeedWaitsTheSameTimes() {
        server.on(PATH, status(500, ""), status(500, ""), ok(TABLE), status(500, ""), status(500, ""), ok(TABLE));
        downloads().fetch(question);
        downloads().fetch(question);
        assertEquals(waits.subList(0, 2), waits.subList(2, 4));
    }

    @Test
    void aServerThatStaysInTroubleIsGivenUp() {
        server.on(PATH, status(503, "<html><body>Service down</body></html>"));
        refused("E-DOWNLOAD-006 " + question.address()
                + ": the server is in trouble (status 503), asked 3 times; ask again later, or " + byHand());
        assertEquals(2, waits.size());
    }

    @Test
    void aServerThatNamesATimeIsGivenIt() {
        server.on(
                PATH,
                status(429, "", "Retry-After", "7"),
                status(429, "", "Retry-After", "Fri, 01 Mar 2024 12:00:09 GMT"),
                ok(TABLE));
        downloads().fetch(question);
        assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(9)), waits);
    }

    @Test
    void aTimeThatIsTooLongIsNotWaitedFor() {
        server.on(PATH, status(429, "", "Retry-After", "86400"));
        refused("E-DOWNLOAD-006 " + question.address()
                + ": the server has too many requests (status 429), asked once, and wants to be left alone for 86400 s; ask again later, or "
                + byHand());
        assertThat(waits).isEmpty();
    }

    @Test
    void aTimeThatIsNoneOrPastLeavesTheOwnWait() {
        server.on(
                PATH,
                status(503, "", "Retry-After", "soon"),
                status(503, "", "Retry-After", "Fri, 01 Mar 2024 11:00:00 GMT"),
                ok(TABLE));
        downloads().fetch(question);
        assertThat(waits).allMatch(wait -> wait.toMillis() >= 500);
    }

    @Test
    void whatIsNotThereIsNotAskedForAgain() {
        server.on(
                PATH,
                status(
                        404,
                        "<S:Fault xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><faultcode>100</faultcode><faultstring>No results"
                                + " found</faultstring></S:Fault>"));
        refused(
                "E-DOWNLOAD-004 " + question.address()
                        + ": the publisher has nothing there (status 404) and says 'No results found'; check the code, the countries and the periods");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aRequestThatThePublisherDoesNotUnderstandIsTheUsers() {
        server.on(PATH, status(400, "{\"error\":[{\"status\":400,\"id\":150,\"label\":\"Unknown dimension\"}]}"));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-002 " + question.address()
                        + ": the publisher refuses the request (status 400) and says 'Unknown dimension'; check the code and the filters",
                () -> downloads().fetch(question));
    }

    @Test
    void aStatusWithoutDataIsNoData() {
        server.on(PATH, status(206, TABLE));
        refused("E-DOWNLOAD-008 " + question.address()
                + ": the server answers with status 206 and no data; ask again later, or " + byHand());
    }

    @Test
    void nobodyAtTheAddressIsAConnectionThatIsTriedAgain() {
        server.close();
        refused("E-DOWNLOAD-007 " + question.address()
                + ": the server cannot be reached, asked 3 times (the connection was refused); check the network and the proxy, or "
                + byHand());
        assertEquals(2, waits.size());
    }

    @Test
    void anAnswerThatDoesNotBeginIsGivenUp() {
        server.on(PATH, server.standingStill(""));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-009 " + question.address()
                        + ": the answer has not begun 0.15 s after the request, with 0 bytes received; ask again later or for less, or "
                        + byHand(),
                () -> downloads().with(new Timeouts(SHORT, SHORT, LONG, LONG)).fetch(question));
    }

    @Test
    void anAnswerThatStandsStillIsGivenUp() {
        server.on(PATH, server.standingStill(TABLE));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-009 " + question.address() + ": the answer has stood still for 0.15 s, with "
                        + TABLE.length() + " of 1000 bytes received; ask again later or for less, or " + byHand(),
                () -> downloads().with(new Timeouts(LONG, LONG, SHORT, LONG)).fetch(question));
    }

    @Test
    void anAnswerThatTakesTooLongAsAWholeIsGivenUp() {
        server.on(PATH, server.standingStill(TABLE));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-009 " + question.address() + ": the answer is not whole after 0.15 s, with "
                        + TABLE.length() + " of 1000 bytes received; ask again later or for less, or " + byHand(),
                () -> downloads().with(new Timeouts(LONG, LONG, LONG, SHORT)).fetch(question));
    }

    @Test
    void anEndlessAnswerEndsAtTheLimit() {
        server.on(PATH, Loopback.endless());
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-010 " + question.address()
                        + ": the answer is larger than 100000 bytes; ask for fewer countries, periods or categories",
                () -> downloads().atMost(100_000).fetch(question));
    }

    @Test
    void anAnswerThatAnnouncesTooMuchIsNotRead() {
        server.on(PATH, ok(TABLE));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-010 " + question.address() + ": the answer is larger than 10 bytes (" + TABLE.length()
                        + " are announced); ask for fewer countries, periods or categories",
                () -> downloads().atMost(10).fetch(question));
    }

    @Test
    void anAnswerThatIsCutOffIsRefused() {
        server.on(PATH, Loopback.cutOff(1000, TABLE));
        refused("E-DOWNLOAD-011 " + question.address() + ": the connection broke with " + TABLE.length()
                + " of 1000 bytes received, so the answer is not whole; ask again, or " + byHand());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void gzipThatSaysSoOrNotStaysPacked() throws IOException {
        byte[] packed = gzip(TABLE);
        server.on(PATH, bytes(200, packed), bytes(200, packed, "Content-Encoding", "gzip"));
        Downloaded silent = downloads().fetch(question);
        Downloaded told = downloads().fetch(question);
        assertArrayEquals(packed, Files.readAllBytes(silent.path()));
        assertEquals(silent.sha256(), told.sha256());
        assertThat(silent.path().toString()).endsWith(".tsv.gz");
    }

    @Test
    void gzipThatIsCutOffIsRefused() {
        byte[] packed = gzip(TABLE.repeat(100));
        server.on(PATH, bytes(200, Arrays.copyOf(packed, packed.length - 9)));
        refused("E-DOWNLOAD-012 " + question.address() + ": the " + (packed.length - 9)
                + " bytes are damaged or cut off; ask again, or " + byHand());
    }

    @Test
    void otherPackingsAreRefused() {
        server.on(PATH, ok("x", "Content-Encoding", "br"));
        refused("E-DOWNLOAD-013 " + question.address()
                + ": the answer is packed as 'br', which was not asked for; ask again later, or " + byHand());
    }

    @Test
    void aPageOfHtmlInPlaceOfDataIsRefusedWithItsFirstWords() {
        String page =
                "<!DOCTYPE html>\n<html><head><title>t</title><style>b{}</style></head><body><h1>Site under\nmaintenance</h1></body>";
        server.on(PATH, ok(page, "Content-Type", "text/tab-separated-values"), bytes(200, gzip(page)));
        String message = "E-DOWNLOAD-013 " + question.address()
                + ": the answer is no tab-separated values but a page of HTML that begins 'Site under maintenance'; ask again later, or "
                + byHand();
        refused(message);
        refused(message);
    }

    @Test
    void otherContentThanWasAskedForIsRefused() {
        server.on(PATH, ok("{\"a\":1}"), ok("a,b\n1,2\n"), ok(""));
        String or = "; ask again later, or " + byHand();
        String at = "E-DOWNLOAD-013 " + question.address() + ": the answer is ";
        refused(at + "no tab-separated values but JSON that begins '{\"a\":1}'" + or);
        refused(at + "no tab-separated values but text that begins 'a,b 1,2'" + or);
        refused(at + "empty" + or);
    }

    @Test
    void dataWithAWrongLabelAreData() throws IOException {
        server.on(PATH, ok(TABLE, "Content-Type", "text/html"));
        assertEquals(TABLE, Files.readString(downloads().fetch(question).path()));
    }

    @Test
    void redirectsAreFollowed() throws IOException {
        server.on(PATH, status(302, "", "Location", "/moved")).on("/moved", ok(TABLE));
        Downloaded file = downloads().fetch(question);
        assertEquals(TABLE, Files.readString(file.path()));
        assertEquals(question.address(), file.receipt().address());
    }

    @Test
    void redirectsWithoutEndAreNotFollowed() {
        server.on(PATH, status(302, "", "Location", PATH));
        refused("E-DOWNLOAD-014 " + question.address()
                + ": the server sends from one address to the next, more than 5 times; ask again later, or "
                + byHand());
        assertThat(server.asked()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/x",
                "ftp://127.0.0.1/x",
                "file:///etc/passwd",
                "https://user@example.org/",
                "ht tp:"
            })
    void redirectsToUnsafeAddressesAreRefused(String location) {
        server.on(PATH, status(302, "", "Location", location));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-015 " + question.address() + ": the server sends on to '" + location
                        + "', which is no https address; nothing is fetched from there, so check the address",
                () -> downloads().fetch(question));
    }

    @Test
    void onlySafeServersAreAsked() {
        for (String base : List.of(
                "http://example.org", "ftp://127.0.0.1", "https://u:p@example.org", "https://example.org?x=1")) {
            Refusal.argument(
                    "a base must be an https address without query (http only on this machine), got " + base,
                    () -> EurostatSdmx.tsv("x").at(URI.create(base)));
        }
    }

    @Test
    void timesAndAttemptsHaveTheirRanges() {
        Refusal.argument(
                "stall must be longer than 0, got PT0S", () -> new Timeouts(SHORT, SHORT, Duration.ZERO, SHORT));
        Refusal.argument("attempts must be 1 or more, got 0", () -> new Retries(0, SHORT, SHORT, SHORT, 1));
    }
}
