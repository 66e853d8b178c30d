package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;
import static org.migrationimpact.table.Given.text;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;

class WorldBankJsonTest {

    private static String reply(String about, String... rows) {
        return "[{" + about + "},\n[" + String.join(",\n", rows) + "]]";
    }

    private static String about(int total) {
        return "\"page\":1,\"pages\":1,\"per_page\":\"50\",\"total\":" + total + ",\"lastupdated\":\"2020-03-18\"";
    }

    private static String row(String id, String iso3, String date, String value) {
        return "{\"indicator\":{\"id\":\"BX.TRF\",\"value\":\"Remittances (current US$)\"},\"country\":{\"id\":\"" + id
                + "\",\"value\":\"x\"},\"countryiso3code\":\"" + iso3 + "\",\"date\":\"" + date + "\",\"value\":"
                + value
                + ",\"unit\":\"\",\"obs_status\":\"\",\"decimal\":0}";
    }

    @Test
    void aReplyIsAnArrayOfTwoAndNullIsMissing() {
        Observations read = WorldBankJson.read(text(reply(
                about(4),
                row("MD", "MDA", "2013", "1.5"),
                row("MD", "MDA", "2012", "null"),
                row("XK", "XKX", "2013", "\"0\""),
                row("GR", "GRC", "2013", "2.867811095547E12"))));
        assertEquals(List.of("MD", "XK", "GR"), read.codes("country"));
        assertEquals("current US$", read.unit());
        assertEquals("Remittances", read.quantity());
        assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(1).flags());
        assertEquals(0, read.get(2).value());
        assertEquals(2_867_811_095_547d, read.get(3).value());
        assertEquals(3, read.get(1).line());
        assertEquals("2020-03-18", read.source().vintage());
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void perPageMayBeANumberOrAText() {
        String number = reply(about(1).replace("\"50\"", "50"), row("MD", "MDA", "2013", "1"));
        assertEquals(1, WorldBankJson.read(text(number)).size());
        assertEquals(
                1, WorldBankJson.read(text(number.replace(":50", ":\"50\""))).size());
    }

    @Test
    void anAggregateMayHaveAnIdOnly() {
        Observations read =
                WorldBankJson.read(text(reply(about(2), row("1A", "", "2013", "1"), row("Z4", "EAS", "2013", "2"))));
        assertEquals(List.of("ARB", "EAS"), read.codes("country"));
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void datesMayBeQuartersAndMonths() {
        Observations read = WorldBankJson.read(
                text(reply(about(2), row("MD", "MDA", "2013Q1", "1"), row("MD", "MDA", "2012M01", "2"))));
        assertEquals(List.of(Period.quarter(2013, 1), Period.month(2012, 1)), read.periods());
    }

    @Test
    void onePageOfSeveralIsReadAndToldToBeOne() {
        Observations read = WorldBankJson.read(
                text(reply(about(99).replace("\"pages\":1", "\"pages\":2"), row("MD", "MDA", "2013", "1"))));
        assertThat(read.notes())
                .hasToString(
                        "[W-WBAPI-001 the reply is not whole: it is page 1 of 2 and has 1 of 99 rows; fetch it again with a"
                                + " per_page of 99 or more]");
    }

    @Test
    void anObservationStatusIsAFlag() {
        Observations read = WorldBankJson.read(text(
                reply(about(1), row("MD", "MDA", "2013", "1").replace("\"obs_status\":\"\"", "\"obs_status\":\"E\""))));
        assertEquals(Set.of(Flag.ESTIMATED), read.get(0).flags());
    }

    @Test
    void anErrorIsAnArrayOfOneAndItsMessageIsPassedOn() {
        assertEquals(
                "E-WBAPI-002 t.csv: the World Bank answered with a message in place of figures: 120, Invalid value, The provided parameter"
                        + " value is not valid; mend the request and fetch the file again",
                refusal(() -> Inspection.of(text(
                        "[{\"message\":[{\"id\":\"120\",\"key\":\"Invalid value\",\"value\":\"The provided parameter value is not"
                                + " valid\"}]}]"))));
    }

    @Test
    void noRowsAndOtherShapesAreRefused() {
        String none =
                "E-WBAPI-003 t.csv: the reply has no rows; check the countries, the indicator and the dates of the request";
        assertEquals(none, refusal(() -> WorldBankJson.read(text("[{" + about(0) + "},null]"))));
        assertEquals(none, refusal(() -> WorldBankJson.read(text("[{" + about(0) + "}]"))));
        String shape =
                "E-WBAPI-001 t.csv: this is no reply of the World Bank's API: an array of two is needed, first page, pages, per_page"
                        + " and total, then the rows; several replies do not go into one file";
        String one = reply(about(1), row("MD", "MDA", "2013", "1"));
        assertEquals(shape, refusal(() -> WorldBankJson.read(text("{}"))));
        assertEquals(shape, refusal(() -> WorldBankJson.read(text("[{}, 1]"))));
        assertEquals(shape, refusal(() -> WorldBankJson.read(text("[{}, [1]]"))));
        assertEquals(shape, refusal(() -> WorldBankJson.read(text(one + one))));
        assertEquals(shape, refusal(() -> WorldBankJson.read(text("[{},[]," + one + "]"))));
        assertEquals(
                "E-WBAPI-004 t.csv:2:2: the row has no date; every row needs an indicator.id, a country.id or countryiso3code, and a date",
                refusal(() -> WorldBankJson.read(text(one.replace("2013", "")))));
        assertEquals(
                "E-JSON-001 t.csv:2:" + (one.length() / 2 - one.indexOf('\n'))
                        + ": the JSON is damaged or cut off here; fetch it again from its publisher",
                refusal(() -> WorldBankJson.read(text(one.substring(0, one.length() / 2)))));
        assertThat(refusal(() -> WorldBankJson.read(text("[".repeat(1000))))).startsWith("E-WBAPI-001");
        assertThat(refusal(() -> WorldBankJson.read(text("[{\"page\":" + "[".repeat(1000)))))
                .startsWith("E-JSON-002 t.csv:1:")
                .contains("nested deeper than 64 levels");
        assertEquals(
                "E-FORMAT-005 t.csv: the file is no table with columns but World Bank API reply; name no columns, or the format"
                        + " 'world-bank-json'",
                refusal(() -> Tidy.columns().read(text(one))));
    }

    @Test
    void theStoredRepliesHaveTheirRows() {
        Inspection gdp = Inspection.of(Shared.file("data", "worldbank", "world_bank_gdp_indicators.json"));
        assertEquals(Format.WORLD_BANK_JSON, gdp.format());
        assertThat(gdp.toString())
                .contains(
                        "country: 4 codes: AR, CSS, CEB, EAR",
                        "4 values, 0 of them zero; missing: none",
                        "page 1 of 1 and has 4 of 264 rows",
                        "W-WBAPI-002 code and id of a country do not mean the same place (ARG and 1A); the code of three letters was taken");
    }
}
