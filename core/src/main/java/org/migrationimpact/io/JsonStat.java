package org.migrationimpact.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;

/**
 * JSON-stat of version 1 or 2, as Eurostat's API and other offices answer: <a href="https://json-stat.org/full/">json-stat.org</a>.
 *
 * <p>The dimensions are those of the cube, without the one of time, under the publisher's names and with the publisher's codes ({@code EL},
 * {@code UK}, {@code TOTAL}). The last dimension runs fastest. {@code null}, or a status where there is no value, is a figure that is
 * missing; a position that a sparse cube leaves out is no row, and no zero. The unit is the label of the one unit that the cube has; where
 * it has several, they are a dimension and a note says so.
 */
public final class JsonStat {

    private static final Pattern HEAD =
            Pattern.compile("\"(?:dimension|value|class)\"\\s*:\\s*(?:[\\[{]|\"(?:dataset|collection|bundle)\")"
                    + "|^\\{\\s*\"(?:warning|error)\"\\s*:");

    private final InputFile file;
    private final Map<String, JsonStatData> datasets = new LinkedHashMap<>();

    private JsonStat(InputFile file) {
        this.file = file;
    }

    /** The one dataset in the file at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The one dataset in a file.
     *
     * @throws InputException E-JSONSTAT-001 where there is none, E-JSONSTAT-002 where the publisher answered with a message, E-JSONSTAT-003
     *     to E-JSONSTAT-009 where the cube is damaged, E-JSONSTAT-010 where there are several datasets, E-JSONSTAT-011 where it has no
     *     dimension of time
     */
    public static Observations read(InputFile file) {
        JsonStat reader = new JsonStat(file);
        JsonText.read(file, reader::parse);
        if (reader.datasets.isEmpty()) {
            throw reader.none();
        }
        if (reader.datasets.size() > 1) {
            throw InputException.in(
                    "E-JSONSTAT-010",
                    file.name(),
                    "the file has " + reader.datasets.size() + " datasets ("
                            + Names.some(List.copyOf(reader.datasets.keySet()))
                            + "); read one of them by its name, or fetch it alone");
        }
        return reader.build(reader.datasets.keySet().iterator().next());
    }

    /**
     * One of several datasets in a file: by its key in a bundle of version 1, by its label in a collection of version 2.
     *
     * @throws InputException E-JSONSTAT-012 where there is none of this name; otherwise as {@link #read(InputFile)}
     */
    public static Observations read(InputFile file, String name) {
        JsonStat reader = new JsonStat(file);
        JsonText.read(file, reader::parse);
        if (!reader.datasets.containsKey(name)) {
            throw InputException.in(
                    "E-JSONSTAT-012",
                    file.name(),
                    "there is no dataset '" + name + "'; there "
                            + (reader.datasets.isEmpty()
                                    ? "is none"
                                    : "is " + Names.some(List.copyOf(reader.datasets.keySet()))));
        }
        return reader.build(name);
    }

    /** Whether a text begins as such a file does. */
    static boolean recognises(String head) {
        return head.startsWith("{") && HEAD.matcher(head).find();
    }

    private InputException none() {
        return InputException.in(
                "E-JSONSTAT-001",
                file.name(),
                "this JSON has no dataset of JSON-stat; one with id, size, dimension and value is needed");
    }

    private Observations build(String name) {
        return new JsonStatCube(file, name, datasets.getOrDefault(name, new JsonStatData(file))).build();
    }

    /** The root is a dataset, or it holds datasets under their names, or a list of links to them. */
    private JsonStat parse(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw none();
        }
        JsonStatData root = new JsonStatData(file);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("warning") || name.equals("error")) {
                refuseMessage(json);
            } else if (name.equals("link") && json.currentToken() == JsonToken.START_OBJECT) {
                links(json);
            } else if (!root.take(name, json)) {
                child(name, json);
            }
        }
        if (root.isDataset()) {
            datasets.put(root.title("dataset"), root);
        }
        return this;
    }

    private void links(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean items = json.currentName().equals("item");
            if (json.nextToken() == JsonToken.START_ARRAY && items) {
                for (int i = 1; json.nextToken() != JsonToken.END_ARRAY; i++) {
                    child("item " + i, json);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /** A dataset one level down: under its key, or under its label where it is an item of a list. */
    private void child(String name, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        JsonStatData data = new JsonStatData(file);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (!data.take(field, json)) {
                json.skipChildren();
            }
        }
        if (data.isDataset()) {
            datasets.put(name.startsWith("item ") ? data.title(name) : name, data);
        }
    }

    private void refuseMessage(JsonParser json) throws IOException {
        throw InputException.in(
                "E-JSONSTAT-002",
                file.name(),
                "the publisher answered with a message in place of figures: "
                        + (json.currentToken().isScalarValue()
                                ? Names.quoted(json.getText())
                                : Names.some(List.copyOf(JsonText.flat(json).values())))
                        + "; ask for less (fewer codes or periods), or fetch the file again later");
    }
}
