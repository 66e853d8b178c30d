package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.WorkbookBytes;

class UnMigrantStockTest {

    private static final String STOCK = "International migrant stock at mid-year ";
    private static final List<Object> BLOCKS = List.of(
            "Sort\norder",
            "Major area, region, country or area of destination",
            "Notes",
            "Code",
            "Type of data (a)",
            STOCK + "(both sexes)",
            "",
            STOCK + "(male)",
            "",
            STOCK + "(female)");
    private static final List<Object> YEARS = List.of("", "", "", "", "", 2015, 2019, 2015, 2019, 2015, 2019);

    private static InputFile workbook(List<List<Object>> table) {
        List<List<Object>> rows = new ArrayList<>(List.of(
                List.of("United Nations"),
                List.of(),
                List.of("International Migrant Stock 2019 (United Nations database, POP/DB/MIG/Stock/Rev.2019).")));
        rows.addAll(table);
        return Given.bytes(
                "un.xlsx",
                new WorkbookBytes()
                        .sheet("Table 1", rows)
                        .sheet("Table 2", List.of(List.of("Total population"), List.of("x")))
                        .sheet(
                                "NOTES",
                                List.of(
                                        List.of("(18)", "Including Transnistria."),
                                        List.of(
                                                "(24)",
                                                "Including Kosovo. The estimates for 1990 to 2005 refer to Serbia and Montenegro.")))
                        .bytes());
    }

    private static InputFile table() {
        return workbook(List.of(
                BLOCKS,
                YEARS,
                List.of(1, "WORLD", "", 900, "", 10, 11, 6, 6, 4, 5),
                List.of(2, "UN development groups", "", "", "", "..", "..", "..", "..", "..", ".."),
                List.of(3, "Oceania", "", 909, "", 1, 2, 3, 4, 5, 6),
                List.of(4, "OCEANIA", "", 909, "", 1, 2, 3, 4, 5, 6),
                List.of(5, "Albania", 18, 8, "I R", 1, 2, 3, 4, 5, 6),
                List.of(6, "Serbia", 24, 688, "C", 99, 870, "..", 1, 2, 3)));
    }

    @Test
    void theThreeBlocksHaveTheSameYearsAndAreToldApart() {
        Observations read = UnMigrantStock.read(table());
        assertEquals(Format.UN_MIGRANT_STOCK, Format.of(table()));
        assertEquals(List.of("TOTAL", "male", "female"), read.codes("sex"));
        assertEquals(
                List.of(
                        "900, TOTAL, 2015: 10.0, line 6",
                        "900, TOTAL, 2019: 11.0, line 6",
                        "900, male, 2015: 6.0, line 6",
                        "900, male, 2019: 6.0, line 6",
                        "900, female, 2015: 4.0, line 6",
                        "900, female, 2019: 5.0, line 6"),
                read.stream().limit(6).map(Observation::toString).toList());
        assertEquals("Rev.2019", read.source().vintage());
        assertEquals("CC BY 3.0 IGO", read.source().terms());
    }

    @Test
    void locationCodesAreThoseOfTheUnitedNations() {
        assertEquals(
                List.of("900", "909", "AL", "RS"), UnMigrantStock.read(table()).codes("country"));
    }

    @Test
    void theTypeOfDataIsAFlag() {
        Observations read = UnMigrantStock.read(table()).where("sex", "TOTAL");
        assertEquals("AL, TOTAL, 2015: 1.0 (imputed), line 10", read.get(4).toString());
        assertEquals(
                "RS, TOTAL, 2019: 870.0 (definition differs), line 11",
                read.get(7).toString());
    }

    @Test
    void headingsAndRepeatedRowsAreCountedAndACoverageBreakIsANote() {
        Observations read = UnMigrantStock.read(table());
        assertEquals(
                "26 rows read, 24 used; 1 with the heading of a group of rows, 1 that repeat an earlier row",
                read.audit().toString());
        assertThat(read.notes())
                .hasToString(
                        "[W-UNDESA-001 RS: Including Kosovo. The estimates for 1990 to 2005 refer to Serbia and Montenegro.,"
                                + " W-SHEET-001 these sheets are not read: Table 2]");
    }

    @Test
    void theHeaderOfTheEditionOf2020NamesItsColumnsInTheRowOfYears() {
        Observations read = UnMigrantStock.read(workbook(List.of(
                List.of(
                        "",
                        "",
                        "",
                        "",
                        "",
                        STOCK + "(both sexes combined)",
                        "",
                        STOCK + "(males)",
                        "",
                        STOCK + "(females)"),
                List.of(
                        "Index",
                        "Region, development group, country or area",
                        "Notes",
                        "Location code",
                        "Type of data",
                        2015,
                        2020,
                        2015,
                        2020,
                        2015,
                        2020),
                List.of(1, "   Republic of Moldova*", 18, 498, "B", 1, 2, 3, 4, 5, 6))));
        assertEquals(List.of("MD"), read.codes("country"));
        assertEquals(6, read.where("sex", "female").series().at(Period.year(2020)));
    }

    @Test
    void anotherShapeIsRefused() {
        String refusal =
                "E-UNDESA-001 un.xlsx: this is not the international migrant stock by destination: a sheet with the blocks"
                        + " International migrant stock at mid-year (both sexes), (male), (female), years below them, and the columns country or"
                        + " area and Code is needed";
        assertEquals(refusal, refusal(() -> UnMigrantStock.read(workbook(List.of(List.of("a", "b"))))));
        assertEquals(refusal, refusal(() -> UnMigrantStock.read(workbook(List.of(BLOCKS, YEARS)))));
        assertEquals(refusal, refusal(() -> UnMigrantStock.read(workbook(List.of(BLOCKS.subList(5, 10), YEARS)))));
        assertEquals(
                Format.TIDY,
                Format.of(workbook(List.of(
                        List.of("Country or area of origin", "Code", STOCK + "(both sexes)"), List.of("", "", 2015)))));
    }

    @Test
    void theEditionOf2019HasItsStocks() {
        Inspection inspection =
                Inspection.of(Shared.file("data", "undesa", "undesa_pd_2019_migrant_stock_total_dataset.xlsx"));
        assertThat(inspection.toString())
                .contains(
                        "5843 rows read, 5838 used; 4 with the heading of a group of rows, 1 that repeat an earlier row",
                        "5790 values, 0 of them zero; missing: 48 not available; flags: 945 definition differs, 126 imputed",
                        "W-UNDESA-001 SD: ",
                        "W-UNDESA-001 RS: ",
                        "vintage: Rev.2019")
                .doesNotContain("W-PLACE-001");
        Series serbia = inspection
                .observations()
                .get(0)
                .where("country", "RS")
                .where("sex", "TOTAL")
                .series();
        assertEquals(99_269, serbia.at(Period.year(1990)));
        assertEquals(870_980, serbia.at(Period.year(1995)));
    }
}
