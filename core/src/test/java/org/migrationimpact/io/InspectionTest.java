package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;
import static org.migrationimpact.table.Given.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Shared;
import org.migrationimpact.data.InputException;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Rows;

class InspectionTest {

    @Test
    void aTidyTableIsToldInPlainLines() {
        InputFile file = text("""
                # vintage: 2020
                # unit: persons
                geo,sex,time,value,OBS_FLAG
                NO,T,2015,1.5,b
                NO,T,2017,0,
                NO,T,2017,:,c
                NO,F,2015,2,
                AL,T,2015,*,
                """);
        assertEquals("""
                t.csv: tidy table (tidy)
                  129 bytes, SHA-256 %s
                  5 rows, 5 columns: geo, sex, time, value, OBS_FLAG
                  columns (a guess from names and contents): time time; values value; dimensions geo, sex; flags OBS_FLAG
                  geo: 2 codes: NO, AL
                  sex: 2 codes: T, F
                  periods: 2 years, 2015 to 2017, 1 in between in no series
                  gaps: 1 of 3 series have no row for some period inside their span: NO, T lacks 1 between 2015 and 2017
                  duplicates: 1 rows repeat a key that was there before: NO, T in 2017 in lines 5 and 6; a further dimension may tell them apart
                  vintage: 2020
                  5 rows read, 5 used
                  value (unit persons): 3 values, 1 of them zero; missing: 2 suppressed; flags: 1 break in the series
                  in a study file (check the guess):
                    data:
                      file: t.csv
                      unit: geo
                      time: time
                      outcome: value
                      where: {sex: T}    # choose your own""".formatted(file.sha256()), Inspection.of(file).toString());
    }

    @Test
    void aPublishersFileIsRecognisedByItsContent() {
        Inspection inspection = Inspection.of(Shared.file("data", "iom_gdidata", "frontex_ibc_monthly_route_nat.csv"));
        assertEquals(Format.FRONTEX, inspection.format());
        assertThat(inspection.toString())
                .contains("periods: 196 months, 2009-01 to 2025-04", "format: frontex", "34273 rows read");
        assertEquals(
                Format.FRONTEX,
                Format.of(InputFile.of(Shared.file("data", "frontex", "Detections_of_IBC_2020_07_07.xlsx"))));
        assertEquals(
                Format.WORLD_BANK,
                Inspection.of(Shared.file("data", "worldbank", "API_BM.TRF.PWKR.CD.DT_DS2_en_csv_v2_3012027.csv"))
                        .format());
        assertEquals(Format.TIDY, Format.of(InputFile.of(Shared.file("data", "iom_gdidata", "wdi_selected.csv"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rows\":1}|JSON",
                "[{}]|JSON",
                "<html>|XML or HTML",
                "%PDF-1.7|PDF document",
                "PAR1|Parquet file",
            })
    void aFormatThatIsNotReadIsNamed(String content, String title) {
        assertThat(refusal(() -> Inspection.of(text(content + "\n1,2\n"))))
                .startsWith(
                        "E-FORMAT-001 t.csv: the format is recognised, " + title + ", but not read by this version; ");
    }

    @Test
    void binaryWorkbooksAndArchivesAreNamed() {
        byte[] xls = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};
        assertEquals(
                "E-FORMAT-001 a.xls: the format is recognised, Excel 97-2003 workbook (.xls) or encrypted workbook, but not read by this"
                        + " version; save it as .xlsx without a password, or as CSV",
                refusal(() -> Rows.read(Given.bytes("a.xls", xls))));
        byte[] zip = "PK\u0003\u0004 nothing of a workbook".getBytes(StandardCharsets.US_ASCII);
        assertThat(refusal(() -> Rows.read(Given.bytes("a.zip", zip)))).contains("zip archive");
    }

    @Test
    void formatsHaveNames() {
        assertEquals(Format.WORLD_BANK, Format.named("world-bank-wdi-csv"));
        assertEquals(
                "E-FORMAT-002 there is no format 'x'; the formats are frontex, world-bank-wdi-csv, unhcr-csv, bamf-csv, cepii-dist,"
                        + " passport-index, tidy, eurostat-tsv, eurostat-data-explorer-csv, sdmx-csv, world-bank-wdi-xlsx,"
                        + " world-bank-json, databank-csv, json-stat, knomad-flows, knomad-matrix, undesa-migrant-stock, cba-transfers, json, xml, xls, zip, pdf, parquet",
                refusal(() -> Format.named("x")));
        assertEquals(
                "E-FORMAT-003 the format 'tidy' has no reader of its own; name the columns of a tidy table (time, value, dimensions)",
                refusal(() -> Format.TIDY.reader()));
    }

    @Test
    void theNumberOfAFirmIsADimensionAndAnIndicatorIsNot() {
        StringBuilder table = new StringBuilder("t,firm,year,sales,treated\n");
        for (int firm = 1; firm <= 4; firm++) {
            for (int year = 2001; year <= 2006; year++) {
                table.append(
                        year - 2000 + "," + firm + "," + year + "," + firm * 1.5 + "," + (year > 2003 ? 1 : 0) + "\n");
            }
        }
        assertThat(Inspection.of(text(table.toString())).toString())
                .contains("time year; values sales, treated; dimensions firm; not used: t");
    }

    @Test
    void yearAndMonthAreTakenTogether() {
        assertThat(Inspection.of(text("year,month,n\n2015,1,5\n2015,2,6\n")).dataBlock())
                .contains("time: [year, month]");
    }

    @Test
    void whatWouldBeRefusedIsSaid() {
        Inspection bad = Inspection.of(text("geo,time,value\nA,2015,1\nA,2016-03,2\n"));
        assertThat(bad.refusals())
                .singleElement()
                .extracting(InputException::code)
                .isEqualTo("E-TIME-003");
        assertThat(bad.toString()).contains("refused: E-TIME-003 t.csv:3:2: '2016-03' is a month");
        Inspection wide = Inspection.of(text("land,a,b\nx,1,2\ny,3,4\n"));
        assertEquals("", wide.dataBlock());
        assertEquals(List.of("land", "a", "b"), wide.header());
        assertThat(wide.observations()).isEmpty();
        assertThat(wide.toString()).contains("no column was found of periods");
        assertThat(Inspection.of(text("time,a\n2015,x\n2016,y\n")).toString())
                .contains("no column was found of figures");
    }

    @Test
    void namesThatYamlWouldMisreadAreQuoted() {
        assertThat(Inspection.of(text("no,time,\"a \"\"b\"\"\"\nx,2015,1\ny,2015,2\n"))
                        .dataBlock())
                .contains("unit: \"no\"", "outcome: \"a \\\"b\\\"\"");
    }
}
