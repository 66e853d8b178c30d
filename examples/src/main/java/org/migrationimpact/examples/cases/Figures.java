package org.migrationimpact.examples.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.migrationimpact.table.InputFile;

/** The small tables of published figures that come with this program; each names its source, vintage and terms in its header. */
final class Figures {

    private Figures() {}

    static InputFile detections() {
        return resource("circular-route-detections.csv");
    }

    static InputFile remittances() {
        return resource("remittances-received.csv");
    }

    private static InputFile resource(String name) {
        String path = "/org/migrationimpact/examples/" + name;
        try (InputStream stream = Objects.requireNonNull(Figures.class.getResourceAsStream(path), path)) {
            return InputFile.of(name, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
