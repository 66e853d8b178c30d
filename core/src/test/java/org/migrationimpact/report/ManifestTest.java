package org.migrationimpact.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.data.InputException;
import org.migrationimpact.report.Manifest.Change;
import org.migrationimpact.report.Manifest.Difference;

class ManifestTest {

    private static final FileDigest A = FileDigest.of("a.csv", new byte[] {1});
    private static final FileDigest A_CHANGED = FileDigest.of("a.csv", new byte[] {2});
    private static final FileDigest B = FileDigest.of("b.csv", new byte[] {3});

    @TempDir
    Path place;

    @Test
    void theTextIsTheSameToTheLastByte() {
        Manifest manifest = new Manifest(
                new Software("0.1.0", "17.0.1", 1),
                List.of("run", "study.yaml"),
                "seed: 1\n",
                OptionalLong.of(1),
                List.of(FileDigest.of("a.csv", new byte[0])),
                List.of());
        assertEquals("""
                {
                  "format" : 1,
                  "software" : {
                    "migration-impact" : "0.1.0",
                    "java" : "17.0.1",
                    "defaults" : 1
                  },
                  "command" : [
                    "run",
                    "study.yaml"
                  ],
                  "study" : "seed: 1\\n",
                  "seed" : 1,
                  "inputs" : [
                    {
                      "file" : "a.csv",
                      "bytes" : 0,
                      "sha256" : "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                    }
                  ],
                  "outputs" : [ ]
                }
                """, manifest.text());
    }

    @Test
    void whatIsWrittenReadsBack() throws IOException {
        Manifest manifest = Manifest.of(List.of(A, B))
                .withCommand(List.of("run", "İ – \"x\""))
                .withStudy("data:\n  file: a.csv\n")
                .withSeed(Long.MIN_VALUE)
                .withOutputs(List.of(A_CHANGED));
        Path file = Files.writeString(place.resolve("manifest.json"), manifest.text());
        assertEquals(manifest, Manifest.read(file));
        Manifest plain = Manifest.of(List.of());
        assertEquals(plain, Manifest.read(Files.writeString(file, plain.text())));
    }

    @Test
    void theSameInputsMatchInAnyOrder() {
        assertTrue(Manifest.of(List.of(A, B)).matches(List.of(B, A)));
    }

    @Test
    void itTellsWhichInputChanged() {
        Manifest manifest = Manifest.of(List.of(A, B));
        assertEquals(List.of(new Difference("a.csv", Change.CHANGED)), manifest.differences(List.of(A_CHANGED, B)));
        assertEquals(List.of(new Difference("b.csv", Change.ABSENT)), manifest.differences(List.of(A)));
        assertEquals(
                List.of(new Difference("b.csv", Change.ADDED)),
                Manifest.of(List.of(A)).differences(List.of(A, B)));
        assertThat(manifest.differences(List.of(A_CHANGED)).toString())
                .isEqualTo("[a.csv has changed: its SHA-256 is another one, b.csv is not there]");
        assertEquals("b.csv was not read then", new Difference("b.csv", Change.ADDED).toString());
    }

    @Test
    void aFileIsKnownByItsBytes() throws IOException {
        Path file = Files.writeString(place.resolve("abc.txt"), "abc");
        assertEquals(
                new FileDigest("abc.txt", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                FileDigest.of(file));
    }

    @Test
    void aFileThatIsNotThereHasNoDigest() {
        Path file = place.resolve("absent.csv");
        InputException refusal = assertThrows(InputException.class, () -> FileDigest.of(file));
        assertEquals(
                "E-OUT-004 " + file + ": cannot be read, so its SHA-256 is not known; check the name and the rights",
                refusal.line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "{}", "{\"format\": 2, \"software\": {\"migration-impact\": \"9\"}}", "{\"format\": 1}", ""
            })
    void whatIsNoManifestOfOursIsRefused(String text) throws IOException {
        refused(text, "it is no manifest of a run of migration-impact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\": NaN}", "no json"})
    void whatIsNoJsonIsRefused(String text) throws IOException {
        refused(text, "it cannot be read as JSON");
    }

    @Test
    void aBombOfBracketsIsRefused() throws IOException {
        refused("[".repeat(1_000_000), "it cannot be read as JSON");
    }

    @Test
    void aFolderIsNoManifest() {
        InputException refusal = assertThrows(InputException.class, () -> Manifest.read(place));
        assertEquals(
                "E-MANIFEST-001 " + place + ": there is no such file; name the manifest.json of an output folder",
                refusal.line());
    }

    private void refused(String text, String why) throws IOException {
        Path file = Files.writeString(place.resolve("manifest.json"), text);
        InputException refusal = assertThrows(InputException.class, () -> Manifest.read(file));
        assertEquals(
                "E-MANIFEST-001 " + file + ": " + why + "; name the manifest.json of an output folder", refusal.line());
    }
}
