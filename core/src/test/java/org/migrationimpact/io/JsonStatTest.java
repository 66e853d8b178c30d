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
import org.migrationimpact.Refusal;
import org.migrationimpact.Shared;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.table.InputFile;

class JsonStatTest {

    private static final String DIMENSIONS = "\"id\":[\"unit\",\"geo\",\"time\"],\"size\":[1,2,3],\"dimension\":{"
            + "\"unit\":{\"category\":{\"label\":{\"NR\":\"Number\"}}},"
            + "\"geo\":{\"category\":{\"index\":{\"UK\":1,\"EL\":0}}},"
            + "\"time\":{\"category\":{\"index\":[\"2013\",\"2014\",\"2015\"]}}}";

    private static InputFile dataset(String fields) {
        return text(
                "{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"L\",\"source\":\"ESTAT\",\"updated\":\"2026-02-06\","
                        + DIMENSIONS + "," + fields + "}");
    }

    private static List<String> cells(Observations cube) {
        return cube.stream().map(Observation::toString).toList();
    }

    @Test
    void theLastDimensionRunsFastest() {
        Observations read = JsonStat.read(dataset("\"value\":[1,2,3,4,5,6]"));
        assertEquals(List.of("unit", "geo"), read.dimensions());
        assertEquals(
                List.of(
                        "NR, EL, 2013: 1.0, line 1",
                        "NR, EL, 2014: 2.0, line 1",
                        "NR, EL, 2015: 3.0, line 1",
                        "NR, UK, 2013: 4.0, line 1",
                        "NR, UK, 2014: 5.0, line 1",
                        "NR, UK, 2015: 6.0, line 1"),
                cells(read));
        assertEquals("Number", read.unit());
        assertEquals("L", read.quantity());
        assertEquals("2026-02-06", read.source().vintage());
        assertEquals("ESTAT, L", read.source().title());
    }

    @Test
    void aSparseObjectLeavesOutWhatIsNoRow() {
        Observations read = JsonStat.read(dataset("\"value\":{\"5\":0,\"0\":1.5,\"3\":null}"));
        assertEquals(
                List.of(
                        "NR, EL, 2013: 1.5, line 1",
                        "NR, UK, 2013: no figure (not available), line 1",
                        "NR, UK, 2015: 0.0, line 1"),
                cells(read));
    }

    @Test
    void anArrayMayHaveNull() {
        assertEquals(
                Set.of(Flag.NOT_AVAILABLE),
                JsonStat.read(dataset("\"value\":[null,2,3,4,5,6]")).get(0).flags());
    }

    @Test
    void aStatusWithoutAValueIsAFlagOnAMissingValue() {
        Observations read =
                JsonStat.read(dataset("\"value\":{\"0\":1},\"status\":{\"0\":\"bp\",\"4\":\"c\",\"5\":\": u\"}"));
        assertEquals(
                List.of(
                        "NR, EL, 2013: 1.0 (break in the series, provisional), line 1",
                        "NR, UK, 2014: no figure (suppressed), line 1",
                        "NR, UK, 2015: no figure (low reliability, not available), line 1"),
                cells(read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"e\" | 6",
                "[\"e\"] | 6",
                "[\"e\",null,null,null,null,\"e\"] | 2",
                "{\"1\":\"e\"} | 1",
                "{\"value\":[\"e\",null,null,null,null,\"e\"],\"category\":{\"label\":{\"e\":\"estimated\"}}} | 2",
                "{} | 0",
                "\"a\" | 0"
            })
    void aStatusMayBeATextAnArrayOrAnObject(String status, int flagged) {
        Observations read = JsonStat.read(dataset("\"value\":[1,2,3,4,5,6],\"status\":" + status));
        assertEquals(6, read.size());
        assertEquals(
                flagged,
                read.stream().filter(o -> o.flags().contains(Flag.ESTIMATED)).count());
    }

    @Test
    void theOldReplyHasIdAndSizeInsideTheDimensionsAndTheCodeOfTheDatasetAsItsKey() {
        String inside =
                DIMENSIONS.replace("\"dimension\":{", "").replaceFirst("(.*?\\[1,2,3]),(.*)}", "\"dimension\":{$1,$2}");
        Observations read =
                JsonStat.read(text("{\"migr\":{\"title\":\"T\",\"lastUpdateDate\":1446764400000,\"status\":{\"value\":"
                        + "[\":\",null,null,null,null,\"b\"],\"category\":{}},\"value\":[null,2,3,4,5,6]," + inside
                        + "}}"));
        assertEquals("T", read.quantity());
        assertEquals("2015-11-05T23:00:00Z", read.source().vintage());
        assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(0).flags());
        assertEquals(Set.of(Flag.BREAK), read.get(5).flags());
    }

