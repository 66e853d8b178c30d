package org.migrationimpact.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** JSON as this package writes it: two spaces, LF, numbers with 17 significant digits, and nothing for what does not exist. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** Something that writes its part of the text. */
    interface Part {
        void to(Json json) throws IOException;
    }

    /** Something that writes one element of a list. */
    interface Element<T> {
        void to(Json json, T element) throws IOException;
    }

    /** One object as text, with a line end. */
    static String object(Part content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));
            new Json(generator).braces(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private void braces(Part content) throws IOException {
        out.writeStartObject();
        content.to(this);
        out.writeEndObject();
    }

    Json object(String key, Part content) throws IOException {
        out.writeFieldName(key);
        braces(content);
        return this;
    }

    /** The list, one object an element; absent where it is empty. */
    <T> Json list(String key, List<T> elements, Element<T> element) throws IOException {
        return elements.isEmpty() ? this : fullList(key, elements, element);
    }

    /** The list, one object an element, even where it is empty. */
    <T> Json fullList(String key, List<T> elements, Element<T> element) throws IOException {
        out.writeArrayFieldStart(key);
        for (T one : elements) {
            braces(json -> element.to(json, one));
        }
        out.writeEndArray();
        return this;
    }

    /** A list of texts; absent where it is empty. */
    Json texts(String key, List<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            out.writeArrayFieldStart(key);
            for (String text : texts) {
                out.writeString(text);
            }
            out.writeEndArray();
        }
        return this;
    }

    /** Text; absent where it is empty. */
    Json text(String key, String value) throws IOException {
        if (!value.isEmpty()) {
            out.writeStringField(key, value);
        }
        return this;
    }

    Json whole(String key, long value) throws IOException {
        out.writeNumberField(key, value);
        return this;
    }

    /** A number with 17 significant digits; absent where it does not exist. */
    Json number(String key, double value) throws IOException {
        if (Double.isFinite(value)) {
            out.writeFieldName(key);
            out.writeNumber(Numbers.exact(value));
        }
        return this;
    }

    /** A number that counts: whole where it is whole; absent where it does not exist. */
    Json count(String key, double value) throws IOException {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? whole(key, (long) value) : number(key, value);
    }
}
