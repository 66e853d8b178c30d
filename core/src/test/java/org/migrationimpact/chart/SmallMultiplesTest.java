package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

class SmallMultiplesTest {

    @Test
    void theHighlightedUnitComesFirst() {
        SmallMultiples chart = SmallMultiples.of(Given.panel(4), Given.START).highlighting("Unit 2");
        assertThat(chart.figure().panes())
                .extracting(Pane::heading)
                .containsExactly("Unit 2", "Unit 0", "Unit 1", "Unit 3");
        assertEquals("Unit 2 and 3 others, 2009-01 to 2012-12", chart.title());
        assertEquals(Ink.TREATED, chart.figure().panes().get(0).traces().get(0).ink());
    }

    @Test
    void theScaleIsSaidInWords() {
        SmallMultiples chart = SmallMultiples.of(Given.panel(4), Given.START);
        assertThat(Drawn.of(chart, 1200, 640).words())
                .contains("Each plot has its own scale. Shaded: from 2011-01 on.");
        assertThat(Drawn.of(chart.with(SmallMultiples.ValueScale.COMMON), 1200, 640)
                        .words())
                .contains("All plots have the same scale. Shaded: from 2011-01 on.");
    }

    @Test
    void aCommonScaleCoversTheLowestAndTheHighestOfAll() {
        Panel panel = new Panel(List.of(
                Series.of("a", "persons", Period.year(2000), -5, 3),
                Series.of("b", "persons", Period.year(2000), 40, 3)));
        SmallMultiples chart = SmallMultiples.of(panel, Period.year(2001)).with(SmallMultiples.ValueScale.COMMON);
        assertThat(chart.figure().panes()).extracting(Pane::shown).containsOnly(new ValueRange(-5, 40));
    }

    @Test
    void allPlotsCoverTheTimeOfAll() {
        Panel panel = new Panel(List.of(
                Series.of("early", "persons", Period.year(2000), 1, 2),
                Series.of("late", "persons", Period.year(2004), 1, 2)));
        assertThat(SmallMultiples.of(panel, Period.year(2003)).figure().panes())
                .extracting(Pane::time)
                .containsOnly(new TimeAxis(Period.year(2000), Period.year(2005)));
    }

    @Test
    void unitsWithoutRoomAreCountedAtTheFoot() {
        SmallMultiples chart = SmallMultiples.of(Given.panel(40), Given.START);
        List<String> words = Drawn.of(chart, 400, 300).words();
        long shown = words.stream().filter(text -> text.startsWith("Unit ")).count();
        assertThat(shown).isBetween(4L, 20L);
        assertThat(words).contains((40 - shown) + " more of the 40 have no room at this size.");
    }

    @Test
    void oneUnitAloneIsDrawn() {
        assertEquals(
                "Unit 0, 2009-01 to 2012-12",
                SmallMultiples.of(Given.panel(1), Given.START)
                        .highlighting("Unit 0")
                        .title());
        assertThat(Drawn.of(SmallMultiples.of(Given.panel(1), Given.START), 400, 300)
                        .collisions())
                .isEmpty();
    }

    @Test
    void gapsAreCounted() {
        Panel panel = new Panel(List.of(Series.of("a", "persons", Period.year(2000), Double.NaN, 2)));
        SmallMultiples chart = SmallMultiples.of(panel, Period.year(2001));
        assertThat(chart.figure().notes())
                .containsExactly("Periods without a value are gaps, not zero: in 1 of 1 units.");
        assertEquals(
                "1 line chart in persons, 2000 to 2001. Mean before 2001 and from then on: a no value to 2.",
                chart.altText());
    }

    @Test
    void theAltTextComparesMeansOfTheFirstDozen() {
        assertThat(SmallMultiples.of(Given.panel(14), Given.START).altText())
                .startsWith(
                        "14 line charts in persons, 2009-01 to 2012-12. Mean before 2011-01 and from then on: Unit 0 12.8 to"
                                + " 13.1; Unit 1 22.8 to 23.1;")
                .endsWith("; and 2 more.");
    }

    @Test
    void anotherFrequencyIsRefused() {
        InputException refusal =
                assertThrows(InputException.class, () -> SmallMultiples.of(Given.panel(2), Period.year(2011)));
        assertEquals("E-CHART-004", refusal.code());
        assertEquals(
                "the first treated period 2011 is a year, the panel with Unit 0 is by month; name the first treated month",
                refusal.getMessage());
    }
}
