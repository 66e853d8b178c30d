package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.migrationimpact.table.Given.refusal;
import static org.migrationimpact.table.Given.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Pairs;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;

class PairsTest {

    private static final String OLD = """
            iso_o;iso_d;contig;dist;distw
            ROM;YUG;1;453.5;.
            ZAR;TMP;0;11000;11001.5
            PAL;ROM;0;1500;1500
            """;
    private static final String WORDS = """
            Passport,Destination,Requirement
            Albania,Albania,-1
            Albania,Armenia,180
            Albania,Austria,visa free
            Albania,Belarus,covid ban
            Albania,Belgium,
            """;

    @Test
    void cepiisOldCodesAreTheCountriesOfTodayAndAPointAloneIsNotAvailable() {
        Pairs read = CepiiDistance.read(text(OLD));
        assertEquals(List.of("RO", "CD", "PS"), read.origins());
        assertEquals(List.of("YU", "TL", "RO"), read.destinations());
        assertEquals(453.5, read.number("dist", "RO", "YU"));
        assertTrue(Double.isNaN(read.number("distw", "RO", "YU")));
        assertEquals(Set.of(Flag.NOT_AVAILABLE), read.cell("distw", "RO", "YU").flags());
        assertEquals("CEPII, GeoDist", read.source().title());
    }

    @Test
    void aTableWithoutPeriodsIsInspectedAsPairs() {
        InputFile file = text(OLD);
        Inspection inspection = Inspection.of(file);
        assertEquals("""
                t.csv: CEPII distances (cepii-dist)
                  %d bytes, SHA-256 %s
                  origins: 3 codes: RO, CD, PS
                  destinations: 3 codes: YU, TL, RO
                  pairs: 3
                  periods: none; the table says nothing about time, so it makes pairs and no series
                  3 rows read, 3 used
                  contig: 3 numbers, 2 of them zero; missing: none
                  dist: 3 numbers, 0 of them zero; missing: none
                  distw: 2 numbers, 0 of them zero; missing: 1 not available""".formatted(file.bytes(), file.sha256()), inspection.toString());
        assertEquals(3, inspection.pairs().orElseThrow().all().size());
        assertThat(inspection.observations()).isEmpty();
        assertEquals("", inspection.dataBlock());
        assertEquals(
                "E-FORMAT-004 the format 'cepii-dist' has pairs of countries and no periods, so it is no series; read it with CepiiDistance"
                        + " or PassportIndex",
                refusal(() -> inspection.format().reader()));
        assertThat(Inspection.of(text("a,b\n1,2\n")).pairs()).isEmpty();
    }

    @Test
    void oneYugoslaviaIsSaid() {
        assertThat(CepiiDistance.read(text("iso_o;iso_d;dist\nSRB;ALB;1\nALB;SRB;1\n"))
                        .notes())
                .singleElement()
                .hasToString(
                        "W-CEPII-001 Serbia, Montenegro and Kosovo are one place here (RS), whose distances are those of Yugoslavia"
                                + " with its capital; Montenegro and Kosovo have no rows");
    }

    @Test
    void requirementsAreDaysOrWordsOrNothing() {
        Pairs read = PassportIndex.read(text(WORDS));
        assertEquals(180, read.number("Requirement", "AL", "AM"));
        assertEquals("visa free", read.text("Requirement", "AL", "AT"));
        assertEquals("covid ban", read.text("Requirement", "AL", "BY"));
        assertEquals(
                Set.of(Flag.NOT_APPLICABLE),
                read.cell("Requirement", "AL", "AL").flags());
        assertEquals(
                Set.of(Flag.NOT_AVAILABLE), read.cell("Requirement", "AL", "BE").flags());
        assertEquals(
                "E-PAIRS-003 the Requirement of AL, AT is the word 'visa free' and no number; ask for its text",
                refusal(() -> read.number("Requirement", "AL", "AT")));
        assertThat(Inspection.of(text(WORDS)).toString())
                .contains(
                        "Requirement: 1 numbers, 0 of them zero; missing: 1 not applicable, 1 not available; words: 1 covid ban, 1 visa"
                                + " free");
        assertThat(read.notes())
                .singleElement()
                .hasToString(
                        "W-PASSPORT-001 the table does not say when it was true, and neither does the file's name; keep the date of the issue"
                                + " beside it");
    }

