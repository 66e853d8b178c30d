package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;
import static org.migrationimpact.table.Given.text;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;

class DataBankTest {

    private static final String HEADER =
            "\ufeffCountry Name,Country Code,Receiving Countries  Name,Receiving Countries  Code,"
                    + "Series Name,Series Code,2011Q1 [YR2011Q1],2011Q3 [YR2011Q3],2012Q1 [YR2012Q1]\n";
    private static final String RUSSIA =
            "Russian Federation,RUS,Moldova,MDA,\"Average cost of sending 200 USD (%)\",RPW.COST,2.5,..,3\n";
    private static final String FOOTER = """
            ,,,,,,,,
            ,,,,,,,,
            ,,,,,,,,
            Data from database: Remittance Prices Worldwide (Corridors),,,,,,,,
            Last Updated: 12/07/2020,,,,,,,,
            """;

    @Test
    void theHeaderHasPeriodsTwiceAndDoubleBlanksAndMissingIsTwoPoints() {
        Observations cost = DataBank.read(text(HEADER + RUSSIA + FOOTER));
        assertEquals(List.of("country", "receiving countries", "series"), cost.dimensions());
        assertEquals(List.of("RU", "MD", "RPW.COST"), cost.get(0).codes());
        assertEquals(Set.of(Flag.NOT_AVAILABLE), cost.get(1).flags());
        assertEquals("Average cost of sending 200 USD", cost.quantity());
        assertEquals("%", cost.unit());
    }

    @Test
    void irregularPeriodsStayIrregular() {
        Observations cost = DataBank.read(text(HEADER + RUSSIA + FOOTER));
        assertEquals(
                List.of(Period.quarter(2011, 1), Period.quarter(2011, 3), Period.quarter(2012, 1)), cost.periods());
        assertThat(cost.series().flags(1)).containsExactly(Flag.ABSENT);
    }

    @Test
    void theFooterIsCountedAndItsDateHasTheMonthFirst() {
        Observations cost = DataBank.read(text(HEADER + RUSSIA + FOOTER));
        assertEquals("2020-12-07", cost.source().vintage());
        assertEquals(
                "World Bank, Remittance Prices Worldwide (Corridors)",
                cost.source().title());
        assertEquals(
                "8 rows read, 3 used; 5 of the footer in place of a series",
                cost.audit().toString());
    }

    @Test
    void itIsRecognisedByItsHeader() {
        Inspection inspection = Inspection.of(text(HEADER + RUSSIA + FOOTER));
        assertEquals(Format.DATABANK, inspection.format());
        assertThat(inspection.toString()).contains("2 values, 0 of them zero; missing: 1 not available");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals(
                "E-DATABANK-001 t.csv: this is no DataBank table: columns such as Country Name and Country Code, periods such as 2011Q1"
                        + " [YR2011Q1], and rows are needed",
                refusal(() -> DataBank.read(text("a,b\n1,2\n"))));
        assertEquals(
                "E-DATABANK-002 t.csv:2: the row has 8 cells, the header has 9; mend the row",
                refusal(() -> DataBank.read(text(HEADER + RUSSIA.replace(",3\n", "\n")))));
        assertEquals(
                "E-DATABANK-003 t.csv:2:4: the code is empty; every series needs all of its codes",
                refusal(() -> DataBank.read(text(HEADER + RUSSIA.replace("MDA", "")))));
        assertThat(refusal(() -> DataBank.read(
                        text(HEADER + RUSSIA + RUSSIA.replace("(%)", "(US$)").replace("RPW.COST", "RPW.US")))))
                .startsWith("E-WDI-002 t.csv: the file has 2 indicators in 2 units (%, US$)");
        assertThat(refusal(() -> DataBank.read(text(HEADER + RUSSIA.replace("2.5", "2,5".replace(',', ';'))))))
                .startsWith("E-CELL-001 t.csv:2:7: '2;5' is no number");
        assertThat(refusal(() -> DataBank.read(text(HEADER.replace("2012Q1", "2011Q1") + RUSSIA))))
                .startsWith("E-COLUMNS-001 t.csv:1:9: the columns 7 and 9 both hold 2011-Q1");
    }
}
