package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.migrationimpact.table.Given.refusal;
import static org.migrationimpact.table.Given.text;

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
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.InputFile;

class SdmxCsvTest {

    private static final String HEADER_1 =
            "DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n";
    private static final String FLOW = "ESTAT:TPS00176(1.0),29/11/24 11:00:00,A,NR,";
    private static final String HEADER_2 =
            "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n";
    private static final String MIG = "DATAFLOW,OECD.ELS.IMD:DSD_MIG@DF_MIG(1.0),I,";

    private static Path shared(String name) {
        return Shared.file("data", "eurostat_sdmx_csv", name);
    }

    private static Observations first(String rows) {
        return SdmxCsv.read(text(HEADER_1 + rows));
    }

    private static Observations second(String rows) {
        return SdmxCsv.read(text(HEADER_2 + rows));
    }

    @Test
    void versionOneWithLastUpdateAsDayMonthYear() {
        Observations read = first(FLOW + "EL,2011,82230,,\n" + FLOW + "UK,2011,0,ep,\n");
        assertEquals(List.of("freq", "unit", "geo"), read.dimensions());
        assertEquals(List.of("EL", "UK"), read.codes("geo"));
        assertEquals("TPS00176", read.quantity());
        assertEquals("NR", read.unit());
        assertEquals("2024-11-29T11:00:00", read.source().vintage());
        assertEquals("Eurostat, ESTAT:TPS00176(1.0)", read.source().title());
        assertEquals("CC BY 4.0", read.source().terms());
        assertEquals(Set.of(Flag.ESTIMATED, Flag.PROVISIONAL), read.get(1).flags());
        assertEquals(0, read.get(1).value());
        assertEquals(2, read.get(0).line());
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void versionOneWithoutTheTrailingConfidentialityColumn() {
        Observations read = SdmxCsv.read(text((HEADER_1 + FLOW + "EL,2011,5,b\n").replace(",CONF_STATUS", "")));
        assertEquals(Set.of(Flag.BREAK), read.get(0).flags());
    }

    @Test
    void confidentialityHasItsOwnColumnSince2025() {
        Observations read = first(FLOW + "EL,2011,,,C\n" + FLOW + "EL,2012,,n,N\n" + FLOW + "EL,2013,,m,\n");
        assertEquals(Set.of(Flag.SUPPRESSED), read.get(0).flags());
        assertEquals(
                Set.of(Flag.NOT_FOR_PUBLICATION, Flag.NOT_SIGNIFICANT),
                read.get(1).flags());
        assertEquals(Set.of(Flag.NOT_APPLICABLE), read.get(2).flags());
    }

    @Test
    void anEmptyValueIsMissingWithOrWithoutAFlag() {
        Observations read = first(
                FLOW + "DE,2011,,d,\n" + FLOW + "DE,2012,,,\n" + FLOW + "DE,2013,NaN,,\n" + FLOW + "DE,2014,#N/A,,\n");
        assertEquals(
                Set.of(Flag.NOT_AVAILABLE, Flag.DEFINITION_DIFFERS), read.get(0).flags());
        for (int i = 1; i < 4; i++) {
            assertTrue(Double.isNaN(read.get(i).value()));
            assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(i).flags());
        }
    }

