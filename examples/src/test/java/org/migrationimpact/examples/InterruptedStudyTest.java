package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option of interrupted time series, by a study file. */
class InterruptedStudyTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void threeCountriesOverSixYears() throws IOException {
        StringBuilder csv = new StringBuilder("country,month,y,orders\n");
        Random random = new Random(4);
        for (String country : new String[] {"AL", "RS", "MK"}) {
            double error = 0;
            for (int t = 0; t < 72; t++) {
                error = 0.5 * error + random.nextGaussian();
                double step = country.equals("AL") && t >= 36 ? 12 : 0;
                csv.append(String.format(
                        Locale.ROOT,
                        "%s,%d-%02d,%d,%d%n",
                        country,
                        2008 + t / 12,
                        1 + t % 12,
                        Math.round(40 + 0.2 * t + step + 9 * error),
                        90 + random.nextInt(20)));
            }
        }
        Program.file(folder, "d.csv", csv.toString());
    }

    private JsonNode answer(String treatment, String design, String options) throws IOException {
        Path study = Program.file(folder, "s.yaml", """
                data: {file: d.csv, unit: country, time: month, outcome: y}
                treatment: {%s}
                design: %s
                options: {%s}
                """.formatted(treatment, design, options));
        Program program = Program.run("run", study, "--json");
        assertEquals("", program.err());
        assertEquals(0, program.status());
        return program.json();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "errors: prais-winsten",
                "errors: prais-winsten, order: 2, autoregression: yule-walker",
                "errors: cochrane-orcutt",
                "errors: ml",
                "errors: reml",
                "errors: reml, covariance: hc1",
                "errors: poisson",
                "errors: negative-binomial, covariance: classical",
                "covariance: andrews",
                "season: fourier",
                "season: fourier, harmonics: 3",
                "ramp: 3",
                "shape: pulse, pulse: 4",
                "until: 2012-06",
                "anticipation: 2",
                "outliers: as-terms",
                "shocks: [S03], outliers: unexamined",
                "scale: log, slope: false, donut: {before: 1, after: 1}"
            })
    void everyOptionGivesALevel(String options) throws IOException {
        JsonNode result = answer("unit: AL, from: 2011-01", "interrupted-time-series", options);
        assertThat(Program.term(result, "level").get("std.error").doubleValue()).isPositive();
        assertThat(result.get("effect").get("estimate").doubleValue()).isNotZero();
    }

    @Test
    void theAutoregressionIsATermAndTheMethodAConvention() throws IOException {
        JsonNode result = answer("unit: AL, from: 2011-01", "interrupted-time-series", "errors: prais-winsten");
        assertThat(Program.term(result, "ar.1").get("estimate").doubleValue()).isBetween(0.0, 0.95);
        assertThat(result.get("conventions").get("errors").textValue())
                .startsWith("Prais–Winsten, AR(1) by regression, iterated, ");
        assertThat(result.get("aggregates").get("effect.total").get("std.error").doubleValue())
                .isPositive();
    }

    @Test
    void severalInterventionsHaveTheirTerms() throws IOException {
        JsonNode result = answer("unit: AL, from: [2010-01, 2011-01]", "interrupted-time-series", "season: none");
        assertThat(Program.term(result, "level@2011-01").has("estimate")).isTrue();
        assertThat(Program.term(result, "slope@2010-01").has("estimate")).isTrue();
    }

    @Test
    void countsCanHaveAnExposure() throws IOException {
        Path study = Program.file(folder, "s.yaml", """
                data: {file: d.csv, unit: country, time: month, outcome: y, exposure: orders}
                treatment: {unit: AL, from: 2011-01}
                design: interrupted-time-series
                options: {errors: poisson}
                """);
        JsonNode result = Program.run("run", study, "--json").json();
        assertEquals(
                "offset ln(orders)", result.get("conventions").get("exposure").textValue());
        assertEquals("log points", result.get("effect").get("unit").textValue());
    }

    @Test
    void oneControlOrSeveralAreTakenOut() throws IOException {
        JsonNode one = answer("unit: AL, from: 2011-01", "controlled-interrupted-time-series", "control: RS");
        assertEquals(144, one.get("sample").get("used").intValue());
        assertThat(Program.term(one, "control.level").has("std.error")).isTrue();
        JsonNode two = answer("unit: AL, from: 2011-01", "controlled-interrupted-time-series", "control: [RS, MK]");
        assertEquals(216, two.get("sample").get("used").intValue());
        assertEquals("RS, MK", two.get("conventions").get("control").textValue());
        assertThat(two.get("effect").get("estimate").doubleValue()).isNotZero();
    }

    @Test
    void severalTreatedUnitsAreTakenTogether() throws IOException {
        JsonNode result = answer("units: [AL, MK], from: 2011-01", "controlled-interrupted-time-series", "control: RS");
        assertEquals("y, AL, MK", result.get("conventions").get("treated").textValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "control: AL|E-STUDY-055 s.yaml:4:20: the unit 'AL' is named twice; a unit is either treated or a control, and named once",
                "season: none|E-STUDY-053 s.yaml:4:10: controlled-interrupted-time-series has no 'control', the unit or units that the measure did not reach",
                "control: RS, errors: poisson|E-STUDY-020 s.yaml:4:32: errors: poisson is not computed by controlled-interrupted-time-series, which computes errors: ols"
            })
    void aMistakeOfAControlledStudyIsToldInOneLine(String both) throws IOException {
        String[] parts = both.split("\\|", -1);
        Path study = Program.file(folder, "s.yaml", """
                data: {file: d.csv, unit: country, time: month, outcome: y}
                treatment: {unit: AL, from: 2011-01}
                design: controlled-interrupted-time-series
                options: {%s}
                """.formatted(parts[0]));
        Program program = Program.run("run", study, "--json");
        assertEquals(parts[1], program.err().strip());
        assertEquals(2, program.status());
    }

    @Test
    void anExposureWithoutCountsIsRefused() throws IOException {
        Path study = Program.file(folder, "s.yaml", """
                data: {file: d.csv, unit: country, time: month, outcome: y, exposure: orders}
                treatment: {unit: AL, from: 2011-01}
                design: interrupted-time-series
                """);
        assertThat(Program.run("run", study, "--json").err().strip())
                .isEqualTo(
                        "E-STUDY-054 s.yaml:1:71: data has 'exposure', which interrupted-time-series uses with errors: poisson"
                                + " or negative-binomial only; leave it out, or add one of these errors");
    }
}
