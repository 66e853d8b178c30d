package org.migrationimpact;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Publishers' files that lie beside the project on some machines; a test that needs one is skipped where it is absent. */
public final class Shared {

    private static final Path FOLDER = Path.of("..", "..", "shared");

    private Shared() {}

    /** The file, or the test ends here with the reason. */
    public static Path file(String first, String... more) {
        Path file = FOLDER.resolve(Path.of(first, more));
        assumeTrue(
                Files.isReadable(file),
                () -> "skipped: there is no " + file.toAbsolutePath().normalize());
        return file;
    }
}
