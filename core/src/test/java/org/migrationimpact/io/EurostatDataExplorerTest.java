package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;
import static org.migrationimpact.table.Given.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;

class EurostatDataExplorerTest {

    private static final String HEADER = "\"TIME\",\"GEO\",\"CITIZEN\",\"UNIT\",\"Value\",\"Flag and Footnotes\"\n";

    private static Path shared(String name) {
        return Shared.file("data", "eurostat_data_explorer_csv", name);
    }

    /** One row for each value, years from 2001. */
    private static Observations values(String... values) {
        StringBuilder table = new StringBuilder(HEADER);
        for (int i = 0; i < values.length; i++) {
            table.append("\"")
                    .append(2001 + i)
                    .append("\",\"Greece\",\"Total\",\"Person\",\"")
                    .append(values[i])
                    .append("\",\"\"\n");
        }
        return EurostatDataExplorer.read(text(table.toString()));
    }

    @Test
    void everythingQuotedLabelsNotCodes() {
        Observations read = EurostatDataExplorer.read(text("""
                "TIME","GEO","CITIZEN","UNIT","Value","Flag and Footnotes"
                "2012","Germany (until 1990 former territory of the FRG)","Former Yugoslav Republic of Macedonia, the","Person","18,420","bd"
                "2012","European Union (28 countries)","Kosovo (under United Nations Security Council Resolution 1244/99)","Person",":","c"
                "2012","Greece","Extra-EU-28","Person",":",""
                """));
        assertEquals(List.of("geo", "citizen", "unit"), read.dimensions());
        assertEquals(List.of("DE", "European Union (28 countries)", "GR"), read.codes("geo"));
        assertEquals(List.of("MK", "XK", "Extra-EU-28"), read.codes("citizen"));
        assertEquals("Person", read.unit());
        assertEquals(18_420, read.get(0).value());
        assertEquals(Set.of(Flag.BREAK, Flag.DEFINITION_DIFFERS), read.get(0).flags());
        assertEquals(Set.of(Flag.SUPPRESSED), read.get(1).flags());
        assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(2).flags());
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void theFlagColumnIsAbsentWhenTheUserUntickedFlags() {
        InputFile file = text("\"TIME\",\"GEO\",\"Value\"\n\"2008M01\",\"Greece\",\"5\"\n");
        assertEquals(Format.EUROSTAT_DATA_EXPLORER, Format.of(file));
        Observations read = EurostatDataExplorer.read(file);
        assertEquals(Period.month(2008, 1), read.get(0).period());
        assertEquals("", read.unit());
    }

    @Test
    void thousandsStandApartByComma() {
        assertEquals(
                1_498_300_775, values("1,498,300,775", "999", ":", "0").get(0).value());
        assertEquals(-1_234.5, values("-1,234.5", "12.25").get(0).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"18 715", "18\u00a0715", "18\u202f715"})
    void thousandsStandApartByBlank(String value) {
        assertEquals(18_715, values("5", value).get(1).value());
    }

    @Test
    void thousandsStandTogether() {
        assertEquals(18_715.125, values("18715.125", "1.5").get(0).value());
        assertEquals(1.125, values("1.125", "0.5").get(0).value());
    }

    @Test
    void aMixtureOfSeparatorsIsRefused() {
        assertEquals(
                "E-EXPLORER-002 t.csv:3:5: '18 715' and '18,420' in line 2 mix a comma and a blank in one column, so none of its numbers is"
                        + " certain; write all without separators of thousands",
                refusal(() -> values("18,420", "18 715")));
        assertEquals(
                "E-EXPLORER-002 t.csv:4:5: '1,420' and '18715' in line 3 mix thousands apart and together in one column, so none of its"
                        + " numbers is certain; write all without separators of thousands",
                refusal(() -> values("5", "18715", "1,420")));
    }

    @Test
    void aDecimalCommaAndPointsBetweenThousandsAreRefused() {
        assertThat(refusal(() -> values("18,420", "1,5")))
                .startsWith("E-CELL-001 t.csv:3:5: '1,5' has a decimal comma");
        assertThat(refusal(() -> values("0,420"))).startsWith("E-CELL-001 t.csv:2:5: '0,420'");
        assertThat(refusal(() -> values("1234,420", "1,420"))).startsWith("E-CELL-001 t.csv:2:5: '1234,420'");
        assertThat(refusal(() -> values("1.234.567"))).startsWith("E-CELL-001 t.csv:2:5: '1.234.567'");
        assertEquals(
                "E-EXPLORER-003 t.csv:3:5: '18.420' may be a decimal or have a point between thousands, and no number of the column shows"
                        + " which; write it without separators of thousands, or with another number of decimals",
                refusal(() -> values("5", "18.420")));
    }

