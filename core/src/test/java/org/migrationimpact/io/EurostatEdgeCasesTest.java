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
import org.migrationimpact.table.InputFile;

/** What is particular about Eurostat's files, beside what the tests of their readers show. */
class EurostatEdgeCasesTest {

    private static Observations explorer(String rows) {
        return EurostatDataExplorer.read(
                text("\"TIME\",\"GEO\",\"CITIZEN\",\"UNIT\",\"Value\",\"Flag and Footnotes\"\n" + rows));
    }

    private static List<String> cells(Observations cube) {
        return cube.stream().map(Observation::toString).toList();
    }

    @Test
    void countsRoundedToFiveAreKeptAndTheSumOfTheirPartsIsNotTheirTotal() {
        Observations read = EurostatTsv.read(
                text(
                        "freq,unit,citizen,geo\\TIME_PERIOD\t2015 \nA,PER,TOTAL,EL\t15 \nA,PER,AL,EL\t5 \nA,PER,XK,EL\t5 \nA,PER,GE,EL\t0 \n"));
        assertThat(refusal(() -> read.totalOver("citizen"))).startsWith("E-OBS-011 ");
        assertEquals(15, read.where("citizen", "TOTAL").get(0).value());
        assertEquals(
                10, read.except("citizen", "TOTAL").totalOver("citizen").get(0).value());
        assertEquals(Set.of(), read.where("citizen", "GE").get(0).flags());
    }

    @Test
    void everyFlagOfTheListUntilJanuary2025IsReadAndRevisedIsStillKnown() {
        Observations read =
                EurostatTsv.read(text("unit,geo\\time\t2015 \t2016 \t2017 \nNR,EL\t1 bcdef\t2 nprsu\t: z\n"));
        assertEquals(
                Set.of(Flag.BREAK, Flag.SUPPRESSED, Flag.DEFINITION_DIFFERS, Flag.ESTIMATED, Flag.FORECAST),
                read.get(0).flags());
        assertEquals(
                Set.of(Flag.NOT_SIGNIFICANT, Flag.PROVISIONAL, Flag.REVISED, Flag.IMPUTED, Flag.LOW_RELIABILITY),
                read.get(1).flags());
        assertEquals(Set.of(Flag.NOT_APPLICABLE), read.get(2).flags());
    }

    @Test
    void headerCellsMayEndInABlankOrNot() {
        assertEquals(
                cells(EurostatTsv.read(text("unit,geo\\time\t2015 \t2016 \nNR,EL\t1 \t2 b\n"))),
                cells(EurostatTsv.read(text("unit,geo\\time\t2015\t2016\nNR,EL\t1\t2 b\n"))));
    }

    @Test
    void sdmxCsvMayBeSeparatedBySemicolonsOrTabs() {
        String table =
                "DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nESTAT:X(1.0),29/11/24 11:00:00,A,EL,2011,5,b\n";
        for (String separator : List.of(",", ";", "\t")) {
            InputFile file = text(table.replace(",", separator));
            assertEquals(Format.SDMX_CSV, Format.of(file));
            assertEquals(List.of("A, EL, 2011: 5.0 (break in the series), line 2"), cells(SdmxCsv.read(file)));
        }
    }

    @Test
    void theSeparatorOfListsStandsInTheFirstHeadingOfVersionTwo() {
        Observations read = SdmxCsv.read(
                text(
                        "STRUCTURE[;],STRUCTURE_ID,ACTION,SERIES_KEY,OBS_KEY,GEO,TIME_PERIOD,OBS_VALUE\ndataflow,X:Y(1.0),I,EL,EL.2011,EL,2011,5\n"));
        assertEquals(5, read.where("GEO", "EL").series().at(Period.year(2011)));
    }

    @Test
    void structuresAreNamedInLowerOrUpperCaseAndMayBeOfThreeKinds() {
        for (String kind : List.of("dataflow", "DATAFLOW", "datastructure", "dataprovision")) {
            Observations read = SdmxCsv.read(
                    text("STRUCTURE,STRUCTURE_ID,GEO,TIME_PERIOD,OBS_VALUE\n" + kind + ",X:Y(1.0),EL,2011,5\n"));
            assertEquals(List.of("GEO"), read.dimensions());
        }
    }

    @Test
    void rowsWithoutAnActionAreRead() {
        assertEquals(
                1,
                SdmxCsv.read(
                                text(
                                        "STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE\ndataflow,X:Y(1.0),,EL,2011,5\n"))
                        .size());
    }

