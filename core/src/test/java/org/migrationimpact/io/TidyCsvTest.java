package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Source;

class TidyCsvTest {

    private static final Observations CUBE = Observations.of("detections", "persons", List.of("geo"))
            .add(List.of("NA"), Period.month(2015, 3), 0.1, Set.of(Flag.BREAK, Flag.PROVISIONAL), 5)
            .add(List.of("NA"), Period.month(2015, 4), Double.NaN, Set.of(Flag.SUPPRESSED), 6)
            .add(List.of("NA"), Period.month(2015, 5), Double.NaN, Set.of(Flag.NOT_FOR_PUBLICATION), 7)
            .add(List.of("NA"), Period.month(2015, 6), -3, Set.of(), 8)
            .add(List.of("NA"), Period.month(2015, 7), Double.NaN, Set.of(Flag.NOT_AVAILABLE), 9)
            .build(new Source("A publisher,\nin two lines", "a.csv", "00", "2020-07-07", "free"));

    @Test
    void theFileTellsItsSourceAndEveryReason() {
        assertEquals("""
                # source: A publisher, in two lines
                # file: a.csv
                # sha256: 00
                # vintage: 2020-07-07
                # terms: free
                # quantity: detections
                # unit: persons
                geo,time,value,flags,confidentiality
                NA,2015-03,0.1,bp,
                NA,2015-04,,c,
                NA,2015-05,,,N
                NA,2015-06,-3,,
                NA,2015-07,,:,
                """, TidyCsv.of(CUBE).text());
    }

    @Test
    void whatIsWrittenIsReadAgain(@TempDir Path folder) {
        Path file = folder.resolve("out.csv");
        TidyCsv.of(CUBE).write(file);
        TidyCsv.of(CUBE).write(file);
        Observations back = Tidy.columns()
                .dimensions("geo")
                .flags("flags")
                .confidentiality("confidentiality")
                .read(file);
        assertEquals(
                CUBE.stream().map(Observation::flags).toList(),
                back.stream().map(Observation::flags).toList());
        assertEquals(
                CUBE.stream().map(Observation::value).toList(),
                back.stream().map(Observation::value).toList());
        assertEquals("2020-07-07", back.source().vintage());
        assertEquals("persons", back.unit());
        assertThat(folder.toFile().list()).containsExactly("out.csv");
    }

    @Test
    void aTextThatASpreadsheetWouldRunIsMadeHarmlessAndANumberIsNot() {
        Observations cube = Observations.of("q", "", List.of("@dim"))
                .add(List.of("=HYPERLINK(1)"), Period.year(2015), -1)
                .add(List.of("+1"), Period.year(2016), -2.5)
                .add(List.of("\tx"), Period.year(2017), 1e300)
                .build(Source.named(""));
        assertEquals(
                "# quantity: q\n'@dim,time,value,flags,confidentiality\n'=HYPERLINK(1),2015,-1,,\n'+1,2016,-2.5,,\n'\tx,2017,1.0E300,,\n",
                TidyCsv.of(cube).text());
    }

    @Test
    void aFolderThatIsNotThereIsRefused(@TempDir Path folder) {
        Path file = folder.resolve("none").resolve("out.csv");
        assertEquals(
                "E-WRITE-001 " + file
                        + " cannot be written (NoSuchFileException); check that the folder exists and that you may write to it",
                refusal(() -> TidyCsv.of(CUBE).write(file)));
    }
}
