package org.migrationimpact.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;

/**
 * A file as it was handed in: its name and its bytes. What is hashed is what is parsed: a small file is read once, and one that changes on
 * the disk while it is read is refused. Gzip is unpacked on the way, whatever the file is called.
 */
public final class InputFile {

    private static final int[] GZIP = {0x1f, 0x8b};
    private static final int[] ZIP = {'P', 'K'};

    /** Up to this size a file is kept in memory: 4 MiB. */
    private static final int KEPT = 4 << 20;

    private final String name;
    private final FileBytes bytes;
    private final Progress progress;
    private final Fixity fixity;

    private InputFile(String name, FileBytes bytes, Progress progress, Fixity fixity) {
        this.name = name;
        this.bytes = bytes;
        this.progress = progress;
        this.fixity = fixity;
    }

    /**
     * The file at this path.
     *
     * @throws InputException E-FILE-001 where there is none, E-FILE-002 where it is a folder or a device, E-FILE-003 where it cannot be
     *     read, E-FILE-004 where it is larger than 256 MiB, E-FILE-005 where it is empty
     */
    public static InputFile of(Path path) {
        String name = String.valueOf(path.getFileName() == null ? path : path.getFileName());
        if (!Files.exists(path)) {
            throw InputException.in("E-FILE-001", name, "there is no file at " + path + "; check the path");
        }
        if (!Files.isRegularFile(path)) {
            throw InputException.in("E-FILE-002", name, path + " is a folder or a device; name one file");
        }
        try (InputStream stream = Files.newInputStream(path)) {
            long size = Files.size(path);
            byte[] first = stream.readNBytes(2);
            boolean kept = size <= KEPT || begins(first, GZIP) || begins(first, ZIP);
            return kept
                    ? of(name, new SequenceInputStream(new ByteArrayInputStream(first), stream))
                    : of(name, new FileBytes.OnDisk(path, size));
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /**
     * What a stream holds, read to its end; the stream is not closed.
     *
     * @throws InputException E-FILE-003, E-FILE-004 and E-FILE-005 as for a path
     */
    public static InputFile of(String name, InputStream stream) {
        try {
            return of(name, new FileBytes.Held(stream.readNBytes(Limits.FILE_BYTES + 1)));
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    private static InputFile of(String name, FileBytes bytes) {
        if (bytes.size() > Limits.FILE_BYTES) {
            throw InputException.in(
                    "E-FILE-004",
                    name,
                    "the file is larger than " + (Limits.FILE_BYTES >> 20)
                            + " MiB, which is the limit; filter or split it, or compress it with gzip");
        }
        if (bytes.size() == 0) {
            throw InputException.in("E-FILE-005", name, "the file is empty; a table with a header line is needed");
        }
        return new InputFile(name, bytes, (read, of) -> true, new Fixity());
    }

    /** The same file; whoever reads it is asked now and then whether to go on. */
    public InputFile watchedBy(Progress watcher) {
        return new InputFile(name, bytes, watcher, fixity);
    }

    private static InputException unreadable(String name, IOException cause) {
        return InputException.in(
                "E-FILE-003",
                name,
                "the file cannot be read (" + cause.getClass().getSimpleName() + "); check that you may read it");
    }

    /** The file's name, without its folder. */
    public String name() {
        return name;
    }

    /**
     * The SHA-256 of the bytes as they lie on disk, in lower-case hexadecimal.
     *
     * @throws InputException E-FILE-010 where the file changed since it was read
     */
    public String sha256() {
        if (fixity.sha256().isEmpty()) {
            try (InputStream whole = hashed()) {
                whole.transferTo(OutputStream.nullOutputStream());
            } catch (IOException unreadable) {
                throw unreadable(name, unreadable);
            }
        }
        return fixity.sha256();
    }

    /** How many bytes lie on disk. */
    public long bytes() {
        return bytes.size();
    }

    private InputStream hashed() throws IOException {
        return new HashedStream(bytes.open(), this::settle);
    }

    private void settle(String hash) {
        if (!fixity.settle(hash)) {
            throw InputException.in(
                    "E-FILE-010", name, "the file changed while it was read; read it again when nobody writes to it");
        }
    }

    /** Whether it is compressed with gzip. */
    public boolean isGzip() {
        try (InputStream packed = bytes.open()) {
            return begins(packed.readNBytes(GZIP.length), GZIP);
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /** What every reader of the text must pass on: a last row that may be cut off, because every publisher ends it with a line end. */
    public List<Warning> notes() {
        boolean closed = isGzip() || FileKind.of(this) != FileKind.TEXT; // checksums and closing brackets tell
        byte last = lastByte();
        return closed || last == '\n' || last == '\r'
                ? List.of()
                : List.of(new Warning(
                        "W-TEXT-001",
                        "the text does not end with a line end, so its last row may have been cut off inside a figure; compare it with the"
                                + " publisher's, or end it with a line end"));
    }

    /** Whether it is a workbook of worksheets. */
    public boolean isWorkbook() {
        return FileKind.of(this) == FileKind.WORKBOOK;
    }

    private byte lastByte() {
        try {
            return bytes.last();
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /** Whether it begins as a compound file does, the container of workbooks of Excel 97 to 2003 and of locked ones. */
    boolean isXls() {
        return begins(0xd0, 0xcf, 0x11, 0xe0);
    }

    /** The bytes, unpacked where they are gzip; a limit guards the expansion. */
    InputStream content() throws IOException {
        InputStream plain = new WatchedStream(hashed(), this, progress);
        return unpacked(plain);
    }

    private InputStream unpacked(InputStream plain) throws IOException {
        return isGzip() ? expanding(new GZIPInputStream(plain, 1 << 16)) : plain;
    }

    /** The refusal of a table that is within every limit, but not within the memory of this Java: E-FILE-008. */
    public InputException tooLarge() {
        return InputException.in(
                "E-FILE-008",
                name,
                "the table does not fit into the memory that Java was given, "
                        + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MiB; give it more with -Xmx, or filter or split the file");
    }

    /** Guards a stream that expands this file. */
    InputStream expanding(InputStream expanded) {
        return new ExpandingStream(expanded, name, bytes.size());
    }

    /** The first bytes of the content, at most so many. */
    public byte[] head(int count) {
        try (InputStream content = unpacked(bytes.open())) {
            return content.readNBytes(count);
        } catch (IOException damaged) {
            throw damaged(damaged);
        }
    }

    /** Whether the content begins with these bytes. */
    public boolean begins(int... magic) {
        return begins(head(magic.length), magic);
    }

    private static boolean begins(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** The content as text in UTF-8; what is not is refused with line and column, E-TEXT-001 to E-TEXT-003, as it is read. */
    public Reader text() {
        return TextReader.of(this);
    }

    /** Whether every byte of the content belongs to UTF-8. */
    public boolean isUtf8() {
        return TextReader.isUtf8(this);
    }

    /** The refusal, E-FILE-007, of a compressed file that ends too early or was changed. */
    public InputException damaged(IOException cause) {
        return bytes instanceof FileBytes.OnDisk
                ? unreadable(name, cause)
                : InputException.in(
                        "E-FILE-007",
                        name,
                        "the compressed file is damaged or cut off ("
                                + cause.getClass().getSimpleName() + "); fetch it again from its publisher");
    }

    /** This file as a source of figures. */
    public Source source(String title, String vintage, String terms) {
        return new Source(title, name, sha256(), vintage, terms);
    }

    @Override
    public String toString() {
        return name + ", " + bytes.size() + " bytes, SHA-256 " + sha256();
    }
}
