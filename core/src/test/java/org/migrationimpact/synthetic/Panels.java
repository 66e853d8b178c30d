package org.migrationimpact.synthetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** The panels of the reference data sets. */
final class Panels {

    private Panels() {}

    /** One column of a table of units and years; the columns of both have these places. */
    private static Panel of(String file, int unit, int year, int value, String quantity) throws IOException {
        Map<String, TreeMap<Integer, Double>> cells = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(Shared.file("oracles", file));
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(",", -1);
            double number = parts[value].isEmpty() ? Double.NaN : Double.parseDouble(parts[value]);
            cells.computeIfAbsent(parts[unit].replace("\"", ""), name -> new TreeMap<>())
                    .put(Integer.parseInt(parts[year]), number);
        }
        List<Series> series = new ArrayList<>();
        cells.forEach((name, values) -> series.add(Series.of(
                name,
                quantity,
                Period.year(values.firstKey()),
                values.values().stream().mapToDouble(v -> v).toArray())));
        return new Panel(series);
    }

    static Panel california() throws IOException {
        return of("sc_prop99.csv", 0, 1, 2, "packs");
    }

    /** A column of the Basque data by the numbers of its regions, without Spain as a whole. */
    static Panel basque(int column) throws IOException {
        return of("sc_basque.csv", 0, 2, column, "value").without("1");
    }

    /** What a case of a reference set expects. */
    static JsonNode expected(String id, String name) throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(Shared.file("oracles", id + ".json").toFile())
                .get("cases");
        for (JsonNode one : cases) {
            if (one.get("name").asText().equals(name)) {
                return one.get("expected");
            }
        }
        throw new IllegalArgumentException("there is no case " + name);
    }

    static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asDouble()));
        return numbers;
    }
}
