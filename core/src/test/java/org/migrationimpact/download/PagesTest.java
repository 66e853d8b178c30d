package org.migrationimpact.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.download.Loopback.bytes;
import static org.migrationimpact.download.Loopback.gzip;
import static org.migrationimpact.download.Loopback.ok;
import static org.migrationimpact.download.Loopback.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.io.UnhcrJson;
import org.migrationimpact.io.WorldBankJson;

/** Answers in pages: the World Bank's and UNHCR's. */
class PagesTest {

    private static final String INDICATOR = "/country/all/indicator/BX.TRF.PWKR.CD.DT?format=json&per_page=20000&page=";
    private static final String POPULATION = "/population/?limit=10000&cf_type=ISO&coo_all=true&coa_all=true&page=";

    @TempDir
    private Path folder;

    private final Loopback server = Loopback.start();
    private final WorldBankApi indicator =
            WorldBankApi.indicator("BX.TRF.PWKR.CD.DT").at(server.base());
    private final UnhcrApi population = UnhcrApi.population().at(server.base());

    @AfterEach
    void close() {
        server.close();
    }

    private Downloads downloads() {
        return Downloads.in(folder).with(time -> {});
    }

    private String byHand(Question question) {
        return "fetch " + question.address() + " by hand, save it as "
                + new Cache(folder).byHand(question).path() + " and ask again offline";
    }

    private static String bank(int page, int pages, int total, String... rows) {
        return "[{\"page\":" + page + ",\"pages\":" + pages + ",\"per_page\":\"2\",\"total\":" + total
                + ",\"sourceid\":\"2\",\"lastupdated\":\"2024-03-28\"},"
                + (rows.length == 0 ? "null" : "[" + String.join(",", rows) + "]")
                + "]";
    }

    private static String row(String iso3, String date, String value) {
        return "{\"indicator\":{\"id\":\"BX.TRF\",\"value\":\"Remittances [é] (current US$)\"},\"country\":{\"id\":\""
                + iso3.substring(0, 2) + "\",\"value\":\"x\"},\"countryiso3code\":\"" + iso3 + "\",\"date\":\"" + date
                + "\",\"value\":"
                + value + ",\"unit\":\"\",\"obs_status\":\"\",\"decimal\":0}";
    }

    private static String items(int page, int pages, String... items) {
        return "{\"page\":" + page + ",\"short_url\":\"\",\"maxPages\":" + pages + ",\"total\":[],\"items\":["
                + String.join(",", items) + "]}";
    }

    private static String item(int year, String refugees) {
        return "{\"year\":" + year
                + ",\"coo_name\":\"Albania\",\"coo_iso\":\"ALB\",\"coa_name\":\"Germany\",\"coa_iso\":\"DEU\",\"refugees\":"
                + refugees + "}";
    }

    private static List<Double> values(Observations read) {
        return read.stream().map(Observation::value).toList();
    }

    @Test
    void theAddressesAreThoseOfThePublishers() {
        assertThat(WorldBankApi.indicator("BX.TRF.PWKR.CD.DT")
                        .countries("KG", "ALB", "WLD", "xk")
                        .between(Period.year(2000), Period.year(2020)))
                .hasToString(
                        "https://api.worldbank.org/v2/country/ALB;KGZ;WLD;XKX/indicator/BX.TRF.PWKR.CD.DT?format=json&per_page=20000&date=2000:2020&page=1");
        assertThat(WorldBankApi.indicator("A")
                        .between(Period.quarter(2012, 1), Period.quarter(2012, 3))
                        .address()
                        .getQuery())
                .contains("date=2012Q1:2012Q3");
        assertThat(WorldBankApi.indicator("A")
                        .between(Period.month(2012, 1), Period.month(2012, 12))
                        .address()
                        .getQuery())
                .contains("date=2012M01:2012M12");
        assertThat(UnhcrApi.population())
                .hasToString(
                        "https://api.unhcr.org/population/v1/population/?limit=10000&cf_type=ISO&coo_all=true&coa_all=true&page=1");
        assertThat(UnhcrApi.applications().from("AL", "Georgia").to("EL").between(2008, 2016))
                .hasToString(
                        "https://api.unhcr.org/population/v1/asylum-applications/?limit=10000&cf_type=ISO&coo=ALB,GEO&coa=GRC&yearFrom=2008&yearTo=2016"
                                + "&columns%5B%5D=procedure_type&columns%5B%5D=app_type&columns%5B%5D=app_pc&columns%5B%5D=dec_level&columns%5B%5D=applied&page=1");
        assertThat(UnhcrApi.decisions().address().getQuery()).contains("columns[]=dec_rejected");
    }

