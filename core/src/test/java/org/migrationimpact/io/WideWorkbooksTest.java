package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.migrationimpact.table.Given.refusal;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.WorkbookBytes;

/** The World Development Indicators as a workbook; and what all wide tables share. */
class WideWorkbooksTest {

    private static final List<Object> SOURCE = List.of("Data Source", "World Development Indicators");
    private static final List<Object> HEADER =
            List.of("Country Name", "Country Code", "Indicator Name", "Indicator Code", "2019", 2020);
    private static final List<Object> NAMIBIA = List.of("Namibia", "NAM", "Remittances (US$)", "BM.TRF.PWKR", "", 1.5);
    private static final List<Object> KOSOVO = List.of("Kosovo", "XKX", "Remittances (US$)", "BM.TRF.PWKR", 7);

    private static InputFile workbook(List<Object> updated, List<Object> header) {
        return Given.bytes(
                "wdi.xlsx",
                new WorkbookBytes()
                        .sheet("Data", List.of(SOURCE, updated, List.of(), header, NAMIBIA, KOSOVO))
                        .sheet(
                                "Metadata - Countries",
                                List.of(List.of("Country Code", "Region"), List.of("NAM", "SSF")))
                        .bytes());
    }

    @Test
    void theHeaderOfAWorkbookOfTheWorldBankStandsOnRowFourAndItsDateIsASerialNumber() {
        for (Object date : List.of(new WorkbookBytes.Date(45056), 45056)) {
            InputFile file = workbook(List.of("Last Updated Date", date), HEADER);
            Observations read = WorldBank.read(file);
            assertEquals(Format.WORLD_BANK_WORKBOOK, Format.of(file));
            assertEquals("2023-05-10", read.source().vintage());
            assertEquals("US$", read.unit());
            assertEquals(List.of("NA", "XK"), read.codes("country"));
            assertEquals(1.5, read.where("country", "NA").series().at(Period.year(2020)));
            assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(3).flags());
            assertEquals(6, read.get(3).line());
        }
    }

    @Test
    void aWorkbookOfTheWorldBankIsReadInAnyLanguage() {
        InputFile file = workbook(
                List.of("Fecha de \u00faltima actualizaci\u00f3n", new WorkbookBytes.Date(45762)),
                List.of("Pa\u00eds", "C\u00f3digo", "Indicador", "C\u00f3digo del indicador", 2019, 2020));
        assertEquals("2025-04-15", WorldBank.read(file).source().vintage());
        assertTrue(Inspection.of(file).toString().contains("format: world-bank-wdi-xlsx"));
    }

    @Test
    void aYearLeftOutOfTheHeaderDoesNotMoveTheOthers() {
        assertThat(refusal(() -> WorldBank.read(workbook(
                        List.of("Last Updated Date", new WorkbookBytes.Date(45056)),
                        List.of(
                                "Country Name",
                                "Country Code",
                                "Indicator Name",
                                "Indicator Code",
                                "2019",
                                "",
                                "2020")))))
                .startsWith("E-WDI-001 wdi.xlsx: ");
    }

    @Test
    void aBinaryWorkbookIsRefusedAndTheRemedyIsToSaveItAsXlsx() {
        byte[] xls = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};
        assertThat(refusal(() -> WorldBank.read(Given.bytes("a.xls", xls))))
                .endsWith("save it as .xlsx without a password, or as CSV");
    }

    @Test
    void twoColumnsOfOnePeriodAndCellsWithoutAHeadingAreRefused() {
        List<WideColumns.Column> twice =
                List.of(WideColumns.Column.of(1, Period.year(2019)), WideColumns.Column.of(3, Period.year(2019)));
        InputFile file = Given.text("x");
        assertEquals(
                "E-COLUMNS-001 t.csv:2:4: the columns 2 and 4 both hold 2019; keep one of them",
                refusal(() -> WideColumns.of(file, 2, List.of(), twice)));
        WideColumns one = WideColumns.of(file, 1, List.of("", "2019", ""), twice.subList(0, 1));
        assertEquals(
                "E-COLUMNS-002 t.csv:3:3: there is a cell in a column without a heading; give the column its heading, or empty the cell",
                refusal(() ->
                        one.feed(Observations.of("q", "u", List.of("c")), 3, List.of("A", "1", "2"), List.of("A"))));
    }
}
