package org.migrationimpact.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.migrationimpact.data.InputException;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Limits;
import org.migrationimpact.table.Place;

/** JSON read token by token, never as a tree: depth, names and the number of tokens are bounded, and what is damaged is refused. */
final class JsonText {

    /** Levels of nesting. */
    private static final int DEPTH = 64;

    /** Characters of one text: 1 Mi. */
    private static final int TEXT = 1 << 20;

    /** Elements, names and brackets among them. */
    private static final long TOKENS = 100_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(TEXT)
                    .maxNameLength(Limits.CELL_CHARACTERS)
                    .maxTokenCount(TOKENS)
                    .build())
            .build();

    private JsonText() {}

    interface Reading<T> {
        T from(JsonParser json) throws IOException;
    }

    /**
     * Reads the file from its first token on.
     *
     * @throws InputException E-JSON-001 where it is damaged, E-JSON-002 where it is beyond a limit
     */
    static <T> T read(InputFile file, Reading<T> reading) {
        try (JsonParser json = FACTORY.createParser(file.text())) {
            json.nextToken();
            return reading.from(json);
        } catch (StreamConstraintsException beyond) {
            throw place(file, beyond)
                    .refuse(
                            "E-JSON-002",
                            "the JSON is nested deeper than " + DEPTH
                                    + " levels, has a name, text or number beyond all measure, or more than "
                                    + TOKENS + " elements; ask the publisher for less, or for CSV");
        } catch (JsonProcessingException damaged) {
            throw place(file, damaged)
                    .refuse("E-JSON-001", "the JSON is damaged or cut off here; fetch it again from its publisher");
        } catch (IOException damaged) {
            throw file.damaged(damaged);
        }
    }

    private static Place place(InputFile file, JsonProcessingException at) {
        return at.getLocation() == null
                ? new Place(file.name(), 1, 1)
                : new Place(
                        file.name(),
                        Math.max(1, at.getLocation().getLineNr()),
                        Math.max(1, at.getLocation().getColumnNr()));
    }

    /** Where the parser stands. */
    static Place place(InputFile file, JsonParser json) {
        return new Place(
                file.name(),
                json.currentTokenLocation().getLineNr(),
                json.currentTokenLocation().getColumnNr());
    }

    /** The texts and numbers of the object or array that begins here, under their paths: {@code country.id}; nulls are left out. */
    static Map<String, String> flat(JsonParser json) throws IOException {
        Map<String, String> leaves = new LinkedHashMap<>();
        flat(json, "", leaves);
        return leaves;
    }

    private static void flat(JsonParser json, String path, Map<String, String> leaves) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                flat(json, path.isEmpty() ? name : path + "." + name, leaves);
            }
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                flat(json, path + "[" + i + "]", leaves);
            }
        } else if (json.currentToken() != JsonToken.VALUE_NULL && leaves.size() < Limits.COLUMNS) {
            leaves.put(path, json.getText().strip());
        }
    }
}
