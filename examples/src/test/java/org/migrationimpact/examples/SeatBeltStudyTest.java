package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seat-belt law of January 1983, by a study file, against the figures of R's sandwich 3.0.2. */
class SeatBeltStudyTest {
    private static final Path ORACLES = Path.of("..", "..", "shared", "oracles");
    private static final Map<String, String> TERMS =
            Map.of("intercept", "(Intercept)", "trend", "t", "level", "law", "t_law", "t_law");

    @TempDir
    private Path folder;

    @BeforeEach
    void theReferenceFiguresAreThere() {
        assumeTrue(
                Files.isRegularFile(ORACLES.resolve("its_seatbelts.json")),
                "skipped: the reference figures its_seatbelts.json are not beside this project");
    }

    private JsonNode answer(String time, String from, String options) throws IOException {
        Path study = Program.file(folder, "belts.yaml", """
                data: {file: %s, time: %s, outcome: log_drivers, covariates: [t_law]}
                treatment: {from: %s}
                design: interrupted-time-series
                options: %s
                """.formatted(
                        ORACLES.resolve("its_seatbelts.csv").toAbsolutePath(), time, from, options));
        Program program = Program.run("run", study, "--json");
        assertEquals("", program.err());
        assertEquals(0, program.status());
        return program.json();
    }

    private static JsonNode expected(String name) throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(ORACLES.resolve("its_seatbelts.json").toFile())
                .get("cases");
        for (JsonNode one : cases) {
            if (one.get("name").textValue().equals(name)) {
                return one.get("expected");
            }
        }
        throw new AssertionError("no case " + name);
    }

    private static void assertClose(double expected, JsonNode found) {
        assertEquals(expected, found.doubleValue(), 1e-8 * Math.abs(expected));
    }

    /** R's column t_law is 1 in the first month of the law, where the library's own slope is 0: so it enters as a covariate. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain_ols                     | {season: none, slope: false, covariance: classical}
            plain_hc0                     | {season: none, slope: false, covariance: hc0}
            plain_hc1                     | {season: none, slope: false, covariance: robust}
            plain_hc1                     | {season: none, slope: false, covariance: hc1}
            plain_hc2                     | {season: none, slope: false, covariance: hc2}
            plain_hc3                     | {season: none, slope: false, covariance: hc3}
            plain_hc4                     | {season: none, slope: false, covariance: hc4}
            plain_newey_west_lag12        | {season: none, slope: false, covariance: newey-west, lags: 12, small-sample: false}
            plain_newey_west_lag12_adjust | {season: none, slope: false, covariance: newey-west, lags: 12, small-sample: true}
            plain_newey_west_lag12_adjust | {season: none, slope: false, lags: 12}
            """)
    void everyCovarianceHasTheErrorsOfR(String reference, String options) throws IOException {
        JsonNode result = answer("t", "170", options);
        for (Map.Entry<String, String> term : TERMS.entrySet()) {
            JsonNode found = Program.term(result, term.getKey());
            assertClose(expected("plain_ols").get("coef").get(term.getValue()).doubleValue(), found.get("estimate"));
            assertClose(expected(reference).get("se").get(term.getValue()).doubleValue(), found.get("std.error"));
        }
    }

    @Test
    void theSlopeOfTheLibraryIsThatOfRAndItsLevelIsLevelAndSlopeOfR() throws IOException {
        Path study = Program.file(folder, "belts.yaml", """
                data: {file: %s, time: t, outcome: log_drivers}
                treatment: {from: 170}
                design: interrupted-time-series
                options: {season: none, covariance: newey-west, lags: 12}
                """.formatted(
                        ORACLES.resolve("its_seatbelts.csv").toAbsolutePath()));
        JsonNode result = Program.run("run", study, "--json").json();
        JsonNode coefficients = expected("plain_ols").get("coef");
        assertClose(
                coefficients.get("law").doubleValue()
                        + coefficients.get("t_law").doubleValue(),
                Program.term(result, "level").get("estimate"));
        assertClose(
                coefficients.get("t_law").doubleValue(),
                Program.term(result, "slope").get("estimate"));
        assertClose(
                expected("plain_newey_west_lag12_adjust").get("se").get("t_law").doubleValue(),
                Program.term(result, "slope").get("std.error"));
    }

    @Test
    void monthDummiesAndCovariatesGiveTheFullRegressionOfR() throws IOException {
        Path study = Program.file(folder, "full.yaml", """
                data:
                  file: %s
                  time: [year, month]
                  outcome: log_drivers
                  covariates: [log_petrol, log_kms, t_law]
                treatment: {indicator: law}
                design: interrupted-time-series
                options: {season: dummies, slope: false, lags: 4, small-sample: false}
                """.formatted(
                        ORACLES.resolve("its_seatbelts.csv").toAbsolutePath()));
        JsonNode result = Program.run("run", study, "--json").json();
        JsonNode coefficients = expected("ols").get("coef");
        JsonNode errors = expected("newey_west_lag4").get("se");
        Map<String, String> names = Map.of(
                "trend",
                "t",
                "level",
                "law",
                "t_law",
                "t_law",
                "season.7",
                "factor(month)7",
                "log_petrol",
                "log_petrol",
                "log_kms",
                "log_kms");
        for (Map.Entry<String, String> term : names.entrySet()) {
            JsonNode found = Program.term(result, term.getKey());
            assertClose(coefficients.get(term.getValue()).doubleValue(), found.get("estimate"));
            assertClose(errors.get(term.getValue()).doubleValue(), found.get("std.error"));
        }
        assertThat(result.get("effect").get("estimand").textValue())
                .isEqualTo("change of level of log_drivers at 1983-02, slope unchanged");
    }

    @Test
    void theSampleCountsTheRowsOfTheFile() throws IOException {
        JsonNode sample = answer("[year, month]", "1983-02", "{slope: false, window: 1979-01..1984-12, donut: 1}")
                .get("sample");
        assertEquals(192, sample.get("read").intValue());
        assertEquals(71, sample.get("used").intValue());
        assertEquals("""
                [{"reason":"outside the window","rows":120},{"reason":"in the donut","rows":1}]""", sample.get("dropped").toString());
    }
}
