package org.migrationimpact.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationimpact.data.InputException;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Limits;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Texts;

/** One dataset of a JSON-stat file as it stands there, of version 1 or 2: nothing is put in its place yet. */
final class JsonStatData {

    final List<String> ids = new ArrayList<>();
    final List<Long> sizes = new ArrayList<>();
    final Map<String, JsonStatDimension> dimensions = new LinkedHashMap<>();
    final Map<String, String> texts = new LinkedHashMap<>();
    final JsonStatCells values = new JsonStatCells();
    final JsonStatCells statuses = new JsonStatCells();
    final Texts marks = new Texts();
    Map<String, String> roles = Map.of();
    private final InputFile file;
    private boolean holdsValues;

    JsonStatData(InputFile file) {
        this.file = file;
    }

    /** Whether there were any figures, or a place for them. */
    boolean isDataset() {
        return holdsValues;
    }

    /** Takes one field of the dataset, whose value begins at the parser's token; says whether it is one. */
    boolean take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "value" -> {
                holdsValues = true;
                cells(json, values);
            }
            case "status" -> statuses(json);
            case "id" -> strings(json, ids);
            case "size" -> longs(json);
            case "role" -> roles = JsonText.flat(json);
            case "dimension" -> dimensions(json);
            case "label", "title", "source", "updated", "lastUpdateDate", "class" -> text(name, json);
            case "version", "href", "link", "note", "error", "extension", "category", "child" -> json.skipChildren();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void text(String name, JsonParser json) throws IOException {
        if (json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL) {
            texts.put(name, json.getText().strip());
        }
        json.skipChildren();
    }

    private static void strings(JsonParser json, List<String> into) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                into.add(json.getText());
                json.skipChildren();
            }
        }
        json.skipChildren();
    }

    private void longs(JsonParser json) throws IOException {
        List<String> numbers = new ArrayList<>();
        strings(json, numbers);
        for (String number : numbers) {
            if (!number.matches("\\d{1,10}")) {
                throw JsonText.place(file, json)
                        .refuse(
                                "E-JSONSTAT-003",
                                "'" + Names.quoted(number)
                                        + "' is no size of a dimension; whole numbers below 10000000000 are needed");
            }
            sizes.add(Long.parseLong(number));
        }
    }

    /** In version 1 the order, the sizes and the roles stand among the dimensions. */
    private void dimensions(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_ARRAY && (name.equals("id") || name.equals("size"))) {
                take(name, json);
            } else if (token == JsonToken.START_OBJECT && name.equals("role")) {
                roles = JsonText.flat(json);
            } else if (token == JsonToken.START_OBJECT) {
                dimensions.put(name, JsonStatDimension.parse(file, name, json));
            } else {
                json.skipChildren();
            }
        }
    }

    /** A mark for every cell, one for each, or some at their positions; Eurostat's version 1 has them one level deeper. */
    private void statuses(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            entry(json, 0, statuses);
            statuses.markDense(1);
        } else {
            cells(json, statuses);
        }
    }

    /** Whether one status holds for all cells: it stands alone, or as the only one of a list. */
    boolean oneStatus() {
        return statuses.listed() == 1 && statuses.size() == 1;
    }

    private void cells(JsonParser json, JsonStatCells into) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            long position = 0;
            for (; json.nextToken() != JsonToken.END_ARRAY; position++) {
                entry(json, position, into);
            }
            into.markDense(position);
        } else if (json.currentToken() == JsonToken.START_OBJECT) {
            sparse(json, into);
        } else {
            throw JsonText.place(file, json)
                    .refuse("E-JSONSTAT-004", "an object or an array of cells is needed here; fetch the file again");
        }
    }

    private void sparse(JsonParser json, JsonStatCells into) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String position = json.currentName();
            json.nextToken();
            if (position.matches("\\d{1,10}")) {
                entry(json, Long.parseLong(position), into);
            } else if (into == statuses && position.equals("value")) {
                cells(json, into);
            } else if (into == statuses && json.currentToken() == JsonToken.START_OBJECT) {
                json.skipChildren();
            } else {
                throw JsonText.place(file, json)
                        .refuse(
                                "E-JSONSTAT-004",
                                "'" + Names.quoted(position) + "' is no position of a cell; a whole number is needed");
            }
        }
    }

    private void entry(JsonParser json, long position, JsonStatCells into) throws IOException {
        if (position >= Integer.MAX_VALUE
                || into.size() >= Limits.ROWS
                || !json.currentToken().isScalarValue()) {
            throw JsonText.place(file, json)
                    .refuse(
                            "E-JSONSTAT-005",
                            "the cell is a list, or beyond what is read: " + Limits.ROWS + " cells, at positions below "
                                    + Integer.MAX_VALUE + "; ask the publisher for less");
        }
        int line = json.currentTokenLocation().getLineNr();
        boolean nothing = json.currentToken() == JsonToken.VALUE_NULL;
        String text = nothing ? "" : json.getText().strip();
        if (into == values) {
            number(position, text, JsonText.place(file, json), line);
        } else if (!nothing) {
            char[] mark = text.toCharArray();
            into.add(position, marks.number(mark, 0, mark.length), line);
        }
    }

    /** A figure may stand as a text; a text may also be a mark that there is none. */
    private void number(long position, String text, Place place, int line) {
        Figure figure = Figure.parse(text, place);
        values.add(position, figure.value(), line);
        if (Double.isNaN(figure.value()) && !text.isEmpty()) {
            char[] mark = text.toCharArray();
            statuses.add(position, marks.number(mark, 0, mark.length), line);
        }
    }

    /** What the dataset is called in a message. */
    String title(String name) {
        return texts.getOrDefault("label", texts.getOrDefault("title", name));
    }

    InputException refuse(String code, String message) {
        return InputException.in(code, file.name(), message);
    }
}
