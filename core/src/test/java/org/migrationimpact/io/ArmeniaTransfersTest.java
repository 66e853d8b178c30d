package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.migrationimpact.table.Given.refusal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Shared;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.WorkbookBytes;

class ArmeniaTransfersTest {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static List<Object> title(String currency) {
        return List.of("Total money transfers of individuals sent to and received from abroad in " + currency);
    }

    /** Two months; the years of the next sheet are twelve times the first figures. */
    private static List<List<Object>> months() {
        return List.of(
                title("USD"),
                List.of(),
                List.of("(thousand USD)", 2013, "", "", "", "", "", 2014),
                List.of(
                        "",
                        "December",
                        "",
                        "",
                        "of which non-commercial",
                        "",
                        "",
                        "January",
                        "",
                        "",
                        "of which non-commercial"),
                List.of(
                        "",
                        "Inflow ",
                        "Outflow ",
                        "Net inflow ",
                        "Inflow ",
                        "Outflow ",
                        "Net inflow ",
                        "Inflow ",
                        "Outflow ",
                        "Net inflow ",
                        "Inflow ",
                        "Outflow ",
                        "Net inflow "),
                List.of("USA", 5, 3, 2, 4, 1, 3, 7, 6, 1, 2, 2, 0),
                List.of("Others", 5, 3, 2, 4, 1, 3, 7, 6, 1, 2, 2, ""),
                List.of("Total", 10, 6, 4, 8, 2, 6, 14, 12, 2, 4, 4, 0),
                List.of(),
                List.of("* preliminary"));
    }

    private static List<List<Object>> drams(double inflow) {
        List<Object> names = new ArrayList<>(List.of(""));
        List<Object> flows = new ArrayList<>(List.of(""));
        List<Object> figures = new ArrayList<>(List.of("USA"));
        for (String month : MONTHS) {
            names.addAll(List.of(month, ""));
            flows.addAll(List.of("Inflow", "Outflow"));
            figures.addAll(List.of(inflow, 1));
        }
        return List.of(title("AMD"), List.of("(mln AMD)", 2013), names, flows, figures);
    }

    private static List<List<Object>> years(String label) {
        return List.of(
                title("AMD"),
                List.of(label, 2013),
                List.of("", "Annual"),
                List.of("", "Inflow", "Outflow"),
                List.of("USA", 24, 12));
    }

    private static InputFile workbook(double inflow, String label) {
        return Given.bytes(
                "a.xlsx",
                new WorkbookBytes()
                        .sheet("monthly in USD", months())
                        .sheet("monthly in AMD", drams(inflow))
                        .sheet("annual in AMD", years(label))
                        .sheet("methodology", List.of(List.of("", "This table comprises total money transfers")))
                        .bytes());
    }

    private static InputFile workbook() {
        return workbook(2, "(thousand USD)");
    }

    @Test
    void threeLevelsOfHeadingsAreReadAndAMergedCellHoldsUntilTheNext() {
        Observations read = ArmeniaTransfers.read(workbook());
        assertEquals(Format.ARMENIA_TRANSFERS, Format.of(workbook()));
        assertEquals(List.of("counterpart", "purpose", "direction"), read.dimensions());
        assertEquals("thousand USD", read.unit());
        assertEquals(
                List.of(
                        "US, TOTAL, inflow, 2013-12: 5.0, line 6",
                        "US, TOTAL, outflow, 2013-12: 3.0, line 6",
                        "US, TOTAL, net, 2013-12: 2.0, line 6",
                        "US, non-commercial, inflow, 2013-12: 4.0, line 6",
                        "US, non-commercial, outflow, 2013-12: 1.0, line 6",
                        "US, non-commercial, net, 2013-12: 3.0, line 6",
                        "US, TOTAL, inflow, 2014-01: 7.0, line 6"),
                read.stream().limit(7).map(Observation::toString).toList());
        assertEquals(List.of("US", "OTHERS", "TOTAL"), read.codes("counterpart"));
        assertEquals(
                "37 rows read, 36 used; 1 with a note in place of a series",
                read.audit().toString());
        assertThat(read.notes()).hasToString("[W-SHEET-001 these sheets are not read: monthly in AMD, annual in AMD]");
    }

