package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.migrationimpact.table.Given.refusal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.table.Given;

/** Files of absurd dimensions are refused in bounded time, and in a heap that the honest ones fit into. */
class HostileSizesTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String SPECIMENS = "org.migrationimpact.io.Specimens#";

    private static Outcome read(Specimen specimen, String text) {
        return assertTimeoutPreemptively(
                LONG, () -> specimen.read(Given.bytes("hostile", text.getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "separated")
    void aHeaderOfAMillionColumnsIsRefused(Specimen.Separated specimen) {
        String more = (specimen.separator() + "x").repeat(1_000_000);
        String wide = specimen.text().replace(specimen.header(), specimen.header() + more);
        assertTrue(read(specimen, wide).isRefused());
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "separated")
    void aCellOfTwoMegabytesIsRefused(Specimen.Separated specimen) {
        assertTrue(read(specimen, specimen.text().replace(Specimen.FIGURE, "7".repeat(2 << 20)))
                .isRefused());
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource(SPECIMENS + "separated")
    void aCellOfAHundredMegabytesIsRefused(Specimen.Separated specimen) {
        assertTrue(read(specimen, specimen.text().replace(Specimen.FIGURE, "7".repeat(100 << 20)))
                .isRefused());
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "separated")
    void aLineWithoutEndIsRefused(Specimen.Separated specimen) {
        assertTrue(read(specimen, specimen.header() + "x".repeat(2 << 20)).isRefused());
        assertTrue(read(specimen, "\"" + specimen.text() + "x".repeat(2 << 20)).isRefused());
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "braces")
    void jsonNestedWithoutEndIsRefused(Specimen.Braces specimen) {
        for (String bracket : List.of("[", "{\"a\":", "[{\"a\":[")) {
            String nested = specimen.text().replace(Specimen.FIGURE, bracket.repeat(1_000_000));
            assertTrue(read(specimen, nested).isRefused());
            assertTrue(read(specimen, bracket.repeat(1_000_000)).isRefused());
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "braces")
    void jsonWithTheSameNameTwiceIsRefusedOrTheSame(Specimen.Braces specimen) {
        List<String> cells = specimen.read(specimen.file()).said();
        for (String name : List.of("\"value\":", "\"size\":", "\"id\":", "\"dimension\":", "\"date\":", "\"page\":")) {
            Outcome outcome = read(specimen, specimen.text().replaceFirst(name, name + "null," + name));
            assertTrue(outcome.isRefused() || outcome.said().equals(cells), outcome::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2147483647,2147483647]",
                "[4294967296,4294967296]",
                "[65536,65536,65536,65536]",
                "[1000000,1000000]",
                "[3,2]",
                "[2,2,2]",
                "[2]",
                "[]",
                "[-2,-2]",
                "[0,2]",
                "[2.5,2]",
                "[\"2\",\"x\"]",
                "[1e400,2]",
                "[null,2]",
                "{}",
                "4"
            })
    void absurdSizesOfACubeAreRefused(String sizes) {
        Specimen.Braces specimen = Specimens.braces()
                .filter(cube -> cube.format() == Format.JSON_STAT)
                .findFirst()
                .orElseThrow();
        assertTrue(read(specimen, specimen.text().replace("[2,2]", sizes)).isRefused());
    }

    @Test
    void aCubeOfAMillionCodesWithTwoFiguresIsSmall() {
        StringBuilder codes = new StringBuilder("\"c0\"");
        for (int code = 1; code < 200_000; code++) {
            codes.append(",\"c").append(code).append('"');
        }
        String cube =
                "{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"L\",\"value\":{\"0\":1,\"399999\":2},\"id\":[\"x\",\"time\"],"
                        + "\"size\":[200000,2],\"dimension\":{\"x\":{\"category\":{\"index\":[" + codes
                        + "]}},\"time\":{\"category\":{\"index\":[\"2013\",\"2014\"]}}}}";
        assertEquals(
                2,
                JsonStat.read(Given.bytes("c.json", cube.getBytes(StandardCharsets.UTF_8)))
                        .size());
    }

    @Tag("slow")
    @Test
    void aGzipThatExpandsWithoutEndIsRefusedInASmallHeap() throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallHeap.class.getName())
                .redirectErrorStream(true)
                .start();
        try (InputStream said = reader.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(reader.waitFor(120, TimeUnit.SECONDS));
            assertThat(text.lines().filter(line -> line.startsWith("E-"))).hasSize(SmallHeap.FILES);
            assertThat(text).doesNotContain("OutOfMemoryError", "StackOverflowError");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"0\":1,\"0\":2,\"3\":365}",
                "{\"3\":365,\"4\":1}",
                "{\"-1\":1}",
                "{\"99999999999\":1}",
                "[1,2,3,4,5]",
                "[1,2,3]"
            })
    void figuresAtPositionsThatACubeHasNotOrTwiceAreRefused(String values) {
        Specimen.Braces specimen = Specimens.braces()
                .filter(cube -> cube.format() == Format.JSON_STAT)
                .findFirst()
                .orElseThrow();
        String text = specimen.text()
                .replace("{\"0\":1,\"3\":365}", values)
                .replace("\"status\":{\"1\":\":\",\"3\":\"bp\"},", "");
        assertTrue(read(specimen, text).isRefused());
    }

    @Test
    void gzipInsideGzipIsNotUnpackedTwice() {
        byte[] twice = Given.gzip(Given.gzip("time,v\n2015,1\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(refusal(() -> Inspection.of(Given.bytes("a.csv.gz", twice))))
                .matches("E-TEXT-00[13] a\\.csv\\.gz.*");
    }
}
