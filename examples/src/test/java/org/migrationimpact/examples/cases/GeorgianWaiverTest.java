package org.migrationimpact.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.examples.Program;
import org.migrationimpact.table.InputFile;

class GeorgianWaiverTest {

    private static final Path YEARLY = shared("iom_gdidata", "eurostat_tps00191_first_time_asylum_annual.csv");
    private static final Path MONTHLY = shared("bamf_germany", "raw");
    private static final List<String> ORIGINS = List.of("GE", "AM", "AZ", "BY");

    @TempDir
    private Path folder;

    /** Computed from the same file apart, of all countries; Croatia, Liechtenstein and Montenegro, left out here, move them in the third digit. */
    @ParameterizedTest
    @CsvSource({"Georgia,0.956", "Armenia,-0.279", "Azerbaijan,-0.078", "Belarus,0.193"})
    void theSumsLeaveOutTheTotalOfTheUnion(String origin, double change) {
        Series series = AsylumFigures.of(List.of(InputFile.of(there(YEARLY))), ORIGINS, 2011, 2019)
                .panel()
                .unit(origin);
        double after = series.at(Period.year(2018)) + series.at(Period.year(2019));
        double before = series.at(Period.year(2015)) + series.at(Period.year(2016));
        assertEquals(change, Math.log(after / before), 0.009);
    }

    @Test
    void sixDesignsStandSideBySideByYear() {
        Program program = Program.run("case", "georgia", "--data", there(YEARLY), "--out", folder.resolve("out"));
        assertThat(program.status()).as(program.err()).isZero();
        assertThat(program.out())
                .contains("First-time applications in 30 countries, 2011 to 2019.")
                .contains("Not in the sum, because they do not report every period: HR, LI, ME.")
                .containsPattern("before and after +0\\.690 .*0\\.890\n")
                .containsPattern("interrupted time series +0\\.393 .*0\\.934\n")
                .containsPattern("difference-in-differences +0\\.581 .*0\\.792\n")
                .containsPattern("synthetic control +0\\.907 .*0\\.200, never below 0\\.100 +1\\.138\n")
                .containsPattern("augmented synthetic control +0\\.905 .*1\\.136\n")
                .containsPattern("synthetic difference-in-differences +0\\.614 .*0\\.791\n");
        assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("out/charts/georgia-twin.svg")).isNotEmptyFile();
        assertThat(folder.resolve("out/synthetic-control/result.json")).isNotEmptyFile();
    }

    @Test
    void theSameByMonthInGermanyLeavesOutOriginsWithAMonthOfNone() throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("case", "georgia", "--out", folder.resolve("out"), "--data"));
        try (Stream<Path> months = Files.list(there(MONTHLY))) {
            months.sorted().forEach(arguments::add);
        }
        Program program = Program.run(arguments.toArray());
        assertThat(program.status()).as(program.err()).isZero();
        assertThat(program.out())
                .contains("First-time applications in Germany, 2015-01 to 2019-12.")
                .contains("so not compared: Kazakhstan, Kyrgyzstan, Turkmenistan, Uzbekistan.")
                .containsPattern("before and after +0\\.137 ")
                .containsPattern("synthetic control +0\\.600 ");
    }

    @Test
    void aTableOfEurostatGivesTheSameAsItsExtractWhereBothAreComplete() throws IOException {
        StringBuilder tsv = new StringBuilder("freq,citizen,sex,unit,age,applicant,geo\\TIME_PERIOD\t2014 \t2015 \n");
        StringBuilder extract = new StringBuilder("geo,t,nat,n\n");
        for (String origin : ORIGINS) {
            for (String geo : List.of("DE", "FR", "EU27_2020")) {
                tsv.append("A," + origin + ",T,PER,TOTAL,FRST," + geo + "\t10 \t20 \n");
                extract.append(geo + ",2014," + origin + ",10\n" + geo + ",2015," + origin + ",20\n");
            }
        }
        AsylumFigures one = read("asylum.tsv", tsv.toString());
        assertEquals(read("asylum.csv", extract.toString()).panel(), one.panel());
        assertEquals(20, one.panel().unit("Georgia").at(Period.year(2014)));
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("detections.csv"),
                "month,route,type,nat,n\n2016-01,Central Mediterranean Route,Sea,SYR,10\n");
        Program program = Program.run("case", "georgia", "--data", file);
        assertEquals(2, program.status());
        assertThat(program.err())
                .startsWith("E-CASE-002 detections.csv: is ")
                .contains(
                        "this case takes first-time asylum applicants of Eurostat (TSV or SDMX-CSV), an extract with the"
                                + " columns geo, t, nat and n, or BAMF's monthly tables");
    }

    @Test
    void aTableWithoutTheCitizensIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("asylum.csv"), "geo,t,nat,n\nDE,2015,GE,10\n");
        Program program = Program.run("case", "georgia", "--data", file);
        assertThat(program.err()).startsWith("E-CASE-004 ");
        assertEquals(3, program.status());
    }

    private AsylumFigures read(String name, String text) throws IOException {
        return AsylumFigures.of(
                List.of(InputFile.of(Files.writeString(folder.resolve(name), text))), ORIGINS, 2011, 2019);
    }

    static Path shared(String first, String second) {
        return Path.of("..", "..", "shared", "data", first, second);
    }

    static Path there(Path path) {
        assumeTrue(
                Files.isReadable(path),
                () -> String.format(
                        Locale.ROOT,
                        "skipped: there is no %s",
                        path.toAbsolutePath().normalize()));
        return path;
    }
}
