package org.migrationimpact.io;

import java.io.InputStream;
import java.nio.file.Path;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.table.InputFile;

/**
 * The contract of every reader: a file in; observations out, with their source (file name, SHA-256 of the bytes, vintage) and an audit
 * of the rows. {@code Frontex::read} and {@code WorldBank::read} are readers, a {@link Tidy} specification is one.
 */
@FunctionalInterface
public interface ObservationsReader {

    /**
     * Reads a file.
     *
     * @throws InputException when the file is not what this reader reads; the message names file, line and column, what was found and
     *     what is needed
     */
    Observations read(InputFile file);

    /** Reads the file at this path. */
    default Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /** Reads a stream to its end; the name stands for the file in messages and in the source. The stream is not closed. */
    default Observations read(String name, InputStream stream) {
        return read(InputFile.of(name, stream));
    }
}
