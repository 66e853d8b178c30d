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

/** {@code power STUDY.yaml}, and the calibration that {@code run} adds to a result. */
class PowerOfStudyTest {

    private static final String STUDY = """
            data: {file: months.csv, time: month, outcome: crossings}
            treatment: {from: 2007-01}
            design: interrupted-time-series
            options: {season: none%s}
            """;

    @TempDir
    private Path folder;

    private Path study;

    @BeforeEach
    void writeAStudyOfMonthsThatDependOnEachOther() throws IOException {
        months(84);
        study = Program.file(folder, "study.yaml", String.format(Locale.ROOT, STUDY, ""));
    }

    private void months(int count) throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("month,crossings\n");
        double error = 0;
        for (int t = 0; t < count; t++) {
            error = 0.6 * error + random.nextGaussian();
            text.append(String.format(Locale.ROOT, "%d-%02d,%.6f%n", 2002 + t / 12, t % 12 + 1, 100 + error));
        }
        Program.file(folder, "months.csv", text.toString());
    }

    @Test
    void aRunSaysHowOftenTheDesignFindsAnEffectWhereThereIsNoneAndWhatToTakeInstead() throws IOException {
        Program run = Program.run("run", study, "--json");
        assertEquals(0, run.status(), run.err());
        JsonNode result = run.json();
        assertThat(result.get("diagnostics").findValuesAsText("name"))
                .contains("calibration, drawn series", "calibration, placebo dates");
        assertThat(result.get("warnings").findValuesAsText("code")).contains("W-CALIBRATION-001");
        assertThat(result.get("warnings").toString()).contains("; take errors: ");
        assertEquals(run.out(), Program.run("run", study, "--json").out());
    }

    @Test
    void errorsThatKeepTheirLevelAreNotWarnedOf() throws IOException {
        Path other = Program.file(folder, "other.yaml", String.format(Locale.ROOT, STUDY, ", errors: prais-winsten"));
        JsonNode result = Program.run("run", other, "--json").json();
        assertThat(result.get("diagnostics").findValuesAsText("name")).contains("calibration, drawn series");
        assertThat(String.valueOf(result.get("warnings"))).doesNotContain("W-CALIBRATION-001");
    }

    @Test
    void theTableNeedsOnlyThePeriodsBeforeTheMeasure() throws IOException {
        String whole = Program.run("power", study, "--periods", "24").out();
        months(60);
        Program before = Program.run("power", study, "--periods", "24");
        assertEquals(0, before.status(), before.err());
        assertEquals(whole, before.out());
        assertThat(whole)
                .startsWith(
                        "Smallest effect on crossings that interrupted-time-series at 2007-01 shows with power 80 %");
    }

    @Test
    void aCountOfMonthsIsToldForAnEffect() {
        Program power = Program.run("power", study, "--periods", "12", "--effect", "50");
        assertThat(power.out()).endsWith("An effect of 50.0 % shows after 3 months\n");
        assertThat(Program.run("power", study, "--periods", "12", "--effect", "0.01")
                        .out())
                .endsWith("An effect of 0.01 % does not show within 12 months\n");
    }

    @Test
    void theTableIsPrintedAsJson() throws IOException {
        JsonNode table =
                Program.run("power", study, "--periods", "24,12", "--json").json();
        assertEquals(12, table.get("rows").get(0).get("periods").intValue());
        assertThat(table.get("rows").get(0).get("effect").doubleValue())
                .isGreaterThan(table.get("rows").get(1).get("effect").doubleValue());
        assertEquals(0.8, table.get("power").doubleValue());
        assertEquals(1, table.get("seed").intValue());
    }

    @Test
    void optionsOutsideTheirRangeAreRefused() {
        assertEquals(
                "E-POWER-003 --periods are 1 to 600, got [0]\n",
                Program.run("power", study, "--periods", "0").err());
        assertEquals(
                "E-POWER-003 --effect is more than 0 per cent, got -1.0\n",
                Program.run("power", study, "--effect=-1").err());
        Program both = Program.run("power", study, "--effect", "5", "--json");
        assertEquals(
                "E-POWER-003 --effect is answered in words; leave out --json, whose rows tell the same\n", both.err());
        assertEquals(2, both.status());
    }
}
