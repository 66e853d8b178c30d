package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.table.Given;

/** Archives and XML made to harm: nothing outside of the file is read or written, and nothing expands beyond its limits. */
class HostileWorkbooksTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String BOOKS = "org.migrationimpact.io.Specimens#books";

    /** The parts of a workbook, to be changed one by one. */
    private static Map<String, byte[]> parts(byte[] book) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Outcome read(Specimen specimen, byte[] bytes) {
        return assertTimeoutPreemptively(LONG, () -> specimen.read(Given.bytes("hostile", bytes)));
    }

    private static Specimen.Book tidy() {
        return Specimens.books().findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource(BOOKS)
    void entitiesAndExternalDefinitionsInAnyPartAreNeverFollowed(Specimen.Book specimen, @TempDir Path folder)
            throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "4711");
        List<String> cells = specimen.read(specimen.file()).said();
        Map<String, byte[]> parts = parts(specimen.bytes());
        for (String part : parts.keySet()) {
            String xml = new String(parts.get(part), StandardCharsets.UTF_8);
            for (String definition : List.of(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                    "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">",
                    "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">")) {
                Map<String, byte[]> hostile = new LinkedHashMap<>(parts);
                String with = xml.replace("?>", "?>" + definition)
                        .replace("<v>365</v>", definition.contains("ENTITY") ? "<v>&e;</v>" : "<v>365</v>");
                hostile.put(part, with.getBytes(StandardCharsets.UTF_8));
                Outcome outcome = read(specimen, zip(hostile));
                assertTrue(outcome.isRefused() || outcome.said().equals(cells), outcome::toString);
                assertThat(outcome.toString()).doesNotContain("4711");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(BOOKS)
    void entitiesThatMultiplyAreRefused(Specimen.Book specimen) {
        StringBuilder laughs = new StringBuilder("?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">");
        }
        Map<String, byte[]> parts = parts(specimen.bytes());
        String sheet = new String(parts.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        parts.put(
                "xl/worksheets/sheet1.xml",
                sheet.replace("?>", laughs + "]>")
                        .replace("<v>365</v>", "<v>&a29;</v>")
                        .getBytes(StandardCharsets.UTF_8));
        assertTrue(read(specimen, zip(parts)).isRefused());
    }

    @ParameterizedTest
    @MethodSource(BOOKS)
    void aPartIsMissingOrEmptyOrNoXml(Specimen.Book specimen) {
        List<String> cells = specimen.read(specimen.file()).said();
        Map<String, byte[]> parts = parts(specimen.bytes());
        for (String part : parts.keySet()) {
            Map<String, byte[]> without = new LinkedHashMap<>(parts);
            without.remove(part);
            Map<String, byte[]> empty = new LinkedHashMap<>(parts);
            empty.put(part, new byte[0]);
            Map<String, byte[]> cut = new LinkedHashMap<>(parts);
            cut.put(part, java.util.Arrays.copyOf(parts.get(part), parts.get(part).length / 2));
            for (Map<String, byte[]> hostile : List.of(without, empty, cut)) {
                Outcome outcome = read(specimen, zip(hostile));
                assertTrue(outcome.isRefused() || outcome.said().equals(cells), () -> part + ": " + outcome);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../escaped.txt", "/tmp/escaped.txt", "..\\escaped.txt", "xl/../../escaped.txt"})
    void aPartWithAPathOutOfTheArchiveIsNeverWritten(String name) {
        Map<String, byte[]> parts = parts(tidy().bytes());
        parts.put(name, "x".getBytes(StandardCharsets.UTF_8));
        Outcome outcome = read(tidy(), zip(parts));
        assertTrue(outcome.isRefused()
                || outcome.said().equals(tidy().read(tidy().file()).said()));
        assertTrue(Files.notExists(Path.of("escaped.txt")) && Files.notExists(Path.of("/tmp/escaped.txt")));
        assertTrue(Files.notExists(Path.of("..", "..", "escaped.txt")));
    }

    @Test
    void moreThanTenThousandPartsAreRefused() {
        Map<String, byte[]> parts = parts(tidy().bytes());
        for (int i = 0; i < 10_001; i++) {
            parts.put("x/" + i, new byte[0]);
        }
        assertEquals(
                "E-XLSX-003 hostile: the workbook has more than 10000 parts; save the one sheet you need as CSV",
                read(tidy(), zip(parts)).refusal().orElse("read"));
    }

    @Test
    void anArchiveInsideAnArchiveIsNotUnpacked() {
        Map<String, byte[]> bomb = new LinkedHashMap<>();
        bomb.put("zeros", new byte[64 << 20]);
        byte[] packed = zip(bomb);
        Map<String, byte[]> parts = parts(tidy().bytes());
        for (int i = 0; i < 20; i++) {
            parts.put("nested" + i + ".zip", packed);
        }
        assertEquals(tidy().read(tidy().file()).said(), read(tidy(), zip(parts)).said());
    }

    @Test
    void manyPartsThatExpandTogetherAreRefused() {
        Map<String, byte[]> parts = parts(tidy().bytes());
        for (int i = 0; i < 40; i++) {
            parts.put("xl/media/" + i, new byte[1 << 20]);
        }
        assertThat(read(tidy(), zip(parts)).refusal().orElse("read"))
                .startsWith("E-FILE-006 hostile: the compressed file of ");
    }

    @Test
    void sizesAndChecksumsThatLieAreRefused() {
        byte[] book = tidy().bytes();
        List<String> cells = tidy().read(tidy().file()).said();
        int directory = indexOf(book, new byte[] {'P', 'K', 1, 2}, 0);
        for (int entry = directory; entry >= 0; entry = indexOf(book, new byte[] {'P', 'K', 1, 2}, entry + 4)) {
            for (int field = 10; field < 46; field++) {
                byte[] lie = book.clone();
                lie[entry + field] ^= (byte) (field % 2 == 0 ? 1 : 0x80);
                Outcome outcome = read(tidy(), lie);
                assertTrue(outcome.isRefused() || outcome.said().equals(cells), outcome::toString);
            }
        }
    }

    @Test
    void everyOtherMethodOfCompressionIsRefused() {
        byte[] book = tidy().bytes();
        int directory = indexOf(book, new byte[] {'P', 'K', 1, 2}, 0);
        for (int method = 1; method < 256; method++) {
            byte[] other = book.clone();
            other[directory + 10] = (byte) method;
            String refusal = read(tidy(), other).refusal().orElse("read");
            assertThat(refusal).startsWith(method == 8 ? "read" : "E-XLSX-001 hostile: ");
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int at = from; at <= bytes.length - wanted.length; at++) {
            if (java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"XFE3", "AAAA3", "A1048577", "A99999999999", "A0", "3A", "", "$A$3", "a3", "E3:E4"})
    void cellsAtAddressesThatNoSheetHasAreRefusedOrKeepTheFigures(String address) {
        Map<String, byte[]> parts = parts(tidy().bytes());
        String sheet = new String(parts.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        parts.put(
                "xl/worksheets/sheet1.xml",
                sheet.replace("r=\"" + tidy().address() + "\"", "r=\"" + address + "\"")
                        .getBytes(StandardCharsets.UTF_8));
        Outcome outcome = read(tidy(), zip(parts));
        List<String> cells = tidy().read(tidy().file()).said();
        assertTrue(
                outcome.isRefused()
                        || outcome.cells().stream()
                                .allMatch(cell -> Double.isNaN(cell.figure()) || cells.contains(cell.text())),
                outcome::toString);
    }
}
