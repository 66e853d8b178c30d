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
import org.migrationimpact.table.Given;
import org.migrationimpact.table.WorkbookBytes;

class WorldBankTest {

    private static final String PREAMBLE = String.join(
            "\r\n",
            "\ufeff\"Data Source\",\"World Development Indicators\",",
            "",
            "\"Last Updated Date\",\"2021-09-15\",",
            "",
            "");
    private static final String HEADER =
            "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2019\",\"2020\",\r\n";
    private static final String NAMIBIA =
            "\"Namibia\",\"NAM\",\"Remittances, paid (current US$)\",\"BM.TRF\",\"\",\"1.5\",\r\n";
    private static final String WORLD =
            "\"World\",\"WLD\",\"Remittances, paid (current US$)\",\"BM.TRF\",\"7\",\"8\",\r\n";

    @Test
    void readsTheRemittancesPaidAsPublished() {
        Observations paid =
                WorldBank.read(Shared.file("data", "worldbank", "API_BM.TRF.PWKR.CD.DT_DS2_en_csv_v2_3012027.csv"));
        assertEquals(266 * 61, paid.size());
        assertEquals("2021-09-15", paid.source().vintage());
        assertEquals("current US$", paid.unit());
        assertEquals("Personal remittances, paid", paid.quantity());
        assertEquals(27, paid.where("country", "KG").series().observed());
        assertThat(paid.codes("country")).contains("XK", "NA", "WLD", "CHI").hasSize(266);
    }

    @Test
    void readsTheShapeWhateverTheLanguage() {
        Observations read = WorldBank.read(
                text(PREAMBLE.replace("Data Source", "Fuente de datos").replace("Last Updated Date", "Fecha")
                        + HEADER.replace("Country Name", "Pa\u00eds").replace("Country Code", "C\u00f3digo")
                        + NAMIBIA
                        + WORLD));
        assertEquals(List.of("NA", "WLD"), read.codes("country"));
        assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(0).flags());
        assertEquals(1.5, read.where("country", "NA").series().at(Period.year(2020)));
        assertEquals(6, read.get(0).line());
        assertEquals("World Bank, World Development Indicators", read.source().title());
        assertEquals("CC BY 4.0", read.source().terms());
    }

    @Test
    void anotherShapeIsRefused() {
        assertEquals(
                "E-WDI-001 t.csv: this is no WDI file: a preamble, a header of four names and years, and rows of countries are needed",
                refusal(() -> WorldBank.read(text("a,b\n1,2\n"))));
        assertThat(refusal(() -> WorldBank.read(Given.bytes(
                        "f.xlsx",
                        new WorkbookBytes().sheet("Data", List.of(List.of("a"))).bytes()))))
                .startsWith("E-WDI-001");
        assertEquals(
                "E-WDI-002 t.csv: the file has 2 indicators in 2 units (current US$, % of GDP); keep the rows of one unit",
                refusal(() -> WorldBank.read(text(PREAMBLE
                        + HEADER
                        + NAMIBIA
                        + WORLD.replace("BM.TRF", "BX.TRF").replace("current US$", "% of GDP")))));
        assertEquals(
                "E-WDI-003 t.csv:6: the row 'Namibia, NAMIBIA, Remittances, paid (current US$), BM.TRF' is no series; its second cell must"
                        + " be a country code of three characters, its fourth an indicator code",
                refusal(() -> WorldBank.read(text(PREAMBLE + HEADER + NAMIBIA.replace("NAM\"", "NAMIBIA\"")))));
        assertEquals(
                "E-WDI-004 t.csv:5: the header has a year twice; each year needs one column",
                refusal(() -> WorldBank.read(text(PREAMBLE + HEADER.replace("2020", "2019") + NAMIBIA))));
        assertEquals(
                "E-WDI-005 t.csv:6: the row has 1 values, the header has 2 years; mend the row",
                refusal(() -> WorldBank.read(text(PREAMBLE + HEADER + NAMIBIA.replace(",\"1.5\",", "")))));
    }
}