    @Test
    void withLabelsCodesAndLabelsStandInPairsOfColumns() {
        Observations read = SdmxCsv.read(text("""
                STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,sex,Sex,unit,Unit of measure,geo,Geopolitical entity (reporting),TIME_PERIOD,Time,\
                OBS_VALUE,Observation value,OBS_FLAG,Observation status (Flag) V2 structure,CONF_STATUS,Confidentiality status (flag)
                dataflow,ESTAT:X(1.0),"Applicants by sex, age",T,Total,PER,Person,EL,Greece,2015-03,,7,,b,break in time series,,
                """));
        assertEquals(List.of("sex", "unit", "geo"), read.dimensions());
        assertEquals(List.of("T", "PER", "EL"), read.get(0).codes());
        assertEquals("Person", read.unit());
        assertEquals("Applicants by sex, age", read.quantity());
        assertEquals(Set.of(Flag.BREAK), read.get(0).flags());
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void labelsOnlyGiveIsoCodesForCountriesAndTheWordsOtherwise() {
        Observations read = SdmxCsv.read(text("""
                DATAFLOW,LAST UPDATE,freq,reason,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG
                ESTAT:MIGR_EIPRE$DEFAULTVIEW(1.0),,Annual,Illegal entry,Greece,2021,0,
                ESTAT:MIGR_EIPRE$DEFAULTVIEW(1.0),,Annual,Illegal entry,European Union - 27 countries (from 2020),2021,5,d
                """));
        assertEquals(List.of("GR", "European Union - 27 countries (from 2020)"), read.codes("geo"));
        assertEquals(List.of("Illegal entry"), read.codes("reason"));
        assertEquals("MIGR_EIPRE", read.quantity());
        assertEquals("", read.source().vintage());
    }

    @Test
    void twoLabelsOfOneCountryStayTwo() {
        assertEquals(
                List.of("Czechia", "Czech Republic", "GR"),
                CodeLabels.codes(List.of("Czechia", "Czech Republic", "Greece")));
        assertEquals(List.of("CZ", "Czech Republic"), CodeLabels.codes(List.of("CZ", "Czech Republic")));
        assertEquals(List.of("EL", "NR", "TOTAL", "Total"), CodeLabels.codes(List.of("EL", "NR", "TOTAL", "Total")));
    }

    @Test
    void labelsMayStandInTheCellsBehindAColon() {
        Observations read = SdmxCsv.read(text("""
                STRUCTURE;STRUCTURE_ID;FREQ: Frequency;GEO: Country;TIME_PERIOD: Time;OBS_VALUE: Value;OBS_STATUS: Status;UNIT_MULT: Multiplier
                dataflow;X:Y(1.0): A name;A: Annual;EL: Greece;2011;1.5;E: Estimated;3: Thousands
                """));
        assertEquals(List.of("A", "EL"), read.get(0).codes());
        assertEquals(1_500, read.get(0).value());
        assertEquals(Set.of(Flag.ESTIMATED), read.get(0).flags());
        assertEquals("X:Y(1.0)", read.source().title());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"STRUCTURE|,", "STRUCTURE[;]|,", "STRUCTURE[,]|;", "STRUCTURE|;", "DATAFLOW|TAB"})
    void theSeparatorIsWhatTheHeaderUses(String first, String separator) {
        String mark = separator.equals("TAB") ? "\t" : separator;
        String rest = "~ID2~GEO~TIME_PERIOD~OBS_VALUE\nx~y~EL~2011~5\n";
        InputFile file = text(first + rest.replace("~", mark));
        assertEquals(Format.SDMX_CSV, Format.of(file));
        assertEquals(5, SdmxCsv.read(file).get(0).value());
    }

    @Test
    void columnsMayComeInAnyOrderAndCustomOnesAreNamed() {
        Observations read = SdmxCsv.read(text("""
                STRUCTURE,STRUCTURE_ID,OBS_VALUE,TIME_PERIOD,OBS_COMMENT,My remark,GEO,UNIT
                dataflow,X:Y(1.0),5,2011,checked,a,EL,PER
                dataflow,X:Y(1.0),6,2011,checked,b,FR,PER
                """));
        assertEquals(List.of("GEO", "UNIT"), read.dimensions());
        assertEquals("PER", read.unit());
        assertThat(read.notes())
                .hasToString("[W-SDMX-003 columns that are no part of a key are not read: OBS_COMMENT, My remark]");
    }

