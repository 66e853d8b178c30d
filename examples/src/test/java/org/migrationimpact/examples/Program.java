package org.migrationimpact.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** The command line as it ended: its status, what it printed, what it said on standard error. */
public record Program(int status, String out, String err) {

    public static Program run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return new Program(line.execute(texts), out.toString(), err.toString());
    }

    /** Writes the text to a file of this folder. */
    static Path file(Path folder, String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was printed, as JSON. */
    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }

    /** The term of this name in a result. */
    static JsonNode term(JsonNode result, String name) {
        for (JsonNode term : result.get("terms")) {
            if (term.get("term").textValue().equals(name)) {
                return term;
            }
        }
        throw new AssertionError("no term " + name + " in " + result.get("terms"));
    }
}
