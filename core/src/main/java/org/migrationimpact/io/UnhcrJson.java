package org.migrationimpact.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.CellSink;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Rows;

/**
 * A reply of UNHCR's population API, version 1, in JSON: population of concern, applications for asylum or decisions on them. The items
 * are the rows of a table that is read as {@link Unhcr} reads the same table as CSV, with the same dimensions and codes; {@code coo_iso}
 * and {@code coa_iso} name the countries, UNHCR's own codes never do, and its numbers of countries ({@code coo_id}, {@code coa_id}) are
 * left out.
 *
 * <p>A figure may be a number or a text ({@code 5}, {@code "5"}). {@code "-"} in place of a figure is not available, and a note counts
 * these cells, because UNHCR writes it for nothing, for not known and for not applicable; {@code "*"} is suppressed; {@code null} and a
 * field that is absent are not available. {@code "-"} in place of a country stands for all of them.
 *
 * <p>One file is one reply; where it says that it is one page of several, a note says so. In messages, the line is the number of the item
 * and the column that of the field.
 */
public final class UnhcrJson {

    private static final Set<String> NUMBERS_OF_COUNTRIES = Set.of("coo_id", "coa_id");
    private static final String NOTHING = "-";

    private final InputFile file;
    private final List<Map<String, String>> items = new ArrayList<>();
    private final Map<String, String> about = new LinkedHashMap<>();
    private int dashes;

    private UnhcrJson(InputFile file) {
        this.file = file;
    }

    /** The items of the reply in the file at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The items of the reply in a file.
     *
     * @throws InputException E-UNHCR-009 where the file is no such reply, E-UNHCR-010 where it has no items; and what the reader of the
     *     same table as CSV refuses
     */
    public static Observations read(InputFile file) {
        UnhcrJson reply = new UnhcrJson(file);
        JsonText.read(file, reply::parse);
        return reply.observations();
    }

    /** Whether a text begins as such a reply does. */
    static boolean recognises(String head) {
        return head.startsWith("{")
                && head.contains("\"items\"")
                && (head.contains("\"maxPages\"") || head.contains("\"coo_iso\"") || head.contains("\"coa_iso\""));
    }

    private UnhcrJson parse(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw otherShape();
        }
        boolean found = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY && !found) {
                parseItems(json);
                found = true;
            } else if (name.equals("items")) {
                throw otherShape();
            } else {
                about.put(name, value.isScalarValue() ? json.getText() : "");
                json.skipChildren();
            }
        }
        if (!found || json.nextToken() != null) {
            throw otherShape();
        }
        return this;
    }

    private void parseItems(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            items.add(JsonText.flat(json));
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw otherShape();
        }
    }

    private InputException otherShape() {
        return InputException.in(
                "E-UNHCR-009",
                file.name(),
                "this is no reply of UNHCR's population API: an object with one array 'items' is needed, whose items have year, coo_iso,"
                        + " coa_iso and figures of population, applications or decisions; several replies do not go into one file");
    }

    private Observations observations() {
        if (items.isEmpty()) {
            throw InputException.in(
                    "E-UNHCR-010",
                    file.name(),
                    "the reply has no items; check the countries and the years of the request");
        }
        List<String> fields = fields();
        UnhcrTable table =
                UnhcrTable.of(fields).filter(kind -> Unhcr.isHeader(fields)).orElseThrow(this::otherShape);
        Rows rows = Rows.from(file, cells -> write(fields, table, cells));
        return new UnhcrDrawing(rows, table).observations(notes());
    }

    /** The names of the fields, in order of appearance; an item may lack some. */
    private List<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        items.forEach(item -> names.addAll(item.keySet()));
        names.removeAll(NUMBERS_OF_COUNTRIES);
        return List.copyOf(names);
    }

    private void write(List<String> fields, UnhcrTable table, CellSink cells) {
        writeRow(1, fields, cells);
        for (int i = 0; i < items.size(); i++) {
            Map<String, String> item = items.get(i);
            writeRow(
                    i + 1,
                    fields.stream().map(field -> cell(item, field, table)).toList(),
                    cells);
        }
    }

    private static void writeRow(int number, List<String> texts, CellSink cells) {
        cells.begin(number);
        texts.forEach(cells::cell);
        cells.end();
    }

    private String cell(Map<String, String> item, String field, UnhcrTable table) {
        String text = item.getOrDefault(field, "");
        if (text.equals(NOTHING) && table.counts(field)) {
            dashes++;
            return "";
        }
        return text;
    }

    private List<Warning> notes() {
        List<Warning> notes = new ArrayList<>();
        if (dashes > 0) {
            notes.add(new Warning(
                    "W-UNHCR-006",
                    dashes
                            + " figures are '-', which UNHCR writes for zero, for not known and for not applicable; they are not available"
                            + " here"));
        }
        String pages = Optional.ofNullable(about.get("maxPages")).orElse("1");
        if (!pages.equals("1")) {
            notes.add(new Warning(
                    "W-UNHCR-007",
                    "the reply is not whole: it is page " + Names.quoted(about.getOrDefault("page", "?")) + " of "
                            + Names.quoted(pages) + "; fetch it again with a larger limit, or all pages"));
        }
        return notes;
    }
}
