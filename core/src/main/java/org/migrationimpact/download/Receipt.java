package org.migrationimpact.download;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the cache writes down about a file. The time stays here: no result of this library depends on when a file was fetched.
 *
 * @param address the question, as an address
 * @param file the name of the file inside the folder of the cache
 * @param bytes its size
 * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal
 * @param version what the publisher calls this issue of it
 * @param retrieved when it was fetched
 */
public record Receipt(URI address, String file, long bytes, String sha256, Version version, Instant retrieved) {

    private static final String FILE = "[a-z0-9_-]{1,120}(\\.[a-z0-9]{1,8}){1,2}";
    private static final String HASH = "[0-9a-f]{64}";

    /** The lines of the record on disk. */
    String text() {
        return String.join(
                "\n",
                "address: " + address,
                "file: " + file,
                "bytes: " + bytes,
                "sha256: " + sha256,
                "etag: " + version.etag(),
                "last-modified: " + version.lastModified(),
                "retrieved: " + retrieved,
                "");
    }

    /** The record with these lines; empty where they are not those of {@link #text()}, or name a file that is not one of the cache. */
    static Optional<Receipt> parse(List<String> lines) {
        Map<String, String> fields = lines.stream()
                .filter(line -> line.contains(": "))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(": ")),
                        line -> line.substring(line.indexOf(": ") + 2),
                        (first, second) -> "\0"));
        String file = fields.getOrDefault("file", "");
        String hash = fields.getOrDefault("sha256", "");
        if (!file.matches(FILE) || !hash.matches(HASH)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Receipt(
                    URI.create(fields.getOrDefault("address", "")),
                    file,
                    Long.parseLong(fields.getOrDefault("bytes", "")),
                    hash,
                    new Version(
                            header(fields.getOrDefault("etag", "")), header(fields.getOrDefault("last-modified", ""))),
                    Instant.parse(fields.getOrDefault("retrieved", ""))));
        } catch (IllegalArgumentException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    /** What may be sent in a header; another text is left out, so that the whole file is asked for. */
    private static String header(String text) {
        return text.matches("[\\x20-\\x7e]*") ? text : "";
    }
}
