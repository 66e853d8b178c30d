package org.migrationimpact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rows of the table under one heading of a Markdown file. */
record MarkdownTable(List<String> rows) {
    static MarkdownTable under(String heading, Path file) {
        try (var lines = Files.lines(file)) {
            return new MarkdownTable(lines.dropWhile(line -> !line.equals(heading))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("#"))
                    .filter(line -> line.startsWith("| `"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands between the first pair of backticks of each row. */
    List<String> firstColumn() {
        return rows.stream().map(row -> row.substring(3, row.indexOf('`', 3))).toList();
    }
}
