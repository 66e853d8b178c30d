package org.migrationimpact.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.download.Loopback.bytes;
import static org.migrationimpact.download.Loopback.gzip;
import static org.migrationimpact.download.Loopback.ok;
import static org.migrationimpact.download.Loopback.status;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.io.EurostatTsv;
import org.migrationimpact.io.JsonStat;
import org.migrationimpact.io.SdmxCsv;

/** Eurostat's statistics and SDMX APIs: addresses, answers that come later, answers that are too large. */
class EurostatTest {

    private static final String TSV = "freq,geo\\TIME_PERIOD\t2019 \t2020 \nA,DE\t5 \t7 p\n";
    private static final String CSV =
            "STRUCTURE,STRUCTURE_ID,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\ndataflow,ESTAT:TPS00176(1.0),A,DE,2019,5,p,\n";
    private static final String JSON = """
            {"version":"2.0","class":"dataset","label":"L","source":"ESTAT","updated":"2024-01-15T11:00:00+0100","value":{"0":5},
            "id":["geo","time"],"size":[1,1],"dimension":{"geo":{"category":{"index":{"DE":0}}},
            "time":{"category":{"index":{"2019":0}}}}}
            """;
    private static final String TICKET = "1f2e3d4c-0000-4a5b-8c6d-7e8f90a1b2c3";
    private static final String STATUS = "/1.0/async/status/" + TICKET;
    private static final String DATA = "/1.0/async/data/" + TICKET;
    private static final String LATER =
            "{\"warning\":{\"status\":413,\"label\":\"ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously. Please try again"
                    + " later.\"}}";

    @TempDir
    private Path folder;

    private final Loopback server = Loopback.start();
    private final List<Duration> waits = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    private Downloads downloads() {
        return Downloads.in(folder)
                .with(waits::add)
                .with(new Retries(2, Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(9), 1));
    }

    private String byHand(Question question) {
        return "fetch " + question.address() + " by hand, save it as "
                + new Cache(folder).byHand(question).path() + " and ask again offline";
    }

    private static String envelope(String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<env:Envelope xmlns:env=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                + "<env:Header/>\n<env:Body>" + inside + "</env:Body></env:Envelope>";
    }

    private static String queued(String state) {
        return envelope(
                "<ns0:syncResponse xmlns:ns0=\"http://estat.ec.europa.eu/disschain/soap/extraction\"><processingTime>1</processingTime>"
                        + "<queued><id>" + TICKET + "</id><status>" + state + "</status></queued></ns0:syncResponse>");
    }

    private static String told(String state) {
        return envelope(
                "<ns0:asyncResponse xmlns:ns0=\"http://estat.ec.europa.eu/disschain/soap/asynchronous\"><status><key>"
                        + TICKET + "</key><status>" + state + "</status></status></ns0:asyncResponse>");
    }

    @Test
    void theAddressesAreThoseOfThePublisher() {
        String base = "https://ec.europa.eu/eurostat/api/dissemination/";
        assertThat(EurostatSdmx.tsv("tps00176"))
                .hasToString(base + "sdmx/2.1/data/tps00176?format=TSV&compressed=true");
        assertThat(EurostatSdmx.csv("MIGR_EIPRE$DEFAULTVIEW")
                        .since(Period.month(2015, 1))
                        .until(Period.month(2016, 12)))
                .hasToString(
                        base
                                + "sdmx/2.1/data/MIGR_EIPRE$DEFAULTVIEW?format=SDMX-CSV&compressed=true&startPeriod=2015-01&endPeriod=2016-12");
        assertThat(EurostatSdmx.csv("migr_asyappctzm")
                        .where("geo", "FR", "DE", "FR")
                        .where("citizen", "AL")
                        .since(Period.month(2015, 1))
                        .until(Period.month(2016, 12)))
                .hasToString(
                        base
                                + "sdmx/3.0/data/dataflow/ESTAT/migr_asyappctzm/1.0?c%5Bcitizen%5D=AL&c%5Bgeo%5D=DE,FR&c%5BTIME_PERIOD%5D=ge:2015-01+le:2016-12&format=csvdata&formatVersion=2.0&compress=true");
        assertThat(EurostatSdmx.tsv("x").where("geo", "DE").since(Period.quarter(2015, 2)))
                .hasToString(
                        base
                                + "sdmx/3.0/data/dataflow/ESTAT/x/1.0?c%5Bgeo%5D=DE&c%5BTIME_PERIOD%5D=ge:2015-Q2&format=tsv&compress=true");
        assertThat(EurostatStatistics.dataset("tps00176")
                        .where("geo", "DE", "FR")
                        .since(Period.year(2015))
                        .until(Period.year(2020)))
                .hasToString(
                        base
                                + "statistics/1.0/data/tps00176?format=JSON&lang=EN&geo=DE&geo=FR&sinceTimePeriod=2015&untilTimePeriod=2020");
    }

