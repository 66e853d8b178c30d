package org.migrationimpact.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Source;

class CoverageBreaksTest {

    /** Migrant stock of Serbia, every fifth year: the figures for 1990 leave out most of what those from 1995 on count. */
    private static final double[] SERBIA = {99_269, 870_980, 856_763, 845_120, 826_066, 807_441, 820_312};

    /** New asylum applications of North Macedonia, persons, from 2000 on, where the coding before 2006 differs and reads as zero. */
    private static final double[] NORTH_MACEDONIA = {
        0, 0, 0, 0, 0, 0, 615, 732, 642, 682, 6859, 5552, 7808, 7534, 6699, 10458, 6652, 4303, 3323, 2599, 859, 3000,
        3566, 3796, 1912, 949
    };

    private static Series everyFifthYear(Set<Flag> flagsOfTheSecond, double... values) {
        ObservationsBuilder table = Observations.of("stock", "persons", List.of());
        for (int i = 0; i < values.length; i++) {
            table.add(List.of(), Period.year(1990 + 5 * i), values[i], i == 1 ? flagsOfTheSecond : Set.of(), i + 1);
        }
        return table.build(Source.named("t")).series();
    }

    private static List<Period> breaks(Series series) {
        return CoverageBreaks.in(series).breaks().stream()
                .map(CoverageBreak::firstOfNew)
                .toList();
    }

    @Test
    void serbiaBetween1990And1995IsSeenInSevenFiguresOfEveryFifthYear() {
        CoverageBreaks found = CoverageBreaks.in(everyFifthYear(Set.of(), SERBIA));
        assertTrue(found.isLongEnough());
        assertEquals(1, found.breaks().size());
        CoverageBreak jump = found.breaks().get(0);
        assertEquals(Period.year(1990), jump.lastOfOld());
        assertEquals(Period.year(1995), jump.firstOfNew());
        assertEquals(8.774, jump.ratio(), 0.001);
        assertEquals(1, jump.before());
        assertEquals(3, jump.after());
        assertEquals(4 + 24.0 / 5, jump.needed());
        assertThat(found.toString())
                .startsWith(
                        "stock: level from 99,269 in 1990 to 870,980 in 1995 without a flag, with one value before it only (");
    }

    @Test
    void theStrengthIsTheJumpOverTheMedianOfTheOtherChanges() {
        // levels 100 and 1000; other changes ln 1.1, ln 1.1, ln 1.2, ln 1.1, ln 1.1 and their median ln 1.1
        Series series = Series.of("n", "US$", Period.year(2000), 100, 110, 121, 1210, 1452, 1597.2, 1756.92);
        CoverageBreak jump = CoverageBreaks.in(series).breaks().get(0);
        assertEquals(Math.log(10) / (1.4826 * Math.log(1.1)), jump.strength(), 1e-9);
    }

    @Test
    void aBreakThatThePublisherFlagsIsLeftToItsFlag() {
        assertThat(breaks(everyFifthYear(Set.of(Flag.BREAK), SERBIA))).isEmpty();
        assertThat(breaks(everyFifthYear(Set.of(Flag.DEFINITION_DIFFERS), SERBIA)))
                .isEmpty();
        assertThat(breaks(everyFifthYear(Set.of(Flag.ESTIMATED), SERBIA))).containsExactly(Period.year(1995));
    }

    @Test
    void northMacedoniaJumpsWhereTheCodingBeginsAndBetween2009And2010() {
        assertThat(breaks(Series.of("n", "persons", Period.year(2000), NORTH_MACEDONIA)))
                .containsExactly(Period.year(2006), Period.year(2010));
    }

    @Test
    void aJumpThatDoesNotStayIsNone() {
        assertThat(breaks(Made.yearly(1000, 1010, 990, 1005, 9000, 1002, 996, 1004, 999)))
                .isEmpty();
        assertThat(breaks(Made.yearly(1000, 1010, 990, 1005, 9000, 9010, 8996, 9004, 8999)))
                .containsExactly(Period.year(2004));
    }

