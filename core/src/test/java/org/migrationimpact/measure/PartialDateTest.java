package org.migrationimpact.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2010,YEAR,2010-01-01,2010-12-31",
        "2010-02,MONTH,2010-02-01,2010-02-28",
        "2012-02,MONTH,2012-02-01,2012-02-29",
        "2010-12-15,DAY,2010-12-15,2010-12-15"
    })
    void aDateIsReadAtItsPrecisionAndPrintedAgain(
            String text, PartialDate.Precision precision, LocalDate earliest, LocalDate latest) {
        PartialDate date = PartialDate.parse(text);
        assertEquals(precision, date.precision());
        assertEquals(earliest, date.earliest());
        assertEquals(latest, date.latest());
        assertEquals(text, date.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10", "2010-13", "2010-2", "2010-02-30", "2010-Q1", "15.12.2010", "2010-12-15T00:00", "20101"
            })
    void anythingElseIsRefused(String text) {
        InputException refusal = assertThrows(InputException.class, () -> PartialDate.parse(text));
        assertEquals("E-DATE-001", refusal.code());
        assertEquals(
                "'" + text + "' is no date; write a year, a month or a day: 2010, 2010-12, 2010-12-15",
                refusal.getMessage());
    }

    @Test
    void datesSortByTheirFirstDayThenByPrecision() {
        assertThat(Arrays.stream("2011 2010-12-15 2010 2010-01 2010-01-01".split(" "))
                        .map(PartialDate::parse)
                        .sorted())
                .extracting(PartialDate::toString)
                .containsExactly("2010-01-01", "2010-01", "2010", "2010-12-15", "2011");
    }

    @Test
    void aDateMayLieInARangeThatItsUncertaintyTouches() {
        PartialDate december = PartialDate.parse("2010-12");
        assertThat(december.mayLieIn(LocalDate.of(2010, 12, 31), LocalDate.of(2011, 5, 1)))
                .isTrue();
        assertThat(december.mayLieIn(LocalDate.of(2010, 1, 1), LocalDate.of(2010, 12, 1)))
                .isTrue();
        assertThat(december.mayLieIn(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 5, 1)))
                .isFalse();
        assertThat(december.mayLieIn(LocalDate.of(2010, 1, 1), LocalDate.of(2010, 11, 30)))
                .isFalse();
    }

    @Test
    void aCoarseDateReachesOnlyCoarseFrequencies() {
        assertThat(Frequency.values())
                .filteredOn(PartialDate.Precision.YEAR::reaches)
                .containsExactly(Frequency.ANNUAL);
        assertThat(Frequency.values())
                .filteredOn(PartialDate.Precision.MONTH::reaches)
                .containsExactly(Frequency.ANNUAL, Frequency.HALF_YEAR, Frequency.QUARTER, Frequency.MONTH);
        assertThat(Frequency.values())
                .filteredOn(frequency -> !PartialDate.Precision.DAY.reaches(frequency))
                .containsExactly(Frequency.ORDINAL);
        assertThat(PartialDate.Precision.values())
                .extracting(PartialDate.Precision::noun)
                .containsExactly("day", "month", "year");
    }

    @Test
    void aCoarseDateBeginsOnItsFirstDay() {
        LocalDate second = LocalDate.of(2010, 1, 2);
        assertThrows(IllegalArgumentException.class, () -> new PartialDate(second, PartialDate.Precision.MONTH));
        LocalDate may = LocalDate.of(2010, 5, 1);
        assertThrows(IllegalArgumentException.class, () -> new PartialDate(may, PartialDate.Precision.YEAR));
        assertEquals("2010-01-02", PartialDate.day(second).toString());
    }
}
