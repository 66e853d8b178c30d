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
import org.migrationimpact.Shared;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.NumberStyle;
import org.migrationimpact.table.WorkbookBytes;

class TidyWideTest {

    @ParameterizedTest
    @CsvSource({
        "2015,2016,2015,2016",
        "2015 ,2016 ,2015,2016",
        "2015M01,2015M02,2015-01,2015-02",
        "JAN2009,FEB2009,2009-01,2009-02",
        "2011Q1 [YR2011Q1],2011Q3 [YR2011Q3],2011-Q1,2011-Q3",
        "X2015,X2016,2015,2016",
        "Y2015M01,Y2015M02,2015-01,2015-02",
        "2016,2015,2016,2015",
        "2015-01-01,2015-02-01,2015-01,2015-02",
    })
    void headingsArePeriods(String first, String second, String one, String two) {
        Observations read = Tidy.wide("geo").read(text("geo," + first + "," + second + "\nAL,1,2\n"));
        assertEquals(2, read.size());
        assertEquals(one, read.get(0).period().toString());
        assertEquals(two, read.get(1).period().toString());
        assertEquals(1, read.get(0).value());
    }

    @Test
    void aResavedEurostatTableKeepsItsFlagsInsideTheCells() {
        Observations read = Tidy.wide("geo")
                .quantity("immigration")
                .unit("persons")
                .read(text("geo,2006 ,2007 ,2008 \nAT,98535 ,72862 b,: c\nNA,,*,0 \n"));
        assertEquals("immigration", read.quantity());
        assertEquals("persons", read.unit());
        assertEquals(Set.of(Flag.BREAK), read.get(1).flags());
        assertEquals(Set.of(Flag.SUPPRESSED), read.get(2).flags());
        assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(3).flags());
        assertEquals(Set.of(Flag.SUPPRESSED), read.get(4).flags());
        assertEquals(0, read.get(5).value());
        assertEquals(List.of("AT", "NA"), read.codes("geo"));
        assertEquals(3, read.get(5).line());
    }

    @Test
    void aColumnIsADimensionOrAPeriodOrIgnoredByName() {
        String table = "geo,label,2015,share\nAL,Albania,1,x\n";
        assertEquals(
                1, Tidy.wide("geo").ignoring("label", "share").read(text(table)).size());
        assertEquals(
                "E-WIDE-001 t.csv:1:2: the heading 'label' is no period; name its column among the dimensions, or ignore it",
                refusal(() -> Tidy.wide("geo").read(text(table))));
        assertEquals(
                "E-WIDE-002 t.csv:2:4: the header has 2015 twice; each period needs one column",
                refusal(() -> Tidy.wide("geo").read(text("# unit: x\ngeo,2015,2016,2015A00\nAL,1,2,3\n"))));
        assertEquals(
                "E-WIDE-003 t.csv:1: no column is left for periods; the columns are geo",
                refusal(() -> Tidy.wide("geo").read(text("geo\nAL\n"))));
        assertEquals(
                "E-WIDE-004 t.csv:3:3: there is a cell in a column without a heading; write its period into the header",
                refusal(() -> Tidy.wide("geo").read(text("geo,2015,,2016\nAL,1,,2\nXK,1,7,2\n"))));
        assertEquals(2, Tidy.wide("geo").read(text("geo,2015,,2016\nAL,1,,2\n")).size());
        assertThat(refusal(() -> Tidy.wide("geo").read(text("geo,2015,2015M02\nAL,1,2\n"))))
                .startsWith("E-TIME-003 t.csv:1:3: '2015M02' is a month");
        assertThat(refusal(() -> Tidy.wide("land").read(text("geo,2015\nAL,1\n"))))
                .startsWith("E-ROWS-006");
        assertThat(refusal(() -> Tidy.wide("geo").read(text("geo,2015\n,1\n")))).startsWith("E-ROWS-007");
    }

    @Test
    void aWorkbookIsReadByItsSheet() {
        byte[] book = new WorkbookBytes()
                .sheet("Notes", List.of(List.of("a"), List.of("b")))
                .sheet("Data", List.of(List.of("geo", 2015, 2016), List.of("AL", 1.5, 2)))
                .bytes();
        assertEquals(
                1.5,
                Tidy.wide("geo")
                        .sheet("Data")
                        .read(Given.bytes("t.xlsx", book))
                        .get(0)
                        .value());
        assertEquals(
                "E-CELL-003 t.xlsx: a workbook stores its numbers as numbers, so they cannot be written like 1.234,5; leave out the style"
                        + " of numbers",
                refusal(() -> Tidy.wide("geo")
                        .sheet("Data")
                        .numbers(NumberStyle.THOUSANDS_POINT)
                        .read(Given.bytes("t.xlsx", book))));
    }

    @Test
    void inspectionGuessesAWideTableAndSaysSo() {
        String told = Inspection.of(text("geo,label,no,2015,2016\nAL,Albania,1,5,6\nXK,Kosovo,2,7,:\n"))
                .toString();
        assertThat(told)
                .contains(
                        "columns (a guess from names and contents): wide table: dimensions geo, label, not used: no, all else periods",
                        "periods: 2 years, 2015 to 2016",
                        "value (unit not said): 3 values, 0 of them zero; missing: 1 not available")
                .doesNotContain("study file");
        assertThat(Inspection.of(text("geo,2015,2016\nAL,5,\"6,5\"\n")).toString())
                .contains("refused: E-CELL-001 t.csv:2:3: '6,5' has a decimal comma");
    }

    @Test
    void readsAMatrixOfCitizenshipsWithARaggedEnd() {
        Observations read =
                Tidy.wide("CITIZEN", "GEO").read(Shared.file("data", "eurostat_other", "migr_asyappctzm.csv"));
        assertEquals(4557 * 12, read.size());
        assertEquals(Period.month(2015, 12), read.periods().get(11));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DECIMAL_POINT|1234.5|1234.5",
                "DECIMAL_COMMA|1234,5|1234.5",
                "DECIMAL_COMMA|1,234|1.234",
                "THOUSANDS_COMMA|1,234|1234",
                "THOUSANDS_COMMA|-1,234,567.25|-1234567.25",
                "THOUSANDS_POINT|1.234,5|1234.5",
                "THOUSANDS_POINT|1.234|1234",
                "THOUSANDS_POINT|12|12",
                "THOUSANDS_BLANK|18 715|18715",
                "THOUSANDS_BLANK_DECIMAL_COMMA|1\u202f234\u00a0567,5|1234567.5",
                "THOUSANDS_APOSTROPHE|1'234.5|1234.5",
                "THOUSANDS_POINT|1.234 b|1234",
                "THOUSANDS_BLANK|1 234 bep|1234",
                "DECIMAL_COMMA|0,10|0.1",
            })
    void aDeclaredStyleOfNumbersIsReadAsDeclared(NumberStyle style, String cell, double value) {
        assertEquals(
                value,
                Tidy.wide("geo")
                        .numbers(style)
                        .read(text("geo;2015\nAL;" + cell + "\n"))
                        .get(0)
                        .value());
        assertEquals(
                value,
                Tidy.columns()
                        .numbers(style)
                        .read(text("time;value\n2015;" + cell + "\n"))
                        .get(0)
                        .value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DECIMAL_COMMA|1.234,5|1234,5",
                "DECIMAL_COMMA|1.5|1234,5",
                "THOUSANDS_COMMA|1.234,5|1,234.5",
                "THOUSANDS_COMMA|12,34|1,234.5",
                "THOUSANDS_POINT|1.5|1.234,5",
                "THOUSANDS_POINT|1234.567|1.234,5",
                "THOUSANDS_BLANK|1 23|1 234.5",
                "THOUSANDS_COMMA|1e5|1,234.5",
            })
    void aCellInAnotherStyleIsRefused(NumberStyle style, String cell, String example) {
        assertEquals(
                "E-CELL-002 t.csv:2:2: '" + cell + "' is not written like " + example
                        + ", as was declared for this table; declare another style or correct the cell",
                refusal(() -> Tidy.columns().numbers(style).read(text("time;value\n2015;" + cell + "\n"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"*|SUPPRESSED", ": c|SUPPRESSED", "..|NOT_AVAILABLE", ".|NOT_AVAILABLE", "NA|NOT_AVAILABLE"})
    void marksForNoFigureAreReadInEveryStyle(String cell, Flag flag) {
        for (NumberStyle style : NumberStyle.values()) {
            assertEquals(
                    Set.of(flag),
                    Tidy.columns()
                            .numbers(style)
                            .read(text("time;value\n2015;" + cell + "\n"))
                            .get(0)
                            .flags());
        }
    }

    @Test
    void withoutADeclarationACommaIsRefused() {
        assertThat(refusal(() -> Tidy.columns().read(text("time;value\n2015;1,234\n"))))
                .startsWith("E-CELL-001 t.csv:2:2: '1,234' may be thousands with commas or a decimal comma");
    }
}
