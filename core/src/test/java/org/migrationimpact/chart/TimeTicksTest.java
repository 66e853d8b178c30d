package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;

class TimeTicksTest {

    private static final Lettering LETTERS = Lettering.plain(12);

    @Test
    void manyMonthsHaveYearsAtJanuary() {
        List<TimeTicks.Tick> ticks = ticks(Period.month(2009, 4), Period.month(2020, 8), 500);
        assertEquals("[2010]", ticks.get(0).label().toString());
        assertEquals(TimeAxis.middle(Period.month(2010, 1)), ticks.get(0).at());
        assertEquals(11, ticks.size());
    }

    @Test
    void someMonthsHaveQuartersAndFewHaveEachMonth() {
        assertThat(labels(Period.month(2009, 1), Period.month(2010, 12), 500))
                .containsExactly("Jan 2009", "Apr", "Jul", "Oct", "Jan 2010", "Apr", "Jul", "Oct");
        assertThat(labels(Period.month(2009, 11), Period.month(2010, 2), 500))
                .containsExactly("Nov 2009", "Dec", "Jan 2010", "Feb");
    }

    @Test
    void yearsAreWholeAndEvenlySpaced() {
        assertThat(labels(Period.year(2010), Period.year(2019), 250))
                .containsExactly("2010", "2012", "2014", "2016", "2018");
        assertThat(labels(Period.year(1953), Period.year(2019), 300))
                .containsExactly("1960", "1970", "1980", "1990", "2000", "2010");
    }

    @Test
    void quartersAreNamedByTheirFirstMonth() {
        assertThat(labels(Period.quarter(2015, 2), Period.quarter(2016, 1), 500))
                .containsExactly("Apr 2015", "Jul", "Oct", "Jan 2016");
    }

    @Test
    void halfYearsAreNamedByTheirFirstMonth() {
        assertThat(labels(Period.halfYear(2015, 2), Period.halfYear(2016, 1), 500))
                .containsExactly("Jul 2015", "Jan 2016");
    }

    @Test
    void fewDaysAreNamedAndManyHaveMonths() {
        Period first = Period.day(LocalDate.of(2015, 12, 30));
        assertThat(labels(first, first.plus(3), 500)).containsExactly("30 Dec 2015", "31 Dec", "1 Jan 2016", "2 Jan");
        assertThat(labels(first, first.plus(730), 500)).startsWith("Jan 2016", "Apr", "Jul");
    }

    @Test
    void weeksAreNamedByTheirMonday() {
        assertThat(labels(Period.parse("2015-W01"), Period.parse("2015-W03"), 500))
                .containsExactly("29 Dec 2014", "5 Jan 2015", "12 Jan");
    }

    @Test
    void numbersWithoutACalendarAreRound() {
        assertThat(labels(Period.ordinal(-3), Period.ordinal(96), 400))
                .containsExactly("0", "10", "20", "30", "40", "50", "60", "70", "80", "90");
        assertThat(labels(Period.ordinal(7), Period.ordinal(7), 400)).containsExactly("7");
    }

    @Test
    void aSpanWithoutARoundTickNamesItsFirstPeriod() {
        assertThat(labels(Period.day(LocalDate.of(2015, 3, 3)), Period.day(LocalDate.of(2015, 3, 30)), 20))
                .hasSize(1);
        assertThat(labels(Period.year(2013), Period.year(2013), 20)).containsExactly("2013");
    }

    private static List<TimeTicks.Tick> ticks(Period first, Period last, double pixels) {
        return TimeTicks.of(new TimeAxis(first, last), pixels, LETTERS);
    }

    private static List<String> labels(Period first, Period last, double pixels) {
        return ticks(first, last, pixels).stream()
                .map(tick -> String.join(" ", tick.label()))
                .toList();
    }
}
