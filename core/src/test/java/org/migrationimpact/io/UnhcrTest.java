package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;
import static org.migrationimpact.table.Given.text;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;

class UnhcrTest {

    private static final String PORTAL =
            "Year,Country of origin,Country of origin (ISO),Country of asylum,Country of asylum (ISO),";
    private static final String SHOWN = PORTAL + "Authority,Application type,Decision level,Cases/ Persons,applied\r\n";

    private static List<String> notes(Observations read) {
        return read.notes().stream().map(Warning::code).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year,Country of origin,Country of origin (ISO),Country of asylum,Country of asylum (ISO),applied~"
                        + "2006,Albania,ALB,Australia,AUS,21~",
                "Year,\"Country of origin\",\"Country of asylum\",\"Country of origin (ISO)\",\"Country of asylum (ISO)\",applied|"
                        + "2006,Albania,Australia,ALB,AUS,21|",
                "Year,\"Country of Asylum\",\"Country of Origin\",\"Country of Asylum ISO\",\"Country of Origin ISO\",applied|"
                        + "2006,Australia,Albania,AUS,ALB,\"21\"|",
                "\"year\",\"coo_name\",\"coo\",\"coo_iso\",\"coa_name\",\"coa\",\"coa_iso\",\"applied\"|"
                        + "2006,\"Albania\",\"ALB\",\"ALB\",\"Australia\",\"AUL\",\"AUS\",21|",
            })
    void threeColumnOrdersQuotedHeadersNumbersAsTextAndBothLineEndsAreTheSame(String lines) {
        String table = lines.replace("~", "\r\n").replace('|', '\n');
        Observations read = Unhcr.read(text(table));
        assertEquals(Format.UNHCR, Format.of(text(table)));
        assertEquals(List.of("origin", "asylum"), read.dimensions());
        Observation only = read.get(0);
        assertEquals(List.of("AL", "AU"), only.codes());
        assertEquals(Period.year(2006), only.period());
        assertEquals(21, only.value());
        assertEquals("asylum applications", read.quantity());
        assertEquals("UNHCR, refugee population statistics", read.source().title());
    }

    @Test
    void unhcrsThreeLetterCodesAreNotIso3() {
        String own = "year,coo_name,coo,coo_iso,coa_name,coa,coa_iso,applied\n2006,Egypt,ARE,EGY,Austria,AUS,AUT,5\n";
        assertEquals(List.of("EG", "AT"), Unhcr.read(text(own)).get(0).codes());
        assertEquals(
                "E-UNHCR-003 t.csv:2:7: the code 'AUS' stands beside 'Austria', whose ISO code is AUT; UNHCR's own codes are not ISO codes:"
                        + " hand in its ISO column",
                refusal(() -> Unhcr.read(text(own.replace("AUS,AUT", "AUS,AUS")))));
        assertEquals(
                "E-UNHCR-005 t.csv:1: the columns coo and coa hold UNHCR's own codes, which are not ISO codes (its AUS is Austria); the"
                        + " columns coo_iso and coa_iso, or the names, are needed",
                refusal(() -> Unhcr.read(text("year,coo,coa,applied\n2006,ARE,AUS,5\n"))));
        assertEquals(
                List.of("EG", "AT"),
                Unhcr.read(text("year,coo_name,coa_name,applied\n2006,Egypt,Austria,5\n"))
                        .get(0)
                        .codes());
    }

    @Test
    void kosovoIsInsideSerbiaAndTheCodeSaysSo() {
        Observations read =
                Unhcr.read(text(PORTAL + "applied\n2009,Serbia and Kosovo: S/RES/1244 (1999),SRB,Germany,DEU,1400\n"));
        assertEquals(List.of("SRB+XKX"), read.codes("origin"));
        assertEquals(
                List.of(Country.of("RS"), Country.of("XK")),
                Aggregate.find("SRB+XKX").orElseThrow().members());
        assertEquals(
                "W-UNHCR-001 UNHCR counts Kosovo inside Serbia, so its SRB is SRB+XKX here and no figure of Serbia alone",
                read.notes().get(0).toString());
        assertEquals(
                List.of("SRB+XKX"),
                Unhcr.read(text("year,coo_name,coa_name,applied\n2009,Serbia,Germany,1\n"))
                        .codes("origin"));
    }

    @Test
    void whatIsNoCountryKeepsACodeThatSaysWhatItIs() {
        Observations read = Unhcr.read(text("""
                Year,"Country of Asylum","Country of Origin","Country of Asylum ISO","Country of Origin ISO",Refugees,OOC
                1951,-,"Unknown ",-,UNK,2116011,0
                1952,-,Stateless,-,XXA,5,0
                1953,-,Tibetan,-,TIB,6,0
                1954,-,"Unknown ",-,,7,0
                1955,-,Atlantis,-,ATL,8,0
                """));
        assertEquals(List.of("UNK", "STLS", "TIB", "ATL"), read.codes("origin"));
        assertEquals(Aggregate.Kind.TOTAL, Aggregate.find("-").orElseThrow().kind());
        assertEquals(List.of("-"), read.codes("asylum"));
        assertEquals(List.of("refugees", "ooc"), read.codes("population"));
        assertEquals(10, read.size());
        assertEquals(List.of("W-UNHCR-003"), notes(read));
        assertThat(read.notes().get(0).toString()).endsWith("words: ATL");
    }

    @Test
    void hiddenColumnsMakeDuplicateKeysThatAreCountedAndNeverAdded() {
        Observations read = Unhcr.read(text(PORTAL + "applied\n2010,North Macedonia,MKD,Germany,DEU,2466\n"
                + "2010,North Macedonia,MKD,Germany,DEU,1081\n2011,North Macedonia,MKD,Germany,DEU,1131\n"));
        assertEquals(3, read.size());
        assertEquals(List.of("W-UNHCR-002"), notes(read));
        assertThat(read.notes().get(0).toString()).startsWith("W-UNHCR-002 1 rows repeat the key of a row above");
        assertThat(refusal(read::series)).startsWith("E-OBS-006");
        assertThat(refusal(() -> read.totalOver("asylum"))).startsWith("E-OBS-010");
        assertThat(refusal(() -> read.totalOver("origin"))).startsWith("E-OBS-010");
    }

    @Test
    void sumsOverTypeLevelAndCasesOrPersonsNeedAChoice() {
        Observations read = Unhcr.read(text(SHOWN + "2010,North Macedonia,MKD,Germany,DEU,G,N,NA,P,2466\r\n"
                + "2010,North Macedonia,MKD,Germany,DEU,G,N,RA,P,1081\r\n"));
        assertEquals(List.of("type", "level", "counted"), read.alternatives());
        assertThat(refusal(() -> read.totalOver("level"))).startsWith("E-OBS-014");
        assertEquals(
                3547, read.where("level", "NA", "RA").totalOver("level").get(0).value());
    }

    @Test
    void personsAndCasesAreTheUnitWhereOneIsCounted() {
        String row = "2010,North Macedonia,MKD,Germany,DEU,G,N,NA,P,2466\r\n";
        assertEquals("persons", Unhcr.read(text(SHOWN + row)).unit());
        assertEquals(
                "cases", Unhcr.read(text(SHOWN + row.replace(",P,", ",C,"))).unit());
        assertEquals(
                "persons or cases",
                Unhcr.read(text(SHOWN + row + row.replace(",P,", ",C,"))).unit());
    }

    @Test
    void decisionsKeepTheirTotalApart() {
        Observations read = Unhcr.read(text("""
                year,coo_name,coo_iso,coa_name,coa_iso,procedure_type,dec_level,dec_pc,dec_recognized,dec_other,dec_rejected,dec_closed,dec_total
                2000,Albania,ALB,Australia,AUS,G,AR,C,5,0,24,,29
                """));
        assertEquals(List.of("recognized", "other", "rejected", "closed", "TOTAL"), read.codes("decision"));
        assertEquals(29, read.where("decision", "TOTAL").get(0).value());
        assertEquals(
                Set.of(Flag.NOT_AVAILABLE),
                read.where("decision", "closed").get(0).flags());
        assertThat(refusal(() -> read.totalOver("decision"))).startsWith("E-OBS-011");
        Observations portal = Unhcr.read(text(PORTAL
                + "Authority,Stage of procedure,Cases / Persons,Recognized decisions,Complementary protection,Rejected decisions,"
                + "Otherwise closed,Total decisions\n2000,Albania,ALB,Australia,AUS,G,AR,C,5,0,24,0,29\n"));
        assertEquals(read.codes("decision"), portal.codes("decision"));
        assertEquals(read.dimensions(), portal.dimensions());
    }

    @Test
    void theMonthlyExportHasEnglishMonthNamesAndSuppressedCells() {
        Observations read = Unhcr.read(text("""
                Country / territory of asylum/residence,Origin,Year,Month,Value
                Canada,Afghanistan,2005,April,16
                USA (INS/DHS),Afghanistan,2005,May,*
                USA (EOIR),Afghanistan,2005,September,
                """));
        assertEquals(Period.month(2005, 4), read.get(0).period());
        assertEquals(Set.of(Flag.SUPPRESSED), read.get(1).flags());
        assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(2).flags());
        assertEquals(List.of("CA", "USA_DHS", "USA_EOIR"), read.codes("asylum"));
    }

    @Test
    void theOldExportMayHaveLinesAboveItsHeader() {
        Observations read = Unhcr.read(text("""
                "Extracted from the UNHCR Population Statistics Reference Database","United Nations High Commissioner for Refugees"
                "Date extracted: 2016-07-29 08:16:08 +02:00"

                Year,"Country / territory of asylum/residence",Origin,"Population type",Value
                1951,Australia,Various/Unknown,"Refugees (incl. refugee-like situations)",180000
                1952,Australia,Various/Unknown,"Refugees (incl. refugee-like situations)",*
                """));
        assertEquals("4 rows read, 2 used; 2 above the header", read.audit().toString());
        assertEquals(List.of("Refugees (incl. refugee-like situations)"), read.codes("population"));
        assertEquals(180000, read.get(0).value());
        assertEquals(5, read.get(0).line());
    }

    @Test
    void theOldExportWithoutYearsIsRefused() {
        assertEquals(
                "E-UNHCR-002 t.csv:1: the table has no column of years, so nothing says when its figures were counted; export it again with"
                        + " the year shown",
                refusal(
                        () -> Inspection.of(
                                text(
                                        "Country / territory of asylum/residence,Origin,Population type,Value\nAustria,Albania,Refugees,*\n"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b|1,2|E-UNHCR-001 t.csv: this is no table of UNHCR; columns of the year, the countries of origin and asylum, and figures"
                        + " (applied, decisions, refugees …) are needed",
                "Year,Origin,coa_name,applied|2010,,Germany,5|E-UNHCR-004 t.csv:2:1: the country is empty, its code and its name; write UNK"
                        + " where the publisher does not know it",
                "Year,Origin,coa_name,app_type,applied|2010,Albania,Germany,,5|E-UNHCR-006 t.csv:2:4: the code of type is empty; every row"
                        + " needs one where the column is shown",
                "Year,Origin,coo_name,coa_name,applied|2010,Albania,Albania,Germany,5|E-UNHCR-007 t.csv:1: the columns 'Origin' and"
                        + " 'coo_name' are the same thing; keep one of them",
                "Year,Origin,coa_name,applied|20155,Albania,Germany,5|E-UNHCR-008 t.csv:1:1: the column 'Year' holds other whole numbers than"
                        + " years; a year in every row is needed",
                "Year,Origin,coa_name,applied|2015,Albania,Germany,1 234|E-CELL-001 t.csv:2:4: '1 234' has blanks or apostrophes between"
                        + " thousands; write the digits without them",
            })
    void otherTablesAreRefused(String header, String row, String message) {
        assertEquals(message, refusal(() -> Unhcr.read(text(header + "\n" + row + "\n"))));
    }

    @Test
    void columnsThatMeanNothingHereAreNamed() {
        Observations read = Unhcr.read(text("Year,Origin,coa_name,applied,remark\n2015,Albania,Germany,5,x\n"));
        assertEquals(
                "W-UNHCR-004 these columns mean nothing here and were not used: remark",
                read.notes().get(0).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "asylum-applications.csv,16992,5104,23,136,21",
        "asylum-applications_data.csv,3586,0,23,124,6",
        "asylum-applications__quoted_headers_VEN.csv,15,0,1,1,6",
        "asylum_seekers_monthly.csv,6916,0,5,7,238",
        "persons_of_concern.csv,59680,0,214,1,74",
        "refugees_in_EU_plus_UK.csv,3400,0,1,25,17",
        "ukraine_refugees_in_EU.csv,2992,0,1,25,17",
    })
    void readsWhatIsPublished(String file, int size, int repeated, int origins, int asylums, int periods) {
        Observations read = Unhcr.read(Shared.file("data", "unhcr", file));
        assertEquals(size, read.size());
        assertEquals(repeated, read.duplicates().size());
        assertEquals(origins, read.codes("origin").size());
        assertEquals(asylums, read.codes("asylum").size());
        assertEquals(periods, read.periods().size());
        assertThat(read.codes("origin"))
                .allMatch(code ->
                        Country.find(code).isPresent() || Aggregate.find(code).isPresent());
        assertThat(notes(read)).doesNotContain("W-UNHCR-003", "W-UNHCR-004");
    }

    private static Observations applications() {
        return Unhcr.read(Shared.file("data", "regional_derived", "refugees_asylum_applications_region.csv"));
    }

    @Test
    void theChoiceOfTypeNPersonsFirstInstanceHasNoRowBefore2006AndTheTableSaysWhy() {
        Observations all = applications();
        assertEquals(19757, all.size());
        Observations naive = all.where("type", "N").where("counted", "P").where("level", "NA", "FI");
        assertEquals(Period.year(2000), all.periods().get(0));
        assertEquals(Period.year(2006), naive.periods().get(0));
        assertEquals(
                353,
                naive.stream().filter(o -> o.period().equals(Period.year(2006))).count());
        assertEquals(Period.year(2006), naive.zeroWhereAbsent().periods().get(0));
        assertEquals(
                3423,
                all.where("type", "V").stream()
                        .filter(o -> o.period().isBefore(Period.year(2006)))
                        .count());
        assertThat(all.notes().toString()).contains("W-UNHCR-005", "V only 2000 to 2005", "absent there, not zero");
    }

    private static double applied(Observations some, int year) {
        return some.stream()
                .filter(o -> o.period().equals(Period.year(year)))
                .mapToDouble(Observation::value)
                .sum();
    }

    @Test
    void newApplicationsFromNorthMacedoniaRiseTenfoldAfterTheWaiverAndTheirCodingDrifts() {
        Observations fresh =
                applications().where("origin", "MK").where("type", "N").where("counted", "P");
        Observations first = fresh.where("level", "NA", "FI");
        assertEquals(682, applied(first, 2009));
        assertEquals(6859, applied(first, 2010));
        assertEquals(775, applied(fresh, 2009));
        assertEquals(8465, applied(fresh, 2010));
        Observations toGermany = fresh.where("asylum", "DE");
        assertEquals(109, applied(toGermany, 2009));
        assertEquals(2466, applied(toGermany.where("level", "NA"), 2010));
        assertEquals(1081, applied(toGermany.where("level", "RA"), 2010));
        assertThat(refusal(() -> toGermany.where("authority", "G").series())).startsWith("E-OBS-005");
        Observations repeat =
                applications().where("origin", "MK").where("type", "R").where("asylum", "DE");
        assertEquals(49, applied(repeat, 2009));
        assertEquals(
                0,
                repeat.stream()
                        .filter(o -> o.period().equals(Period.year(2010)))
                        .count());
    }

    @ParameterizedTest
    @CsvSource({"refugees_asylum_decisions_region.csv,93840", "refugees_population_region.csv,178245"})
    void readsTheTablesOfTheRefugeesPackage(String file, int size) {
        Observations read = Unhcr.read(Shared.file("data", "regional_derived", file));
        assertEquals(size, read.size());
        assertEquals(0, read.duplicates().size());
        assertEquals(List.of("W-UNHCR-001"), notes(read));
    }
}
