package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.text;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.WorkbookBytes;

/** What is particular about the files of UNHCR and of the other publishers, beside what the tests of their readers show. */
class OtherPublishersEdgeCasesTest {

    private static List<String> cells(Observations cube) {
        return cube.stream().map(Observation::toString).toList();
    }

    @Test
    void everyTypeAndLevelOfAnApplicationIsKeptAsACode() {
        StringBuilder rows =
                new StringBuilder("year,coo_iso,coa_iso,procedure_type,app_type,dec_level,app_pc,applied\n");
        for (String type : List.of("N", "R", "A", "NR", "J", "V", "FA", "NA", "SP", "RA")) {
            for (String level : List.of("NA", "RA", "AR", "FI", "FA", "TA", "JR", "EO", "IN", "SP")) {
                rows.append("2010,MKD,DEU,G," + type + "," + level + ",P,5\n");
            }
        }
        Observations read = Unhcr.read(text(rows.toString()));
        assertEquals(100, read.size());
        assertThat(read.duplicates()).isEmpty();
        assertThat(read.codes("type")).contains("N", "NA", "NR");
        assertThat(read.codes("level")).contains("NA", "FI");
    }

    @Test
    void aBlankFigureOfUnhcrIsMissingAndAStarIsSuppressed() {
        Observations read = Unhcr.read(text("""
                Year,Country of Asylum,Country of Origin,Country of Asylum ISO,Country of Origin ISO,Refugees,OOC
                2009,Germany,Albania,DEU,ALB,,*
                """));
        assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(0).flags());
        assertEquals(Set.of(Flag.SUPPRESSED), read.get(1).flags());
    }

    @Test
    void aBlankIsoCodeAndADashForAllAreNoCountry() {
        Observations read = Unhcr.read(text("""
                Year,Country of Asylum,Country of Origin,Country of Asylum ISO,Country of Origin ISO,Refugees
                2009,Germany,-,DEU,-,5
                2009,Germany,"Unknown ",DEU,UNK,6
                2009,Germany,Tibetan,DEU,TIB,7
                2009,Germany,Stateless,DEU,XXA,8
                """));
        assertEquals(List.of("-", "UNK", "TIB", "STLS"), read.codes("origin"));
    }

    @Test
    void theOecdWritesRowsInAnyOrderAndCodesForWorldTotalAndNotApplicable() {
        Observations read = SdmxCsv.read(text("""
                STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,CITIZENSHIP,Citizenship,SEX,Sex,BIRTH_PLACE,Place of birth,UNIT_MEASURE,Unit of measure,TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status,UNIT_MULT,Unit multiplier
                DATAFLOW,OECD.ELS.IMD:DSD_MIG@DF_MIG(1.0),International migration database,I,GRC,Greece,W,World,_T,Total,_Z,Not applicable,PS,Persons,2014,,29,,A,Normal value,3,Thousands
                DATAFLOW,OECD.ELS.IMD:DSD_MIG@DF_MIG(1.0),International migration database,I,GRC,Greece,W,World,_T,Total,_Z,Not applicable,PS,Persons,2012,,31,,A,Normal value,3,Thousands
                """));
        assertEquals(31_000, read.where("REF_AREA", "GRC").series().at(Period.year(2012)));
        assertEquals(List.of("W"), read.codes("CITIZENSHIP"));
        assertThat(Aggregate.find("W")).isPresent();
        assertThat(Aggregate.isTotal("_T")).isTrue();
        assertThat(read.notes().stream().map(Warning::code)).containsExactly("W-SDMX-001");
    }

    @Test
    void theLastSheetOfTheCentralBankIsItsMethodology() {
        InputFile file = Given.bytes(
                "a.xlsx",
                new WorkbookBytes()
                        .sheet(
                                "monthly in USD",
                                List.of(
                                        List.of("Total money transfers of individuals in USD"),
                                        List.of("(thousand USD)", 2013),
                                        List.of("", "January", "", "of which non-commercial"),
                                        List.of("", "Inflow", "Outflow", "Inflow"),
                                        List.of("USA", 1, 2, 3)))
                        .sheet("methodology", List.of(List.of("", "This table comprises total money transfers")))
                        .bytes());
        assertEquals(Format.ARMENIA_TRANSFERS, Format.of(file));
        assertEquals(3, ArmeniaTransfers.read(file).size());
    }

    @Test
    void bamfsOriginsChangeTheirNamesAndSpellings() {
        for (List<String> names : List.of(
                List.of("Mazedonien", "Nordmazedonien"),
                List.of("Moldau (Republik)", "Moldau, Republik"),
                List.of("Russische Foederation", "Russische Föderation"))) {
            Set<String> codes = new java.util.HashSet<>();
            for (String name : names) {
                codes.addAll(Bamf.read(text(
                                "YEAR_MONTH,Herkunftsland,LS,ASYLANTRAEGE insgesamt\n2019-02,\"" + name + "\",1,5\n"))
                        .codes("origin"));
            }
            assertEquals(1, codes.size(), () -> names + " are " + codes);
        }
    }

    @Test
    void theMonthOfBamfHasThreeSpellings() {
        assertEquals(
                Period.month(2017, 3),
                Bamf.read(text("YEAR_MONTH,Herkunftsland,LS,ASYLANTRAEGE insgesamt\n2017-03,Albanien,1,5\n"))
                        .periods()
                        .get(0));
        assertEquals(
                Period.month(2017, 1),
                Bamf.read(text("YEAR_MONTH,Herkunftsland,LS,ASYLANTRAEGE insgesamt\n201701,Albanien,1,5\n"))
                        .periods()
                        .get(0));
        assertEquals(Period.month(2015, 1), Period.parse("2015_01"));
    }

    @Test
    void cepiisCodesOfBefore2007AreKnown() {
        String rows = "";
        for (String old : List.of("ROM", "YUG", "ZAR", "TMP", "PAL")) {
            rows += old + ";FRA;1;.\n";
        }
        assertEquals(
                List.of("RO", "YU", "CD", "TL", "PS"),
                CepiiDistance.read(text("iso_o;iso_d;dist;distw\n" + rows)).origins());
    }

    @Test
    void requirementsOfThePassportIndexAreDaysOrWordsOrABan() {
        assertEquals(
                List.of("AL", "AM", "AT"),
                PassportIndex.read(
                                text(
                                        "Passport,Destination,Requirement\nGermany,Albania,90\nGermany,Armenia,visa free\nGermany,Austria,covid ban\n"))
                        .destinations());
    }

    @Test
    void namesOfTheUnitedNationsMayBeIndentedAndMarked() {
        InputFile file = Given.bytes(
                "un.xlsx",
                new WorkbookBytes()
                        .sheet(
                                "Table 1",
                                List.of(
                                        List.of(
                                                "Region, development group, country or area",
                                                "Notes",
                                                "Location code",
                                                "Type of data",
                                                "International migrant stock at mid-year (both sexes combined)"),
                                        List.of("", "", "", "", 2020),
                                        List.of("   Republic of Moldova*", 18, 498, "B R", 5)))
                        .bytes());
        assertEquals(List.of("MD, TOTAL, 2020: 5.0, line 3"), cells(UnMigrantStock.read(file)));
    }
}
