package org.migrationimpact.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
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
}