    @Test
    void theOrderOfTheFiltersMakesNoOtherQuestion() {
        assertEquals(
                EurostatStatistics.dataset("x")
                        .where("geo", "DE", "FR")
                        .where("age", "TOTAL")
                        .address(),
                EurostatStatistics.dataset("x")
                        .where("age", "TOTAL")
                        .where("geo", "FR", "DE")
                        .address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../secret", "a/b", "a?b", "a b", "%2e", ".hidden", "tps\n00176"})
    void whatIsNoCodeOfATableIsRefusedAndNoPathComesOutOfIt(String code) {
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-001 '" + Words.of(code)
                        + "' is no code of a table; it begins with a letter or digit and has at most 64 letters, digits and _$.-",
                () -> EurostatSdmx.tsv(code));
    }

    @Test
    void namesOfFilesAreSafeWhateverTheCode() {
        assertEquals("eurostat-a-b", EurostatSdmx.tsv("A..$b").name());
        assertEquals(
                "eurostat-" + "x".repeat(39), EurostatSdmx.tsv("x".repeat(60)).name());
        assertThat(new Cache(folder).byHand(EurostatSdmx.tsv("a..b")).path().getParent())
                .isEqualTo(folder);
    }

    @Test
    void filtersMustHaveCodesAndBeNamedOnce() {
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-019 the dimension 'geo' of x is asked for without a code; name it once, with all codes that are wanted",
                () -> EurostatSdmx.tsv("x").where("geo"));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-019 the dimension 'GEO' of x is asked for twice; name it once, with all codes that are wanted",
                () -> EurostatStatistics.dataset("x").where("geo", "DE").where("GEO", "FR"));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-001 'geo]&x' is no name of a dimension; it begins with a letter or digit and has at most 64 letters, digits and _",
                () -> EurostatSdmx.tsv("x").where("geo]&x", "DE"));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-001 'DE,FR' is no code of a dimension; it begins with a letter or digit and has at most 64 letters, digits and _.-",
                () -> EurostatSdmx.tsv("x").where("geo", "DE,FR"));
    }

    @Test
    void whatIsFetchedIsWhatTheReadersRead() {
        EurostatSdmx tsv = EurostatSdmx.tsv("tps00176").at(server.base());
        EurostatSdmx csv = EurostatSdmx.csv("tps00176").at(server.base()).where("geo", "DE");
        EurostatStatistics json = EurostatStatistics.dataset("tps00176").at(server.base());
        server.on("/sdmx/2.1/data/tps00176", bytes(200, gzip(TSV)))
                .on("/sdmx/3.0/data/dataflow/ESTAT/tps00176/1.0", ok(CSV))
                .on("/statistics/1.0/data/tps00176", ok(JSON));
        Observations table = EurostatTsv.read(downloads().fetch(tsv).path());
        assertEquals(7, table.get(1).value());
        assertEquals(5, SdmxCsv.read(downloads().fetch(csv).path()).get(0).value());
        assertEquals(5, JsonStat.read(downloads().fetch(json).path()).get(0).value());
        assertEquals(downloads().fetch(tsv).sha256(), table.source().sha256());
    }

    @Test
    void anAnswerThatIsPreparedIsWaitedForAndFetched() {
        EurostatSdmx question = EurostatSdmx.tsv("tps00176").at(server.base());
        server.on("/sdmx/2.1/data/tps00176", ok(queued("SUBMITTED"), "ETag", "\"e\""))
                .on(STATUS, ok(told("PROCESSING")), ok(told("AVAILABLE")))
                .on(DATA, bytes(200, gzip(TSV), "ETag", "\"d\""));
        Downloaded file = downloads().fetch(question);
        assertEquals(7, EurostatTsv.read(file.path()).get(1).value());
        assertEquals(
                List.of("/sdmx/2.1/data/tps00176?format=TSV&compressed=true", STATUS, STATUS, DATA), server.asked());
        assertEquals(2, waits.size());
        assertThat(waits.get(1)).isGreaterThan(Duration.ofMillis(999));
        assertEquals(Version.UNKNOWN, file.receipt().version());
    }

    @Test
    void aTicketMayComePackedAndAtOnceBeAvailable() {
        EurostatSdmx question = EurostatSdmx.csv("tps00176").at(server.base());
        server.on("/sdmx/2.1/data/tps00176", bytes(202, gzip(queued("AVAILABLE"))))
                .on(DATA, ok(CSV));
        assertEquals(5, SdmxCsv.read(downloads().fetch(question).path()).get(0).value());
        assertThat(waits).isEmpty();
    }

    @Test
    void aTicketThatRunsOutIsRefused() {
        EurostatSdmx question = EurostatSdmx.tsv("tps00176").at(server.base());
        server.on("/sdmx/2.1/data/tps00176", ok(queued("SUBMITTED"))).on(STATUS, ok(told("EXPIRED")));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-020 " + question.address()
                        + ": the publisher was to prepare the answer and now calls it EXPIRED; ask again, or "
                        + byHand(question),
                () -> downloads().fetch(question));
    }

    @Test
    void aTicketIsNotWaitedForWithoutEnd() {
        EurostatSdmx question = EurostatSdmx.tsv("tps00176").at(server.base());
        server.on("/sdmx/2.1/data/tps00176", ok(queued("SUBMITTED"))).on(STATUS, ok(told("PROCESSING")));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-017 " + question.address()
                        + ": the publisher still prepares the answer after 9 s; ask again later, ask for less, or "
                        + byHand(question),
                () -> downloads().fetch(question));
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isLessThanOrEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void aTicketThatNobodyKnowsIsRefused() {
        EurostatSdmx question = EurostatSdmx.tsv("tps00176").at(server.base());
        server.on("/sdmx/2.1/data/tps00176", ok(queued("SUBMITTED")));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-004 " + server.base() + STATUS
                        + ": the publisher has nothing there (status 404) and says 'no words'; check the code, the countries and the periods",
                () -> downloads().fetch(question));
    }

    @Test
    void anAnswerThatIsTooLargeSaysHowToNarrowTheQuestion() {
        EurostatSdmx sdmx = EurostatSdmx.tsv("ef_lsk_main").at(server.base());
        EurostatStatistics json = EurostatStatistics.dataset("ef_lsk_main").at(server.base());
        String fault =
                "EXTRACTION_TOO_BIG: The requested extraction is too big, estimated 420709314 rows, max authorised is 5000000, please"
                        + " change your filters to reduce the extraction size";
        String error = "{\"error\":[{\"status\":413,\"id\":\"150\",\"label\":\"" + fault + "\"}]}";
        server.on(
                        "/sdmx/2.1/data/ef_lsk_main",
                        status(
                                413,
                                "<S:Fault xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\">\n <faultcode>413</faultcode>\n"
                                        + " <faultstring>" + fault + "</faultstring>\n</S:Fault>"))
                .on("/statistics/1.0/data/ef_lsk_main", status(413, error), ok(error));
        String says = ": the publisher does not hand out so much at once and says '" + fault
                + "'; ask for fewer countries, periods or categories, and several times";
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-003 " + sdmx.address() + says,
                () -> downloads().fetch(sdmx));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-003 " + json.address() + says,
                () -> downloads().fetch(json));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-003 " + json.address() + says,
                () -> downloads().fetch(json));
    }

    @Test
    void theStatisticsApiIsAskedAgainWhileItPreparesTheAnswer() {
        EurostatStatistics question = EurostatStatistics.dataset("tps00176").at(server.base());
        server.on("/statistics/1.0/data/tps00176", status(413, LATER), ok(LATER), ok(JSON));
        assertEquals(5, JsonStat.read(downloads().fetch(question).path()).get(0).value());
        assertEquals(2, waits.size());
    }

    @Test
    void anErrorThatCallsItselfASuccessIsRefused() {
        EurostatStatistics question = EurostatStatistics.dataset("tps00176").at(server.base());
        server.on("/statistics/1.0/data/tps00176", ok("{\"error\":[{\"status\":400,\"label\":\"Dataset unknown\"}]}"));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-002 " + question.address()
                        + ": the publisher refuses the request (status 200) and says 'Dataset unknown'; check the code and the filters",
                () -> downloads().fetch(question));
    }

    @Test
    void jsonThatIsCutOffIsRefused() {
        EurostatStatistics question = EurostatStatistics.dataset("tps00176").at(server.base());
        server.on("/statistics/1.0/data/tps00176", ok(JSON.substring(0, 200)));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-012 " + question.address() + ": the 200 bytes are damaged or cut off; ask again, or "
                        + byHand(question),
                () -> downloads().fetch(question));
    }
}
