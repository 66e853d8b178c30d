package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A study by the command line, from its file to what it prints and writes. */
class RunTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheFigures() throws IOException {
        Program.file(folder, "d.csv", Table.csv());
    }

    private Path study(String treatment, String design, String options) throws IOException {
        return Program.file(folder, "s.yaml", """
                data: {file: d.csv, unit: country, time: month, outcome: y}
                treatment: %s
                design: %s
                options: %s
                """.formatted(treatment, design, options));
    }

    private static Program succeed(Object... arguments) {
        Program program = Program.run(arguments);
        assertEquals("", program.err());
        assertEquals(0, program.status());
        return program;
    }

    @Test
    void jsonIsAllThatIsPrintedAndNothingIsWritten() throws IOException {
        Path study = study("{unit: AL, from: 2010-07}", "interrupted-time-series", "{season: none}");
        JsonNode result = succeed("run", study, "--json").json();
        assertEquals("interrupted-time-series", result.get("design").textValue());
        assertThat(names(folder)).containsExactly("d.csv", "s.yaml");
    }

    @Test
    void aKnownStepIsFound() throws IOException {
        Path study = study("{unit: AL, from: 2010-07}", "interrupted-time-series", "{season: none, slope: false}");
        JsonNode level = Program.term(succeed("run", study, "--json").json(), "level");
        assertThat(level.get("estimate").doubleValue()).isBetween(-60.0, -35.0);
    }

    @Test
    void theFolderHoldsEverythingThatTheManifestSays() throws IOException {
        Path study = study("{unit: AL, from: 2010-07}", "interrupted-time-series", "{season: none}");
        Path out = folder.resolve("out");
        String printed = succeed("run", study, "--out", out).out();
        assertThat(printed)
                .startsWith(
                        "interrupted-time-series: y, AL\nchange of level of y, AL at 2010-07, against its trend before: ")
                .contains("72 rows read, 24 used; 48 other country\n")
                .endsWith("Written to " + out + ": begin with report.html\n");
        assertThat(names(out))
                .containsExactly("charts", "manifest.json", "path.csv", "report.html", "result.json", "terms.csv");
        JsonNode manifest =
                new ObjectMapper().readTree(out.resolve("manifest.json").toFile());
        assertEquals("d.csv", manifest.get("inputs").get(0).get("file").textValue());
        assertEquals(Files.readString(study), manifest.get("study").textValue());
        assertThat(names(folder)).containsExactly("d.csv", "out", "s.yaml");
    }

    @Test
    void theSameStudyWritesTheSameBytes() throws IOException {
        Path study = study("{unit: AL, from: 2010-07}", "before-after", "{test: block-bootstrap, draws: 199}");
        Path out = folder.resolve("out");
        succeed("run", study, "--out", out);
        byte[] result = Files.readAllBytes(out.resolve("result.json"));
        byte[] report = Files.readAllBytes(out.resolve("report.html"));
        succeed("run", study, "--out", out);
        assertThat(Files.readAllBytes(out.resolve("result.json"))).isEqualTo(result);
        assertThat(Files.readAllBytes(out.resolve("report.html"))).isEqualTo(report);
    }

    @Test
    void jsonAndFolderTogetherSayTheSame() throws IOException {
        Path study = study("{unit: AL, from: 2010-07}", "before-after", "{test: welch}");
        Path out = folder.resolve("out");
        Program program = succeed("run", study, "--json", "--out", out);
        assertEquals(Files.readString(out.resolve("result.json")), program.out());
    }

    @Test
    void aRefusalLeavesNothingBehind() throws IOException {
        Path study = study("{unit: AL, from: 2031-01}", "interrupted-time-series", "{season: none}");
        Program program = Program.run("run", study, "--out", folder.resolve("out"));
        assertEquals(3, program.status());
        assertThat(names(folder)).containsExactly("d.csv", "s.yaml");
    }

    @Test
    void aFolderOfSomebodyElseIsLeftAlone() throws IOException {
        Path study = study("{unit: AL, from: 2010-07}", "before-after", "{test: welch}");
        Path out = Files.createDirectory(folder.resolve("out"));
        Program.file(out, "mine.txt", "precious");
        Program program = Program.run("run", study, "--out", out);
        assertEquals(2, program.status());
        assertThat(program.err()).startsWith("E-OUT-001 ");
        assertThat(names(out)).containsExactly("mine.txt");
    }

    @Test
    void confidenceHoldsForEveryInterval() throws IOException {
        Path study = study("{unit: AL, from: 2010-07}", "before-after", "{test: welch}");
        Files.writeString(study, Files.readString(study) + "confidence: 0.5\n");
        Path out = folder.resolve("out");
        JsonNode effect = succeed("run", study, "--json", "--out", out).json().get("effect");
        double half =
                (effect.get("conf.high").doubleValue() - effect.get("conf.low").doubleValue()) / 2;
        assertThat(half / effect.get("std.error").doubleValue()).isBetween(0.674, 0.72);
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("50 %")
                .doesNotContain("95 % interval")
                .doesNotContain("intervals of 95 %");
        assertThat(Files.readString(out.resolve("charts/impact.svg")))
                .contains("50 %")
                .doesNotContain("95 %");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {unit: AL, from: 2010-07}
            {unit: AL, from: 2010M07}
            {unit: AL, from: 2010-07-01}
            {units: [AL], from: [2010-07]}
            {cohort: first}
            {unit: AL, cohort: first}
            {indicator: treated}
            {unit: AL, indicator: treated}
            """)
    void everyWayToTellTheStartGivesTheSameAnswer(String treatment) throws IOException {
        Path study = study(treatment, "before-after", "{test: welch}");
        assertEquals(
                "mean after less mean before of y, AL at 2010-07",
                succeed("run", study, "--json")
                        .json()
                        .get("effect")
                        .get("estimand")
                        .textValue());
    }

    @Test
    void aMeasureGivesItsFirstTreatedPeriodAndSaysWhatIsPartlyTreated() throws IOException {
        Path study = study("{unit: AL, measure: M034}", "before-after", "{test: welch}");
        Program.file(folder, "d.csv", Table.from(2010));
        JsonNode result = succeed("run", study, "--json").json();
        assertThat(result.get("effect").get("estimand").textValue()).endsWith(" at 2011-01");
        assertThat(result.get("warnings").toString()).contains("W-START-001");
    }

    @Test
    void aCodeThatYamlTakesForATruthStaysACode() throws IOException {
        Path study = study("{unit: NO, from: 2010-07}", "before-after", "{test: welch}");
        assertThat(succeed("run", study, "--json")
                        .json()
                        .get("effect")
                        .get("estimand")
                        .textValue())
                .contains("y, NO");
    }

    @Test
    void severalInterventionsHaveTermsOfTheirOwn() throws IOException {
        Path study = study("{unit: AL, from: [2009-10, 2010-07]}", "interrupted-time-series", "{season: none}");
        JsonNode result = succeed("run", study, "--json").json();
        assertThat(result.get("terms").findValuesAsText("term"))
                .containsExactly(
                        "intercept", "trend", "level@2009-10", "slope@2009-10", "level@2010-07", "slope@2010-07");
    }

    @Test
    void aShockHasALevelOfItsOwnWhileItLasts() throws IOException {
        Path study = study("{unit: AL, from: 2010-07}", "interrupted-time-series", "{season: none, shocks: [S03]}");
        Program.file(folder, "d.csv", Table.from(2010));
        Files.writeString(study, Files.readString(study).replace("2010-07", "2011-07"));
        JsonNode result = succeed("run", study, "--json").json();
        assertThat(result.get("terms").findValuesAsText("term")).contains("S03");
        assertThat(result.get("conventions").get("shocks").textValue()).isEqualTo("S03 2011-02..2011-10");
    }

    @Test
    void withoutOptionsTheDefaultsOfTheLibraryHold() throws IOException {
        JsonNode bare = succeed("run", study("{unit: AL, from: 2010-03}", "interrupted-time-series", ""), "--json")
                .json();
        JsonNode said = succeed(
                        "run",
                        study(
                                "{unit: AL, from: 2010-03}",
                                "interrupted-time-series",
                                "{covariance: newey-west, lags: auto, small-sample: true, slope: true, errors: ols, season: dummies,"
                                        + " scale: level, ramp: 1, donut: 0}"),
                        "--json")
                .json();
        assertEquals(bare, said);
    }

    @Test
    void gzipAndSpreadsheetSeparatorsMakeNoDifference() throws IOException {
        Path study = study("{unit: AL, from: 2010-07}", "before-after", "{test: welch}");
        JsonNode plain = succeed("run", study, "--json").json().get("effect");
        Files.writeString(study, Files.readString(study).replace("d.csv", "d.tsv.gz"));
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("d.tsv.gz")))) {
            out.write(Table.csv().replace(',', '\t').getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(plain, succeed("run", study, "--json").json().get("effect"));
    }

    @Test
    void missingIsNotAbsentIsNotZero() throws IOException {
        Path study = study("{unit: AL, from: 2010-07}", "before-after", "{test: welch}");
        List<String> lines = Table.csv().lines().toList();
        String text = String.join("\n", lines)
                .replaceFirst("2009-02,AL,[^,]*", "2009-02,AL,:")
                .replaceFirst("2009-03,AL,[^,]*", "2009-03,AL,c")
                .replaceFirst("2009-04,AL,[^\n]*\n", "");
        Program.file(folder, "d.csv", text);
        JsonNode result = succeed("run", study, "--json").json();
        assertEquals("""
                {"read":71,"used":21,"dropped":[{"reason":"other country","rows":48},{"reason":"missing outcome","rows":1},\
                {"reason":"suppressed outcome","rows":1}]}""", result.get("sample").toString());
        assertThat(result.get("warnings").findValuesAsText("code")).contains("W-SERIES-001", "W-SERIES-003");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Three countries over two years of months; AL falls by 50 from the July of the second year on. */
    static final class Table {
        private Table() {}

        static String csv() {
            return from(2009);
        }

        static String from(int year) {
            StringBuilder text = new StringBuilder("month,country,y,x,first,treated\n");
            for (String country : List.of("AL", "NO", "GR")) {
                for (int i = 0; i < 24; i++) {
                    boolean treated = country.equals("AL") && i >= 18;
                    double y = 100 + 7 * Math.sin(i * i + country.hashCode()) - (treated ? 50 : 0);
                    text.append(String.format(
                            Locale.ROOT,
                            "%d-%02d,%s,%.3f,%d,%s,%d\n",
                            year + i / 12,
                            i % 12 + 1,
                            country,
                            y,
                            i % 5,
                            country.equals("AL") ? (year + 1) + "-07" : country.equals("NO") ? "never" : "",
                            treated ? 1 : 0));
                }
            }
            return text.toString();
        }
    }
}
