package org.migrationimpact.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Serialized;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;

class DataQualityTest {

    private static Observations built(ObservationsBuilder table) {
        return table.build(Source.named("t"));
    }

    private static List<String> codes(DataQuality quality) {
        return quality.warnings().stream().map(Warning::code).toList();
    }

    @Test
    void aFlawlessSeriesRaisesNoConcern() {
        assertEquals(
                "n, 1 series: nothing found that limits a comparison",
                DataQuality.of(Made.yearly(1003, 1011, 997, 1002, 1008, 1001, 996))
                        .toString());
    }

    @Test
    void everyFlagIsListedWithItsPeriodsAndItsMeaning() {
        ObservationsBuilder table = Observations.of("n", "persons", List.of());
        table.add(List.of(), Period.year(2000), 101, Set.of(Flag.BREAK), 2)
                .add(List.of(), Period.year(2001), Double.NaN, Set.of(Flag.SUPPRESSED), 3)
                .add(List.of(), Period.year(2002), 98, Set.of(Flag.PROVISIONAL, Flag.DEFINITION_DIFFERS), 4)
                .add(List.of(), Period.year(2004), 103, Set.of(), 5);
        assertEquals("""
                n, 1 series: 5 concerns
                  W-SERIES-001 n has no row, which is not zero in 1 year: 2003; a comparison leaves it out
                  W-SERIES-002 n has the publisher's flag for a break in the series in 1 year: 2000; before and after may count different\
                 things
                  W-SERIES-003 n has a suppressed figure in 1 year: 2001; a comparison leaves it out, and errs where figures are\
                 suppressed because they are small
                  W-SERIES-004 n has the publisher's flag 'provisional' in 1 year: 2002; such a figure may be revised
                  W-SERIES-005 n has the publisher's flag for a definition that differs in 1 year: 2002; before and after may count\
                 different things""", DataQuality.of(built(table).series()).toString());
    }

    @Test
    void aJumpAtTheFirstTreatedPeriodIsSaidToBeThere() {
        Series jump = Made.yearly(1000, 1010, 990, 1005, 9000, 9010, 8996, 9004, 8999);
        assertThat(DataQuality.of(jump, Period.year(2004)).warnings())
                .extracting(Warning::toString)
                .containsExactly(
                        "W-COVERAGE-001 n has a level that jumps from 1,005 in 2003 to 9,000 in 2004 without a flag; it lies at the first"
                                + " treated period, and a design cannot tell a change of coverage from an effect: read the publisher's"
                                + " notes");
        assertThat(DataQuality.of(jump, Period.year(2007)).warnings())
                .extracting(Warning::toString)
                .containsExactly(
                        "W-COVERAGE-001 n has a level that jumps from 1,005 in 2003 to 9,000 in 2004 without a flag; if coverage changed"
                                + " there, before and after count different things: read the publisher's notes, or take a window on one"
                                + " side");
    }

    @Test
    void smallCountsAndRoundingThatMattersAreConcerns() {
        assertEquals(List.of("W-SMALL-001"), codes(DataQuality.of(Made.yearly(1, 0, 3, 2, 4, 6))));
        assertEquals(
                List.of("W-ROUNDING-001"), codes(DataQuality.of(Made.yearly(35, 40, 45, 55, 60, 65, 50, 30, 70, 75))));
        assertThat(codes(DataQuality.of(Made.yearly(3505, 3510, 3515, 3520, 3525, 3530, 3535, 3540, 3545, 3555))))
                .isEmpty();
    }

    @Test
    void theConcernsOfATableNameTheirSeries() {
        ObservationsBuilder table = Observations.of("applications", "persons", List.of("origin"));
        for (int year = 2000; year < 2010; year++) {
            table.add(List.of("AL"), Period.year(year), 101 + year % 3);
            table.add(List.of("MK"), Period.year(year), year < 2005 ? 103 + year % 2 : 907 + year % 2);
        }
        table.add(List.of("AL"), Period.year(2001), 7);
        DataQuality quality = DataQuality.of(built(table));
        assertEquals(2, quality.series());
        assertThat(quality.warnings())
                .extracting(Warning::toString)
                .containsExactly(
                        "W-QUALITY-001 applications, AL has two rows or more in 1 year: 2001; nobody knows which counts, so it cannot be"
                                + " compared: a further dimension may tell the rows apart",
                        "W-COVERAGE-001 applications, MK has a level that jumps from 103 in 2004 to 908 in 2005 without a flag; if coverage"
                                + " changed there, before and after count different things: read the publisher's notes, or take a window"
                                + " on one side");
    }

