package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.WorkbookBytes;

class KnomadTest {

    private static final List<Object> HEADER = List.of(
            "Migrant remittance inflows (US$ million)", "2018", "2019e", "Remittances as a share of GDP in 2019 (%)");

    private static InputFile sheet(List<List<Object>> rows) {
        return Given.bytes(
                "k.xlsx", new WorkbookBytes().sheet("Remittance inflows", rows).bytes());
    }

    private static Path shared(String name) {
        return Shared.file("data", "knomad", name);
    }

    private static List<String> cells(Observations cube) {
        return cube.stream().map(Observation::toString).toList();
    }

    @Test
    void theTitleHeadsTheCountriesAndAYearWithALetterIsEstimated() {
        InputFile file = sheet(List.of(
                HEADER,
                List.of("Kyrgyz Republic", 2685.5, 2410, 29.2),
                List.of("American Samoa", "", "", "-"),
                List.of("Low-and Middle-Income Countries", 530649, ".."),
                List.of("World", 694478, 714248),
                List.of(),
                List.of("Note: All numbers are in current (nominal) US $."),
                List.of("Date: April 2020")));
        Observations read = KnomadFlows.read(file);
        assertEquals(Format.KNOMAD_FLOWS, Format.of(file));
        assertEquals("Migrant remittance inflows", read.quantity());
        assertEquals("US$ million", read.unit());
        assertEquals("April 2020", read.source().vintage());
        assertEquals(
                List.of(
                        "KG, 2018: 2685.5, line 2",
                        "KG, 2019: 2410.0 (estimated), line 2",
                        "AS, 2018: no figure (not available), line 3",
                        "AS, 2019: no figure (not available), line 3",
                        "LMY, 2018: 530649.0, line 4",
                        "LMY, 2019: no figure (not available), line 4",
                        "WLD, 2018: 694478.0, line 5",
                        "WLD, 2019: 714248.0 (estimated), line 5"),
                cells(read));
        assertEquals(
                "10 rows read, 8 used; 2 with a note in place of a series",
                read.audit().toString());
        assertThat(read.notes())
                .hasToString(
                        "[W-COLUMNS-001 these columns are no periods and are not read: Remittances as a share of GDP in 2019 (%)]");
    }