    @Test
    void theVintageIsTakenFromTheFilesNameAndTheNumbersOf2019HaveNoLegend() {
        Pairs read = PassportIndex.read(Given.bytes(
                "passport-index-tidy__2019-12-17.csv",
                "Passport,Destination,Code\nAlbania,Armenia,3\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("2019-12-17 (by the file's name)", read.source().vintage());
        assertThat(read.notes())
                .singleElement()
                .hasToString(
                        "W-PASSPORT-002 the numbers of Code are no days and have no legend in the file: 3 stands where no visa is needed, 0 where"
                                + " one is");
        assertThat(PassportIndex.read(
                                text(WORDS.replace("covid ban", "moon permit").replace("Austria", "Atlantis")))
                        .notes())
                .extracting(note -> note.code())
                .containsExactly("W-PAIRS-001", "W-PASSPORT-001", "W-PASSPORT-003");
    }

    @Test
    void whatIsNotThereIsRefused() {
        Pairs read = CepiiDistance.read(text(OLD));
        assertEquals(
                "E-PAIRS-001 CEPII distances has no 'km'; it has contig, dist, distw",
                refusal(() -> read.number("km", "RO", "YU")));
        assertEquals(
                "E-PAIRS-002 CEPII distances says nothing about the pair YU, RO; its 3 pairs join 3 places with 3, by the codes in origins"
                        + " and destinations",
                refusal(() -> read.number("dist", "YU", "RO")));
        assertEquals(
                "E-PAIRS-004 CEPII distances has the pair RO, YU twice, in lines 2 and 5; keep one of them",
                refusal(() -> CepiiDistance.read(text(OLD + "ROU;YUG;1;453.5;.\n"))));
        assertEquals(
                "E-PAIRS-005 t.csv:5:2: the place of 'iso_d' is empty; every row needs two places",
                refusal(() -> CepiiDistance.read(text(OLD + "ROU;;1;453.5;.\n"))));
        assertEquals(
                "E-CEPII-001 t.csv: this is no table of distances; the columns iso_o, iso_d and dist are needed, there are a, b",
                refusal(() -> CepiiDistance.read(text("a,b\n1,2\n"))));
        assertEquals(
                "E-PASSPORT-001 t.csv: this is no tidy Passport Index; the columns Passport, Destination and Requirement (or Code) are needed,"
                        + " there are a, b",
                refusal(() -> PassportIndex.read(text("a,b\n1,2\n"))));
        assertEquals(
                "E-PASSPORT-002 t.csv:2:3: '12.5' is neither a number of days nor a word such as visa free; whole days, a word, -1 or an"
                        + " empty cell are needed",
                refusal(() -> PassportIndex.read(text("Passport,Destination,Requirement\nAlbania,Austria,12.5\n"))));
        assertThat(refusal(() -> CepiiDistance.read(text("iso_o;iso_d;dist\nALB;ARM;2077,8\n"))))
                .startsWith("E-CELL-001 t.csv:2:3: '2077,8' has a decimal comma");
    }

    @Test
    void readsTheDistancesThatArePublished() {
        Pairs read = CepiiDistance.read(Shared.file("data", "cepii", "dist_cepii.csv"));
        assertEquals(2209, read.all().size());
        assertEquals(12, read.attributes().size());
        assertEquals(2077.855, read.number("dist", "AL", "AM"));
        assertEquals(63.77311, read.number("distcap", "AL", "AL"));
        assertEquals(
                "CEPII distances, 2209 pairs of 47 origins and 47 destinations, no periods: contig, comlang_off, comlang_ethno,"
                        + " colony, comcol, curcol, col45, smctry, dist, distcap, distw, distwces",
                read.toString());
    }

    @ParameterizedTest
    @CsvSource({"passport-index-tidy__2019-12-17.csv,2352,3", "passport-index-tidy__2025-01-12.csv,2401,90"})
    void readsThePassportIndexThatIsPublished(String file, int pairs, double fromAlbaniaToAustria) {
        Pairs read = PassportIndex.read(Shared.file("data", "visa_policy", file));
        assertEquals(pairs, read.all().size());
        assertEquals(49, read.origins().size());
        assertEquals(fromAlbaniaToAustria, read.number(read.attributes().get(0), "AL", "AT"));
        assertThat(read.notes()).noneMatch(note -> note.code().equals("W-PAIRS-001"));
    }
}
