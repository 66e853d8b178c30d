package org.migrationimpact.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.migrationimpact.data.InputException;

/**
 * Unpacks a workbook once, to nowhere, before anything interprets it: bombs and addresses beyond any sheet end here. It looks at the
 * archive as the workbook reader does, by its directory, so that nothing is interpreted that was not looked at.
 */
final class WorkbookGuard {

    private static final int LONGEST_COLUMN_NAME = 3;

    private WorkbookGuard() {}

    /**
     * The bytes of the workbook, when it keeps the limits.
     *
     * @throws InputException E-XLSX-003 where it has too many parts or a cell outside of any sheet; what is larger than allowed is
     *     refused as every compressed file is
     */
    static byte[] check(InputFile file) throws IOException {
        byte[] bytes;
        try (InputStream content = file.content()) {
            bytes = content.readNBytes(Limits.FILE_BYTES);
        }
        Part part = new Part();
        try (ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get();
                InputStream parts = file.expanding(part)) {
            int entries = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++entries > Limits.ZIP_ENTRIES) {
                    throw refusal(file, "has more than " + Limits.ZIP_ENTRIES + " parts");
                }
                part.now = zip.getInputStream(entry);
                scan(file, parts, entry.getName().startsWith("xl/worksheets/sheet"));
            }
        }
        return bytes;
    }

    /** The part that is unpacked now; all of them go through one counter. */
    private static final class Part extends InputStream {
        private InputStream now = InputStream.nullInputStream();

        @Override
        public int read() throws IOException {
            return now.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return now.read(buffer, offset, length);
        }
    }

    private static void scan(InputFile file, InputStream part, boolean isSheet) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int letters = -1;
        for (int got = part.read(buffer); got >= 0; got = part.read(buffer)) {
            for (int i = 0; isSheet && i < got; i++) {
                letters = lettersOfAddress(letters, buffer[i]);
                if (letters > 2 * LONGEST_COLUMN_NAME) {
                    throw refusal(file, "has a cell in a column that no worksheet has");
                }
            }
        }
    }

    /** How many capitals follow a quotation mark so far; -1 outside; the refusal needs a digit behind them. */
    private static int lettersOfAddress(int letters, byte next) {
        if (next == '"' || next == '\'') {
            return 0;
        }
        boolean capital = next >= 'A' && next <= 'Z';
        if (letters >= 0 && capital) {
            return Math.min(letters + 1, 2 * LONGEST_COLUMN_NAME);
        }
        boolean digit = next >= '0' && next <= '9';
        return letters == 2 * LONGEST_COLUMN_NAME && digit ? letters + 1 : -1;
    }

    private static InputException refusal(InputFile file, String what) {
        return InputException.in(
                "E-XLSX-003", file.name(), "the workbook " + what + "; save the one sheet you need as CSV");
    }
}
