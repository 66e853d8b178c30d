package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.migrationimpact.table.Given.refusal;
import static org.migrationimpact.table.Given.text;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;

class UnhcrJsonTest {

    private static String reply(String... items) {
        return "{\"page\":1,\"short_url\":\"\",\"maxPages\":1,\"total\":[],\"items\":[" + String.join(",", items)
                + "]}";
    }

    private static String countries(String origin, String originIso, String asylum, String asylumIso) {
        return "\"coo_id\":12,\"coo_name\":\"" + origin + "\",\"coo\":\"OWN\",\"coo_iso\":\"" + originIso
                + "\",\"coa_id\":34,\"coa_name\":\"" + asylum + "\",\"coa\":\"OWN\",\"coa_iso\":\"" + asylumIso + "\"";
    }

    private static String population(String year, String figures) {
        return "{\"year\":" + year + "," + countries("Egypt", "EGY", "Austria", "AUT") + "," + figures + "}";
    }

    private static List<String> notes(Observations read) {
        return read.notes().stream().map(Warning::code).toList();
    }

    @Test
    void numbersAreIntsOrTextsInTheSameReply() {
        Observations read = UnhcrJson.read(text(reply(
                population("2023", "\"refugees\":5,\"idps\":\"0\""),
                population("\"2024\"", "\"refugees\":\"7\",\"idps\":0"))));
        assertEquals(List.of("origin", "asylum", "population"), read.dimensions());
        assertEquals(List.of("EG", "AT", "refugees"), read.get(0).codes());
        assertEquals(
                List.of(5d, 0d, 7d, 0d), read.stream().map(Observation::value).toList());
        assertEquals(List.of(Period.year(2023), Period.year(2024)), read.periods());
        assertEquals("persons", read.unit());
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void aDashInPlaceOfAFigureIsNotAvailableAndNeverZero() {
        Observations read = UnhcrJson.read(text(reply(
                population("2023", "\"refugees\":5,\"oip\":\"-\""),
                population("2024", "\"refugees\":\"-\",\"oip\":0"))));
        assertTrue(Double.isNaN(read.get(1).value()));
        assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(1).flags());
        assertTrue(Double.isNaN(read.get(2).value()));
        assertEquals(0, read.get(3).value());
        assertThat(read.notes())
                .hasToString(
                        "[W-UNHCR-006 2 figures are '-', which UNHCR writes for zero, for not known and for not applicable; they are not"
                                + " available here]");
    }

    @Test
    void suppressedMissingAndAbsentStayApartFromZero() {
        Observations read = UnhcrJson.read(text(reply(
                population("2021", "\"refugees\":\"*\""),
                population("2022", "\"refugees\":null"),
                population("2023", "\"idps\":1"),
                population("2024", "\"refugees\":0"))));
        Observations refugees = read.where("population", "refugees");
        assertEquals(Set.of(Flag.SUPPRESSED), refugees.get(0).flags());
        assertEquals(Set.of(Flag.NOT_AVAILABLE), refugees.get(1).flags());
        assertEquals(Set.of(Flag.NOT_AVAILABLE), refugees.get(2).flags());
        assertEquals(0, refugees.get(3).value());
    }