    @Test
    void pagesOfTheWorldBankBecomeOneFileThatItsReaderReads() throws IOException {
        server.on(
                        INDICATOR + 1,
                        ok("\ufeff"
                                + bank(1, 3, 5, row("ALB", "2020", "2867811095547.36"), row("MDA", "2020", "null"))))
                .on(INDICATOR + 2, ok(bank(2, 3, 5, row("KGZ", "2020", "3"), row("GEO", "2020", "\"4\""))))
                .on(INDICATOR + 3, bytes(200, gzip(bank(3, 3, 5, row("XKX", "2020", "5"))), "ETag", "\"e\""));
        Downloaded file = downloads().fetch(indicator);
        Observations read = WorldBankJson.read(file.path());
        assertEquals(List.of(2867811095547.36, Double.NaN, 3d, 4d, 5d), values(read));
        assertEquals("2024-03-28", read.source().vintage());
        assertThat(read.notes()).isEmpty();
        assertThat(Files.readString(file.path()))
                .startsWith(
                        "[{\"page\":1,\"pages\":1,\"per_page\":5,\"total\":5,\"sourceid\":\"2\",\"lastupdated\":\"2024-03-28\"},[{\"indicator\"")
                .contains("2867811095547.36", "Remittances [é]");
        assertEquals(Version.UNKNOWN, file.receipt().version());
        assertEquals(List.of(INDICATOR + 1, INDICATOR + 2, INDICATOR + 3), server.asked());
    }

    @Test
    void aSinglePageStaysAsItCameAndHasAVersion() throws IOException {
        String page = bank(1, 1, 1, row("ALB", "2020", "1"));
        server.on(INDICATOR + 1, ok(page, "ETag", "\"e\""), status(304, ""));
        assertEquals(page, Files.readString(downloads().fetch(indicator).path()));
        assertEquals(Downloaded.Origin.UNCHANGED, downloads().fetch(indicator).origin());
    }

