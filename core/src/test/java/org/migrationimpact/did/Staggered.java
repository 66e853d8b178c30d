package org.migrationimpact.did;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.migrationimpact.Oracle;
import org.migrationimpact.data.Period;

/** Staggered panels for the tests of this package. */
final class Staggered {

    private Staggered() {}

    /** Counties and minimum wages, 500 units in 5 years. */
    static AdoptionColumns mpdta(Oracle oracle) {
        double[] county = oracle.column("countyreal");
        return columns(county, oracle.column("year"), oracle.column("lemp"), oracle.column("first_treat"))
                .named("lemp", "log persons")
                .covariate("lpop", oracle.column("lpop"));
    }

    /** Columns of numbers; a first treated period of 0 is never. Years. */
    static AdoptionColumns columns(double[] unit, double[] year, double[] outcome, double[] first) {
        return AdoptionColumns.of(names(unit), years(year), outcome, firsts(first));
    }

    static List<String> names(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(u -> String.valueOf((long) u)).toList();
    }

    static List<Period> years(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(y -> Period.year((int) y)).toList();
    }

    static List<Optional<Period>> firsts(double[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(g -> g == 0 ? Optional.<Period>empty() : Optional.of(Period.year((int) g)))
                .toList();
    }

    /** The columns of a gzipped CSV: id, t, g, x, y. */
    static double[][] race(Path file) {
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return IntStream.range(0, 5)
                .mapToObj(j -> rows.stream().mapToDouble(row -> row[j]).toArray())
                .toArray(double[][]::new);
    }

    static AdoptionColumns raced(Path file) {
        double[][] c = race(file);
        return columns(c[0], c[1], c[4], c[2]).named("y", "units").covariate("x", c[3]);
    }
}
