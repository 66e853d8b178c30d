package org.migrationimpact.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file is, by the command line. */
class InspectTest {
    @TempDir
    private Path folder;

    @Test
    void everyFileIsToldAndARefusedOneDoesNotStopTheOthers() throws IOException {
        Path table = Program.file(folder, "d.csv", RunTest.Table.csv());
        Path json = Program.file(folder, "d.json", "{}");
        Program program = Program.run("inspect", json, table);
        assertThat(program.out()).contains("d.csv: tidy table").contains("24 months, 2009-01 to 2010-12");
        assertThat(program.err()).startsWith("E-FORMAT-001 d.json: ").hasLineCount(1);
        assertEquals(2, program.status());
    }

    @Test
    void aFileThatCanBeReadEndsWithZero() throws IOException {
        Program program = Program.run("inspect", Program.file(folder, "d.csv", RunTest.Table.csv()));
        assertEquals("", program.err());
        assertEquals(0, program.status());
    }

    @Test
    void theDataBlockThatIsProposedReadsTheFile() throws IOException {
        Path table = Program.file(
                folder, "d.csv", "year,country,n\n2001,AL,5\n2002,AL,7\n2003,AL,6\n2004,AL,2\n2005,AL,1\n");
        String told = Program.run("inspect", table).out();
        String block = told.substring(told.indexOf("    data:")).indent(-4);
        Path study = Program.file(folder, "s.yaml", block + "\ntreatment: {from: 2004}\ndesign: before-after\n");
        assertEquals("", Program.run("run", study, "--json").err());
    }

    @Test
    void whatLimitsAComparisonIsListedWhenAskedFor() throws IOException {
        Path table = Program.file(folder, "d.csv", "year,country,n\n2001,AL,1\n2002,AL,0\n2003,AL,2\n");
        assertThat(Program.run("inspect", "--quality", table).out())
                .contains("n, 1 series: 1 concern\n  W-SMALL-001 n, AL has 3 of 3 values below 5, 1 of them zero; ");
        assertThat(Program.run("inspect", table).out()).doesNotContain("W-SMALL-001");
    }
}
