package org.migrationimpact.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationimpact.data.InputException;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;

/** The codes of one dimension of a JSON-stat cube in the order of their positions, with their labels and units. */
final class JsonStatDimension {

    /** How many codes a dimension may have. */
    static final int CATEGORIES = 1_000_000;

    private final InputFile file;
    private final String id;
    private final Map<String, Integer> index = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private Map<String, String> units = Map.of();

    private JsonStatDimension(InputFile file, String id) {
        this.file = file;
        this.id = id;
    }

    static JsonStatDimension parse(InputFile file, String id, JsonParser json) throws IOException {
        JsonStatDimension dimension = new JsonStatDimension(file, id);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("category") && json.currentToken() == JsonToken.START_OBJECT) {
                dimension.category(json);
            } else {
                json.skipChildren();
            }
        }
        return dimension;
    }

    private void category(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("index")) {
                index(json);
            } else if (name.equals("label") && json.currentToken() == JsonToken.START_OBJECT) {
                labels(json);
            } else if (name.equals("unit")) {
                units = JsonText.flat(json);
            } else {
                json.skipChildren();
            }
        }
    }

    /** Either code and position, or the codes in their order. */
    private void index(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                put(json, json.getText(), i);
            }
        } else if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String code = json.currentName();
                if (json.nextToken() != JsonToken.VALUE_NUMBER_INT
                        || json.getText().length() > 7) {
                    throw refuse(json, "the position of the code '" + Names.quoted(code) + "' is no whole number");
                }
                put(json, code, json.getIntValue());
            }
        }
    }

    private void put(JsonParser json, String code, int position) {
        if (index.size() == CATEGORIES) {
            throw refuse(json, "it has more than " + CATEGORIES + " codes, which is the limit");
        }
        if (index.putIfAbsent(code, position) != null) {
            throw refuse(json, "it has the code '" + Names.quoted(code) + "' twice");
        }
    }

    private InputException refuse(JsonParser json, String fault) {
        return JsonText.place(file, json)
                .refuse("E-JSONSTAT-007", "the dimension '" + Names.quoted(id) + "' is damaged: " + fault);
    }

    private void labels(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String code = json.currentName();
            json.nextToken();
            if (labels.size() < CATEGORIES && json.currentToken().isScalarValue()) {
                labels.put(code, json.getText().strip());
            }
            json.skipChildren();
        }
    }

    /**
     * The codes by position; without an index the one label names the one code.
     *
     * @throws InputException E-JSONSTAT-006 where there are not as many as the size says, each at a position of its own
     */
    List<String> codes(long size) {
        if (index.isEmpty() && size == 1 && labels.size() == 1) {
            return List.copyOf(labels.keySet());
        }
        String[] codes = new String[index.size()];
        index.forEach((code, position) -> {
            if (position >= 0 && position < codes.length) {
                codes[position] = code;
            }
        });
        if (size != codes.length || Arrays.asList(codes).contains(null)) {
            throw InputException.in(
                    "E-JSONSTAT-006",
                    file.name(),
                    "the dimension '" + Names.quoted(id) + "' has the size " + size + " but " + index.size()
                            + " codes; each position from 0 needs one code; fetch the file again");
        }
        return new ArrayList<>(Arrays.asList(codes));
    }

    /** The label of a code; the code itself where it has none. */
    String label(String code) {
        return labels.getOrDefault(code, code);
    }

    /** The unit of a code, as far as the dimension says it. */
    String unit(String code) {
        return units.getOrDefault(code + ".label", units.getOrDefault(code + ".base", ""));
    }
}
