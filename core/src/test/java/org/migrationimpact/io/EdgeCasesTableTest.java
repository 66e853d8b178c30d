package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** docs/FORMATS.md names a test for every edge case, and every test of an edge case. */
class EdgeCasesTableTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "FORMATS.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");
    private static final Pattern COMPLETE = Pattern.compile(".*EdgeCasesTest|EveryFormatTest");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        for (MatchResult named : TEST.matcher(edgeCases()).results().toList()) {
            assertThat(tests(named.group(1))).as(named.group(1)).contains(named.group(2));
        }
    }

    @Test
    void everyEdgeCaseNamesATest() throws IOException {
        List<String> rows = edgeCases()
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| edge case"))
                .toList();
        assertThat(rows)
                .hasSizeGreaterThan(90)
                .allMatch(row -> TEST.matcher(row).find());
    }

    @Test
    void everyTestOfAnEdgeCaseIsNamed() throws IOException {
        String document = edgeCases();
        for (String type : classes()) {
            for (String test : tests(type)) {
                assertThat(document).contains("`" + type + "#" + test + "`");
            }
        }
    }

    private static String edgeCases() throws IOException {
        String document = Files.readString(DOCUMENT);
        return document.substring(document.indexOf("## Edge cases"));
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "java", "org", "migrationimpact", "io"))) {
            return files.map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                    .filter(name -> COMPLETE.matcher(name).matches())
                    .collect(TreeSet::new, Set::add, Set::addAll);
        }
    }

    /** The tests of a class that run every time. */
    private static List<String> tests(String type) {
        try {
            return Arrays.stream(Class.forName("org.migrationimpact.io." + type).getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class)
                            || method.isAnnotationPresent(ParameterizedTest.class))
                    .filter(method -> !method.isAnnotationPresent(Tag.class))
                    .map(Method::getName)
                    .filter(name -> !name.equals("everyFormatHasASpecimen"))
                    .toList();
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("there is no test class " + type, missing);
        }
    }
}