    @Test
    void columnsBehindTheValueAreAttributesWhereRowsDifferWithoutThem() {
        Observations read = SdmxCsv.read(text("""
                DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE,SOURCE_AGENCY
                X:Y(1.0),EL,2011,5,ELSTAT
                X:Y(1.0),EL,2012,6,OTHER
                """));
        assertEquals(List.of("GEO"), read.dimensions());
        assertEquals(2, read.series().size());
        assertThat(read.notes())
                .hasToString("[W-SDMX-003 columns that are no part of a key are not read: SOURCE_AGENCY]");
    }

    @Test
    void theUnitMultiplierIsAppliedAndTold() {
        Observations read =
                second(MIG + "GRC,PS,2011,4.35,A,2\n" + MIG + "W,PS,2011,7,B,0\n" + MIG + "W,PS,2012,,M,6\n");
        assertEquals(435, read.get(0).value());
        assertEquals(7, read.get(1).value());
        assertEquals(Set.of(Flag.BREAK), read.get(1).flags());
        assertEquals(Set.of(Flag.NOT_APPLICABLE), read.get(2).flags());
        assertThat(read.notes())
                .hasToString(
                        "[W-SDMX-001 1 values are multiplied by the power of ten in UNIT_MULT, so all are in the unit itself]");
        assertEquals(List.of("GRC", "W"), read.codes("REF_AREA"));
        assertEquals("OECD, OECD.ELS.IMD:DSD_MIG@DF_MIG(1.0)", read.source().title());
    }

    @Test
    void aStatusThatNoFlagExpressesIsTold() {
        assertThat(second(MIG + "GRC,PS,2011,4,G,0\n" + MIG + "GRC,PS,2012,5,V;E,0\n")
                        .notes())
                .hasToString(
                        "[W-SDMX-002 observations have a status that no flag here expresses: 1 G (experimental), 1 V (not validated)]");
        assertThat(second(MIG + "GRC,PS,2011,,K,0\n" + MIG + "A,PS,2011,,J,0\n" + MIG + "B,PS,2011,,S,0\n" + MIG
                                + "C,PS,2011,,W,0\n")
                        .notes()
                        .get(0)
                        .message())
                .endsWith(
                        "1 J (derogation), 1 K (included in another category), 1 S (strike or other special event), 1 W (includes another"
                                + " category)");
    }

    @Test
    void rowsThatDeleteAreCountedAndNoObservations() {
        Observations read = second(MIG + "GRC,PS,2011,4,A,0\n" + MIG.replace(",I,", ",D,") + "GRC,PS,2012,5,A,0\n");
        assertEquals(
                "2 rows read, 1 used; 1 that delete an observation",
                read.audit().toString());
    }

    @Test
    void severalFrequenciesAreToldApartByTheirColumn() {
        Observations read = first(FLOW + "EL,2011,12,,\n" + FLOW.replace(",A,", ",M,") + "EL,2011-01,1,,\n");
        assertEquals(2, read.periods().size());
        assertEquals(1, read.where("freq", "M").series().at(Period.month(2011, 1)));
    }

