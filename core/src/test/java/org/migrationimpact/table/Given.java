package org.migrationimpact.table;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.function.Executable;
import org.migrationimpact.data.ImpactException;

/** Small files made by a test, and the refusal of one. */
public final class Given {

    private Given() {}

    public static InputFile text(String text) {
        return bytes("t.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    public static InputFile bytes(String name, byte[] bytes) {
        return InputFile.of(name, new ByteArrayInputStream(bytes));
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Code and message of what is thrown. */
    public static String refusal(Executable reading) {
        return assertThrows(ImpactException.class, reading).line();
    }
}
