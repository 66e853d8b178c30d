package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.migrationimpact.table.Given.refusal;
import static org.migrationimpact.table.Given.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;

class EurostatTsvTest {

    private static final String HEADER = "citizen,agedef,unit,geo\\time\t2010 \t2011 \n";
    private static final String ROW = "TOTAL,COMPLET,NR,EL\t119070 b\t110823 \n";

    private static Path shared(String name) {
        return Shared.file("data", "eurostat_tsv", name);
    }

    private static Observation only(String cell) {
        return EurostatTsv.read(text("unit,geo\\time\t2010 \nNR,EL\t" + cell + "\n"))
                .get(0);
    }

    @Test
    void headerOfOldLayoutEndsInTimeAndHasNoFreq() {
        Observations read = EurostatTsv.read(text(HEADER + ROW));
        assertEquals(List.of("citizen", "agedef", "unit", "geo"), read.dimensions());
        assertEquals(List.of("EL"), read.codes("geo"));
        assertEquals("NR", read.unit());
        assertEquals(119_070, read.series().at(Period.year(2010)));
        assertEquals(Set.of(Flag.BREAK), read.get(0).flags());
        assertEquals(2, read.get(0).line());
        assertEquals("Eurostat", read.source().title());
        assertEquals("CC BY 4.0", read.source().terms());
        assertEquals("2 rows read, 2 used", read.audit().toString());
    }

    @Test
    void headerOfNewLayoutEndsInTimePeriodAndHasFreq() {
        Observations read =
                EurostatTsv.read(text("freq,unit,geo\\TIME_PERIOD\t2015-Q4 \t2016-Q1 \nQ,PER,UK\t1 \t2 p\n"));
        assertEquals(List.of("freq", "unit", "geo"), read.dimensions());
        assertEquals(List.of(Period.quarter(2015, 4), Period.quarter(2016, 1)), read.periods());
        assertEquals(Set.of(Flag.PROVISIONAL), read.get(1).flags());
    }

    @Test
    void eachCellIsValueSpaceFlagsAlsoWithoutFlags() {
        assertEquals(new Observation(List.of("NR", "EL"), Period.year(2010), 78_115, Set.of(), 2), only("78115 "));
        assertEquals(Set.of(Flag.ESTIMATED), only("78115 e").flags());
    }

    @Test
    void aColonIsNotAvailableAndMayCarryFlags() {
        assertEquals(Set.of(Flag.NOT_AVAILABLE), only(": ").flags());
        assertEquals(Set.of(Flag.SUPPRESSED), only(": c").flags());
        assertEquals(
                Set.of(Flag.NOT_AVAILABLE, Flag.LOW_RELIABILITY), only(": u").flags());
        assertEquals(Set.of(Flag.NOT_APPLICABLE), only(": z").flags());
        assertEquals(Set.of(Flag.NOT_AVAILABLE, Flag.BREAK), only(":b").flags());
        assertTrue(Double.isNaN(only(": c").value()));
        assertEquals(0, only("0 ").value());
    }

    @Test
    void flagsCombineWithoutSeparator() {
        assertEquals(
                Set.of(Flag.BREAK, Flag.ESTIMATED, Flag.PROVISIONAL),
                only("1 bep").flags());
    }

    @Test
    void flagsOfBothErasMeanTheSame() {
        assertEquals(only("1 s").flags(), only("1 i").flags());
        assertEquals(only(": z").flags(), only(": m").flags());
        assertEquals(only(": c").flags(), only(": @C").flags());
        assertEquals(
                Set.of(Flag.PROVISIONAL, Flag.NOT_FOR_PUBLICATION),
                only("7 p@N").flags());
        assertEquals(only("0 n"), only("0n"));
        assertEquals(Set.of(Flag.NOT_SIGNIFICANT), only("0n").flags());
    }

    @Test
    void orientationIsWhatStandsAfterTheBackslash() {
        Observations read = EurostatTsv.read(
                text("sex,age,unit,time\\geo\tBE \tUKC1 \nT,TOTAL,NR,2011\t5 \t: c\nT,TOTAL,NR,2010\t4 \t: u\n"));
        assertEquals(List.of("sex", "age", "unit", "geo"), read.dimensions());
        assertEquals(List.of("BE", "UKC1"), read.codes("geo"));
        assertEquals(5, read.where("geo", "BE").series().at(Period.year(2011)));
        assertEquals(Set.of(Flag.SUPPRESSED), read.get(1).flags());
    }

