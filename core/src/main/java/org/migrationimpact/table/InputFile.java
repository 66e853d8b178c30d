package org.migrationimpact.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Source;

/**
 * A file as it was handed in: its name and its bytes, read once, so that what is hashed is what is parsed. Gzip is unpacked on the way,
 * whatever the file is called.
 */
public final class InputFile {

    private static final int[] GZIP = {0x1f, 0x8b};

    private final String name;
    private final byte[] bytes;
    private final String sha256;

    private InputFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        this.sha256 = sha256(bytes);
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
            return of(name, stream);
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
            byte[] bytes = stream.readNBytes(Limits.FILE_BYTES + 1);
            if (bytes.length > Limits.FILE_BYTES) {
                throw InputException.in(
                        "E-FILE-004",
                        name,
                        "the file is larger than " + (Limits.FILE_BYTES >> 20)
                                + " MiB, which is the limit; filter or split it, or compress it with gzip");
            }
            if (bytes.length == 0) {
                throw InputException.in("E-FILE-005", name, "the file is empty; a table with a header line is needed");
            }
            return new InputFile(name, bytes);
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
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

    /** The SHA-256 of the bytes as they lie on disk, in lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** How many bytes lie on disk. */
    public int bytes() {
        return bytes.length;
    }

    /** Whether it is compressed with gzip. */
    public boolean isGzip() {
        return begins(bytes, GZIP);
    }

    /** Whether it is a workbook of worksheets. */
    public boolean isWorkbook() {
        return FileKind.of(this) == FileKind.WORKBOOK;
    }

    /** The bytes, unpacked where they are gzip; a limit guards the expansion. */
    InputStream content() throws IOException {
        InputStream plain = new ByteArrayInputStream(bytes);
        return isGzip() ? expanding(new GZIPInputStream(plain, 1 << 16)) : plain;
    }

    /** Guards a stream that expands this file. */
    InputStream expanding(InputStream expanded) {
        return new ExpandingStream(expanded, name, bytes.length);
    }

    /** The first bytes of the content, at most so many. */
    public byte[] head(int count) {
        try (InputStream content = content()) {
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
        return InputException.in(
                "E-FILE-007",
                name,
                "the compressed file is damaged or cut off (" + cause.getClass().getSimpleName()
                        + "); fetch it again from its publisher");
    }

    /** This file as a source of figures. */
    public Source source(String title, String vintage, String terms) {
        return new Source(title, name, sha256, vintage, terms);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public String toString() {
        return name + ", " + bytes.length + " bytes, SHA-256 " + sha256;
    }
}