    @Test
    void pagesOfUnhcrBecomeOneFileThatItsReaderReads() {
        server.on(POPULATION + 1, ok(items(1, 2, item(2019, "5"), item(2020, "\"0\""))))
                .on(POPULATION + 2, ok(items(2, 2, item(2021, "\"7\""))));
        Observations read = UnhcrJson.read(downloads().fetch(population).path());
        assertEquals(List.of(5d, 0d, 7d), values(read));
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void aMessageInPlaceOfRowsIsPassedOn() {
        server.on(
                INDICATOR + 1,
                ok(
                        "[{\"message\":[{\"id\":\"120\",\"key\":\"Invalid value\",\"value\":\"The provided parameter value is not valid\"}]}]"));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-002 " + indicator.address()
                        + ": the publisher refuses the request and says 'The provided parameter value is not valid'; check the code and the"
                        + " filters",
                () -> downloads().fetch(indicator));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anAnswerWithoutRowsIsNoAnswer() {
        server.on(INDICATOR + 1, ok(bank(1, 1, 0)), ok(bank(1, 0, 0).replace("null", "[]")))
                .on(POPULATION + 1, ok(items(1, 1)));
        String none =
                ": the publisher has nothing there, the answer has no rows; check the code, the countries and the periods";
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-004 " + indicator.address() + none,
                () -> downloads().fetch(indicator));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-004 " + indicator.address() + none,
                () -> downloads().fetch(indicator));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-004 " + population.address() + none,
                () -> downloads().fetch(population));
    }

    @Test
    void pagesThatDoNotFitTogetherAreRefused() {
        String first = bank(1, 2, 3, row("ALB", "2020", "1"), row("MDA", "2020", "2"));
        String second = bank(2, 2, 3, row("GEO", "2020", "3"));
        server.on(INDICATOR + 1, ok(first))
                .on(
                        INDICATOR + 2,
                        ok(second.replace("2024-03-28", "2024-03-29")),
                        ok(second.replace("\"page\":2", "\"page\":1")),
                        ok(bank(2, 2, 3)),
                        ok(bank(2, 2, 3, row("GEO", "2020", "3"), row("UKR", "2020", "4"))));
        String at = "E-DOWNLOAD-018 " + server.base() + INDICATOR + 2
                + ": the answer does not belong to the first page (it says page ";
        String end = " rows), so the table changed in between or the server lost count; ask again later, or "
                + byHand(indicator);
        Refusal.of(
                DataException.class,
                at + "2 of 2 and has 1" + end,
                () -> downloads().fetch(indicator));
        Refusal.of(
                DataException.class,
                at + "1 of 2 and has 1" + end,
                () -> downloads().fetch(indicator));
        Refusal.of(
                DataException.class,
                at + "2 of 2 and has 0" + end,
                () -> downloads().fetch(indicator));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-018 " + indicator.address()
                        + ": the answer announces 3 rows, and its pages have 4; ask again later, or "
                        + byHand(indicator),
                () -> downloads().fetch(indicator));
    }

    @Test
    void aPageThatIsMissingEndsTheDownload() {
        server.on(POPULATION + 1, ok(items(1, 2, item(2019, "5")))).on(POPULATION + 2, status(500, ""));
        Downloads once = downloads().with(new Retries(1, TIME, TIME, TIME, 1));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-006 " + server.base() + POPULATION + 2
                        + ": the server is in trouble (status 500), asked once; ask again later, or "
                        + byHand(population),
                () -> once.fetch(population));
        assertThat(folder).isEmptyDirectory();
    }

    private static final Duration TIME = Duration.ofSeconds(1);

    @Test
    void theLimitHoldsForAllPagesTogether() {
        String page = items(1, 2, item(2019, "5"));
        server.on(POPULATION + 1, ok(page)).on(POPULATION + 2, ok(items(2, 2, item(2020, "5"))));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-010 " + server.base() + POPULATION + 2 + ": the answer is larger than "
                        + (page.length() + 10) + " bytes; ask for fewer countries, periods or categories",
                () -> downloads().atMost(page.length() + 10L).fetch(population));
    }

    @Test
    void onePageOfSeveralThatWasFetchedByHandIsRefused() throws IOException {
        Path file = new Cache(folder).byHand(indicator).path();
        Files.writeString(file, bank(1, 2, 3, row("ALB", "2020", "1")));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-018 " + file + ": the answer is one page of 2; ask again later, or " + byHand(indicator),
                () -> downloads().offline().fetch(indicator));
        Files.writeString(file, bank(1, 1, 1, row("ALB", "2020", "1")));
        assertEquals(
                Downloaded.Origin.BY_HAND,
                downloads().offline().fetch(indicator).origin());
    }

    @Test
    void jsonOfAnotherShapeIsNoPage() {
        server.on(INDICATOR + 1, ok("[1,2]"));
        Refusal.of(
                DataException.class,
                "E-DOWNLOAD-018 " + indicator.address() + ": the answer is no page of rows; ask again later, or "
                        + byHand(indicator),
                () -> downloads().fetch(indicator));
    }

    @Test
    void spansThatThePublisherDoesNotHaveAreRefused() {
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-021 the World Bank has no figures from 2020 to 2019; name two years, two quarters or two months, the earlier one"
                        + " first",
                () -> indicator.between(Period.year(2020), Period.year(2019)));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-021 the World Bank has no figures from 2020-S1 to 2020-S2; name two years, two quarters or two months, the"
                        + " earlier one first",
                () -> indicator.between(Period.halfYear(2020, 1), Period.halfYear(2020, 2)));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-022 UNHCR has no figures from 1950 to 1960; name two years since 1951, the earlier one first",
                () -> population.between(1950, 1960));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-001 'A/../B' is no code of an indicator; it begins with a letter or digit and has at most 64 letters, digits and"
                        + " ._-",
                () -> WorldBankApi.indicator("A/../B"));
        Refusal.of(
                InputException.class,
                "E-DOWNLOAD-001 'AL;DE' is no code of a country; it begins with a letter or digit and has at most 64 letters and digits",
                () -> indicator.countries("AL;DE"));
    }
}