    @Test
    void zeroBlankAndTwoPointsAreKeptAsTheyAreWritten() {
        Observations read = KnomadFlows.read(sheet(List.of(
                List.of("Remittance outflows (US$ million)", 2000, 2001, 2002),
                List.of("Albania", 0, "", ".."),
                List.of("Atlantis", 1, 2, 3))));
        assertEquals(
                List.of("AL, 2000: 0.0, line 2", "AL, 2001: no figure (not available), line 2"),
                cells(read).subList(0, 2));
        assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(2).flags());
        assertThat(read.notes())
                .hasToString(
                        "[W-PLACE-001 these are no country and no aggregate that is known, and keep the publisher's words: Atlantis,"
                                + " W-KNOMAD-001 1 figures are 0; this publisher writes 0, an empty cell or .. where there is no figure, so check"
                                + " a zero before you take it for one]");
    }

    @Test
    void flowsOfAnotherShapeAreRefused() {
        assertEquals(
                "E-KNOMAD-001 t.csv: this is no table of remittance flows: a sheet with the title Remittance inflows (US$ million) or"
                        + " Remittance outflows (US$ million), years beside it and countries below is needed",
                refusal(() -> KnomadFlows.read(Given.text("a,b\n1,2\n"))));
        assertEquals(
                "E-KNOMAD-002 k.xlsx:2:1: the row has figures but no country; fill in its first cell",
                refusal(() -> KnomadFlows.read(sheet(List.of(HEADER, List.of("", 1, 2))))));
        assertThat(refusal(() -> KnomadFlows.read(sheet(List.of(HEADER, List.of("Albania", "n/a", 2))))))
                .startsWith("E-CELL-001 k.xlsx:2:2: 'n/a' is no number");
        assertThat(refusal(() -> KnomadFlows.read(sheet(List.of(HEADER, List.of("Albania", 1, 2, 3, 4))))))
                .startsWith("E-COLUMNS-002 k.xlsx:2:5: ");
        assertThat(refusal(() -> KnomadFlows.read(sheet(List.of(
                        List.of("Remittance inflows (US$ million)", "2018", "2018e"), List.of("Albania", 1, 2))))))
                .startsWith("E-COLUMNS-001 k.xlsx:1:3: the columns 2 and 3 both hold 2018;");
    }

    private static InputFile matrix(String title, String corner) {
        return Given.bytes(
                "m.xlsx",
                new WorkbookBytes()
                        .sheet(
                                "Matrix",
                                List.of(
                                        List.of(title),
                                        List.of(
                                                corner,
                                                "Russian Federation",
                                                "Kyrgyz Republic",
                                                "Other North",
                                                "WORLD"),
                                        List.of("Russian Federation", 0, 1904.3, 2, "-"),
                                        List.of("Kyrgyz Republic", 7, 0, "", 9),
                                        List.of("Other South", 7, 0, 0, 9),
                                        List.of("WORLD", 1, 2, 3, 4),
                                        List.of(),
                                        List.of("Notes:"),
                                        List.of("These estimates are based on …")))
                        .bytes());
    }

    private static final String REMITTANCES =
            "Bilateral Remittance Estimates for 2017 using Migrant Stocks (millions of US$) (April 2018 Version)";
    private static final String STOCKS = "Bilateral Estimates of Migrant Stocks in 2017";

    @Test
    void inTheRemittancesTheSenderIsDownAndTheReceiverAcross() {
        InputFile file = matrix(REMITTANCES, "receiving (across) / sending (down) ");
        Observations read = KnomadMatrix.read(file);
        assertEquals(Format.KNOMAD_MATRIX, Format.of(file));
        assertEquals(List.of("sending", "receiving"), read.dimensions());
        assertEquals(
                1904.3,
                read.where("sending", "RU").where("receiving", "KG").series().at(Period.year(2017)));
        assertEquals("millions of US$", read.unit());
        assertEquals("April 2018", read.source().vintage());
        assertThat(read.notes()).extracting(Object::toString).noneMatch(note -> note.startsWith("W-KNOMAD-003"));
    }

    @Test
    void inTheMigrantStocksTheOriginIsDownAndTheDestinationAcross() {
        for (String corner : List.of("Destination country (across) - Source (down)", "")) {
            Observations read = KnomadMatrix.read(matrix(STOCKS, corner));
            assertEquals(List.of("origin", "destination"), read.dimensions());
            assertEquals(
                    1904.3,
                    read.where("origin", "RU")
                            .where("destination", "KG")
                            .series()
                            .at(Period.year(2017)));
            assertEquals("persons", read.unit());
            assertEquals(
                    corner.isEmpty(),
                    read.notes()
                            .toString()
                            .contains(
                                    "a row was taken as the origin of the migrants and a column as their destination"));
        }
        assertEquals(
                List.of("destination", "origin"),
                KnomadMatrix.read(matrix(STOCKS, "Source (across) - Destination (down)"))
                        .dimensions());
    }

    @Test
    void aDashIsNoFigureAZeroStaysAndTotalsStandInRowsAndColumns() {
        Observations read = KnomadMatrix.read(matrix(REMITTANCES, "receiving (across) / sending (down)"));
        assertEquals(List.of("RU", "KG", "OTHER_NORTH", "WLD"), read.codes("receiving"));
        assertEquals(List.of("RU", "KG", "OTHER_SOUTH", "WLD"), read.codes("sending"));
        assertEquals(
                "RU, WLD, 2017: no figure (not available), line 3", read.get(3).toString());
        assertEquals("RU, RU, 2017: 0.0 (estimated), line 3", read.get(0).toString());
        assertEquals(
                "18 rows read, 16 used; 2 with a note in place of a series",
                read.audit().toString());
        assertThat(read.notes().get(0).toString())
                .isEqualTo(
                        "W-KNOMAD-002 these are estimates of a model, not observations; 0 also stands where there is no estimate");
    }

    @Test
    void aMatrixWithoutAxesOrYearIsRefused() {
        assertEquals(
                "E-KNOMAD-003 t.csv: this is no bilateral matrix: a sheet with a title such as Bilateral Remittance Estimates for 2017,"
                        + " countries across and countries down is needed",
                refusal(() -> KnomadMatrix.read(Given.text("a,b\n1,2\n"))));
        assertThat(refusal(() -> KnomadMatrix.read(matrix("Bilateral Remittance Estimates for 2017", ""))))
                .startsWith("E-KNOMAD-004 m.xlsx:2:1: '' does not tell what rows and columns are;");
        assertEquals(
                "E-KNOMAD-005 m.xlsx: neither the title 'Bilateral Estimates of Migrant Stocks' nor the sheet 'Matrix' names a year; write"
                        + " the year of the estimates into the title",
                refusal(() -> KnomadMatrix.read(matrix("Bilateral Estimates of Migrant Stocks", ""))));
        assertEquals(
                "E-KNOMAD-006 k.xlsx:3:1: the row has figures but no country; fill in its first cell",
                refusal(() -> KnomadMatrix.read(sheet(List.of(
                        List.of(STOCKS),
                        List.of("", "Albania", "Armenia"),
                        List.of("", 1, 2),
                        List.of("Albania", 1, 2))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "april2020_remittanceinflows.xlsx | 216 | 40 years, 1980 to 2019 | 5751 values, 0 of them zero; missing: 2889 not available;"
                        + " flags: 188 estimated | April 2020",
                "remittance_inflows_april_2020.xlsx | 216 | 40 years, 1980 to 2019 | 5751 values, 0 of them zero | April 2020",
                "remittance_outflow_april2020.xlsx | 214 | 39 years, 1980 to 2018 | 5398 values, 0 of them zero | April 2020",
                "remittance-inflows.xlsx | 216 | 23 years, 2000 to 2022 | 4474 values, 461 of them zero | June 2023",
                "remittance-outflows.xlsx | 214 | 23 years, 2000 to 2022 | 4525 values, 729 of them zero | June 2023"
            })
    void theEditionsOf2020And2023HaveTheirFigures(
            String name, int countries, String periods, String figures, String date) {
        Inspection inspection = Inspection.of(shared(name));
        assertEquals(Format.KNOMAD_FLOWS, inspection.format());
        assertThat(inspection.toString())
                .contains("country: " + countries + " codes", periods, figures, "vintage: " + date)
                .doesNotContain("W-PLACE-001");
    }

    @Test
    void theMatricesOf2017HaveTheirCorridors() {
        Observations sent = KnomadMatrix.read(shared("WB_Bilateral_Remittance_Estimates_2017.xlsx"));
        assertEquals(215 * 215, sent.size());
        assertEquals(
                1904,
                Math.round(sent.where("sending", "RU")
                        .where("receiving", "KG")
                        .get(0)
                        .value()));
        assertEquals(
                533,
                Math.round(sent.where("sending", "RU")
                        .where("receiving", "MD")
                        .get(0)
                        .value()));
        assertEquals(
                1687,
                Math.round(sent.where("sending", "RU")
                        .where("receiving", "TJ")
                        .get(0)
                        .value()));
        assertEquals(4, sent.stream().filter(o -> Double.isNaN(o.value())).count());
        assertEquals("April 2018", sent.source().vintage());
        Observations stocks = KnomadMatrix.read(shared("WB_Bilateral_Estimates_Migrant_Stocks_2017.xlsx"));
        assertEquals(217 * 217, stocks.size());
        assertEquals(
                11_573_680,
                stocks.where("origin", "MX").where("destination", "US").get(0).value());
        assertEquals(
                266_143_792,
                stocks.where("origin", "WLD").where("destination", "WLD").get(0).value());
        assertEquals(2, stocks.stream().filter(o -> Double.isNaN(o.value())).count());
    }
}
