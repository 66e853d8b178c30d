package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;
import static org.migrationimpact.table.Given.text;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.WorkbookBytes;

/** What is particular about the files of the World Bank, of KNOMAD and of Frontex, beside what the tests of their readers show. */
class BankAndBorderEdgeCasesTest {

    private static List<String> cells(Observations cube) {
        return cube.stream().map(Observation::toString).toList();
    }

    private static InputFile sheet(String name, List<List<Object>> rows) {
        return Given.bytes("k.xlsx", new WorkbookBytes().sheet(name, rows).bytes());
    }

    private static Observations indicators(String rows) {
        return WorldBank.read(text(
                "\ufeff\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated Date\",\"2021-09-15\",\n\n"
                        + "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2019\",\"2020\",\n"
                        + rows));
    }

    @Test
    void everyLineOfAnIndicatorEndsWithACommaAndBeginsWithAByteOrderMark() {
        Observations read = indicators("\"Romania\",\"ROU\",\"Remittances (US$)\",\"BM.TRF\",\"\",\"1.5\",\n");
        assertEquals(2, read.size());
        assertEquals(1.5, read.get(1).value());
        assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(0).flags());
    }

    @Test
    void aggregatesStandAmongTheCountriesAndKosovoAndTheChannelIslandsHaveCodesOfTheBank() {
        Observations read = indicators("""
                "Kosovo","XKX","Remittances (US$)","BM.TRF","1","2",
                "Channel Islands","CHI","Remittances (US$)","BM.TRF","1","2",
                "Africa Eastern and Southern","AFE","Remittances (US$)","BM.TRF","1","2",
                "Romania","ROU","Remittances (US$)","BM.TRF","1","2",
                """);
        assertEquals(List.of("XK", "CHI", "AFE", "RO"), read.codes("country"));
        assertThat(refusal(() -> read.totalOver("country"))).startsWith("E-OBS-011 country has the code AFE");
    }

    @Test
    void theFortyEightAggregatesOfTheBankAreKnown() {
        for (String code : List.of(
                "AFE", "AFW", "ARB", "CEB", "CSS", "EAP", "EAR", "EAS", "ECA", "ECS", "EMU", "EUU", "FCS", "HIC", "HPC",
                "IBD", "IBT", "IDA", "IDB", "IDX", "INX", "LAC", "LCN", "LDC", "LIC", "LMC", "LMY", "LTE", "MEA", "MIC",
                "MNA", "NAC", "OED", "OSS", "PRE", "PSS", "PST", "SAS", "SSA", "SSF", "SST", "TEA", "TEC", "TLA", "TMN",
                "TSA", "TSS", "UMC", "WLD")) {
            assertThat(Aggregate.find(code)).as(code).isPresent();
        }
    }

    @Test
    void theCodesOfTheBanksApiForAggregatesAreKnown() {
        for (String id : List.of("1A", "S3", "Z4", "1W", "XC")) {
            assertThat(Aggregate.find(id)).as(id).isPresent();
        }
        assertEquals("XK", Country.find("XK").orElseThrow().iso2());
    }

    @Test
    void theEditionOf2023BeginsIn2000AndWritesZeroForWhatIsMissing() {
        Observations read = KnomadFlows.read(sheet(
                "Inward remittance flows",
                List.of(
                        List.of(
                                "Remittance inflows (US$ million)",
                                2000,
                                2001,
                                "Remittances as a share of GDP in 2022 (%)"),
                        List.of("Albania", 0, 7, 3.5),
                        List.of("World", 10, 20, ".."))));
        assertEquals(Period.year(2000), read.periods().get(0));
        assertEquals(0, read.get(0).value());
        assertThat(read.notes().stream().map(Warning::code)).contains("W-KNOMAD-001", "W-COLUMNS-001");
    }

    @Test
    void theRestsOfTheNorthAndTheSouthAreGroups() {
        for (String rest : List.of("Other North", "Other South", "WORLD", "World")) {
            assertThat(Aggregate.find(rest)).as(rest).isPresent();
        }
    }

    @Test
    void theSameNationalityOnSeveralRoutesStaysApartUntilItIsSummed() {
        Observations read = Frontex.read(sheet(
                "Detections_of_IBC",
                List.of(
                        List.of("Route", "Border type or inland", "Nationality", "JAN2009", "FEB2009"),
                        List.of("Western Balkan Route", "Land", "Albania", 1, 0),
                        List.of("Circular Route from Albania to Greece", "Land", "Albania", 5, 6),
                        List.of("Black Sea Route", "Sea", "Albania", 2, 0))));
        assertEquals(List.of("WBR", "CIRC-ALGR", "BLS"), read.codes("route"));
        assertThat(refusal(() -> read.where("nationality", "AL").series())).startsWith("E-OBS-005 ");
        assertEquals("detections", read.unit());
    }

    @Test
    void zeroIsZeroAndAnAbsentFigureIsNot() {
        Observations read = Frontex.read(sheet(
                "Detections_of_IBC",
                List.of(
                        List.of("Route", "Border type or inland", "Nationality", "JAN2009", "MAY2009"),
                        List.of("Western Balkan Route", "Land", "Albania", 0, ""))));
        assertEquals(
                List.of(
                        "WBR, Land, AL, 2009-01: 0.0, line 2",
                        "WBR, Land, AL, 2009-05: no figure (not available), line 2"),
                cells(read));
    }

    @Test
    void oldNamesAndMarkedNamesOfCountriesAreKnown() {
        Observations read = Frontex.read(sheet(
                "Detections_of_IBC",
                List.of(
                        List.of("Route", "Border type or inland", "Nationality", "JAN2009"),
                        List.of("Other", "Land", "Swaziland", 1),
                        List.of("Other", "Land", "Turkey", 1),
                        List.of("Other", "Land", "North Macedonia", 1),
                        List.of("Other", "Land", "Kosovo*", 1),
                        List.of("Other", "Land", "Palestine^", 1))));
        assertEquals(List.of("SZ", "TR", "MK", "XK", "PS"), read.codes("nationality"));
    }

    @Test
    void theDictionarysSpellingOfARouteIsTheSameRoute() {
        for (String route : List.of("Eastern Land Borders", "Eastern Borders Route")) {
            Observations read = Frontex.read(sheet(
                    "Detections_of_IBC",
                    List.of(
                            List.of("Route", "Border type or inland", "Nationality", "JAN2009"),
                            List.of(route, "Land", "Albania", 1))));
            assertEquals(List.of("EBR"), read.codes("route"));
        }
    }

    @Test
    void anExtractOfJanuariesOnlyHoldsMonths() {
        Observations read = Frontex.read(
                text(
                        "month,route,type,nat,n\n2009-01-01,Black Sea Route,Sea,AFG,4\n2010-01-01,Black Sea Route,Sea,AFG,5\n"));
        assertEquals(List.of(Period.month(2009, 1), Period.month(2010, 1)), read.periods());
    }
}
