package org.migrationimpact.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.migrationimpact.data.InputException;

/** Reads back what {@link Manifest#text()} writes, and nothing else. */
final class ManifestReader {

    static final int FORMAT = 1;
    static final String LIBRARY = "migration-impact";
    private static final int LARGEST = 16 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ManifestReader() {}

    static Manifest read(Path file) {
        JsonNode root = tree(file);
        JsonNode software = root.path("software");
        if (root.path("format").asInt() != FORMAT || !software.path(LIBRARY).isTextual()) {
            throw notOurs(file, "it is no manifest of a run of " + LIBRARY);
        }
        return new Manifest(
                new Software(
                        software.path(LIBRARY).asText(),
                        software.path("java").asText(),
                        software.path("defaults").asInt()),
                texts(root.path("command")),
                root.path("study").asText(),
                root.path("seed").canConvertToLong()
                        ? OptionalLong.of(root.path("seed").asLong())
                        : OptionalLong.empty(),
                digests(root.path("inputs")),
                digests(root.path("outputs")));
    }

    private static JsonNode tree(Path file) {
        if (!Files.isRegularFile(file)) {
            throw notOurs(file, "there is no such file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw notOurs(file, "it is larger than any manifest, " + LARGEST + " bytes");
            }
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw notOurs(file, "it cannot be read as JSON");
        }
    }

    private static InputException notOurs(Path file, String why) {
        return InputException.in(
                "E-MANIFEST-001", file.toString(), why + "; name the " + Manifest.FILE + " of an output folder");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static List<FileDigest> digests(JsonNode list) {
        List<FileDigest> digests = new ArrayList<>();
        list.forEach(one -> digests.add(new FileDigest(
                one.path("file").asText(),
                one.path("bytes").asLong(),
                one.path("sha256").asText())));
        return digests;
    }
}