    @Test
    void whatDoesNotFitTheLayoutIsRefused() {
        assertEquals(
                "E-SDMX-001 t.csv: an SDMX-CSV needs the columns TIME_PERIOD and OBS_VALUE; it has DATAFLOW, geo, TIME_PERIOD",
                refusal(() -> SdmxCsv.read(text("DATAFLOW,geo,TIME_PERIOD\nx,EL,2011\n"))));
        assertEquals(
                "E-SDMX-002 t.csv:1:3: the header has GEO twice; each component needs one column",
                refusal(() -> SdmxCsv.read(
                        text("DATAFLOW,GEO,GEO: Country,TIME_PERIOD,OBS_VALUE\nx,EL,EL: Greece,2011,1\n"))));
        assertEquals(
                "E-SDMX-003 t.csv: the file mixes 2 structures (ESTAT:TPS00176(1.0), ESTAT:TPS00177(1.0)); keep the rows of one of them",
                refusal(() -> first(FLOW + "EL,2011,1,,\n" + FLOW.replace("176", "177") + "EL,2011,1,,\n")));
        assertEquals(
                "E-SDMX-004 t.csv:2:9: 'Millions' is no power of ten between -24 and 24, which UNIT_MULT needs: 0 for units, 3 for thousands,"
                        + " 6 for millions",
                refusal(() -> second(MIG + "GRC,PS,2011,4,A,Millions\n")));
        assertEquals(
                "E-SDMX-005 t.csv:2:8: 'Z' is no observation status; known are the letters of SDMX (A B D E F G H I J K L M N O P Q S U V W)"
                        + " and Eurostat's flags in lower case",
                refusal(() -> second(MIG + "GRC,PS,2011,4,Z,0\n")));
        assertEquals(
                "E-SDMX-006 t.csv:2:3: 'X' is no action; known are I, A, M, R and D",
                refusal(() -> second(MIG.replace(",I,", ",X,") + "GRC,PS,2011,4,A,0\n")));
        assertThat(refusal(() -> first(FLOW + "EL,2011,\"1,234\",,\n"))).startsWith("E-CELL-001 t.csv:2:7: '1,234'");
        assertThat(refusal(() -> first(FLOW + "EL,2011,1,estimated,\n"))).startsWith("E-FLAG-001 t.csv:2:8: 't'");
    }

    @Test
    void immigrationAsPublishedInNovember2024() {
        Observations read = SdmxCsv.read(shared("estat_tps00176_en.csv"));
        assertEquals(848, read.size());
        assertEquals(List.of("freq", "citizen", "agedef", "age", "unit", "sex", "geo"), read.dimensions());
        assertEquals(38, read.codes("geo").size());
        assertEquals(12, read.periods().size());
        assertEquals(
                33_305,
                read.where("agedef", "COMPLET").where("geo", "LT").series().at(Period.year(2017)));
    }

    @Test
    void temporaryProtectionHasMissingMonthsWithAFlag() {
        Observations read = SdmxCsv.read(shared("temporary_protection_beneficiaries_monthly.csv"));
        assertEquals(1_136, read.size());
        assertEquals(37, read.periods().size());
        assertEquals("Person", read.unit());
        Observations germany = read.where("geo", "DE");
        assertEquals(
                Set.of(Flag.NOT_AVAILABLE, Flag.DEFINITION_DIFFERS),
                germany.series().flags(0));
    }

    @Test
    void theOecdsTableOfInflows() {
        Observations read = SdmxCsv.read(Shared.file("data", "oecd", "International-migration-database.csv"));
        assertEquals(393, read.size());
        assertEquals(37, read.codes("REF_AREA").size());
        assertEquals(List.of("W"), read.codes("CITIZENSHIP"));
        assertEquals("Persons", read.unit());
        assertEquals("International migration database", read.quantity());
        assertThat(read.duplicates()).isEmpty();
        assertThat(read.notes()).isEmpty();
        assertThat(read.codes("REF_AREA")).allMatch(code -> Country.find(code).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "asylum_applicants_total.csv,1080,17,Person",
        "migrants_illegally_present.csv,2535,10,Person",
        "migration_permits_issued.csv,387,12,Person",
        "migr_resfirst_live_reply_2rows.csv,2,2,PER",
    })
    void theOtherTablesHaveAllTheirRows(String name, int rows, int periods, String unit) {
        Observations read = SdmxCsv.read(shared(name));
        assertEquals(rows, read.size());
        assertEquals(periods, read.periods().size());
        assertEquals(unit, read.unit());
        assertThat(read.duplicates()).isEmpty();
        assertThat(read.notes()).isEmpty();
        assertThat(read.codes("geo"))
                .allMatch(code ->
                        Country.find(code).isPresent() || Aggregate.find(code).isPresent());
        assertThat(Inspection.of(shared(name)).toString()).contains(rows + " rows read", "SDMX-CSV");
    }
}
