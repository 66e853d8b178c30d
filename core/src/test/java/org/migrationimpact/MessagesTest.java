package org.migrationimpact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/MESSAGES.md explains every code that the programs can say, and no other. */
class MessagesTest {
    private static final Pattern CODE = Pattern.compile("\\b[EW]-[A-Z]+-\\d{3}\\b");
    private static final Path MESSAGES = Path.of("..", "docs", "MESSAGES.md");

    private final Map<String, Set<Path>> filesByCode = filesByCode();

    @Test
    void everyCodeIsExplainedAndEveryExplanationHasItsCode() {
        assertEquals(filesByCode.keySet(), new TreeSet<>(explained()));
    }

    @Test
    void noCodeIsExplainedTwice() {
        assertThat(explained()).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void everyExplanationSaysWhatItMeansAndWhatToDo() {
        assertThat(MarkdownTable.under("# Messages", MESSAGES).rows())
                .allMatch(row -> row.matches("\\| `[^`]+` \\|[^|]*\\w[^|]*\\|[^|]*\\w[^|]*\\|"));
    }

    @Test
    void anErrorCodeLivesInOneFile() {
        assertThat(filesByCode)
                .allSatisfy((code, files) -> assertThat(code.startsWith("W") || files.size() == 1)
                        .as("%s is given in %s", code, files)
                        .isTrue());
    }

    private static List<String> explained() {
        return MarkdownTable.under("# Messages", MESSAGES).firstColumn();
    }

    private static Map<String, Set<Path>> filesByCode() {
        Map<String, Set<Path>> files = new TreeMap<>();
        Stream.of(Path.of("src", "main"), Path.of("..", "examples", "src", "main"))
                .flatMap(root -> JavaSource.under(root).stream())
                .forEach(source -> CODE.matcher(source.withoutComments())
                        .results()
                        .map(MatchResult::group)
                        .forEach(code -> files.computeIfAbsent(code, key -> new TreeSet<>())
                                .add(source.path())));
        return files;
    }
}
