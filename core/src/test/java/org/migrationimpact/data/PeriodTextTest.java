package org.migrationimpact.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Refusal;

class PeriodTextTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "2015,2015",
                "2015A00,2015",
                "2015-A1,2015",
                "2015A1,2015",
                "2008 ,2008",
                " 2008,2008",
                "2100,2100",
                "2015-S1,2015-S1",
                "2015S1,2015-S1",
                "2015-S2,2015-S2",
                "2015H2,2015-S2",
                "2015-Q4,2015-Q4",
                "2008Q1,2008-Q1",
                "2011Q1 [YR2011Q1],2011-Q1",
                "2013 [YR2013],2013",
                "2015M01 [YR2015M01],2015-01",
                "2015-02,2015-02",
                "2015M02,2015-02",
                "2015M2,2015-02",
                "2015-M02,2015-02",
                "201701,2017-01",
                "2015_01,2015-01",
                "2015 01,2015-01",
                "JAN2009,2009-01",
                "jan2009,2009-01",
                "Jan-2009,2009-01",
                "MAY2020,2020-05",
                "May 2020,2020-05",
                "December 2009,2009-12",
                "2015-W01,2015-W01",
                "2015W01,2015-W01",
                "2015-W53,2015-W53",
                "2020-W53,2020-W53",
                "2015-12-31,2015-12-31",
                "20151231,2015-12-31",
                "2016-02-29,2016-02-29",
                "2000-02-29,2000-02-29",
                "2009-01-01T00:00:00,2009-01-01",
                "2009-01-01T00:00:00.000Z,2009-01-01"
            })
    void aPublishersSpellingIsRead(String text, String printed) {
        assertEquals(printed, Period.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-13",
                "2015-00",
                "2015M13",
                "201513",
                "2015Q5",
                "2015-Q0",
                "2015-S3",
                "2015-W54",
                "2015-W00",
                "2014-W53",
                "2100-W53",
                "",
                " ",
                "abc",
                "2015-02-30",
                "2015-02-29",
                "2100-02-29",
                "1900-02-29",
                "2015-04-31",
                "20150229",
                "2015-1231",
                "201512-31",
                "JANUAR2015",
                "JANUAR 2015",
                "JA2015",
                "YEAR2015",
                "15",
                "0999",
                "3000",
                "2015.0",
                "2015-3-31",
                "31/12/2015",
                "2015-12-31T00:00:01",
                "2011Q1 [YR2011Q2]",
                "2011Q1 [YR]",
                "[YR2011Q1]",
                "٢٠١٥",
                "2019e"
            })
    void whatIsNoPeriodIsRefused(String text) {
        Refusal.of(
                InputException.class,
                "E-PERIOD-001 '" + text
                        + "' is no period; write 2015, 2015-S1, 2015-Q1, 2015-03, 2015-W01 or 2015-03-31",
                () -> Period.parse(text));
    }

    @Test
    void aHugeCellIsRefusedAtOnceAndShownCutOff() {
        String cell = "2015" + " ".repeat(2_000_000) + "x";
        Refusal.of(
                InputException.class,
                "E-PERIOD-001 '2015" + " ".repeat(36)
                        + "…' is no period; write 2015, 2015-S1, 2015-Q1, 2015-03, 2015-W01 or 2015-03-31",
                () -> Period.parse(cell));
    }

    @ParameterizedTest
    @EnumSource(
            value = Frequency.class,
            names = {"ORDINAL"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsPrintedIsReadBack(Frequency frequency) {
        Period last = Period.containing(LocalDate.of(2100, 12, 31), frequency);
        int count = 0;
        for (Period p = Period.containing(LocalDate.of(1900, 1, 1), frequency); !last.isBefore(p); p = p.plus(1)) {
            assertEquals(p, Period.parse(p.toString()));
            count++;
        }
        assertEquals(
                switch (frequency) {
                    case ANNUAL -> 201;
                    case HALF_YEAR -> 402;
                    case QUARTER -> 804;
                    case MONTH -> 2412;
                    case WEEK -> 10488;
                    case DAY -> 73414;
                    case ORDINAL -> 0;
                },
                count);
    }

    @Test
    void theFirstAndTheLastYearThatCanBeWrittenAreReadBack() {
        for (String text : new String[] {"1000", "2999", "1000-01", "2999-12", "1000-S1", "2999-Q4", "2999-12-31"}) {
            assertEquals(text, Period.parse(text).toString());
        }
    }

    @Test
    void aTurkishDefaultLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertEquals(Period.month(2009, 6), Period.parse("jun2009"));
            assertEquals(Period.month(2009, 1), Period.parse("jan2009"));
            assertEquals(Period.month(2009, 4), Period.parse("april 2009"));
            assertEquals("2009-01", Period.month(2009, 1).toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anArabicDefaultLocalePrintsTheSameDigits() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
        try {
            assertEquals("2015-W01", Period.parse("2015W1").toString());
            assertEquals("2015", Period.year(2015).toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anOrdinalPeriodIsPrintedAsItsNumber() {
        assertEquals("17", Period.ordinal(17).toString());
    }
}