    @Test
    void encodingIsLatinOneNotUtf8() {
        byte[] latin = (HEADER
                        + "\"2008Q1\",\"Portugal\",\"S\u00e3o Tom\u00e9 and Pr\u00edncipe\",\"Person\",\"5\",\"\"\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        Observations read = EurostatDataExplorer.read(Given.bytes("t.csv", latin));
        assertEquals(List.of("ST"), read.codes("citizen"));
        assertEquals("2008-Q1", read.get(0).period().toString());
        assertThat(read.notes()).hasToString("[W-EXPLORER-001 the text is not UTF-8 and was read as Windows-1252]");
        byte[] utf8 = new String(latin, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of("ST"),
                EurostatDataExplorer.read(Given.bytes("t.csv", utf8)).codes("citizen"));
        byte[] packed = Given.gzip(latin);
        assertEquals(
                List.of("ST"),
                EurostatDataExplorer.read(Given.bytes("t.csv.gz", packed)).codes("citizen"));
        latin[latin.length - 5] = (byte) 0x81;
        assertEquals(
                "E-TEXT-001 t.csv:2:56: the byte 0x81 is neither UTF-8 nor Windows-1252; save the file as UTF-8",
                refusal(() -> EurostatDataExplorer.read(Given.bytes("t.csv", latin))));
    }

    @Test
    void codesAreTakenWhereTheyStandBesideTheirLabels() {
        Observations read = EurostatDataExplorer.read(text("""
                "TIME","TIME_LABEL","GEO","GEO_LABEL","UNIT","UNIT_LABEL","Value"
                "2012","2012","EL","Greece","PER","Person","5"
                """));
        assertEquals(List.of("geo", "unit"), read.dimensions());
        assertEquals(List.of("EL"), read.codes("geo"));
        assertEquals("Person", read.unit());
    }

    @Test
    void anotherLayoutIsRefused() {
        assertEquals(
                "E-EXPLORER-001 t.csv: this is no CSV of Eurostat's Data Explorer: columns TIME, Value and dimensions in capitals such as"
                        + " GEO are needed; it has time, geo, value",
                refusal(() -> EurostatDataExplorer.read(text("time,geo,value\n2012,EL,5\n"))));
        assertEquals(Format.TIDY, Format.of(text("TIME,GEO,Value\n2012,EL,5\n")));
        assertEquals(
                "E-ROWS-007 t.csv:2:2: the cell of 'GEO' is empty; every row needs a code there (NA is one)",
                refusal(() -> EurostatDataExplorer.read(text("\"TIME\",\"GEO\",\"Value\"\n\"2012\",\"\",\"5\"\n"))));
    }

    @ParameterizedTest
    @CsvSource({
        "all-positive-08-16-q.csv,1008,36",
        "applications-95-07-y.csv,8671,13",
        "applications-total-08-16-m.csv,3240,108",
        "demo_pjan_1_Data.csv,580,10",
        "first-time-applications-total-08-16-m.csv,3240,108",
        "migr_asyappctza_allcitizenships.csv,3740,5",
        "migr_asyappctzm_1_Data__d-qn.csv,3026,89",
        "migr_asydcfsta_2017-04-26.csv,1836,9",
        "migr_eiord_1_Data.csv,238,7",
        "migr_eiord_Data_allcitizens.csv,3465,5",
        "migr_eirtn_1_Data.csv,476,7",
        "migr_eirtn_Data_allcitizens.csv,3465,5",
    })
    void theTablesHaveAllTheirRows(String name, int rows, int periods) {
        Observations read = EurostatDataExplorer.read(shared(name));
        assertEquals(rows, read.size());
        assertEquals(periods, read.periods().size());
        assertThat(read.duplicates()).isEmpty();
        assertThat(read.codes("geo"))
                .allMatch(code ->
                        Country.find(code).isPresent() || Aggregate.find(code).isPresent());
        assertThat(Inspection.of(shared(name)).toString()).contains(rows + " rows read", "Eurostat Data Explorer");
    }

    @Test
    void theFirstApplicantsOfJanuary2008() {
        assertEquals(
                18_420,
                EurostatDataExplorer.read(shared("migr_asyappctzm_1_Data__d-qn.csv"))
                        .get(0)
                        .value());
    }
}
