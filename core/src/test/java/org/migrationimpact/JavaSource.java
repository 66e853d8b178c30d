package org.migrationimpact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One Java file as the guards read it: whole, without comments, and without comments and literals. */
record JavaSource(Path path, String text) {
    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile(
            "(//[^\\n]*|/\\*[\\s\\S]*?\\*/)|\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.[^']*)'");

    static List<JavaSource> under(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(JavaSource::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaSource read(Path file) {
        try {
            return new JavaSource(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder a file lies in, which is its package one level deep. */
    String packageName() {
        Path absolute = path.toAbsolutePath();
        return absolute.getName(absolute.getNameCount() - 2).toString();
    }

    String withoutComments() {
        return COMMENT_OR_LITERAL
                .matcher(text)
                .replaceAll(match -> text.charAt(match.start()) == '/' ? " " : Matcher.quoteReplacement(match.group()));
    }

    String withoutCommentsAndLiterals() {
        return COMMENT_OR_LITERAL.matcher(text).replaceAll(match -> text.charAt(match.start()) == '/' ? " " : "\"\"");
    }
}
