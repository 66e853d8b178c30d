package org.migrationimpact.download;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One page of an answer: the fields that tell what it is, and the rows as the bytes that the publisher wrote. The rows are the array
 * {@code items} of an object, or the second element of an array of two.
 */
final class JsonPage {

    private static final String ROWS = "items";

    private final byte[] bytes;
    private final Map<String, String> fields = new HashMap<>();
    private int begin;
    private int end;
    private int rows;

    private JsonPage(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Looks into bytes that are known to be whole JSON; of what unpacks to more than the limit there is no page. */
    static Optional<JsonPage> of(byte[] packed, long largest) {
        try (InputStream in = Packed.open(packed)) {
            byte[] plain = in.readNBytes((int) largest + 1);
            if (plain.length > largest) {
                return Optional.empty();
            }
            JsonPage page = new JsonPage(plain);
            return page.find() ? Optional.of(page) : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private boolean find() throws IOException {
        int mark = bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf
                ? 3
                : 0;
        try (JsonParser json = new JsonFactory().createParser(bytes, mark, bytes.length - mark)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY && json.nextToken() == JsonToken.START_OBJECT) {
                findFields(json, mark);
                if (json.nextToken() == JsonToken.START_ARRAY) {
                    findRows(json, mark);
                }
                return true;
            }
            if (first == JsonToken.START_OBJECT) {
                findFields(json, mark);
            }
            return first == JsonToken.START_OBJECT;
        }
    }

    private void findFields(JsonParser json, int mark) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY && name.equals(ROWS)) {
                findRows(json, mark);
            } else {
                fields.put(name, value.isScalarValue() ? json.getText() : "");
                json.skipChildren();
            }
        }
    }

    private void findRows(JsonParser json, int mark) throws IOException {
        begin = mark + (int) json.currentTokenLocation().getByteOffset() + 1;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.skipChildren();
            rows++;
        }
        end = mark + (int) json.currentTokenLocation().getByteOffset();
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The text or number of a field; empty where there is none. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The whole number in a field; empty where it holds none. */
    Optional<Integer> number(String name) {
        return Optional.of(field(name)).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    int rows() {
        return rows;
    }

    void writeRows(ByteArrayOutputStream out) {
        out.write(bytes, begin, end - begin);
    }
}