    @Test
    void theBlockOfWhichIsNeverSummedWithItsWholeNorInflowsWithOutflows() {
        Observations read = ArmeniaTransfers.read(workbook());
        for (String dimension : List.of("purpose", "direction")) {
            assertEquals(
                    "E-OBS-014",
                    assertThrows(DataException.class, () -> read.totalOver(dimension))
                            .code());
        }
        assertEquals(
                "E-OBS-011",
                assertThrows(
                                DataException.class,
                                () -> read.where("purpose", "TOTAL", "non-commercial")
                                        .totalOver("purpose"))
                        .code());
    }

    @Test
    void aSheetLabelledInTheWrongCurrencyTakesTheUnitOfItsMonths() {
        Observations years = ArmeniaTransfers.read(workbook(), "annual in AMD");
        assertEquals("mln AMD", years.unit());
        assertEquals(List.of(Period.year(2013)), years.periods());
        assertThat(years.notes().get(0).toString())
                .isEqualTo(
                        "W-CBA-001 the sheet is labelled (thousand USD) but titled in AMD; its years are the sums of the months on the"
                                + " sheet monthly in AMD, so the unit is taken from there");
    }

    @Test
    void whereTheMonthsDoNotAgreeNoUnitIsGiven() {
        Observations years = ArmeniaTransfers.read(workbook(5, "(thousand USD)"), "annual in AMD");
        assertEquals("", years.unit());
        assertThat(years.notes().get(0).toString())
                .endsWith("; which of the two is meant cannot be told, so no unit is given");
        Observations labelled = ArmeniaTransfers.read(workbook(5, "(mln AMD)"), "annual in AMD");
        assertEquals("mln AMD", labelled.unit());
        assertEquals(1, labelled.notes().size());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThat(refusal(() -> ArmeniaTransfers.read(Given.text("a,b\n1,2\n"))))
                .isEqualTo(
                        "E-CBA-001 t.csv: this is not the table of money transfers: a sheet with the title Total money transfers of"
                                + " individuals … in USD, and below it years, months, and Inflow, Outflow, Net inflow is needed");
        assertEquals(
                "E-CBA-003 a.xlsx: there is no sheet 'x' of transfers; there is monthly in USD, monthly in AMD, annual in AMD",
                refusal(() -> ArmeniaTransfers.read(workbook(), "x")));
        assertEquals(
                "E-CBA-002 a.xlsx:5:2: the column has no year, no month (or Annual), or no direction above it; fill in its headings",
                refusal(() ->
                        ArmeniaTransfers.read(changed(3, List.of("", "of which non-commercial", "", "", "February")))));
        assertEquals(
                "E-CBA-004 a.xlsx:6:1: the row has figures but no counterpart; fill in its first cell",
                refusal(() -> ArmeniaTransfers.read(changed(5, List.of("", 1, 2, 3)))));
        assertThat(refusal(() -> ArmeniaTransfers.read(changed(3, Collections.nCopies(13, "Smarch")))))
                .startsWith("E-PERIOD-001 a.xlsx:5:2: 'Smarch2013' is no period");
    }

    private static InputFile changed(int row, List<Object> cells) {
        List<List<Object>> rows = new ArrayList<>(months());
        rows.set(row, cells);
        return Given.bytes(
                "a.xlsx", new WorkbookBytes().sheet("monthly in USD", rows).bytes());
    }

    @Test
    void theCentralBanksWorkbooksHaveTheirTransfers() {
        for (String vintage : List.of("2024_06_07", "2025_02_18")) {
            boolean earlier = vintage.equals("2024_06_07");
            InputFile file = InputFile.of(
                    Shared.file("data", "cba_armenia", "transfers_by_countries__tvyal_" + vintage + ".xlsx"));
            Inspection inspection = Inspection.of(file);
            assertThat(inspection.toString())
                    .contains(
                            "counterpart: 52 codes",
                            earlier ? "146 months, 2013-01 to 2025-02" : "144 months, 2013-01 to 2024-12",
                            earlier
                                    ? "45550 values, 944 of them zero; missing: 2"
                                    : "44925 values, 935 of them zero; missing: 3")
                    .doesNotContain("W-PLACE-001");
            Observations total = inspection.observations().get(0).where("counterpart", "TOTAL");
            assertEquals(112_331.77, total.get(0).value(), 1e-9);
            assertEquals("mln AMD", ArmeniaTransfers.read(file, "annual in AMD").unit());
        }
    }
}
