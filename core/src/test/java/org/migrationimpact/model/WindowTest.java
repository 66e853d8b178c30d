package org.migrationimpact.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

class WindowTest {

    private static final Period START = Period.month(2011, 1);
    private static final Series SERIES = Series.of("AL", "persons", START.plus(-12), new double[24]);

    private static List<Integer> leftOut(Donut donut) {
        return IntStream.rangeClosed(-5, 5)
                .filter(i -> donut.leavesOut(START.plus(i), START))
                .boxed()
                .toList();
    }

    @Test
    void aWindowOfEverythingIsTheSeries() {
        assertEquals(SERIES, Window.all().of(SERIES, START));
        assertEquals("whole series", Window.all().toString());
    }

    @Test
    void aSpanHasBothItsEndsAndStopsAtTheSeries() {
        Series part = Window.between(START.plus(-3), START.plus(2)).of(SERIES, START);
        assertEquals(START.plus(-3), part.start());
        assertEquals(START.plus(2), part.end());
        assertEquals(SERIES, Window.between(START.plus(-99), START.plus(99)).of(SERIES, START));
        assertEquals(
                "2010-10..2011-03",
                Window.between(START.plus(-3), START.plus(2)).toString());
    }

    @Test
    void asManyPeriodsLieBeforeTheStartAsFromItOn() {
        Series part = Window.around(6).of(SERIES, START);
        assertEquals(6, part.start().until(START));
        assertEquals(5, START.until(part.end()));
        assertEquals("6 periods on each side", Window.around(6).toString());
        assertEquals("1 period on each side", Window.around(1).toString());
    }

    @Test
    void aWindowThatCannotBeIsRefused() {
        Refusal.argument("a window has 1 period on each side or more, got 0", () -> Window.around(0));
        Refusal.argument(
                "a window ends in 2010-12 before it begins in 2011-01", () -> Window.between(START, START.plus(-1)));
        Refusal.of(
                InputException.class,
                "E-WINDOW-001 the window 2010..2012 is by year, AL by month; write the window in months",
                () -> Window.between(Period.year(2010), Period.year(2012)).of(SERIES, START));
        Refusal.of(
                DataException.class,
                "E-SERIES-003 AL runs from 2010-01 to 2011-12; it has nothing from 2015-01 to 2015-06",
                () -> Window.between(Period.month(2015, 1), Period.month(2015, 6))
                        .of(SERIES, START));
    }

    @Test
    void aDonutLeavesOutWhatItSays() {
        assertEquals(List.of(), leftOut(Donut.none()));
        assertEquals(List.of(-2, -1), leftOut(Donut.before(2)));
        assertEquals(List.of(-1, 0, 1), leftOut(Donut.around(1, 2)));
        assertEquals(List.of(0), leftOut(Donut.around(0, 1)));
        assertEquals(List.of(-4, 3), leftOut(Donut.of(START.plus(3), START.plus(-4), START.plus(3))));
        assertTrue(Donut.none().isNone());
        assertFalse(Donut.of(START).isNone());
    }

    @Test
    void aDonutIsDescribed() {
        assertEquals("none", Donut.none().toString());
        assertEquals(
                "2 periods before the start and 0 from it on", Donut.before(2).toString());
        assertEquals(
                "1 period before the start and 3 from it on", Donut.around(1, 3).toString());
        assertEquals("2010-12, 2011-02", Donut.of(START.plus(1), START.plus(-1)).toString());
        assertEquals(
                "1 period before the start and 0 from it on, 2011-03",
                new Donut(1, 0, List.of(START.plus(2))).toString());
    }

    @Test
    void aDonutThatCouldMeetNothingIsRefused() {
        Refusal.of(
                InputException.class,
                "E-DONUT-001 the donut 2011 is by year, the first treated period 2011-01 is a month; write the periods left out"
                        + " in months",
                () -> Donut.of(Period.year(2011)).leavesOut(START, START));
        Refusal.argument("a donut leaves out 0 periods or more, got -1 before and 0 after", () -> Donut.around(-1, 0));
    }

    @Test
    void choicesSurviveSerialization() throws IOException, ClassNotFoundException {
        for (Object choice : List.of(
                Window.all(), Window.around(3), Window.between(START, START), Donut.of(START), Season.fourier(2))) {
            assertThat(Serialized.copy(choice)).isEqualTo(choice).hasSameHashCodeAs(choice);
        }
    }
}