    @Test
    void theLabelAndTheIndexOfAOneCategoryDimensionMayBeAbsent() {
        String plain =
                "{\"id\":[\"geo\",\"year\"],\"size\":[1,1],\"role\":{\"time\":[\"year\"]},\"value\":[1],\"dimension\":{"
                        + "\"geo\":{\"category\":{\"label\":{\"AL\":\"Albania\"}}},\"year\":{\"category\":{\"index\":[\"2013\"]}}}}";
        Observations read = JsonStat.read(text(plain));
        assertEquals("dataset", read.quantity());
        assertEquals("", read.unit());
        assertEquals(List.of("AL, 2013: 1.0, line 1"), cells(read));
    }

    @Test
    void codesThatCountInDifferentUnitsAreAlternatives() {
        Observations read = JsonStat.read(
                text(
                        "{\"id\":[\"unit\",\"time\"],\"size\":[2,1],\"value\":[1,2],\"dimension\":{\"unit\":"
                                + "{\"category\":{\"index\":[\"NR\",\"PC\"]}},\"time\":{\"category\":{\"index\":[\"2013\"]}}}}"));
        assertEquals("", read.unit());
        assertThat(read.notes())
                .hasToString(
                        "[W-JSONSTAT-001 the codes of the dimension 'unit' count in different units; choose one of them before"
                                + " anything else]");
        Refusal.of(
                DataException.class,
                "E-OBS-014 the codes of unit (NR, PC) overlap or count in different units, so a sum over all of them means nothing;"
                        + " choose those that belong together with where, then sum",
                () -> read.totalOver("unit"));
    }

