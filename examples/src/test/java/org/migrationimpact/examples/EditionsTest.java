package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two issues of one table, and a study on both, by the command line. */
class EditionsTest {
    private static final Path SHARED = Path.of("..", "..", "shared", "data");

    private static final String OLD = """
            year,geo,n,flag
            2001,A,100,
            2002,A,110,
            2003,A,105,p
            2004,A,160,
            2005,A,170,
            2006,A,165,
            2001,B,7,
            """;

    private static final String NEW = """
            year,geo,n,flag
            2001,A,100,
            2002,A,110,
            2003,A,105,
            2004,A,100,
            2005,A,109,
            2006,A,103,
            2007,A,104,
            """;

    @TempDir
    private Path folder;

    private static Path shared(String first, String second) {
        Path file = SHARED.resolve(first).resolve(second);
        assumeTrue(Files.isReadable(file), () -> "skipped: there is no " + file);
        return file;
    }

    private Path study() throws IOException {
        Program.file(folder, "old.csv", OLD);
        Program.file(folder, "new.csv", NEW);
        return Program.file(folder, "s.yaml", """
                data: {file: old.csv, time: year, outcome: n, unit: geo, flags: flag}
                treatment: {unit: A, from: 2004}
                design: before-after
                options: {test: welch}
                """);
    }

