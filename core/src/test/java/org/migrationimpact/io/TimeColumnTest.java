package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.Given;

class TimeColumnTest {

    private static Observations read(String... cells) {
        String rows = Arrays.stream(cells).map(cell -> cell + ",1\n").collect(Collectors.joining());
        return Tidy.columns().read(Given.text("time,value\n" + rows));
    }

    private static String periods(String... cells) {
        return read(cells).stream().map(o -> o.period().toString()).collect(Collectors.joining(" "));
    }

    private static Frequency frequency(String... cells) {
        return read(cells).get(0).period().frequency();
    }

    @ParameterizedTest
    @CsvSource({
        "1969 1970,1969 1970",
        "2015-03 2015-04,2015-03 2015-04",
        "2015M3 2015M04,2015-03 2015-04",
        "201512 201601,2015-12 2016-01",
        "2015Q1 2015-Q2,2015-Q1 2015-Q2",
        "2015S1 2015-S2,2015-S1 2015-S2",
        "JAN2009 FEB2009,2009-01 2009-02",
        "2015-W01 2015-W02,2015-W01 2015-W02",
        "2015-03-30 2015-03-31,2015-03-30 2015-03-31",
        "20150330 20150331,2015-03-30 2015-03-31",
        "7 8,7 8",
        "-1 0,-1 0"
    })
    void everySpellingIsReadForTheWholeColumn(String cells, String periods) {
        assertEquals(periods, periods(cells.split(" ", -1)));
    }

    @Test
    void wholeNumbersThatAreNotAllYearsAreOrdinal() {
        assertEquals(Frequency.ANNUAL, frequency("1969", "1970"));
        assertEquals(Frequency.ORDINAL, frequency("1", "2", "1969"));
        assertEquals(Period.ordinal(1969), read("1", "2", "1969").get(2).period());
        assertEquals(Frequency.ORDINAL, frequency("1499", "1500"));
        assertThat(read("1", "2").notes())
                .hasToString(
                        "[W-TIME-002 the whole numbers in column 'time' are not all years, so they count periods without a"
                                + " calendar: no season, no frequency]");
        assertThat(read("1969").notes()).isEmpty();
    }

    @Test
    void datesThatAreAllEndsOfPeriodsAreThosePeriods() {
        assertEquals("2015 2016", periods("2015-01-01", "2016-01-01"));
        assertEquals("2015 2016", periods("2015-12-31", "2016-12-31T00:00:00"));
        assertEquals("2015-S1 2015-S2", periods("2015-06-30", "2015-12-31"));
        assertEquals("2015-Q1 2015-Q2 2015-Q4", periods("2015-01-01", "2015-04-01", "2015-10-01"));
        assertEquals("2015-Q1 2015-Q2", periods("2015-03-31", "2015-06-30"));
        assertEquals("2015-01 2015-02", periods("2015-01-01 00:00:00", "2015-02-01"));
        assertEquals("2016-01 2016-02", periods("2016-01-31", "2016-02-29"));
        assertEquals("2015-07 2016-07", periods("2015-07-01", "2016-07-01"));
        assertEquals("2015-01-01 2015-01-08", periods("2015-01-01", "2015-01-08"));
        assertThat(read("2015-01-31", "2015-02-28").notes())
                .hasToString(
                        "[W-TIME-001 the dates in column 'time' are all last days of a month, so each is read as that month]");
    }

    @ParameterizedTest
    @CsvSource({
        "year;month,2015;3,2015-03",
        "year;month,2015;Mar,2015-03",
        "Year;Quarter,2015;Q2,2015-Q2",
        "year;quarter,2015;2,2015-Q2",
        "year;half,2015;2,2015-S2",
        "year;week,2015;7,2015-W07"
    })
    void aYearAndItsPartMakeAPeriod(String names, String cells, String period) {
        String[] name = names.split(";", -1);
        Observations read = Tidy.columns().time(name[0], name[1]).read(Given.text(names + ";value\n" + cells + ";1\n"));
        assertEquals(period, read.get(0).period().toString());
    }

    @Test
    void yearMonthAndDayMakeADate() {
        Observations read =
                Tidy.columns().time("year", "month", "day").read(Given.text("year,month,day,value\n2015,3,9,1\n"));
        assertEquals("2015-03-09", read.get(0).period().toString());
    }

    @Test
    void notesStayWithTheCube() {
        Observations cube = Tidy.columns().dimensions("geo").read(Given.text("geo,time,value\nA,1,1\nB,1,2\n"));
        assertEquals(1, cube.where("geo", "A").notes().size());
        assertEquals(1, cube.totalOver("geo").notes().size());
        assertEquals(1, cube.zeroWhereAbsent().notes().size());
        assertThat(cube.toString()).contains("W-TIME-002");
    }

    @Test
    void whatIsNoPeriodIsRefusedWhereItStands() {
        assertEquals(
                "E-TIME-001 t.csv:3:1: the cell of the period is empty; every row needs a period",
                refusal(() -> read("2015", "")));
        assertEquals(
                "E-TIME-002 t.csv:3:1: '1969.25' is a decimal year, from which month or quarter can only be guessed; write 1969, 1969-Q2"
                        + " or 1969-04",
                refusal(() -> read("1969", "1969.25")));
        assertEquals(
                "E-TIME-003 t.csv:4:1: '2016' is a year, the periods above are each a month (2015-11 in line 2); one file needs one"
                        + " frequency: keep the rows of one of them",
                refusal(() -> read("2015-11", "2015-12", "2016")));
        assertEquals(
                "E-PERIOD-001 t.csv:3:1: '2019e' is no period; write 2015, 2015-S1, 2015-Q1, 2015-03, 2015-W01 or 2015-03-31",
                refusal(() -> read("2018", "2019e")));
        assertEquals(
                "E-PERIOD-001 t.csv:3:1: '201513' is no period; write 2015, 2015-S1, 2015-Q1, 2015-03, 2015-W01 or 2015-03-31",
                refusal(() -> read("201512", "201513")));
    }

    @Test
    void columnsThatMakeNoPeriodAreRefused() {
        assertEquals(
                "E-TIME-004 t.csv: the columns a, b make no period together; name year and month, year and quarter, year and half, year"
                        + " and week, or year, month and day, in columns with these names",
                refusal(() -> Tidy.columns().time("a", "b").read(Given.text("a,b,value\n2015,1,1\n"))));
        assertEquals(
                "E-TIME-005 t.csv:2:1: '15 1' is no year and month; a year of four digits and its part are needed",
                refusal(() -> Tidy.columns().time("year", "month").read(Given.text("year,month,value\n15,1,1\n"))));
        assertThat(List.of("13", "x"))
                .allSatisfy(month -> assertThat(refusal(() -> Tidy.columns()
                                .time("year", "month")
                                .read(Given.text("year,month,value\n2015," + month + ",1\n"))))
                        .startsWith("E-PERIOD-001 t.csv:2:1: "));
    }
}
