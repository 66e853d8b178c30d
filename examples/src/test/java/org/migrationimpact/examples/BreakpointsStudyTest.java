package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} of the design {@code breakpoints}: a mean of 10 to 1919 and of 6 from 1920 on, with a scatter that repeats every five years. */
class BreakpointsStudyTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeData() throws IOException {
        double[] scatter = {0.3, -0.5, 0.1, 0.6, -0.4};
        StringBuilder csv = new StringBuilder("unit,year,flow\n");
        for (int year = 1900; year < 1940; year++) {
            csv.append("AL,").append(year).append(',').append((year < 1920 ? 10 : 6) + scatter[year % 5]);
            csv.append("\nRS,").append(year).append(',').append(3 + scatter[(year + 2) % 5]);
            csv.append('\n');
        }
        Files.writeString(folder.resolve("d.csv"), csv);
    }

    private Program study(String text, String... more) throws IOException {
        Path study = folder.resolve("s.yaml");
        Files.writeString(study, "data: {file: d.csv, unit: unit, time: year, outcome: flow}\n" + text);
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "run";
        arguments[1] = study.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Program.run(arguments);
    }

    private JsonNode json(String text) throws IOException {
        Program run = study(text, "--json");
        assertEquals("", run.err());
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void theBreakIsFoundWithoutBeingToldADate() throws IOException {
        JsonNode result = json("treatment: {unit: AL}\ndesign: breakpoints\n");
        assertEquals(1, result.get("breaks").size());
        JsonNode only = result.get("breaks").get(0);
        assertEquals("1919", only.get("last.of.old").asText());
        assertEquals("1920", only.get("first.of.new").asText());
        assertTrue(only.get("conf.low").asText().compareTo("1919") <= 0);
        assertTrue(only.get("conf.high").asText().compareTo("1919") >= 0);
        assertEquals("intercept@1920", result.get("terms").get(1).get("term").asText());
        assertEquals(40, result.get("sample").get("used").asInt());
        assertTrue(result.path("effect").isMissingNode());
        assertTrue(result.path("path").isMissingNode());
    }

    @Test
    void aDateThatIsToldIsComparedWithTheBreakAndNotUsed() throws IOException {
        JsonNode told = json("treatment: {unit: AL, from: 1930}\ndesign: breakpoints\n");
        assertEquals("1919", told.get("breaks").get(0).get("last.of.old").asText());
        JsonNode near = told.get("diagnostics").get(told.get("diagnostics").size() - 1);
        assertEquals("break near 1930", near.get("name").asText());
        assertEquals("FAILED", near.get("status").asText());
    }

    @Test
    void aSeriesWithoutABreakHasAnEmptyAnswerInWords() throws IOException {
        Program run = study(
                "treatment: {unit: RS}\ndesign: breakpoints\n",
                "--out",
                folder.resolve("o").toString());
        assertEquals("", run.err());
        assertThat(run.out()).contains("breakpoints: flow, RS\nNo break is found in flow, RS");
        assertThat(Files.readString(folder.resolve("o/report.html"))).contains("No break is found in flow, RS.");
        assertThat(folder.resolve("o/breaks.csv")).exists();
    }

    @Test
    void treatmentMayBeLeftOutWhereThereIsOneSeries() throws IOException {
        Files.writeString(
                folder.resolve("d.csv"),
                Files.readString(folder.resolve("d.csv")).replaceAll("(?m)^RS.*\n", ""));
        assertEquals(1, json("design: breakpoints\n").get("breaks").size());
    }

    @Test
    void trimIsAShareOrANumberOfPeriods() throws IOException {
        String begin = "treatment: {unit: AL}\ndesign: breakpoints\noptions: {max: 2, trim: ";
        assertThat(json(begin + "8}\n")
                        .get("conventions")
                        .get("shortest regime")
                        .asText())
                .startsWith("8 years with a value");
        assertThat(json(begin + "0.25, regressors: trend}\n")
                        .get("conventions")
                        .get("shortest regime")
                        .asText())
                .startsWith("10 years with a value");
        assertThat(study(begin + "0.7}\n", "--json").err())
                .isEqualTo(
                        "E-STUDY-080 s.yaml:4:25: trim, as a share, must lie between 0 and 0.5, so that two regimes have"
                                + " room; got 0.7\n");
    }

    @Test
    void powerAndVintageNeedADesignOfOneSeriesAndADate() throws IOException {
        String text = "treatment: {unit: AL}\ndesign: breakpoints\n";
        assertThat(study(text, "--vintage", folder.resolve("d.csv").toString()).err())
                .isEqualTo(
                        "E-VINTAGE-002 --vintage compares two estimates of what changed in one series, and this design is none"
                                + " of one series; leave --vintage out, or take a design such as interrupted-time-series\n");
        assertThat(Program.run("power", folder.resolve("s.yaml").toString()).err())
                .isEqualTo("E-POWER-004 power is computed for designs that ask what changed in one series, such as"
                        + " interrupted-time-series; the study names another\n");
    }
}
