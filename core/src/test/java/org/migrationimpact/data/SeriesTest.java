package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;

class SeriesTest {

    private static final Period START = Period.month(2015, 11);
    private final Series series = Series.of("applications", "persons", START, 1, Double.NaN, 3, 4);

    @Test
    void valuesBelongToConsecutivePeriods() {
        assertEquals("2016-02", series.end().toString());
        assertEquals(3, series.at(Period.month(2016, 1)));
        assertEquals(Double.NaN, series.at(Period.month(2015, 12)));
        assertEquals(Double.NaN, series.at(Period.month(2016, 3)));
        assertEquals(Double.NaN, series.at(Period.month(2015, 10)));
        assertTrue(series.covers(Period.month(2015, 12)));
        assertFalse(series.covers(Period.month(2016, 3)));
        assertEquals(Period.month(2016, 1), series.period(2));
        assertEquals(Frequency.MONTH, series.frequency());
        assertEquals(4, series.size());
        assertEquals(3, series.observed());
    }

    @Test
    void aMissingValueIsNotAvailableUnlessAFileSaysMore() {
        assertEquals(Set.of(Flag.NOT_AVAILABLE), series.flags(1));
        assertEquals(Set.of(), series.flags(0));
        assertEquals(1, series.count(Flag.NOT_AVAILABLE));
        assertEquals(0, series.count(Flag.ABSENT));
    }

    @Test
    void arraysAreCopiedInAndOut() {
        double[] given = {1, 2};
        Series made = Series.of("x", "persons", START, given);
        given[0] = 99;
        made.values()[1] = 99;
        assertArrayEquals(new double[] {1, 2}, made.values());
    }

    @Test
    void aPartKeepsItsPeriodsValuesAndFlags() {
        Series part = series.between(Period.month(2015, 12), Period.month(2016, 1));
        assertEquals(Period.month(2015, 12), part.start());
        assertArrayEquals(new double[] {Double.NaN, 3}, part.values());
        assertEquals(1, part.count(Flag.NOT_AVAILABLE));
        assertEquals(series, series.between(Period.month(1990, 1), Period.month(2100, 1)));
        assertEquals(1, series.between(series.end(), Period.month(2100, 1)).size());
    }

    @Test
    void aSpanThatTheSeriesDoesNotMeetIsRefused() {
        String runs = "E-SERIES-003 applications runs from 2015-11 to 2016-02; it has nothing from ";
        Refusal.of(
                DataException.class,
                runs + "2016-03 to 2017-01",
                () -> series.between(Period.month(2016, 3), Period.month(2017, 1)));
        Refusal.of(
                DataException.class,
                runs + "2010-01 to 2015-10",
                () -> series.between(Period.month(2010, 1), Period.month(2015, 10)));
        Refusal.of(
                DataException.class,
                runs + "2016-01 to 2015-12",
                () -> series.between(Period.month(2016, 1), Period.month(2015, 12)));
    }

    @Test
    void aSpanFarAwayDoesNotWrapAround() {
        Series numbered = Series.of("x", "persons", Period.ordinal(0), 1, 2, 3);
        Refusal.of(
                DataException.class,
                "E-SERIES-003 x runs from 0 to 2; it has nothing from 4294967296 to 4294967298",
                () -> numbered.between(Period.ordinal(1L << 32), Period.ordinal((1L << 32) + 2)));
        Refusal.of(
                DataException.class,
                "E-SERIES-003 x runs from 0 to 2; it has nothing from -4294967296 to -4294967294",
                () -> numbered.between(Period.ordinal(-(1L << 32)), Period.ordinal(2 - (1L << 32))));
    }

    @Test
    void aSeriesWithoutAnyValueIsRefused() {
        Refusal.of(
                DataException.class,
                "E-SERIES-001 applications has no observations",
                () -> Series.of("applications", "persons", START));
    }

    @Test
    void anInfiniteValueIsRefused() {
        Refusal.of(
                DataException.class,
                "E-SERIES-002 applications is infinite in 2015-12; values must be finite",
                () -> Series.of("applications", "persons", START, 1, Double.NEGATIVE_INFINITY));
        Refusal.of(
                DataException.class,
                "E-SERIES-002 applications is infinite in 2015-11; values must be finite",
                () -> series.map("log", v -> Math.log(v - 1)));
    }

    @Test
    void aChangeMayNotMakeAValueMissing() {
        Refusal.of(
                DataException.class,
                "E-SERIES-004 applications is 1.0 in 2015-11, and the change gives no number for it; a change must have a value"
                        + " wherever the series has one",
                () -> series.map("log", v -> Math.log(v - 2)));
    }

    @Test
    void aChangeLeavesMissingMissingAndFlagsInPlace() {
        Series doubled = series.map("half-persons", v -> 2 * v);
        assertArrayEquals(new double[] {2, Double.NaN, 6, 8}, doubled.values());
        assertEquals("half-persons", doubled.unit());
        assertEquals(1, doubled.count(Flag.NOT_AVAILABLE));
        assertEquals("other", series.named("other").name());
    }

    @Test
    void aSeriesThatWouldLeaveTheCalendarIsRefused() {
        Refusal.argument(
                "the number of a year is -4000000 to 4000000, got 4000001",
                () -> Series.of("x", "persons", Period.year(4_000_000), 1, 2));
    }

    @Test
    void equalSeriesHaveEqualHashesAndSurviveSerialization() throws IOException, ClassNotFoundException {
        Series same = Series.of("applications", "persons", START, 1, Double.NaN, 3, 4);
        assertEquals(same, series);
        assertEquals(same.hashCode(), series.hashCode());
        assertEquals(series, Serialized.copy(series));
        assertNotEquals(series, series.named("other"));
        assertNotEquals(series, series.map("other", v -> v));
        assertNotEquals(series, series.map("persons", v -> v + 1));
        assertNotEquals(series, Series.of("applications", "persons", START.plus(1), 1, Double.NaN, 3, 4));
        assertNotEquals(series, "applications");
    }

    @Test
    void seriesThatDifferInAFlagAloneAreNotEqual() {
        Series plain = Observations.of("q", "persons", List.of())
                .add(List.of(), START, 1)
                .build(Source.named("test"))
                .series();
        Series flagged = Observations.of("q", "persons", List.of())
                .add(List.of(), START, 1, Set.of(Flag.BREAK), 0)
                .build(Source.named("test"))
                .series();
        assertNotEquals(plain, flagged);
    }

    @Test
    void theLineSaysWhatIsThereInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(series)
                    .hasToString("applications [persons], 4 months, 2015-11 to 2016-02, 1 missing, mean 2.66667,"
                            + " 1.00000 to 4.00000");
            assertThat(Series.of("x", "persons", START, Double.NaN))
                    .hasToString("x [persons], 1 month, 2015-11 to 2015-11, all missing");
            assertThat(Series.of("x", "persons", START, 2))
                    .hasToString("x [persons], 1 month, 2015-11 to 2015-11, mean 2.00000, 2.00000 to 2.00000");
        } finally {
            Locale.setDefault(before);
        }
    }
}