    @Test
    void aStudyOnTwoEditionsSaysWhatWasRevisedAndThatItsAnswerDependsOnThem() throws IOException {
        Path study = study();
        Path out = folder.resolve("out");
        Program program = Program.run("run", study, "--vintage", folder.resolve("new.csv"), "--out", out);
        assertEquals("", program.err());
        assertThat(program.out())
                .contains("W-VINTAGE-001 against new.csv the effect in units of n is +60.0 (p ")
                .contains(
                        "W-VINTAGE-002 between this edition and new.csv, of the cells that were used 6 are in both, 3 of them with another"
                                + " value and 1 with other flags; 0 are in this edition only, 1 in the other only\n")
                .contains("\nold.csv: mean after less mean before of n, A at 2004: 60.000 ")
                .contains("\nnew.csv: mean after less mean before of n, A at 2004: -1.0000 ")
                .contains("\nchoice of the edition: failed. The effect in units of n is ");
        assertThat(Files.readAllLines(out.resolve("revisions.csv")))
                .containsExactly(
                        "period,revised,before,after,change,flags.before,flags.after",
                        "2004,value,160.0,100.0,-60.0,,",
                        "2005,value,170.0,109.0,-61.0,,",
                        "2006,value,165.0,103.0,-62.0,,",
                        "2003,flag,105.0,105.0,0.0,provisional,",
                        "2007,only after,,,,,");
        assertThat(Files.readAllLines(out.resolve("editions.csv")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("new.csv,before-after,"));
        JsonNode inputs = new ObjectMapper()
                .readTree(out.resolve("manifest.json").toFile())
                .get("inputs");
        assertThat(inputs.findValuesAsText("file")).containsExactly("old.csv", "new.csv");
        assertThat(Files.readString(out.resolve("report.html"))).contains("choice of the edition");
    }

    @Test
    void theResultKeepsItsLayoutAndCarriesTheWarnings() throws IOException {
        Path study = study();
        JsonNode alone = Program.run("run", study, "--json").json();
        JsonNode both = Program.run("run", study, "--vintage", folder.resolve("new.csv"), "--json")
                .json();
        assertEquals(alone.get("effect"), both.get("effect"));
        assertThat(both.fieldNames()).toIterable().containsExactlyElementsOf(() -> alone.fieldNames());
        assertThat(both.get("warnings").findValuesAsText("code")).contains("W-VINTAGE-001", "W-VINTAGE-002");
        assertThat(alone.get("warnings").findValuesAsText("code")).doesNotContain("W-VINTAGE-001");
    }

    @Test
    void theSameFileIsNoOtherEdition() throws IOException {
        Path study = study();
        Program program = Program.run("run", study, "--vintage", folder.resolve("old.csv"), "--json");
        assertThat(program.json().get("warnings").findValuesAsText("code"))
                .doesNotContain("W-VINTAGE-001", "W-VINTAGE-002");
    }

    @Test
    void anEditionThatCannotAnswerIsNamed() throws IOException {
        Path study = study();
        Path other = Program.file(folder, "other.csv", NEW.replace(",A,", ",C,"));
        Program program = Program.run("run", study, "--vintage", other, "--json");
        assertThat(program.err())
                .startsWith("E-STUDY-037 with the other edition other.csv: ")
                .hasLineCount(1);
        assertEquals(2, program.status());
        Path monthly = Program.file(folder, "monthly.csv", NEW.replace("200", "2001-0"));
        assertEquals(2, Program.run("run", study, "--vintage", monthly).status());
        assertEquals(
                2,
                Program.run("run", study, "--vintage", folder.resolve("none.csv"))
                        .status());
    }

    @Test
    void twoIssuesAreComparedCellByCell() throws IOException {
        study();
        Path out = folder.resolve("revised.csv");
        Program program = Program.run(
                "compare", folder.resolve("old.csv"), folder.resolve("new.csv"), "--value", "n", "--out", out);
        assertEquals("", program.err());
        assertThat(program.out()).contains("""
                        before: old.csv
                        after: new.csv
                        6 common cells, 3 values and 1 flags revised; 1 cells only before, 1 only after
                          A in 2006: 165.0 -> 103.0
                          A in 2005: 170.0 -> 109.0
                          A in 2004: 160.0 -> 100.0
                        """).endsWith("Written to " + out + "\n");
        assertThat(Files.readAllLines(out)).hasSize(7).contains("B,2001,only before,,,,,");
        Program again = Program.run(
                "compare", folder.resolve("old.csv"), folder.resolve("new.csv"), "--value", "n", "--out", out);
        assertEquals(
                "E-COMPARE-002 " + out
                        + ": there is such a file already; name a new file in a folder where you may write\n",
                again.err());
        assertEquals(2, again.status());
    }

    @Test
    void aTableWithSeveralColumnsOfFiguresNeedsTheNameOfOne() throws IOException {
        Path two = Program.file(folder, "two.csv", "year,n,m\n2001,5,1\n2002,7,2\n");
        Program program = Program.run("compare", two, two);
        assertEquals(
                "E-COMPARE-001 two.csv: there are figures in n, m; a comparison needs one column of them: name it with --value\n",
                program.err());
        assertThat(Program.run("compare", two, two, "--value", "m").out())
                .contains("2 common cells, 0 values and 0 flags revised");
    }

    @Test
    void immigrationAsPublishedIn2021And2024HasSeventyFourValuesRevised() {
        assertThat(Program.run(
                                "compare",
                                shared("eurostat_tsv", "tps00176.tsv"),
                                shared("eurostat_sdmx_csv", "estat_tps00176_en.csv"))
                        .out())
                .contains("\n610 common cells, 74 values and 14 flags revised; 206 cells only before, 238 only after\n")
                .contains(" -> 33305.0\n")
                .endsWith("  and 54 smaller ones\n");
    }

    @Test
    void detectionsOfMoldovansAsPublishedIn2020And2025HaveOneMonthRevised() {
        assertThat(Program.run(
                                "compare",
                                shared("frontex", "Detections_of_IBC_2020_07_07.xlsx"),
                                shared("iom_gdidata", "frontex_ibc_monthly_route_nat.csv"),
                                "--zeros-left-out",
                                "--where",
                                "nationality=MD",
                                "--total",
                                "route",
                                "--total",
                                "border")
                        .out())
                .endsWith(
                        "\n137 common cells, 1 values and 0 flags revised; 0 cells only before, 59 only after\n  MD in 2015-02: 6.0 -> 0.0\n");
    }
}
