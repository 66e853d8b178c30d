package org.migrationimpact.synthetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** Panels for the tests of this package. */
final class Tables {

    private Tables() {}

    /** Cigarette sales of 39 states, 1970 to 2000. */
    static Panel california() {
        return read("sc_prop99.csv", 0, 1, 2, "packs");
    }

    /** GDP a head of 17 Spanish regions, 1955 to 1997; Spain itself left out. */
    static Panel basque() {
        Panel all = read("sc_basque.csv", 0, 2, 3, "thousand US$");
        return all.without("1");
    }

    private static Panel read(String file, int unit, int year, int value, String measured) {
        Map<String, double[]> rows = new LinkedHashMap<>();
        int[] first = {Integer.MAX_VALUE};
        lines(file).stream().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
            int y = Integer.parseInt(cells[year]);
            first[0] = Math.min(first[0], y);
            double[] row = rows.computeIfAbsent(cells[unit].replace("\"", ""), name -> new double[100]);
            row[y - 1950] = Double.parseDouble(cells[value]);
        });
        List<Series> series = new ArrayList<>();
        rows.forEach((name, row) -> {
            int last = IntStream.range(0, 100).filter(k -> row[k] != 0).max().orElseThrow();
            series.add(Series.of(
                    name, measured, Period.year(first[0]), Arrays.copyOfRange(row, first[0] - 1950, last + 1)));
        });
        return new Panel(series);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Shared.file("oracles", file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What independent software expects of a case. */
    static JsonNode expected(String set, String name) {
        try {
            JsonNode all = new ObjectMapper()
                    .readTree(Shared.file("oracles", set + ".json").toFile());
            for (JsonNode one : all.get("cases")) {
                if (one.get("name").asText().equals(name)) {
                    return one.get("expected");
                }
            }
            throw new IllegalArgumentException("there is no case " + name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Of these rows, u0, u1 …, by year from 2000 on. */
    static Panel of(double[][] rows) {
        return new Panel(IntStream.range(0, rows.length)
                .mapToObj(i -> Series.of("u" + i, "persons", Period.year(2000), rows[i]))
                .toList());
    }

    /** A table by a rule that every language reads alike; see src/test/R/synthetic.R. */
    static double[][] formula(int units, int periods) {
        double[][] y = new double[units][periods];
        for (int i = 1; i <= units; i++) {
            for (int t = 1; t <= periods; t++) {
                y[i - 1][t - 1] = 10
                        + 3 * Math.sin(7 * i)
                        + 2 * Math.sin(1.3 * i + 0.4 * t)
                        + Math.cos(2.1 * i * t / 5)
                        + 0.1 * t;
            }
        }
        return y;
    }

    /** Two factors, effects of units and years, noise. */
    static double[][] factors(int units, int periods, double noise, long seed) {
        Random random = new Random(seed);
        double[][] f = new double[2][periods];
        for (int t = 0; t < periods; t++) {
            f[0][t] = (t == 0 ? 0 : 0.8 * f[0][t - 1]) + random.nextGaussian();
            f[1][t] = t / 10.0;
        }
        double[][] y = new double[units][periods];
        for (int i = 0; i < units; i++) {
            double own = 10 + 3 * random.nextGaussian();
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            for (int t = 0; t < periods; t++) {
                y[i][t] = own + a * f[0][t] + b * f[1][t] + noise * random.nextGaussian();
            }
        }
        return y;
    }
}
