package org.migrationimpact.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.migrationimpact.data.InputException;

/**
 * A file by its name and what is in it.
 *
 * @param file its name, without the folder it lies in; inside an output folder, the path from there, with {@code /}
 * @param bytes its size
 * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal
 */
public record FileDigest(String file, long bytes, String sha256) implements Serializable {

    /**
     * The digest of a file as it is now.
     *
     * @throws InputException E-OUT-004 where it cannot be read
     */
    public static FileDigest of(Path path) {
        MessageDigest digest = algorithm();
        long size = 0;
        try (InputStream in = Files.newInputStream(path)) {
            byte[] block = new byte[1 << 16];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
                size += read;
            }
        } catch (IOException e) {
            throw InputException.in(
                    "E-OUT-004",
                    path.toString(),
                    "cannot be read, so its SHA-256 is not known; check the name and the rights");
        }
        return new FileDigest(
                String.valueOf(path.getFileName()), size, HexFormat.of().formatHex(digest.digest()));
    }

    /** The digest of these bytes under this name. */
    static FileDigest of(String file, byte[] content) {
        return new FileDigest(
                file, content.length, HexFormat.of().formatHex(algorithm().digest(content)));
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return file + ", " + bytes + " bytes, SHA-256 " + sha256;
    }
}
