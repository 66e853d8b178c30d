package org.migrationimpact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A data set beside the project, with reference results of independent software; a test that needs one is skipped where it is absent. */
public final class Oracle {

    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final JsonNode cases;

    private Oracle(Path csv, JsonNode json) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        String[] names = lines.get(0).replace("\"", "").split(",", -1);
        List<String[]> rows = lines.stream()
                .skip(1)
                .map(line -> line.replace("\"", "").split(",", -1))
                .toList();
        for (int j = 0; j < names.length; j++) {
            int column = j;
            columns.put(names[j], rows.stream().map(row -> row[column]).toList());
        }
        cases = json.get("cases");
    }

    /** The set of this name. */
    public static Oracle of(String id) {
        try {
            JsonNode json = new ObjectMapper()
                    .readTree(Shared.file("oracles", id + ".json").toFile());
            return new Oracle(Shared.file("oracles", id + ".csv"), json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A column of numbers; {@code NaN} where a cell is empty. */
    public double[] column(String name) {
        return words(name).stream()
                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                .toArray();
    }

    /** A column of the data as it is written, without quotation marks. */
    public List<String> words(String name) {
        List<String> column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(name + " is not among " + columns.keySet());
        }
        return column;
    }

    /** These columns side by side, with ones in front. */
    public double[][] rows(List<String> names) {
        int n = columns.values().iterator().next().size();
        return IntStream.range(0, n)
                .mapToObj(i -> DoubleStream.concat(
                                DoubleStream.of(1), names.stream().mapToDouble(name -> column(name)[i]))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** What a case expects. */
    public JsonNode expected(String name) {
        for (JsonNode one : cases) {
            if (one.get("name").asText().equals(name)) {
                return one.get("expected");
            }
        }
        throw new IllegalArgumentException("there is no case " + name);
    }

    /** The names of all cases. */
    public List<String> cases() {
        List<String> names = new ArrayList<>();
        cases.forEach(one -> names.add(one.get("name").asText()));
        return names;
    }
}
