package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;

class PeriodTest {

    @ParameterizedTest
    @EnumSource(
            value = Frequency.class,
            names = {"ORDINAL"},
            mode = EnumSource.Mode.EXCLUDE)
    void aPeriodContainsEachOfItsDaysAndNoOther(Frequency frequency) {
        LocalDate day = LocalDate.of(1968, 12, 1);
        Period period = Period.containing(day, frequency);
        for (; day.isBefore(LocalDate.of(2033, 1, 1)); day = day.plusDays(1)) {
            if (day.isAfter(period.lastDay())) {
                assertEquals(period.plus(1), Period.containing(day, frequency));
                assertEquals(day, period.plus(1).firstDay());
                period = period.plus(1);
            }
            assertEquals(period, Period.containing(day, frequency));
        }
    }

    @Test
    void aWeekIsTheWeekOfIso8601() {
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2101; day = day.plusDays(1)) {
            Period week = Period.containing(day, Frequency.WEEK);
            assertEquals(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), week.season());
            assertThat(week.toString()).startsWith(day.get(IsoFields.WEEK_BASED_YEAR) + "-W");
            assertEquals(DayOfWeek.MONDAY, week.firstDay().getDayOfWeek());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2009-01-01, WEEK, 2009-W01",
        "2008-12-29, WEEK, 2009-W01",
        "2016-01-03, WEEK, 2015-W53",
        "2021-01-03, WEEK, 2020-W53",
        "2021-01-04, WEEK, 2021-W01",
        "2016-02-29, MONTH, 2016-02",
        "2016-06-30, HALF_YEAR, 2016-S1",
        "2016-07-01, HALF_YEAR, 2016-S2",
        "2016-09-30, QUARTER, 2016-Q3",
        "2016-10-01, QUARTER, 2016-Q4",
        "2016-12-31, ANNUAL, 2016",
        "2016-12-31, DAY, 2016-12-31"
    })
    void aDateLiesInItsPeriod(LocalDate date, Frequency frequency, String period) {
        assertEquals(period, Period.containing(date, frequency).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2015, 1",
        "2015-S2, 2",
        "2015-Q4, 4",
        "2015-02, 2",
        "1969-12, 12",
        "2015-W53, 53",
        "2016-W01, 1",
        "2016-02-29, 1",
        "2023-01-01, 7"
    })
    void theSeasonIsThePlaceInTheCycle(String period, int season) {
        assertEquals(season, Period.parse(period).season());
    }

    @Test
    void anOrdinalPeriodHasOneSeasonAndNoDate() {
        Period third = Period.ordinal(3);
        assertEquals(1, third.season());
        Refusal.argument("the ordinal period 3 has no first day", third::firstDay);
        Refusal.argument(
                "an ordinal period has no date, so none contains 2015-01-01",
                () -> Period.containing(LocalDate.of(2015, 1, 1), Frequency.ORDINAL));
    }

    @Test
    void periodsCountAcrossYears() {
        assertEquals(2, Period.parse("2015-12").until(Period.parse("2016-02")));
        assertEquals(-1, Period.parse("2016-Q1").until(Period.parse("2015-Q4")));
        assertEquals(1, Period.parse("2015-W53").until(Period.parse("2016-W01")));
        assertEquals(2, Period.parse("2016-02-28").until(Period.parse("2016-03-01")));
        assertEquals(Period.parse("2016-02"), Period.parse("2015-12").plus(2));
        assertEquals(Period.parse("1899-12"), Period.parse("1900-01").plus(-1));
    }

    @Test
    void periodsAreOrderedInTime() {
        assertThat(new TreeSet<>(List.of(Period.month(2010, 1), Period.month(2009, 12), Period.month(2009, 2))))
                .extracting(Period::toString)
                .containsExactly("2009-02", "2009-12", "2010-01");
        assertTrue(Period.year(2014).isBefore(Period.year(2015)));
        assertFalse(Period.year(2015).isBefore(Period.year(2015)));
    }

    @Test
    void periodsOfTwoFrequenciesAreNotEqualAndDoNotCompare() {
        assertFalse(Period.year(2015).equals(Period.ordinal(2015)));
        String message = "2015 is a year and 2015-01 a month; they do not compare";
        Refusal.argument(message, () -> Period.year(2015).compareTo(Period.month(2015, 1)));
        Refusal.argument(message, () -> Period.year(2015).until(Period.month(2015, 1)));
        Refusal.argument(message, () -> Period.year(2015).isBefore(Period.month(2015, 1)));
    }

    @Test
    void aPartOfAYearThatDoesNotExistIsRefused() {
        Refusal.argument("a month is 1 to 12, got 13", () -> Period.month(2015, 13));
        Refusal.argument("a quarter is 1 to 4, got 0", () -> Period.quarter(2015, 0));
        Refusal.argument("a half-year is 1 to 2, got 3", () -> Period.halfYear(2015, 3));
        Refusal.argument("the year 2014 has no ISO week 53", () -> Period.week(2014, 53));
    }

    @Test
    void aNumberBeyondEveryCalendarIsRefused() {
        Refusal.argument(
                "the number of a month is -4000000 to 4000000, got 4000001",
                () -> new Period(Frequency.MONTH, 4_000_001));
        Refusal.argument(
                "the number of a day is -4000000 to 4000000, got -9223372036854775808",
                () -> new Period(Frequency.DAY, Long.MIN_VALUE));
        Refusal.argument(
                "the number of a period is -1000000000000000 to 1000000000000000, got 9223372036854775807",
                () -> Period.ordinal(Long.MAX_VALUE));
    }

    @Test
    void aPeriodSurvivesSerialization() throws IOException, ClassNotFoundException {
        for (Frequency frequency : Frequency.values()) {
            Period period = new Period(frequency, 1234);
            assertEquals(period, Serialized.copy(period));
            assertEquals(period.hashCode(), Serialized.copy(period).hashCode());
        }
    }

    @Test
    void aFrequencyCountsInWords() {
        assertEquals("1 month", Frequency.MONTH.count(1));
        assertEquals("12 months", Frequency.MONTH.count(12));
        assertEquals("0 half-years", Frequency.HALF_YEAR.count(0));
        assertThat(Frequency.values()).extracting(Frequency::seasons).containsExactly(1, 2, 4, 12, 53, 7, 1);
    }
}
