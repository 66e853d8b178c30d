package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run} of the designs that compare units. The effect in the small table is exactly −2. */
class PanelStudiesTest {

    private static final int YEARS = 12;

    @TempDir
    Path folder;

    @BeforeEach
    void writeData() throws IOException {
        StringBuilder csv = new StringBuilder("unit,year,flow,size,first,on\n");
        for (int unit = 0; unit < 12; unit++) {
            int first = unit < 3 ? 2006 : unit < 6 ? 2008 : 0;
            for (int t = 0; t < YEARS; t++) {
                int year = 2000 + t;
                int on = first > 0 && year >= first ? 1 : 0;
                double flow = 20 + 3 * unit + 0.5 * t + Math.sin(1.7 * t) - 2 * on;
                csv.append("u")
                        .append(unit)
                        .append(',')
                        .append(year)
                        .append(',')
                        .append(flow)
                        .append(',');
                csv.append((unit * 7 + t * t) % 5)
                        .append(',')
                        .append(first == 0 ? "" : first)
                        .append(',')
                        .append(on);
                csv.append('\n');
            }
        }
        Files.writeString(folder.resolve("d.csv"), csv);
    }

    private Program study(String text, Object... more) throws IOException {
        Path study = folder.resolve("s.yaml");
        Files.writeString(study, text);
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "run";
        arguments[1] = study;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Program.run(arguments);
    }

    private JsonNode json(String text) throws IOException {
        Program run = study(text, "--json");
        assertEquals("", run.err());
        return run.json();
    }

    private static String data(String columns) {
        return "data: {file: d.csv, unit: unit, time: year, outcome: flow" + columns + "}\n";
    }

    @ParameterizedTest
    @CsvSource({
        "group-time",
        "event-study",
        "sun-abraham",
        "imputation",
        "bacon",
        "fixed-effects",
        "synthetic-difference-in-differences",
        "matrix-completion"
    })
    void everyDesignFindsTheEffectThatIsThere(String design) throws IOException {
        JsonNode result = json(data("") + "treatment: {cohort: first}\ndesign: " + design + "\n");
        assertEquals(design, result.get("design").asText());
        assertThat(result.get("effect").get("estimate").asDouble()).isCloseTo(-2, within(1e-3));
        assertEquals(144, result.get("sample").get("read").asInt());
    }

