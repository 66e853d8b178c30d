package org.migrationimpact.examples.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** A notebook as it lies in its file. */
record Notebook(JsonNode root) {

    static final Path GETTING_STARTED = Path.of("notebooks", "getting-started.ipynb");

    static Notebook read(Path file) throws IOException {
        return new Notebook(new ObjectMapper().readTree(file.toFile()));
    }

    List<JsonNode> codeCells() {
        return StreamSupport.stream(root.get("cells").spliterator(), false)
                .filter(cell -> cell.get("cell_type").asText().equals("code"))
                .toList();
    }

    static String source(JsonNode cell) {
        StringBuilder text = new StringBuilder();
        cell.get("source").forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