    @Test
    void decimalsAppearInsideACountColumn() {
        assertEquals(76_875, only("76875.0 ").value());
    }

    @Test
    void descendingPeriodsAreReadAsTheHeaderSays() {
        Observations read = EurostatTsv.read(text("unit,geo\\time\t2012 \t2010 \t2011 \nNR,EL\t12 \t10 \t11 \n"));
        assertEquals(10, read.series().at(Period.year(2010)));
        assertEquals(12, read.series().at(Period.year(2012)));
    }

    @Test
    void aSeriesWithoutDataIsNotInTheFileAndNotZero() {
        Observations read = EurostatTsv.read(text(HEADER + ROW));
        assertEquals("E-OBS-002 geo has no code 'XK'; it has EL", refusal(() -> read.where("geo", "XK")));
    }

    @ParameterizedTest
    @CsvSource({
        "2015,2015", "2015-S1,2015-S1", "2015-Q4,2015-Q4", "2015-02,2015-02", "2015-W01,2015-W01",
                "2015-12-31,2015-12-31",
        "2015M02,2015-02", "2008Q1,2008-Q1", "2015S1,2015-S1", "2015W01,2015-W01", "2015A00,2015", "2015-A1,2015"
    })
    void periodNotationOfBothEras(String spelling, String iso) {
        Observations read = EurostatTsv.read(text("unit,geo\\time\t" + spelling + " \nNR,EL\t1 \n"));
        assertEquals(iso, read.periods().get(0).toString());
    }

    @Test
    void gzipIsRecognisedByItsFirstBytes() {
        byte[] packed = Given.gzip((HEADER + ROW).getBytes(StandardCharsets.UTF_8));
        InputFile file = Given.bytes("cens.tsv", packed);
        assertEquals(Format.EUROSTAT_TSV, Format.of(file));
        assertEquals(2, EurostatTsv.read(file).size());
    }

    @Test
    void aTsvSavedAgainAsCommaCsvKeepsTheFlagsInItsCells() {
        InputFile file = text("""
                geo,2006 ,2007
                AT,98535 ,106659
                BE,: ,"146409 b"
                """);
        assertEquals(Format.EUROSTAT_TSV, Format.of(file));
        Observations read = EurostatTsv.read(file);
        assertEquals(List.of("geo"), read.dimensions());
        assertEquals(Set.of(Flag.BREAK), read.get(3).flags());
        assertEquals("", read.unit());
        Observations whole =
                EurostatTsv.read(text("citizen,agedef,unit,geo\\time,2010 ,2011 \nTOTAL,COMPLET,NR,EL,1 ,2 e\n"));
        assertEquals(List.of("citizen", "agedef", "unit", "geo"), whole.dimensions());
        assertEquals(whole.get(1), EurostatTsv.read(text("""
                                "citizen,agedef,unit,geo\\time";2010 ;2011
                                "TOTAL,COMPLET,NR,EL";1 ;2 e
                                """)).get(1));
    }

    @Test
    void aTidyTableAndAWideOneWithoutBlanksAreNotTakenForIt() {
        assertEquals(Format.TIDY, Format.of(text("geo,time,value\nAT,2010,1\n")));
        assertEquals(Format.TIDY, Format.of(text("geo,2006,2007\nAT,1,2\n")));
        assertEquals(Format.TIDY, Format.of(text("geo\nAT\n")));
    }

    @Test
    void severalUnitsAreAllNamed() {
        Observations read = EurostatTsv.read(text("unit,geo\\time\t2010 \nEUR,EL\t1 \nPC,EL\t2 \n"));
        assertEquals("one of EUR, PC", read.unit());
        assertEquals(
                "one of A, B",
                EurostatTsv.read(text("geo,time\\unit\tA \tB \nEL,2010\t1 \t2 \n"))
                        .unit());
    }

    @Test
    void periodsOfAnotherFrequencySayNothingAboutARow() {
        Observations read = EurostatTsv.read(text("""
                freq,unit,geo\\TIME_PERIOD\t2010 \t2010-01 \t2010-02
                A,NR,EL\t12 \t: \t:
                M,NR,EL\t: \t5 \t:
                """));
        assertEquals(
                "6 rows read, 3 used; 3 cells under periods of another frequency than their row's",
                read.audit().toString());
        assertEquals(2, read.where("freq", "M").series().size());
    }