    @ParameterizedTest
    @CsvSource({"synthetic-control", "augmented-synthetic-control"})
    void aTwinFindsTheEffectOfOneUnit(String design) throws IOException {
        JsonNode result = json(data("") + "treatment: {unit: u2, from: 2006}\ndesign: " + design + "\n");
        assertThat(result.get("effect").get("estimate").asDouble()).isLessThan(0);
        double sum = 0;
        for (JsonNode weight : result.get("weights")) {
            sum += weight.get("weight").asDouble();
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertEquals(6, result.get("path").size());
    }

    @Test
    void anIndicatorSaysTheSameAsACohort() throws IOException {
        String design = "design: group-time\n";
        JsonNode cohort = json(data("") + "treatment: {cohort: first}\n" + design);
        JsonNode indicator = json(data("") + "treatment: {indicator: on}\n" + design);
        assertEquals(cohort.get("effect"), indicator.get("effect"));
        assertEquals(cohort.get("groupTime"), indicator.get("groupTime"));
    }

    @Test
    void groupTimeHasCellsAndEveryAggregate() throws IOException {
        JsonNode result = json(data("") + "treatment: {cohort: first}\ndesign: group-time\n");
        assertEquals("2006", result.get("groupTime").get(0).get("cohort").asText());
        JsonNode aggregates = result.get("aggregates");
        assertThat(aggregates.get("simple").get("estimate").asDouble()).isCloseTo(-2, within(1e-9));
        assertThat(aggregates.get("dynamic").get(0).get("event").isInt()).isTrue();
        assertThat(aggregates.get("group").get(1).get("cohort").asText()).isEqualTo("2008");
        assertThat(aggregates.get("calendar").get(0).get("period").asText()).isEqualTo("2006");
    }

    @Test
    void fixedEffectsTakeColumnsWithoutATreatment() throws IOException {
        JsonNode result =
                json(data("") + "design: fixed-effects\noptions: {regressors: [on, size], cluster: [unit]}\n");
        assertEquals("on", result.get("terms").get(0).get("term").asText());
        assertThat(result.get("terms").get(0).get("estimate").asDouble()).isCloseTo(-2, within(1e-9));
        assertThat(study(data("") + "design: fixed-effects\n", "--json").err())
                .isEqualTo(
                        "E-STUDY-087 s.yaml:1:1: fixed-effects has nothing to estimate; name columns with regressors, or say"
                                + " in treatment who is treated from when\n");
        assertThat(study(data("") + "design: fixed-effects\noptions: {regressors: [onn]}\n", "--json")
                        .err())
                .isEqualTo(
                        "E-STUDY-083 s.yaml:3:24: d.csv has no column 'onn'; it has unit, year, flow, size, first, on; the"
                                + " nearest is 'on'\n");
    }

    @Test
    void aFolderOfResultsHasTablesAndAReport() throws IOException {
        Program run =
                study(data("") + "treatment: {cohort: first}\ndesign: group-time\n", "--out", folder.resolve("o"));
        assertEquals("", run.err());
        assertThat(folder.resolve("o/aggregates.csv")).exists();
        assertThat(folder.resolve("o/group-time.csv")).exists();
        assertThat(Files.readString(folder.resolve("o/report.html"))).contains("Effects together");
    }

    @Test
    void twoRowsOfOneUnitAndPeriodAreRefused() throws IOException {
        Path data = folder.resolve("d.csv");
        Files.writeString(data, Files.readString(data) + "u0,2000,1,1,2006,0\n");
        Program run = study(data("") + "treatment: {cohort: first}\ndesign: group-time\n", "--json");
        assertThat(run.err()).startsWith("E-DID-007 ");
        assertEquals(2, run.status());
    }

    @Test
    void aUnitThatIsNotThereIsRefused() throws IOException {
        assertThat(study(data("") + "treatment: {unit: u77, from: 2006}\ndesign: synthetic-control\n", "--json")
                        .err())
                .startsWith("E-STUDY-086 s.yaml:2:19: there is no unit 'u77'; there are u0, u1, ");
    }

    @Test
    void thePublishedFiguresOfTheMinimumWageComeOut() throws IOException {
        Path file = shared("did_mpdta.csv");
        String data = "data: {file: " + file + ", unit: countyreal, time: year, outcome: lemp, covariates: [lpop]}\n";
        JsonNode result = json(data + "treatment: {cohort: first_treat}\ndesign: group-time\n");
        assertThat(result.get("effect").get("estimate").asDouble()).isCloseTo(-0.0417517720610815, within(1e-9));
        assertThat(result.get("effect").get("std.error").asDouble()).isCloseTo(0.0115028381509289, within(1e-9));
    }

    @Test
    void thePublishedFiguresOfTradeAgreementsComeOut() throws IOException {
        Path file = shared("ppml_fta_total.csv");
        JsonNode result = json(
                "data: {file: " + file + ", unit: pair, time: year, outcome: trade}\ndesign: fixed-effects\n"
                        + "options: {fixed: [isoexp^year, isoimp^year, pair], cluster: [pair], regressors: [fta], family: poisson}\n");
        assertThat(result.get("effect").get("estimate").asDouble()).isCloseTo(0.192445493471584, within(1e-9));
        assertThat(result.get("effect").get("std.error").asDouble()).isCloseTo(0.0432402293545795, within(1e-7));
    }

    private static Path shared(String name) {
        Path file = Path.of("../../shared/oracles", name).toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.exists(file), "the reference data are not beside the project");
        return file;
    }
}
