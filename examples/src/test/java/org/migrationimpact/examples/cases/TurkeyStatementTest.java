package org.migrationimpact.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationimpact.examples.Program;

class TurkeyStatementTest {
    private static final Path DETECTIONS =
            GeorgianWaiverTest.shared("iom_gdidata", "frontex_ibc_monthly_route_nat.csv");

    @TempDir
    private Path folder;

    @Tag("slow")
    @Test
    void whatIsComparedMovesTheAnswerMore() {
        Program program = Program.run(
                "case", "eu-turkey", "--data", GeorgianWaiverTest.there(DETECTIONS), "--out", folder.resolve("out"));
        assertThat(program.status()).as(program.err()).isZero();
        assertThat(program.out())
                .contains("(Afghanistan, Algeria, Iraq, Morocco, Pakistan, Palestine, Syria)")
                .containsPattern("before and after +18906 ")
                .containsPattern("interrupted time series +29415 ")
                .containsPattern("matrix completion, other routes +103833 ")
                .containsPattern("difference-in-differences, nationalities +-36853 ")
                .containsPattern("synthetic difference-in-differences, nationalities +-9757 ")
                .containsPattern("matrix completion, nationalities +-23862 ")
                .contains("a year earlier, where there was no statement: 100904.");
        assertThat(folder.resolve("out/charts/eu-turkey-completed.svg")).isNotEmptyFile();
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("asylum.csv"), "geo,t,nat,n\nDE,2015,GE,10\n");
        Program program = Program.run("case", "eu-turkey", "--data", file);
        assertEquals(2, program.status());
        assertThat(program.err())
                .startsWith("E-CASE-005 asylum.csv: is ")
                .contains("this case takes Frontex' monthly detections by route and nationality");
    }
}
