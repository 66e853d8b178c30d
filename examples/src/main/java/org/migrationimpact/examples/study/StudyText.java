package org.migrationimpact.examples.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.migrationimpact.data.InputException;

/**
 * The text of a study file: at most 1 MiB of UTF-8.
 *
 * @param file the file's name, without its folder
 * @param text its characters
 */
record StudyText(String file, String text) {

    private static final int LIMIT = 1 << 20;

    static StudyText read(Path path) {
        String file = name(path);
        byte[] bytes = bytes(path, file);
        if (bytes.length > LIMIT) {
            throw InputException.in(
                    "E-STUDY-002", file, "the file is larger than 1 MiB; a study file is a page of YAML, not the data");
        }
        return new StudyText(file, decoded(bytes, file));
    }

    static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    private static byte[] bytes(Path path, String file) {
        if (!Files.isRegularFile(path)) {
            throw unreadable(file, Files.exists(path) ? path + " is not a file" : "there is no file at " + path);
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return stream.readNBytes(LIMIT + 1);
        } catch (IOException e) {
            throw unreadable(file, "it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static InputException unreadable(String file, String problem) {
        return InputException.in("E-STUDY-001", file, problem + "; name a study file that you may read");
    }

    private static String decoded(byte[] bytes, String file) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            long line = new String(bytes, 0, in.position(), StandardCharsets.UTF_8)
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            throw InputException.in("E-STUDY-003", file, line, "the file is not UTF-8; save it with that encoding");
        }
        String text = out.flip().toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
