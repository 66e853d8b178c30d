package org.migrationimpact.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {

    @Test
    void aPathThatIsNoFileIsRefused(@TempDir Path folder) {
        Path none = folder.resolve("none.csv");
        assertEquals(
                "E-FILE-001 none.csv: there is no file at " + none + "; check the path",
                refusal(() -> InputFile.of(none)));
        assertEquals(
                "E-FILE-002 " + folder.getFileName() + ": " + folder + " is a folder or a device; name one file",
                refusal(() -> InputFile.of(folder)));
    }

    @Test
    void aStreamThatFailsIsRefused() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("no");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("no");
            }
        };
        assertEquals(
                "E-FILE-003 x: the file cannot be read (IOException); check that you may read it",
                refusal(() -> InputFile.of("x", failing)));
    }

    @Test
    void aStreamWithoutEndIsRefusedAtTheLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return length;
            }
        };
        assertEquals(
                "E-FILE-004 x: the file is larger than 256 MiB, which is the limit; filter or split it, or compress it with gzip",
                refusal(() -> InputFile.of("x", endless)));
    }

    @Test
    void aGzipThatIsCutOffIsRefused() {
        byte[] packed = Given.gzip("a,b\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(
                "E-FILE-007 x: the compressed file is damaged or cut off (EOFException); fetch it again from its publisher",
                refusal(() -> Rows.read(InputFile.of("x", new ByteArrayInputStream(packed, 0, packed.length - 12)))));
    }

    /** More than is kept in memory. */
    private static Path large(Path folder) throws IOException {
        return Files.writeString(folder.resolve("large.csv"), "a,b\n" + "x,1234567890\n".repeat(500_000));
    }

    @Test
    void aLargeFileIsHashedWhileItIsRead(@TempDir Path folder) throws IOException {
        InputFile fromDisk = InputFile.of(large(folder));
        assertEquals(500_000, Rows.read(fromDisk).size());
        try (InputStream stream = Files.newInputStream(large(folder))) {
            assertEquals(InputFile.of("large.csv", stream).sha256(), fromDisk.sha256());
        }
    }

    @Test
    void aLargeFileThatChangesIsRefused(@TempDir Path folder) throws IOException {
        Path path = large(folder);
        InputFile file = InputFile.of(path);
        Rows.read(file);
        Files.writeString(path, "a,b\n" + "y,1234567890\n".repeat(500_000));
        assertEquals(
                "E-FILE-010 large.csv: the file changed while it was read; read it again when nobody writes to it",
                refusal(() -> Rows.read(file)));
    }

    @Test
    void whoeverWatchesIsToldHowFarItIs(@TempDir Path folder) throws IOException {
        List<Long> told = new CopyOnWriteArrayList<>();
        InputFile file = InputFile.of(large(folder)).watchedBy((read, of) -> told.add(read) && of == 6_500_004);
        Rows.read(file);
        assertThat(told).isSorted().hasSizeGreaterThan(5).endsWith(6_500_004L);
    }

    @Test
    void whoeverWatchesCanStopIt(@TempDir Path folder) throws IOException {
        InputFile file = InputFile.of(large(folder)).watchedBy((read, of) -> read < of / 2);
        assertEquals(
                "E-FILE-009 large.csv: the reading was stopped, as was asked, after 4194304 of 6500004 bytes; nothing of it is used;"
                        + " read the file again for its figures",
                refusal(() -> Rows.read(file)));
    }
}
