package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;
import static org.migrationimpact.table.Given.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;

class BamfTest {

    private static final String HEADER =
            "YEAR_MONTH,Herkunftsland,LS,ASYLANTRAEGE insgesamt,ASYLANTRAEGE davon Erstantraege,"
                    + "ENTSCHEIDUNGEN ueber ErErstantraege Anerkennungen als Asylberechtigte (Art. 16a und Familienasyl)\n";

    private static InputFile named(String name, String text) {
        return Given.bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> notes(Observations read) {
        return read.notes().stream().map(Warning::code).toList();
    }

    @Test
    void germanHeadingsBecomeCodesOfIndicatorProcedureAndOutcome() {
        Observations read = Bamf.read(text(HEADER + "2017-03,Albanien,121,680,395,2\n"));
        assertEquals(Format.BAMF, Format.of(text(HEADER)));
        assertEquals(
                List.of("AL", "applications", "TOTAL", "TOTAL"), read.get(0).codes());
        assertEquals(
                List.of("AL", "applications", "first", "TOTAL"), read.get(1).codes());
        assertEquals(List.of("AL", "decisions", "first", "ASYLUM"), read.get(2).codes());
        assertEquals(Period.month(2017, 3), read.get(0).period());
        assertThat(refusal(() -> read.totalOver("procedure"))).startsWith("E-OBS-011");
        assertThat(refusal(() -> read.totalOver("indicator"))).startsWith("E-OBS-014");
    }

    @Test
    void namesThatChangeOverTimeAreOneCountry() {
        Observations read = Bamf.read(text(HEADER + """
                2019-01,Mazedonien,144,1,1,0
                2019-02,Nordmazedonien,144,2,1,0
                2019-01,Moldau (Republik),146,3,1,0
                2019-02,"Moldau, Republik",146,4,1,0
                2019-01,Russische Foederation,160,5,1,0
                2019-02,Russische Föderation,160,6,1,0
                2019-03,Russische Fo\u0308deration,160,7,1,0
                """));
        assertEquals(List.of("MK", "MD", "RU"), read.codes("origin"));
        assertEquals(List.of(), read.notes());
    }

    @Test
    void theKindsOfUnknownStayApart() {
        Observations read = Bamf.read(text(HEADER
                + "2019-01,Ungeklärt,998,1,1,0\n2019-01,ohne Angabe,999,2,1,0\n2019-02,Ungeklaert,998,1,1,0\n"
                + "2019-01,Staatenlos,997,3,1,0\n2019-01,Mittelerde,1,3,1,0\n"));
        assertEquals(List.of("Ungeklaert", "ohne Angabe", "STLS", "Mittelerde"), read.codes("origin"));
        assertEquals(List.of(), read.duplicates());
        assertEquals(List.of("W-BAMF-001"), notes(read));
    }

    @Test
    void theSudanBefore2011IsNotTheSudan() {
        Observations read = Bamf.read(
                text(
                        HEADER
                                + "2016-08,Sudan,276,1,0,1\n2016-08,Sudan (ohne Suedsudan),277,464,460,4\n2016-08,Jugoslawien (SFRJ),138,1,0,1\n"));
        assertEquals(List.of("SD+SS", "SD", "YU"), read.codes("origin"));
        assertEquals(
                466,
                read.where("indicator", "applications")
                        .where("procedure", "TOTAL")
                        .totalOver("origin")
                        .get(0)
                        .value());
    }

    @Test
    void theMonthStandsInTheTableOrInItsName() {
        String bare = HEADER.replace("YEAR_MONTH,", "") + "Albanien,121,680,395,2\n";
        Observations read = Bamf.read(named("201503.csv", bare));
        assertEquals(Period.month(2015, 3), read.get(0).period());
        assertEquals(List.of("W-BAMF-002"), notes(read));
        assertEquals(
                "E-BAMF-003 t.csv: neither a column YEAR_MONTH nor the file's name says the month; name the file as the publisher does"
                        + " (201503.csv)",
                refusal(() -> Bamf.read(text(bare))));
        Observations other = Bamf.read(named("201504.csv", HEADER + "201503,Albanien,121,680,395,2\n"));
        assertEquals(Period.month(2015, 3), other.get(0).period());
        assertEquals(
                "W-BAMF-003 the file is named after 2015-04 and holds 2015-03; what it holds counts, check which is right",
                other.notes().get(0).toString());
    }

    @Test
    void otherTablesAreRefused() {
        assertEquals(
                "E-BAMF-001 t.csv: this is no table of BAMF's asylum figures; the columns Herkunftsland and ASYLANTRAEGE … are needed, or"
                        + " YEAR_MONTH and one column a month",
                refusal(() -> Bamf.read(text("a,b\n1,2\n"))));
        assertEquals(
                "E-BAMF-002 t.csv:1: the heading 'Bemerkung' is not known; leave the column out or correct its heading",
                refusal(() ->
                        Bamf.read(text(HEADER.replace("\n", ",Bemerkung\n") + "2017-03,Albanien,121,6,3,2,x\n"))));
        assertEquals(
                "E-BAMF-002 t.csv:1: the heading 'ASYLANTRÄGE insgesamt' means the same as another one; leave the column out or correct its"
                        + " heading",
                refusal(() -> Bamf.read(
                        text(HEADER.replace("\n", ",ASYLANTRÄGE insgesamt\n") + "2017-03,Albanien,121,6,3,2,6\n"))));
        assertEquals(
                "E-BAMF-004 t.csv:2:2: the origin is empty; every row needs one",
                refusal(() -> Bamf.read(text(HEADER + "2017-03,,121,6,3,2\n"))));
        assertThat(refusal(() -> Bamf.read(text(HEADER + "2017-03,Albanien,121,1.234,\"3,1\",2\n"))))
                .startsWith("E-CELL-001 t.csv:2:5: '3,1' has a decimal comma");
    }

    @Test
    void theErrorsOfTheWideTableAreNamed() {
        Observations read =
                Bamf.read(Shared.file("data", "bamf_germany", "antr_gesamt_verlauf_ASYLANTRAEGE_insgesamt.csv"));
        assertEquals(162 * 41, read.size());
        assertEquals(Period.month(2018, 5), read.periods().get(40));
        assertEquals(3, read.where("origin", "RS").series().at(Period.month(2016, 7)));
        assertEquals(
                List.of(
                        "W-BAMF-004 these origins have the same figures although one is not the other, so at least one of each pair is"
                                + " wrong: Nigeria = Niger, Guinea-Bissau = Guinea, Sudan (ohne Suedsudan) = Suedsudan, China (Taiwan) ="
                                + " China; take them from the monthly tables",
                        "W-BAMF-005 these figures are less than a twentieth of those before and after, as where another origin's were put"
                                + " in their place: Montenegro in 2016-07 to 2016-08, Serbien in 2016-07 to 2016-08; compare with the"
                                + " monthly tables"),
                read.notes().stream().map(Warning::toString).toList());
    }

    @Test
    void theWideTableWithoutErrorsHasNoNotes() {
        Observations read = Bamf.read(text("YEAR_MONTH, 2015_01, 2015_02\nAlbanien,1648,1794\nKosovo,3,\n"));
        assertEquals(List.of(), read.notes());
        assertEquals(List.of("AL", "XK"), read.codes("origin"));
        assertEquals(4, read.size());
    }

    @Test
    void readsEveryMonthThatIsPublished() throws IOException {
        Path folder = Shared.file("data", "bamf_germany", "raw");
        int files = 0;
        int rows = 0;
        TreeSet<String> unknown = new TreeSet<>();
        try (Stream<Path> months = Files.list(folder)) {
            for (Path month : (Iterable<Path>) months.sorted()::iterator) {
                Observations read = Bamf.read(month);
                files++;
                rows += read.size() / 25;
                assertEquals(0, read.size() % 25);
                assertEquals(List.of(), read.duplicates(), month.toString());
                assertEquals(1, read.periods().size());
                read.notes().forEach(note -> unknown.add(note.toString()));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        assertEquals(60, files);
        assertEquals(8689, rows);
        assertThat(unknown).isEmpty();
    }

    @Test
    void readsTheFiguresOfAMonth() {
        Observations march = Bamf.read(Shared.file("data", "bamf_germany", "raw", "201503.csv"));
        Observations albania = march.where("origin", "AL").where("indicator", "applications");
        assertEquals(3020, albania.where("procedure", "TOTAL").get(0).value());
        assertEquals(82, march.where("origin", "STLS").get(0).value());
        assertEquals(
                1021,
                march.where("origin", "STLS")
                        .where("indicator", "pending")
                        .get(0)
                        .value());
    }
}