    @Test
    void whatDoesNotFitTheLayoutIsRefused() {
        assertEquals(
                "E-TSV-001 t.csv:1: this is no header of Eurostat's TSV: different dimensions with commas between, one of them time or"
                        + " TIME_PERIOD, a backslash before the last, then one cell a period or code, such as citizen,unit,geo\\time;"
                        + " found unit, geo, age",
                refusal(() -> EurostatTsv.read(text("unit,geo\\age\tA\tB\nNR,EL\t1\t2\n"))));
        assertThat(refusal(() -> EurostatTsv.read(text("geo,geo\\time\t2010\nEL,EL\t1\n"))))
                .startsWith("E-TSV-001");
        assertThat(refusal(() -> EurostatTsv.read(text("2010,2011\n1,2\n")))).startsWith("E-TSV-001");
        assertEquals(
                "E-TSV-002 t.csv:1:3: the header has 2010 twice; each column needs one time of its own",
                refusal(() -> EurostatTsv.read(text("unit,geo\\time\t2010 \t2010A00 \nNR,EL\t1 \t2 \n"))));
        assertEquals(
                "E-TSV-002 t.csv:1:3: a cell of the header is empty; each column needs one geo of its own",
                refusal(() -> EurostatTsv.read(text("unit,time\\geo\tBE \t\nNR,2010\t1 \t2 \n"))));
        assertEquals(
                "E-TSV-003 t.csv:2: the row has 2 cells, the header has 3; mend the row, or fetch the file again",
                refusal(() -> EurostatTsv.read(text(HEADER + "TOTAL,COMPLET,NR,EL\t1 \n"))));
        assertEquals(
                "E-TSV-004 t.csv:2:1: 'TOTAL,NR,EL' needs one code for each of citizen, agedef, unit, geo; mend the row, or fetch the file"
                        + " again",
                refusal(() -> EurostatTsv.read(text(HEADER + "TOTAL,NR,EL\t1 \t2 \n"))));
        assertEquals(
                "E-TSV-005 t.csv: there is no row of Eurostat's TSV below a header; fetch the file again",
                refusal(() -> EurostatTsv.read(text(HEADER))));
        assertThat(refusal(() -> only("1,234 "))).startsWith("E-CELL-001 t.csv:2:2: '1,234' may be thousands");
        assertThat(refusal(() -> only("12 q"))).startsWith("E-FLAG-001 t.csv:2:2: 'q'");
        assertThat(refusal(() -> only(": @X"))).startsWith("E-FLAG-002 t.csv:2:2: ");
        assertThat(refusal(() -> EurostatTsv.read(text("unit,geo\\time\tx\nNR,EL\t1\n"))))
                .startsWith("E-PERIOD-001 t.csv:1:2: 'x' is no period");
    }

    @Test
    void universesThatRepeatTheSamePersonsAreChosenAndNeverSummed() {
        Observations read = EurostatTsv.read(text(HEADER + ROW + ROW.replace("COMPLET", "REACH")));
        assertThat(refusal(() -> read.totalOver("agedef"))).startsWith("E-OBS-014 ");
        assertEquals(
                110_823,
                read.where("agedef", "REACH").totalOver("agedef").get(1).value());
        assertEquals(List.of("agedef", "unit"), read.alternatives());
    }

    @Test
    void immigrationAsPublishedIn2021() {
        Observations read = EurostatTsv.read(shared("tps00176.tsv"));
        assertEquals(68 * 12, read.size());
        assertEquals(List.of("COMPLET", "REACH"), read.codes("agedef"));
        assertEquals(34, read.codes("geo").size());
        assertEquals("NR", read.unit());
        assertEquals(
                20_368,
                read.where("agedef", "COMPLET").where("geo", "LT").series().at(Period.year(2017)));
        assertThat(read.duplicates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tps00177.tsv,792,12,NR",
        "tps00002.tsv,990,10,PER",
        "sdg_08_10.tsv,1520,20,'one of CLV10_EUR_HAB, CLV_PCH_PRE_HAB'",
        "demo_pjangroup__custom_1879586_page_tabular.tsv,3658,62,NR",
    })
    void theOtherTablesHaveAllTheirCells(String name, int cells, int periods, String unit) {
        Observations read = EurostatTsv.read(shared(name));
        assertEquals(cells, read.size());
        assertEquals(periods, read.periods().size());
        assertEquals(unit, read.unit());
        assertThat(read.duplicates()).isEmpty();
        assertThat(read.codes("geo"))
                .allMatch(code ->
                        Country.find(code).isPresent() || Aggregate.find(code).isPresent());
        assertThat(Inspection.of(shared(name)).toString()).contains(cells + " rows read", "Eurostat TSV");
    }
}