    @Test
    void timesOfTheDataExplorerAreMonthsQuartersOrYears() {
        for (String time : List.of("2008M01", "2008Q1", "2012")) {
            assertEquals(
                    1,
                    explorer("\"" + time + "\",\"Greece\",\"Total\",\"Person\",\"5\",\"\"\n")
                            .periods()
                            .size());
        }
    }

    @Test
    void labelsOfCountriesThatChangedAreTheSameCountry() {
        Observations old = explorer("""
                "2008","Germany (until 1990 former territory of the FRG)","Former Yugoslav Republic of Macedonia, the","Person","5",""
                "2008","Czech Republic","Kosovo (under United Nations Security Council Resolution 1244/99)","Person","5",""
                """);
        Observations late = explorer("""
                "2009","Germany","North Macedonia","Person","5",""
                "2009","Czechia","Kosovo*","Person","5",""
                """);
        assertEquals(List.of("DE", "CZ"), old.codes("geo"));
        assertEquals(old.codes("geo"), late.codes("geo"));
        assertEquals(List.of("MK", "XK"), old.codes("citizen"));
        assertEquals(old.codes("citizen"), late.codes("citizen"));
    }

    @Test
    void aggregatesOfTheDataExplorerAreKnownInEverySpelling() {
        for (String label : List.of(
                "European Union (28 countries)",
                "European Union (27 countries)",
                "Extra-EU-28",
                "Extra-EU28",
                "Former Serbia and Montenegro (before 2006) / Total components of the former Serbia and Montenegro")) {
            assertThat(Aggregate.find(label)).as(label).isPresent();
        }
        assertEquals(Aggregate.find("Extra-EU28"), Aggregate.find("Extra-EU-28"));
    }

    @Test
    void eurostatsCodesOfCountriesAreNotIso() {
        assertEquals("GR", Country.find("EL").orElseThrow().iso2());
        assertEquals("GB", Country.find("UK").orElseThrow().iso2());
        assertEquals("XK", Country.find("XK").orElseThrow().iso2());
    }

    @Test
    void eurostatsAggregatesAreKnownByTheirCodes() {
        for (String code : List.of(
                "EU27_2020",
                "EU28",
                "EU27_2007",
                "EEA31",
                "EEA30_2007",
                "EFTA",
                "EA19",
                "DE_TOT",
                "FX",
                "EXT_EU27_2020",
                "TOTAL",
                "STLS",
                "RNC",
                "UNK",
                "UK_OCT",
                "FOR_STLS",
                "EU27_FOR")) {
            assertThat(Aggregate.find(code)).as(code).isPresent();
            assertThat(Country.find(code)).as(code).isEmpty();
        }
    }

    @Test
    void aMemberThatJoinedOrLeftKeepsItsCodeAndTheUnionsOfThatTimeAreApart() {
        assertThat(Aggregate.find("EU28").orElseThrow().members()).contains(Country.of("HR"), Country.of("GB"));
        assertThat(Aggregate.find("EU27_2007").orElseThrow().members())
                .contains(Country.of("GB"))
                .doesNotContain(Country.of("HR"));
        assertThat(Aggregate.find("EU27_2020").orElseThrow().members())
                .contains(Country.of("HR"))
                .doesNotContain(Country.of("GB"));
    }

    @Test
    void aReplyThatAnnouncesTheDataForLaterIsRefused() {
        for (String reply : List.of(
                "{\"warning\":{\"status\":413,\"label\":\"ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously\"}}",
                "{\"version\":\"2.0\",\"class\":\"collection\",\"warning\":{\"status\":413},\"id\":\"0c9f0d5e-7d5e-4a43-8f0c-000000000000\"}",
                "{\"error\":[{\"status\":400,\"id\":100,\"label\":\"ERR_NOT_FOUND_4\"}]}")) {
            assertThat(refusal(() -> Inspection.of(text(reply)))).matches("E-(FORMAT|JSONSTAT)-\\d{3} t\\.csv.*");
        }
    }

    @Test
    void theExtensionOfAReplyIsNoData() {
        Observations read = JsonStat.read(text("""
                {"version":"2.0","class":"dataset","label":"L","id":["geo","time"],"size":[1,2],"value":{"0":1},
                "dimension":{"geo":{"category":{"index":{"EL":0}}},"time":{"category":{"index":{"2013":0,"2014":1}}}},
                "extension":{"lang":"EN","id":"X","positions-with-no-data":{"time":[1]},"datastructure":{"version":"58.0"},
                "annotation":[{"type":"OBS_PERIOD_OVERALL_LATEST","title":"2014"}]}}
                """));
        assertEquals(List.of("EL, 2013: 1.0, line 1"), cells(read));
    }
}
