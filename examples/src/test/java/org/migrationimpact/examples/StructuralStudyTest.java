package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies with the design structural-forecast. */
class StructuralStudyTest {
    @TempDir
    private Path folder;

    /** Seventy-two months with a season and a column of trade; from 2010-01 on the series is 40 lower. */
    @BeforeEach
    void writeTheFigures() throws IOException {
        Random random = new Random(3);
        StringBuilder csv = new StringBuilder("month,crossings,trade\n");
        for (int t = 0; t < 72; t++) {
            double trade = 10 * random.nextDouble();
            double y = 300 + 20 * Math.sin(t * Math.PI / 6) + 3 * trade + 4 * random.nextGaussian() - (t < 60 ? 0 : 40);
            csv.append(String.format(Locale.ROOT, "%d-%02d,%.4f,%.4f%n", 2005 + t / 12, 1 + t % 12, y, trade));
        }
        Program.file(folder, "d.csv", csv.toString().replace(System.lineSeparator(), "\n"));
    }

    private Path study(String more, String from, String options) throws IOException {
        return Program.file(folder, "s.yaml", """
                data: {file: d.csv, time: month, outcome: crossings%s}
                treatment: {from: %s}
                design: structural-forecast
                options: %s
                """.formatted(more, from, options));
    }

    @Test
    void theResultHoldsEffectTermsPathAndDiagnostics() throws IOException {
        Path study =
                study(", covariates: [trade]", "2010-01", "{level: fixed, slope: absent, season: fixed, draws: 99}");
        Program program = Program.run("run", study, "--json");
        assertEquals("", program.err());
        JsonNode result = program.json();
        assertEquals("structural-forecast", result.get("design").textValue());
        assertThat(result.get("effect").get("estimate").doubleValue()).isBetween(-46.0, -34.0);
        assertEquals(
                12 * result.get("effect").get("estimate").doubleValue(),
                Program.term(result, "cumulative").get("estimate").doubleValue(),
                1e-8);
        assertThat(Program.term(result, "relative").get("estimate").doubleValue())
                .isBetween(-17.0, -9.0);
        assertThat(Program.term(result, "trade").get("estimate").doubleValue()).isBetween(2.4, 3.6);
        assertEquals(12, result.get("path").size());
        assertThat(result.get("diagnostics").findValuesAsText("name"))
                .contains(
                        "Bowman–Shenton normality",
                        "heteroscedasticity, H(16)",
                        "variance of irregular",
                        "calibration, drawn series",
                        "calibration, placebo dates");
        assertThat(result.get("conventions").get("variances drawn").textValue()).contains("99 from seed 1");
        assertThat(result.get("conventions").get("model").textValue())
                .isEqualTo("level fixed, slope absent, season by dummies, fixed");
    }

    @Test
    void covariatesAreChosenWhenAskedFor() throws IOException {
        Path study = study(
                ", covariates: [trade]", "2010-01", "{season: fixed, draws: 0, choose: spike-and-slab, expected: 1}");
        JsonNode result = Program.run("run", study, "--json").json();
        assertThat(Program.term(result, "trade").get("estimate").doubleValue()).isBetween(2.4, 3.6);
        assertThat(result.get("conventions").get("columns chosen").textValue())
                .isEqualTo("trade of 1 by spike and slab, 1.0 expected, seed 1; the band takes the choice as known");
        assertThat(result.get("diagnostics").findValuesAsText("name")).contains("inclusion of trade");
    }

    @Test
    void theFolderHoldsTheChartsOfTheDesign() throws IOException {
        Path out = folder.resolve("out");
        Program program = Program.run(
                "run", study("", "2010-01", "{season: trigonometric, harmonics: 2, draws: 0}"), "--out", out);
        assertEquals("", program.err());
        if (!program.out().contains("No charts were drawn")) {
            assertThat(out.resolve("charts").resolve("cumulative.svg")).isNotEmptyFile();
            assertThat(out.resolve("charts").resolve("components.png")).isNotEmptyFile();
            assertThat(out.resolve("charts").resolve("innovations.svg")).isNotEmptyFile();
        }
        assertThat(Files.readString(out.resolve("terms.csv")))
                .contains("cumulative")
                .contains("relative");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2010-01 | {lags: 3} | E-STUDY-004 s.yaml:4:11: unknown option 'lags'; structural-forecast allows level, slope, season, harmonics, choose, expected, draws, scale, window, donut; the nearest is 'draws'",
                "2010-01 | {level: moving} | E-STUDY-014 s.yaml:4:18: unknown value 'moving' of level; allowed are stochastic, fixed, absent; the nearest is 'absent'",
                "2010-01 | {season: dummy} | E-STUDY-014 s.yaml:4:19: unknown value 'dummy' of season; allowed are none, dummies, trigonometric, fixed; the nearest is 'dummies'",
                "2010-01 | {harmonics: 2} | E-STUDY-018 s.yaml:4:11: the option 'harmonics' has an effect with season: trigonometric only; leave it out, or add season: trigonometric",
                "2010-01 | {draws: 50} | E-STUDY-016 s.yaml:4:18: draws must be 99 to 100000, got 50",
                "2010-01 | {level: absent, slope: fixed} | E-STUDY-071 s.yaml:4:26: a slope moves the level, and the level is absent; leave the slope out, or give the model a level",
                "'[2009-01, 2010-01]' | {draws: 99} | E-STUDY-072 s.yaml:2:20: structural-forecast runs on from the periods before one first treated period; name one, or take interrupted-time-series for several interventions",
            })
    void whatCannotBeAskedIsRefusedWithWhatIsAllowed(String from, String options, String message) throws IOException {
        Program program = Program.run("run", study("", from, options), "--json");
        assertEquals(message, program.err().strip());
        assertEquals(2, program.status());
    }
}