    @Test
    void aLastValueThatJumpsIsToldAsOne() {
        CoverageBreaks found = CoverageBreaks.in(Made.yearly(1000, 1010, 990, 1005, 1000, 1002, 9000));
        assertThat(found.toString())
                .contains("from 1,002 in 2005 to 9,000 in 2006 without a flag, with one value after it only");
    }

    @Test
    void theSeasonIsNoBreakAndABreakAboveItIsSeen() {
        Series seasonal = Made.monthly(96, i -> Math.rint(500 * (1 + 0.8 * Math.sin(i * Math.PI / 6)) + i % 7));
        assertThat(breaks(seasonal)).isEmpty();
        Series broken = Made.monthly(
                96, i -> Math.rint((i < 50 ? 1 : 12) * (500 * (1 + 0.4 * Math.sin(i * Math.PI / 6)) + i % 7)));
        assertThat(breaks(broken)).containsExactly(Period.month(2009, 1).plus(50));
    }

    @Test
    void smallCountsThatDoubleAreNoBreak() {
        assertThat(breaks(Made.yearly(5, 5, 5, 5, 5, 10, 10, 10, 10, 10))).isEmpty();
    }

    @Test
    void zerosOnOneSideOfCountsAreABreakAndASingleZeroIsNone() {
        assertThat(breaks(Made.yearly(54, 48, 61, 50, 0, 0, 0))).containsExactly(Period.year(2004));
        assertThat(breaks(Made.yearly(54, 48, 61, 0, 50, 52, 49))).isEmpty();
        assertThat(breaks(Made.yearly(5, 4, 6, 5, 0, 0, 0))).isEmpty();
    }

    @Test
    void theDirectionOfTimeMakesNoDifference() {
        double[] there = {100, 104, 99, 103, 98, 801, 820, 790, 805, 799};
        double[] back = new double[there.length];
        for (int i = 0; i < there.length; i++) {
            back[i] = there[there.length - 1 - i];
        }
        assertEquals(
                CoverageBreaks.in(Made.yearly(there)).breaks().get(0).strength(),
                CoverageBreaks.in(Made.yearly(back)).breaks().get(0).strength(),
                1e-9);
    }

    @Test
    void theUnitOfMoneyMakesNoDifference() {
        double[] money = {10.5, 11.2, 10.9, 11.4, 40.3, 41.2, 40.8, 42.0};
        double[] cents = Arrays.stream(money).map(value -> 100 * value).toArray();
        double strength = CoverageBreaks.in(Series.of("n", "million US$", Period.year(2000), money))
                .breaks()
                .get(0)
                .strength();
        assertEquals(
                strength,
                CoverageBreaks.in(Series.of("n", "US$ cents, million", Period.year(2000), cents))
                        .breaks()
                        .get(0)
                        .strength(),
                1e-9);
    }

    @Test
    void fewerThanSixValuesAreTooShortToSayAnything() {
        CoverageBreaks found = CoverageBreaks.in(Made.yearly(10, 1000, 1001, 1002, 1003));
        assertFalse(found.isLongEnough());
        assertEquals("n: too short to judge a jump: 5 values, 6 needed", found.toString());
    }

    @Test
    void nothingIsFoundWhereNothingChanges() {
        assertEquals(
                "n: no jump of the level without a flag",
                CoverageBreaks.in(Made.yearly(
                                DoubleStream.generate(() -> 7).limit(9).toArray()))
                        .toString());
    }

    @Test
    void missingValuesAndNegativeOnesAreNoReasonToFail() {
        assertThat(breaks(Made.yearly(Double.NaN, 1000, Double.NaN, 1010, 990, 1005, 9000, 9100, Double.NaN, 9050)))
                .containsExactly(Period.year(2006));
        assertThat(breaks(Made.yearly(-5, 3, -2, 4, -500, -510, -490, -500))).isEmpty();
        assertThat(breaks(Made.yearly(Double.NaN, Double.NaN))).isEmpty();
    }

    @Test
    void whatIsFoundSurvivesSerialisation() throws Exception {
        CoverageBreaks found = CoverageBreaks.in(everyFifthYear(Set.of(), SERBIA));
        assertEquals(found, Serialized.copy(found));
    }
}
