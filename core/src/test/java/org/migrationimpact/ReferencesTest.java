package org.migrationimpact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of the reference sets of one series has a row in docs/REFERENCES.md, which names the test that compares it. */
class ReferencesTest {

    private record Row(Set<String> sets, List<String> cases, Set<String> figures, String test) {

        static Row of(List<String> cells) {
            return new Row(
                    Set.copyOf(listed(cells.get(0))),
                    listed(cells.get(1)),
                    Set.copyOf(listed(cells.get(2))),
                    cells.get(4));
        }

        private static List<String> listed(String cell) {
            return Arrays.asList(cell.split(", ", -1));
        }

        boolean covers(String set, String name, String figure) {
            return sets.contains(set)
                    && figures.contains(figure)
                    && cases.stream()
                            .anyMatch(each -> each.startsWith("*")
                                    ? name.equals(each.substring(1)) || name.endsWith("_" + each.substring(1))
                                    : name.equals(each));
        }
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "REFERENCES.md")).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| ") && line.split("\\|", -1).length == 7)
                .skip(1)
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .map(Row::of)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "its_puertorico",
                "its_seatbelts",
                "arima_seatbelts",
                "bsm_uk",
                "stl_nottem",
                "stl_ukdrivers",
                "breaks_nile",
                "breaks_ukdrivers",
                "tests_nile"
            })
    void everyFigureHasItsRow(String set) throws IOException {
        List<Row> rows = rows();
        JsonNode cases = new ObjectMapper()
                .readTree(Shared.file("oracles", set + ".json").toFile())
                .get("cases");
        Set<String> without = new TreeSet<>();
        for (JsonNode one : cases) {
            String name = one.get("name").asText();
            JsonNode expected = one.get("expected");
            (expected.isArray() ? expected.get(0) : expected).fieldNames().forEachRemaining(figure -> {
                if (rows.stream().noneMatch(row -> row.covers(set, name, figure))) {
                    without.add(name + " " + figure);
                }
            });
        }
        assertThat(without).isEmpty();
    }

    @Test
    void theTestsNamedExistAndReadTheSet() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            Set<String> classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
            assertThat(classes).containsAll(rows().stream().map(Row::test).collect(Collectors.toSet()));
        }
    }
}