    @Test
    void yearsBetweenFiguresOfEveryFifthYearAreNoGapsOfATable() {
        ObservationsBuilder table = Observations.of("stock", "persons", List.of("geo"));
        for (int year = 1990; year <= 2020; year += 5) {
            table.add(List.of("A"), Period.year(year), 1001 + year % 7);
            if (year != 2005) {
                table.add(List.of("B"), Period.year(year), 1002 + year % 7);
            }
        }
        assertThat(DataQuality.of(built(table)).warnings())
                .extracting(Warning::toString)
                .containsExactly(
                        "W-SERIES-001 stock, B has no row, which is not zero in 1 year: 2005; a comparison leaves it out");
    }

    @Test
    void whatAPublisherDeclaresOfItsRoundingIsAConcernWhereTheFiguresAreTooFewToShowIt() {
        ObservationsBuilder table = Observations.of("asylum", "persons", List.of())
                .add(List.of(), Period.year(2010), 15)
                .add(List.of(), Period.year(2011), 25);
        assertThat(DataQuality.of(table.build(Source.named("Eurostat, migr_asyappctza")))
                        .warnings())
                .extracting(Warning::toString)
                .containsExactly(
                        "W-ROUNDING-001 asylum has counts that the publisher declares to be rounded to 5; a difference of two of them may be"
                                + " wrong by 4, and a zero may stand for up to 2");
        assertThat(codes(DataQuality.of(built(table)))).isEmpty();
    }

    @Test
    void theOrderOfTheRowsMakesNoDifferenceToASeries() {
        double[] values = {1000, 1010, 990, 1005, 9000, 9010, 8996, 9004, 8999};
        ObservationsBuilder up = Observations.of("n", "persons", List.of("geo"));
        ObservationsBuilder down = Observations.of("n", "persons", List.of("geo"));
        for (int i = 0; i < values.length; i++) {
            int last = values.length - 1 - i;
            up.add(List.of("A"), Period.year(2000 + i), values[i]);
            down.add(List.of("A"), Period.year(2000 + last), values[last]);
        }
        assertEquals(DataQuality.of(built(up)), DataQuality.of(built(down)));
    }

    @Test
    void theAccountOfManySeriesShowsTheFirstOfEachKindAndCountsTheRest() {
        ObservationsBuilder table = Observations.of("n", "persons", List.of("geo"));
        for (int geo = 0; geo < 9; geo++) {
            table.add(List.of("G" + geo), Period.year(2000), 1);
        }
        assertThat(DataQuality.of(built(table)).toString())
                .startsWith("n, 9 series: 9 concerns\n  W-SMALL-001 n, G0 has 1 of 1 values below 5, 0 of them zero; ")
                .endsWith("\n  and 4 more of W-SMALL-001");
    }

    @Test
    void theAccountSurvivesSerialisation() throws Exception {
        DataQuality quality = DataQuality.of(Made.yearly(1, 0, 3, 2, 4, 6));
        assertEquals(quality, Serialized.copy(quality));
    }

    @Test
    void theStockOfSerbiaJumpsBetween1990And1995InThePublishedTable() {
        Series serbia = org.migrationimpact.io.UnMigrantStock.read(
                        Shared.file("data", "undesa", "undesa_pd_2019_migrant_stock_total_dataset.xlsx"))
                .where("country", "RS")
                .where("sex", "TOTAL")
                .series();
        assertThat(CoverageBreaks.in(serbia).breaks())
                .extracting(CoverageBreak::firstOfNew)
                .containsExactly(Period.year(1995));
    }
}
