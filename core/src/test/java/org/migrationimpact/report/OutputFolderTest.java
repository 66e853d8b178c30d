package org.migrationimpact.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;

class OutputFolderTest {

    private static final Manifest MANIFEST = Manifest.of(List.of());

    @TempDir
    Path place;

    @Test
    void everyFileIsThereWithItsManifest() throws IOException {
        Path target = place.resolve("a/b/out");
        OutputFolder.write(
                target, MANIFEST, folder -> folder.write("result.json", "{}\n").write("charts/one.svg", Made.SVG));
        assertEquals(List.of("charts/one.svg", "manifest.json", "result.json"), files(target));
        assertEquals(List.of("a/b/out/charts/one.svg", "a/b/out/manifest.json", "a/b/out/result.json"), files(place));
        assertEquals(
                List.of("charts/one.svg", "result.json"),
                Manifest.read(target.resolve("manifest.json")).outputs().stream()
                        .map(FileDigest::file)
                        .toList());
    }

    @Test
    void aFailureMidwayLeavesNothingBehind() throws IOException {
        Path target = place.resolve("new/out");
        DataException failure = assertThrows(
                DataException.class, () -> OutputFolder.write(target, MANIFEST, OutputFolderTest::failMidway));
        assertEquals("too little", failure.getMessage());
        assertEquals(List.of(), everything(place));
    }

    @Test
    void aFailureMidwayLeavesWhatWasThereAsItWas() throws IOException {
        Path target = place.resolve("out");
        OutputFolder.write(target, MANIFEST, folder -> folder.write("result.json", "old"));
        assertThrows(DataException.class, () -> OutputFolder.write(target, MANIFEST, OutputFolderTest::failMidway));
        assertEquals("old", Files.readString(target.resolve("result.json")));
        assertEquals(List.of("out", "out/manifest.json", "out/result.json"), everything(place));
    }

    private static void failMidway(OutputFolder folder) throws IOException {
        folder.write("result.json", "half");
        throw new DataException("E-TEST-001", "too little");
    }

    @Test
    void whatAnEarlierRunWroteIsReplaced() throws IOException {
        Path target = place.resolve("out");
        OutputFolder.write(target, MANIFEST, folder -> folder.write("charts/old.svg", "old"));
        OutputFolder.write(target, MANIFEST, folder -> folder.write("new.svg", "new"));
        assertEquals(List.of("out", "out/manifest.json", "out/new.svg"), everything(place));
    }

    @Test
    void anEmptyFolderIsReplaced() throws IOException {
        Path target = Files.createDirectory(place.resolve("out"));
        OutputFolder.write(target, MANIFEST, folder -> folder.write("a.csv", "1"));
        assertEquals(List.of("out", "out/a.csv", "out/manifest.json"), everything(place));
    }

    @Test
    void aFolderBehindALinkIsReplacedAndTheLinkStays() throws IOException {
        Path real = Files.createDirectory(place.resolve("real"));
        Path link = Files.createSymbolicLink(place.resolve("link"), real);
        OutputFolder.write(link, MANIFEST, folder -> folder.write("a.csv", "1"));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertEquals("1", Files.readString(real.resolve("a.csv")));
    }

    @Test
    void aFolderWithOtherFilesIsRefused() throws IOException {
        Path target = Files.createDirectory(place.resolve("home"));
        Files.writeString(target.resolve("thesis.txt"), "years of work");
        refused(target, "holds thesis.txt and no manifest.json of an earlier run");
        assertEquals("years of work", Files.readString(target.resolve("thesis.txt")));
    }

    @Test
    void aManifestOfAnotherProgramIsNone() throws IOException {
        Path target = Files.createDirectory(place.resolve("extension"));
        Files.writeString(target.resolve("manifest.json"), "{\"manifest_version\": 3}");
        refused(target, "holds a manifest.json that no run of this library wrote");
    }

    @Test
    void aFileAddedByHandIsNotDeleted() throws IOException {
        Path target = place.resolve("out");
        OutputFolder.write(target, MANIFEST, folder -> folder.write("a.csv", "1"));
        Files.writeString(target.resolve("notes.txt"), "mine");
        refused(target, "holds notes.txt, which the run that wrote it did not write");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        refused(Files.createFile(place.resolve("out")), "is a file, not a folder");
    }

    @Test
    void theRootIsNoFolderOfResults() {
        refused(place.toAbsolutePath().getRoot(), "is the root of a file system");
    }

    private static void refused(Path target, String why) {
        InputException refusal = assertThrows(
                InputException.class, () -> OutputFolder.write(target, MANIFEST, folder -> folder.write("a.csv", "1")));
        assertEquals(
                "E-OUT-001 " + target + ": " + why
                        + ", so it is not replaced; name another folder, or move away what is in this one",
                refusal.line());
    }

    @Test
    void aFolderBelowAFileCannotBeMade() throws IOException {
        Path file = Files.createFile(place.resolve("file"));
        InputException refusal = assertThrows(
                InputException.class,
                () -> OutputFolder.write(file.resolve("out"), MANIFEST, folder -> folder.write("a.csv", "1")));
        assertEquals(
                "E-OUT-002 " + file.resolve("out")
                        + ": cannot be written (FileAlreadyExists); nothing was changed: name a folder that can be made or replaced",
                refusal.line());
        assertEquals(List.of("file"), everything(place));
    }

    @Test
    void aFolderWithoutTheRightToWriteIsRefused() throws IOException {
        Path locked = Files.createDirectory(place.resolve("locked"));
        assumeTrue(
                locked.toFile().setWritable(false) && !Files.isWritable(locked),
                "skipped: this user may write anywhere");
        InputException refusal = assertThrows(
                InputException.class,
                () -> OutputFolder.write(locked.resolve("out"), MANIFEST, folder -> folder.write("a.csv", "1")));
        assertEquals("E-OUT-002", refusal.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.csv",
                "/etc/a.csv",
                "a/../../b",
                "C:\\a.csv",
                "a\\b",
                "",
                ".",
                "..",
                "a//b",
                ".hidden",
                "a/",
                "a\0b",
                "-rf",
                "a b"
            })
    void aNameThatIsNoPlainNameIsRefused(String name) throws IOException {
        InputException refusal = assertThrows(
                InputException.class,
                () -> OutputFolder.write(place.resolve("out"), MANIFEST, folder -> folder.write(name, "1")));
        assertEquals("E-OUT-003", refusal.code());
        assertEquals(
                "'" + name
                        + "' is no name for a file of results; a name is new, of letters A to Z, digits, _ - and . inside, with /"
                        + " between a folder and a file",
                refusal.getMessage());
        assertEquals(List.of(), everything(place));
    }

    @Test
    void aNameIsWrittenOnceWhateverTheCaseOfItsLetters() {
        InputException refusal = assertThrows(
                InputException.class,
                () -> OutputFolder.write(
                        place.resolve("out"),
                        MANIFEST,
                        folder -> folder.write("I.csv", "1").write("i.CSV", "2")));
        assertThat(refusal.line()).startsWith("E-OUT-003 'i.CSV' is written already; ");
    }

    private static List<String> files(Path folder) throws IOException {
        return everything(folder).stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .toList();
    }

    private static List<String> everything(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.skip(1)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
