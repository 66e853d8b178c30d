package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of publishers, by the command line. */
class DownloadTest {

    private static final String CSV =
            "DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nESTAT:TPS00176(1.0),29/11/24 11:00:00,A,DE,2019,5,\n";
    private static final String JSON =
            "{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"L\",\"value\":{\"0\":5},\"id\":[\"geo\",\"time\"],"
                    + "\"size\":[1,1],\"dimension\":{\"geo\":{\"category\":{\"index\":{\"DE\":0}}},\"time\":{\"category\":{\"index\":{\"2019\":0}}}}}";
    private static final String BANK =
            "[{\"page\":1,\"pages\":1,\"per_page\":1,\"total\":1},[{\"indicator\":{\"id\":\"A.B\",\"value\":\"Cost (%)\"},"
                    + "\"country\":{\"id\":\"AL\"},\"countryiso3code\":\"ALB\",\"date\":\"2013\",\"value\":1.5}]]";
    private static final String ITEMS =
            "{\"page\":1,\"maxPages\":1,\"items\":[{\"year\":2013,\"coo_iso\":\"ALB\",\"coa_iso\":\"DEU\",\"app_type\":\"N\","
                    + "\"applied\":\"5\"}]}";

    @TempDir
    private Path folder;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            String path = exchange.getRequestURI().getPath();
            byte[] body = answers.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answers.containsKey(path) ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Program download(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("download"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--out", folder.resolve("out"), "--cache", folder.resolve("cache"), "--server", base()));
        return Program.run(all.toArray());
    }

    @Test
    void aTableOfEurostatIsSavedAndTheNextCommandReadsIt() throws IOException {
        answers.put("/sdmx/2.1/data/tps00176", CSV);
        Program program = download("eurostat", "tps00176");
        Path file = folder.resolve("out").resolve("eurostat-tps00176.csv");
        assertEquals("", program.err());
        assertEquals(0, program.status());
        assertThat(program.out().lines().toList())
                .satisfiesExactly(
                        line -> assertEquals(file + ": " + CSV.length() + " bytes, fetched", line),
                        line -> assertThat(line).matches("SHA-256 [0-9a-f]{64}"),
                        line -> assertEquals(
                                "from " + base() + "/sdmx/2.1/data/tps00176?format=SDMX-CSV&compressed=true", line),
                        line -> assertEquals("next: inspect " + file, line));
        assertEquals(CSV, Files.readString(file));
        assertThat(Program.run("inspect", file).out())
                .contains("SDMX-CSV", program.out().lines().toList().get(1));
    }

    @Test
    void offlineTheCacheAnswersAndWithoutACopyTheStatusIsThree() {
        answers.put("/sdmx/2.1/data/tps00176", CSV);
        download("eurostat", "tps00176");
        assertThat(download("eurostat", "tps00176", "--offline").out()).contains("bytes, taken from the cache");
        assertThat(asked).hasSize(1);
        Program program = download("eurostat", "tps00177", "--offline");
        assertEquals(3, program.status());
        assertThat(program.err())
                .startsWith("E-DOWNLOAD-005 there is no copy of " + base() + "/sdmx/2.1/data/tps00177")
                .contains(" by hand, save it as " + folder.resolve("cache"))
                .hasLineCount(1);
    }

    @Test
    void aRevisedTableIsSavedBesideTheIssueBefore() throws IOException {
        answers.put("/sdmx/2.1/data/tps00176", CSV);
        download("eurostat", "tps00176");
        answers.put("/sdmx/2.1/data/tps00176", CSV.replace(",5,", ",6,"));
        String told = download("eurostat", "tps00176").out();
        String hash = told.lines().toList().get(1).substring("SHA-256 ".length());
        Path out = folder.resolve("out");
        assertEquals(CSV, Files.readString(out.resolve("eurostat-tps00176.csv")));
        assertThat(out.resolve("eurostat-tps00176-" + hash.substring(0, 8) + ".csv"))
                .isRegularFile();
    }

    @Test
    void everyPublisherHasItsFilters() {
        answers.put("/sdmx/3.0/data/dataflow/ESTAT/x/1.0", "geo\\TIME_PERIOD\t2019 \nDE\t5 \n");
        answers.put("/statistics/1.0/data/x", JSON);
        answers.put("/country/ALB;MDA/indicator/A.B", BANK);
        answers.put("/asylum-applications/", ITEMS);
        assertEquals(
                0,
                download("eurostat", "x", "geo=DE,FR", "from=2015", "--format", "tsv")
                        .status());
        assertEquals(
                0,
                download("eurostat", "x", "geo=DE", "to=2020", "--format", "json")
                        .status());
        assertEquals(
                0,
                download("world-bank", "A.B", "country=AL,MD", "from=2000", "to=2020")
                        .status());
        Program unhcr = download("unhcr", "applications", "origin=AL", "asylum=DE", "from=2008", "to=2016");
        assertEquals("", unhcr.err());
        assertThat(asked.get(0)).contains("c%5Bgeo%5D=DE,FR", "c%5BTIME_PERIOD%5D=ge:2015", "format=tsv");
        assertThat(asked.get(1)).contains("geo=DE", "untilTimePeriod=2020");
        assertThat(asked.get(2)).contains("date=2000:2020");
        assertThat(asked.get(3)).contains("coo=ALB", "coa=DEU", "yearFrom=2008", "yearTo=2016");
        assertThat(Program.run("inspect", folder.resolve("out/unhcr-asylum-applications.json"))
                        .out())
                .contains("UNHCR API reply (unhcr-json)");
        assertEquals(0, download("unhcr", "applications").status());
    }

    @Test
    void whatThePublisherDoesNotHaveEndsWithThree() {
        Program program = download("unhcr", "decisions");
        assertEquals(3, program.status());
        assertThat(program.err())
                .startsWith("E-DOWNLOAD-004 ")
                .contains("status 404")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eurostat x geo          | E-DOWNLOAD-023 'geo' is no filter, or the second one of its name; write key=value or key=value,value
            eurostat x geo=         | E-DOWNLOAD-023 'geo=' is no filter, or the second one of its name; write key=value or key=value,value
            eurostat x a=1 a=2      | E-DOWNLOAD-023 'a=2' is no filter, or the second one of its name; write key=value or key=value,value
            eurostat x time=2015    | E-DOWNLOAD-023 'time=' is not asked for by name; write from=2015 to=2020
            eurostat x from=1,2     | E-DOWNLOAD-023 'from=1,2' has several periods; name one
            eurostat ../x           | E-DOWNLOAD-001 '../x' is no code of a table; it begins with a letter or digit and has at most 64 letters, digits and _$.-
            world-bank A from=2015  | E-DOWNLOAD-023 'from=' stands alone; name from and to, or neither
            world-bank A geo=AL     | E-DOWNLOAD-023 'geo=' means nothing to this publisher; the filters are country, from and to
            unhcr population to=2015-03 from=2015-01 | E-DOWNLOAD-023 'from= and to=' must be years, because UNHCR counts by year
            unhcr population geo=AL | E-DOWNLOAD-023 'geo=' means nothing to this publisher; the filters are origin, asylum, from and to
            """)
    void wrongFiltersAreRefusedBeforeAnybodyIsAsked(String arguments, String line) {
        Program program = download((Object[]) arguments.split(" "));
        assertEquals(line, program.err().strip());
        assertEquals(2, program.status());
        assertThat(asked).isEmpty();
    }

    @Test
    void withoutAPublisherTheMessageNamesThem() {
        Program program = Program.run("download");
        assertEquals(
                "E-USAGE-001 Missing publisher: eurostat, world-bank or unhcr; see migration-impact download --help",
                program.err().strip());
        assertEquals(2, program.status());
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        answers.put("/sdmx/2.1/data/x", CSV);
        Path file = Program.file(folder, "out", "x");
        Program program = download("eurostat", "x");
        assertEquals(
                "E-DOWNLOAD-024 " + file.resolve("eurostat-x.csv")
                        + ": cannot be written (FileAlreadyExistsException); name another folder with --out",
                program.err().strip());
        assertEquals(2, program.status());
    }
}
