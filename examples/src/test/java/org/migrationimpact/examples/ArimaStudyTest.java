package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A study of the design arima-intervention, from the file to the answer. */
class ArimaStudyTest {
    private static final Path BELTS = Path.of("..", "..", "shared", "oracles", "arima_seatbelts.csv");

    @TempDir
    private Path folder;

    private Program run(String data, String treatment, String options) throws IOException {
        Path study = Program.file(
                folder,
                "s.yaml",
                "data: %s\ntreatment: %s\ndesign: arima-intervention\noptions: %s\n"
                        .formatted(data, treatment, options));
        return Program.run("run", study, "--json");
    }

    private Program steps(String treatment, String options) throws IOException {
        Program.file(folder, "steps.csv", steps());
        return run("{file: steps.csv, time: month, outcome: y}", treatment, options);
    }

    /** Five years of months about 100, 12 higher from the fifth year on. */
    private static String steps() {
        StringBuilder text = new StringBuilder("month,y\n");
        for (int t = 0; t < 60; t++) {
            double y = 100 + 3 * Math.sin(t * t) + 2 * Math.cos(7.1 * t) + (t >= 48 ? 12 : 0);
            text.append(String.format(Locale.ROOT, "%d-%02d,%.4f%n", 2010 + t / 12, t % 12 + 1, y));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static JsonNode answer(Program program) throws IOException {
        assertEquals("", program.err());
        assertEquals(0, program.status());
        return program.json();
    }

    @Test
    void theSeatBeltLawHasTheFiguresOfR() throws IOException {
        assumeTrue(Files.isReadable(BELTS), "skipped: the reference figures are not beside this project");
        JsonNode result = answer(run(
                "{file: %s, time: t, outcome: log10_drivers}".formatted(BELTS.toAbsolutePath()),
                "{from: 170}",
                "{order: [1, 0, 0], seasonal: [2, 1, 0], period: 12}"));
        JsonNode level = Program.term(result, "level");
        assertEquals(-0.0870782196091033, level.get("estimate").doubleValue(), 1e-6);
        assertEquals(0.0188104677562441, level.get("std.error").doubleValue(), 1e-6);
        assertEquals(0.528, Program.term(result, "ar1").get("estimate").doubleValue(), 1e-4);
        assertEquals(23, result.get("path").size());
        assertEquals("170", result.get("path").get(0).get("period").textValue());
        assertEquals(
                3.14640601754503,
                result.get("path").get(0).get("counterfactual").doubleValue(),
                3e-3);
        assertThat(result.get("conventions").get("likelihood").textValue()).startsWith("exact, full");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                        | level | restricted
            {auto: true}                              | level | restricted
            {search: every-order}                     | level | restricted
            {order: [1, 0, 0]}                        | level | full
            {order: [1, 0, 0], likelihood: restricted} | level | restricted
            {order: [0, 0, 1], shape: step, scale: log} | level | full
            {order: [1, 0, 0], shape: pulse}          | pulse | full
            {order: [1, 0, 0], shape: ramp, donut: 2} | ramp  | full
            {order: [0, 1, 1], seasonal: [0, 1, 1], window: 2010-06..2014-12} | level | full
            """)
    void everyOptionIsTaken(String options, String term, String likelihood) throws IOException {
        JsonNode result = answer(steps("{from: 2014-01}", options));
        assertEquals("arima-intervention", result.get("design").textValue());
        Program.term(result, term);
        assertThat(result.get("conventions").get("likelihood").textValue()).startsWith("exact, " + likelihood);
        assertEquals(12, result.get("path").size());
    }

    @Test
    void aGivenOrderIsCalibratedAndAnAutomaticOneSaysWhyNot() throws IOException {
        JsonNode given = answer(steps("{from: 2014-01}", "{order: [1, 0, 0], likelihood: restricted}"));
        assertThat(given.get("diagnostics").findValuesAsText("name"))
                .contains("calibration, drawn series", "calibration, placebo dates");
        assertThat(given.get("conventions").has("calibration")).isFalse();
        JsonNode automatic = answer(steps("{from: 2014-01}", "{}"));
        assertThat(automatic.get("diagnostics").findValuesAsText("name")).doesNotContain("calibration, drawn series");
        assertThat(automatic.get("conventions").get("calibration").textValue())
                .isEqualTo(
                        "left out: the order would be searched for anew in every drawn series; name the order to have one");
    }

    @Test
    void aKnownStepIsFound() throws IOException {
        JsonNode effect = answer(steps("{from: 2014-01}", "{}")).get("effect");
        assertTrue(effect.get("conf.low").doubleValue() < 12
                && effect.get("conf.high").doubleValue() > 12);
        assertTrue(effect.get("conf.low").doubleValue() > 8, effect::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {from: 2014-01} | {orders: [1, 0, 0]} | E-STUDY-004 s.yaml:4:11: unknown option 'orders'; arima-intervention allows order, seasonal, auto, search, shape, period, likelihood, scale, donut, window, shocks; the nearest is 'order'
            {from: 2014-01} | {order: [1, 0]} | E-STUDY-060 s.yaml:4:11: order has 2 entries; it takes three numbers, autoregressive terms, differences and moving averages: [1, 0, 0]
            {from: 2014-01} | {order: [9, 0, 0]} | E-STUDY-016 s.yaml:4:19: the first entry of order must be 0 to 5, got 9
            {from: 2014-01} | {shape: slope} | E-STUDY-014 s.yaml:4:18: unknown value 'slope' of shape; allowed are step, pulse, ramp; the nearest is 'step'
            {from: 2014-01} | {auto: true, order: [1, 0, 0]} | E-STUDY-018 s.yaml:4:23: the option 'order' has an effect with auto: false only; leave it out, or add auto: false
            {from: 2014-01} | {seasonal: [0, 1, 1]} | E-STUDY-018 s.yaml:4:11: the option 'seasonal' has an effect with auto: false only; leave it out, or add auto: false
            {from: 2014-01} | {auto: false} | E-STUDY-010 s.yaml:4:10: options has no 'order', such as [1, 0, 0], and has auto: false
            {from: 2014-01} | {order: [1, 0, 0], period: 6} | E-STUDY-018 s.yaml:4:29: the option 'period' has an effect with seasonal: [P, D, Q] only; leave it out, or add seasonal: [P, D, Q]
            {from: [2012-01, 2014-01]} | {} | E-STUDY-061 s.yaml:2:20: arima-intervention has one first treated period; name one, or take interrupted-time-series for several interventions
            """)
    void whatIsNotUnderstoodIsRefused(String treatment, String options, String message) throws IOException {
        Program program = steps(treatment, options);
        assertEquals(message + "\n", program.err());
        assertEquals(2, program.status());
    }
}