    @Test
    void severalDatasetsAreRefusedUntilOneIsNamed() {
        String data = "{" + DIMENSIONS + ",\"value\":[1,2,3,4,5,6]}";
        InputFile two = text("{\"a\":" + data + ",\"b\":" + data.replace("[1,2,3,4", "[9,2,3,4") + ",\"n\":1}");
        assertEquals(
                "E-JSONSTAT-010 t.csv: the file has 2 datasets (a, b); read one of them by its name, or fetch it alone",
                refusal(() -> JsonStat.read(two)));
        assertEquals(9, JsonStat.read(two, "b").get(0).value());
        assertEquals(
                "E-JSONSTAT-012 t.csv: there is no dataset 'c'; there is a, b", refusal(() -> JsonStat.read(two, "c")));
        assertEquals(
                "E-JSONSTAT-012 t.csv: there is no dataset 'c'; there is none",
                refusal(() -> JsonStat.read(text("{\"value\":[]}".replace("value", "valu")), "c")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"warning\":{\"status\":413,\"label\":\"ASYNCHRONOUS_RESPONSE. Try again later\"}} | 413, ASYNCHRONOUS_RESPONSE. Try again later",
                "{\"error\":[{\"status\":400,\"label\":\"Bad code\"}]} | 400, Bad code",
                "{\"error\":\"x\"} | x"
            })
    void anAnswerWithAMessageIsRecognisedAsWhatItIs(String reply, String message) {
        assertEquals(
                "E-JSONSTAT-002 t.csv: the publisher answered with a message in place of figures: " + message
                        + "; ask for less (fewer codes or periods), or fetch the file again later",
                refusal(() -> Inspection.of(text(reply))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1,2,3] | [9999999999,9999999999,9999999999] | E-JSONSTAT-006 t.csv: the dimension 'unit' has the size 9999999999 but 0 codes;",
                "[1,2,3] | [1,2,99999999999] | E-JSONSTAT-003 t.csv:1:",
                "[1,2,3] | [1,2] | E-JSONSTAT-008 t.csv: the dataset 'L' has the dimensions unit, geo, time and 2 sizes, and describes",
                "\"geo\",\"time\"] | \"geo\",\"tim\"] | E-JSONSTAT-008 t.csv: ",
                "\"EL\":0 | \"EL\":1 | E-JSONSTAT-006 t.csv: the dimension 'geo' has the size 2 but 2 codes; each position from 0 needs one code;",
                "\"EL\":0 | \"EL\":-1 | E-JSONSTAT-006 ",
                "\"EL\":0 | \"EL\":0.5 | E-JSONSTAT-007 t.csv:1:",
                "\"2014\" | \"2013\" | E-JSONSTAT-007 t.csv:1:",
                "\"2014\" | \"twenty\" | E-PERIOD-001 t.csv:1:1: 'twenty' is no period;",
                "[1,2,3,4,5,6] | [1,2,3,4,5] | E-JSONSTAT-009 t.csv: the value of 'L' does not fit the cube: the sizes [1, 2, 3] make 6 cells,",
                "[1,2,3,4,5,6] | {\"6\":1} | E-JSONSTAT-009 ",
                "[1,2,3,4,5,6] | {\"1\":1,\"01\":2} | E-JSONSTAT-009 ",
                "[1,2,3,4,5,6] | {\"-1\":1} | E-JSONSTAT-004 t.csv:1:",
                "[1,2,3,4,5,6] | 7 | E-JSONSTAT-004 ",
                "[1,2,3,4,5,6] | {\"4000000000\":1} | E-JSONSTAT-005 ",
                "[1,2,3,4,5,6] | [[1]] | E-JSONSTAT-005 ",
                "[1,2,3,4,5,6] | [] | E-JSONSTAT-009 ",
                "[1,2,3,4,5,6] | {} | E-JSONSTAT-013 t.csv: the dataset 'L' has no cell with a figure or a status;",
                "[1,2,3,4,5,6] | [1,2,3,4,5,\"x\"] | E-CELL-001 t.csv:1:",
                "[1,2,3,4,5,6] | [1,2,3,4,5,6],\"status\":\"q\" | E-FLAG-001 t.csv:1:1: ",
                "[1,2,3,4,5,6] | [1,2,3,4,5,6],\"status\":[\"e\",\"e\"] | E-JSONSTAT-009 t.csv: the status of 'L' does not fit",
                "\"value\" | \"valeur\" | E-JSONSTAT-001 t.csv: this JSON has no dataset of JSON-stat;",
                "\"time\" | \"when\" | E-JSONSTAT-011 t.csv: the dataset 'L' has 0 dimensions of time;"
            })
    void aDamagedCubeIsRefused(String part, String instead, String refusal) {
        String whole = "{\"label\":\"L\"," + DIMENSIONS + ",\"value\":[1,2,3,4,5,6]}";
        assertThat(whole).contains(part);
        assertThat(refusal(() -> JsonStat.read(text(whole.replace(part, instead)))))
                .startsWith(refusal);
    }

    @Test
    void otherJsonIsNoJsonStat() {
        assertEquals(Format.JSON, Format.of(text("{\"a\":1}")));
        assertThat(refusal(() -> JsonStat.read(text("[]")))).startsWith("E-JSONSTAT-001 t.csv: ");
        assertThat(refusal(() -> JsonStat.read(text("{\"value\":{\"1\":1e999}}"))))
                .startsWith("E-CELL-001 t.csv:1:");
        assertThat(refusal(() -> JsonStat.read(text("{\"a\":" + "{\"a\":".repeat(200)))))
                .startsWith("E-JSON-002 ");
    }

    @Test
    void theStoredFilesHaveTheirCells() {
        assertThat(told("eurostat-name_gpd_c.json"))
                .contains(
                        "3036 rows read, 3036 used",
                        "periods: 69 years, 1946 to 2014",
                        "1134 values, 0 of them zero; missing: 1902 not available; flags: 20 break in the series, 4 estimated");
        assertThat(told("eurostat-name_gpd_c-geo_IT.json")).contains("24 values", "missing: 45 not available");
        assertThat(told("prc_hicp_manr_EA_live_reply.json"))
                .contains("3 months, 2025-10 to 2025-12", "vintage: 2026-02-06T23:00:00+0100", "3 values");
        assertThat(told("pyjstat_galicia-2.0.json")).contains("3956 values, 13 of them zero; missing: 4 not available");
        assertThat(refusal(() -> told("jsonstat_org_order.json")))
                .startsWith("E-CELL-001")
                .contains("'A1B1C1' is no number");
        InputFile collection =
                InputFile.of(Shared.file("data", "eurostat_jsonstat", "jsonstat_org_oecd-canada-col.json"));
        assertThat(refusal(() -> Inspection.of(collection)))
                .contains(
                        "(Unemployment rate in the OECD countries 2003-2014, Population by sex and age group. Canada. 2012)");
        Observations oecd = JsonStat.read(collection, "Unemployment rate in the OECD countries 2003-2014");
        assertEquals("%", oecd.unit());
        assertEquals(
                72,
                oecd.stream().filter(o -> o.flags().contains(Flag.ESTIMATED)).count());
        assertEquals(5.943826289, oecd.get(0).value());
    }

    private static String told(String name) {
        return Inspection.of(Shared.file("data", "eurostat_jsonstat", name)).toString();
    }
}