    @Test
    void aDashInPlaceOfACountryStandsForAllOfThem() {
        String all = "{\"year\":2024," + countries("-", "-", "Türkiye", "TUR") + ",\"refugees\":2940735}";
        Observations read = UnhcrJson.read(text(reply(all)));
        assertEquals(List.of("-", "TR", "refugees"), read.get(0).codes());
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void unhcrsOwnCodesAreNeverTakenForIsoCodes() {
        String own = population("2023", "\"refugees\":5").replace("\"coa\":\"OWN\"", "\"coa\":\"AUS\"");
        assertEquals(
                List.of("EG", "AT", "refugees"),
                UnhcrJson.read(text(reply(own))).get(0).codes());
        assertEquals(
                "E-UNHCR-003 t.csv:1:7: the code 'AUS' stands beside 'Austria', whose ISO code is AUT; UNHCR's own codes are not ISO codes:"
                        + " hand in its ISO column",
                refusal(() -> UnhcrJson.read(text(reply(own.replace("\"coa_iso\":\"AUT\"", "\"coa_iso\":\"AUS\""))))));
        assertEquals(
                "E-UNHCR-005 t.csv:1: the columns coo and coa hold UNHCR's own codes, which are not ISO codes (its AUS is Austria); the"
                        + " columns coo_iso and coa_iso, or the names, are needed",
                refusal(() ->
                        UnhcrJson.read(text(reply("{\"year\":2023,\"coo\":\"ARE\",\"coa\":\"AUS\",\"refugees\":5}")))));
    }

    @Test
    void applicationsHaveTheDimensionsOfTheCsv() {
        String item = "{\"year\":2013," + countries("Albania", "ALB", "Germany", "DEU")
                + ",\"procedure_type\":\"G\",\"app_type\":\"N\",\"app_pc\":\"P\",\"dec_level\":\"FI\",\"applied\":\"1247\"}";
        Observations read = UnhcrJson.read(text(reply(item)));
        assertEquals(List.of("origin", "asylum", "authority", "type", "level", "counted"), read.dimensions());
        assertEquals(List.of("AL", "DE", "G", "N", "FI", "P"), read.get(0).codes());
        assertEquals(1247, read.get(0).value());
        assertEquals("asylum applications", read.quantity());
        assertEquals(List.of(), notes(read));
    }

    @Test
    void decisionsHaveTheDimensionsOfTheCsv() {
        String item = "{\"year\":2013," + countries("Albania", "ALB", "Germany", "DEU")
                + ",\"procedure_type\":\"G\",\"dec_level\":\"FI\",\"dec_pc\":\"P\",\"dec_recognized\":\"5\",\"dec_total\":9}";
        Observations read = UnhcrJson.read(text(reply(item)));
        assertEquals(
                List.of("AL", "DE", "G", "FI", "P", "recognized"), read.get(0).codes());
        assertEquals(List.of("AL", "DE", "G", "FI", "P", "TOTAL"), read.get(1).codes());
    }

    @Test
    void onePageOfSeveralIsReadAndToldToBeOne() {
        String page = reply(population("2023", "\"refugees\":5")).replace("\"maxPages\":1", "\"maxPages\":3");
        assertThat(UnhcrJson.read(text(page)).notes())
                .hasToString(
                        "[W-UNHCR-007 the reply is not whole: it is page 1 of 3; fetch it again with a larger limit, or all pages]");
    }

    @Test
    void theReplyIsRecognisedAndInspected() {
        String json = reply(population("2023", "\"refugees\":5,\"idps\":\"0\",\"oip\":\"-\""));
        assertEquals(Format.UNHCR_JSON, Format.of(text(json)));
        assertEquals(Format.UNHCR_JSON, Format.named("unhcr-json"));
        assertThat(Inspection.of(text(json)).toString())
                .contains(
                        "t.csv: UNHCR API reply (unhcr-json)",
                        "population: 3 codes: refugees, idps, oip",
                        "2 values, 1 of them zero; missing: 1 not available",
                        "format: unhcr-json");
        assertEquals(Format.JSON, Format.of(text("{\"items\":[]}")));
    }

    @Test
    void otherShapesAndEmptyRepliesAreRefused() {
        String shape =
                "E-UNHCR-009 t.csv: this is no reply of UNHCR's population API: an object with one array 'items' is needed, whose items have"
                        + " year, coo_iso, coa_iso and figures of population, applications or decisions; several replies do not go into one"
                        + " file";
        String one = reply(population("2023", "\"refugees\":5"));
        assertEquals(shape, refusal(() -> UnhcrJson.read(text("[]"))));
        assertEquals(shape, refusal(() -> UnhcrJson.read(text("{\"items\":{}}"))));
        assertEquals(shape, refusal(() -> UnhcrJson.read(text("{\"items\":[1]}"))));
        assertEquals(shape, refusal(() -> UnhcrJson.read(text(one + one))));
        assertEquals(shape, refusal(() -> UnhcrJson.read(text(one.replace("]}", "],\"items\":[]}")))));
        assertEquals(shape, refusal(() -> UnhcrJson.read(text(one.replace("refugees", "heroes")))));
        assertEquals(
                "E-UNHCR-010 t.csv: the reply has no items; check the countries and the years of the request",
                refusal(() -> UnhcrJson.read(text(reply()))));
        assertEquals(
                "E-UNHCR-002 t.csv:1: the table has no column of years, so nothing says when its figures were counted; export it again with"
                        + " the year shown",
                refusal(() -> UnhcrJson.read(text(one.replace("\"year\":2023,", "")))));
        assertEquals(
                "E-CELL-001 t.csv:1:8: '5,3' has a decimal comma; write 5.3",
                refusal(() -> UnhcrJson.read(text(one.replace(":5}", ":\"5,3\"}")))));
        assertEquals(
                "E-FORMAT-005 t.csv: the file is no table with columns but UNHCR API reply; name no columns, or the format 'unhcr-json'",
                refusal(() -> Tidy.columns().time("year").value("refugees").read(text(one))));
    }
}
