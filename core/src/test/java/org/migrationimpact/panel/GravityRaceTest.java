package org.migrationimpact.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Shared;
import org.migrationimpact.model.Factor;

/** Gravity with origin-year, destination-year and pair effects: coefficients and errors of fixest 0.14.2 at its default tolerances. */
class GravityRaceTest {

    private static double[][] read(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Shared.file("oracles", "race", name))),
                StandardCharsets.UTF_8))) {
            lines.readLine();
            List<double[]> rows = lines.lines()
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
            double[][] columns = new double[6][rows.size()];
            for (int j = 0; j < 6; j++) {
                int column = j;
                Arrays.setAll(columns[j], i -> rows.get(i)[column]);
            }
            return columns;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Factor factor(String name, double... values) {
        return Factor.of(name, Arrays.stream(values).mapToInt(v -> (int) v).toArray());
    }

    private static PanelRows rows(double[][] columns, double... outcome) {
        return PanelRows.of("trade", outcome)
                .with("rta", columns[3])
                .with("tariff", columns[4])
                .with(factor("o", columns[0]))
                .with(factor("d", columns[1]))
                .with(factor("y", columns[2]));
    }

    private static PpmlFit counts(double[][] columns) {
        return Ppml.on("rta", "tariff").absorbing("o^y", "d^y", "o^d").fit(rows(columns, columns[5]));
    }

    private static FixedEffectsFit squares(double[][] columns) {
        double[] logs = Arrays.stream(columns[5]).map(v -> Math.log(v + 1)).toArray();
        return FixedEffectsOls.on("rta", "tariff")
                .absorbing("o^y", "d^y", "o^d")
                .fit(rows(columns, logs));
    }

    private static void compare(PanelFit fit, double tolerance, double... expected) {
        String[] names = {"rta", "tariff"};
        for (int j = 0; j < 2; j++) {
            Close.relative(expected[2 * j], fit.coefficient(names[j]).estimate(), tolerance, names[j]);
            Close.relative(expected[2 * j + 1], fit.coefficient(names[j]).standardError(), 1e-6, names[j] + " se");
        }
    }

    @Test
    void fortyNineThousandRowsAreThoseOfFixest() {
        double[][] columns = read("gravity_50x50x20.csv.gz");
        PpmlFit counts = counts(columns);
        assertEquals(49_000, counts.sample().used());
        compare(counts, 1e-8, 0.2805807419, 0.0294860139, -1.4366082341, 0.0943465374);
        compare(squares(columns), 1e-8, 0.1351590251, 0.0140793719, -0.7010292301, 0.0397556828);
    }

    @Test
    @Tag("slow")
    void sixHundredAndSeventyThousandRowsAreThoseOfFixest() {
        double[][] columns = read("gravity_150x150x30.csv.gz");
        compare(counts(columns), 1e-8, 0.2990611479, 0.0097026092, -1.5131422699, 0.0284361102);
        compare(squares(columns), 1e-8, 0.1537538199, 0.0037311438, -0.7524414274, 0.0109615316);
    }
}
